"""What a forecast promises, tried on cities whose truth is known."""

from math import exp, lgamma, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdao.trends.forecasts.distribution import MEDIAN, PROBABILITIES, quantiles
from gongdao.trends.forecasts.levels import fit_levels
from gongdao.trends.forecasts.model import HORIZON, History, forecast
from tests.trends.forecasts.cities import city, mondays, open_days


def _by_hand(mean: float, variance: float, probability: float) -> int:
    """The smallest count whose cumulative negative-binomial probability reaches ``probability``."""
    size = mean**2 / (variance - mean)
    success, total, count = mean / variance, 0.0, -1
    while total < probability:
        count += 1
        total += exp(
            lgamma(count + size)
            - lgamma(size)
            - lgamma(count + 1)
            + size * log(success)
            + count * log(1 - success)
        )
    return count


@pytest.mark.parametrize(("mean", "variance"), [(0.05, 0.06), (1.0, 1.5), (7.0, 20.0), (300.0, 900.0)])
def test_quantiles_are_those_of_the_negative_binomial(mean: float, variance: float) -> None:
    found = quantiles(np.array([mean]), np.array([variance]))[0]
    assert list(found) == [_by_hand(mean, variance, probability) for probability in PROBABILITIES]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 6), st.integers(9, 120), st.floats(0, 30), st.integers(0, 2**32 - 1))
def test_any_history_gives_ordered_whole_numbers(areas: int, weeks: int, mean: float, seed: int) -> None:
    counts = np.random.default_rng(seed).poisson(mean, (areas, weeks)).astype(float)
    made = forecast(History(counts, mondays(weeks), open_days(weeks)))
    assert made.weekly.shape == (areas, HORIZON, len(PROBABILITIES))
    assert (made.weekly >= 0).all()
    assert (np.diff(made.weekly, axis=-1) >= 0).all()
    assert (made.weekly == np.rint(made.weekly)).all()
    assert np.isfinite(made.means).all()


def test_an_area_with_no_case_is_not_promised_any() -> None:
    history = city(3, areas=5)
    history.counts[2] = 0
    assert forecast(history).weekly[2, :, MEDIAN].max() == 0


def test_an_area_with_few_cases_leans_on_the_others() -> None:
    counts = np.full((10, 80), 3.0)
    counts[0] = 0
    counts[0, 70] = 1
    levels = fit_levels(counts, np.ones(80))
    assert counts[0].mean() < levels.mean[0] < counts.mean()


def test_the_week_of_a_long_holiday_is_lower() -> None:
    history = city(5, weeks=52 * 3, season=0.0)
    history.open_days[history.counts.shape[1] :] = [5, 5, 2, 5, 5, 5, 5, 5]
    coming = forecast(history).means.sum(axis=0)
    assert coming[2] < 0.75 * coming[1]


def test_growth_does_not_run_away() -> None:
    history = city(7, growth=1.0, season=0.0)
    recent = history.counts[:, -13:].mean(axis=1).sum()
    assert forecast(history).means.sum(axis=0).max() < 1.6 * recent


def test_what_came_later_changes_nothing() -> None:
    history = city(9)
    known = forecast(history.until(100))
    history.counts[:, 100:] = 50
    assert (forecast(history.until(100)).weekly == known.weekly).all()


def test_the_same_history_gives_the_same_forecast() -> None:
    assert (forecast(city(11)).weekly == forecast(city(11)).weekly).all()


def test_a_history_without_the_days_to_come_is_refused() -> None:
    with pytest.raises(ValueError, match="weeks to come"):
        History(np.ones((2, 30)), mondays(30), open_days(30)[:30])

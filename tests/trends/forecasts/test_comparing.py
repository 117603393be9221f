"""A forecast has to beat the simple guesses, and says so when it does not."""

import numpy as np
import pytest

from gongdao.trends.forecasts.comparing import OURS, compare
from gongdao.trends.forecasts.model import HORIZON, History, forecast
from gongdao.trends.forecasts.peers import PEERS, naive, seasonal_naive
from gongdao.trends.forecasts.scores import absolute_error, held, interval_score
from tests.trends.forecasts.cities import city, mondays, open_days


@pytest.mark.parametrize("mean", [0.5, 2.0, 6.0])
def test_it_beats_every_simple_guess_where_there_is_a_season(mean: float) -> None:
    found = compare(city(21, mean=mean))
    assert found is not None
    ours = found.scores[OURS].interval.mean()
    assert all(ours < found.scores[name].interval.mean() for name in PEERS)


@pytest.mark.parametrize("scatter", [1.05, 1.5, 2.5])
def test_the_eighty_percent_band_holds_about_as_often_as_it_says(scatter: float) -> None:
    found = compare(city(23, mean=6.0, scatter=scatter))
    assert found is not None
    assert 0.76 <= found.scores[OURS].held.mean() <= 0.92


def test_nothing_is_shown_where_there_are_too_few_cases_to_judge() -> None:
    found = compare(city(25, areas=6, mean=0.01))
    assert found is not None
    assert not any(found.beats)


def test_where_every_week_is_alike_the_mean_is_as_good_and_some_areas_stay_hidden() -> None:
    found = compare(city(27, season=0.0, growth=0.0))
    assert found is not None
    assert not all(found.beats)


def test_a_short_history_cannot_be_judged() -> None:
    assert compare(city(29, weeks=60)) is None


def test_the_last_week_and_last_year_are_what_they_say() -> None:
    counts = np.arange(120.0)[None, :]
    history = History(counts, mondays(120), open_days(120))
    middle = naive(history)[0, :, 3]
    assert (middle == 119).all()
    assert list(seasonal_naive(history)[0, :, 3]) == [68.0 + ahead for ahead in range(HORIZON)]


def test_scores_by_hand() -> None:
    sure = np.full((1, 7), 4.0)
    assert interval_score(sure, np.array([4.0]))[0] == 0
    assert absolute_error(sure, np.array([6.0]))[0] == 2
    assert held(sure, np.array([4.0]))[0] == 1
    assert held(sure, np.array([5.0]))[0] == 0
    assert interval_score(sure, np.array([6.0]))[0] == pytest.approx(2 * 2 * 0.5)


def test_a_true_band_scores_better_than_a_narrow_or_a_wide_one() -> None:
    history = city(31, areas=200, mean=8.0)
    made, came = forecast(history.until(140)).weekly, history.counts[:, 140 : 140 + HORIZON]
    true = interval_score(made, came).mean()
    middle = made[..., 3:4]
    assert true < interval_score(np.broadcast_to(middle, made.shape), came).mean()
    assert true < interval_score(middle + 3 * (made - middle), came).mean()

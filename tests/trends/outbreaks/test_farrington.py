"""Farrington's method gives the bounds that R's surveillance 1.20.3 gives."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gongdao.trends.outbreaks import ORIGINAL, Method, farrington
from gongdao.trends.outbreaks.farrington import critical_t, negative_binomial_quantile, seasons_of_the_past

SHARED = Path(__file__).parents[3].parent / "shared" / "data" / "scan" / "surveillance_salmonella.agona.csv"
IN_R = {
    "negative_binomial": [15, 17, 16, 15, 14, 14, 14, 14, 14, 15],
    "two_thirds_power": [14.304, 16.785, 16.086, 14.43, 13.98, 13.945, 13.829, 13.701, 13.592, 14.918],
}
IN_R_ORIGINAL = [16.209, 16.476, 16.419, 16.163, 15.533, 11.342, 11.346, 11.41, 11.377, 11.811]


def made_up():
    """Five years of weeks, with one outbreak in the past."""
    i = np.arange(260)
    counts = (7 * i + 3 * (i % 5) + i // 9) % 11
    counts[199] = 40
    return counts


@pytest.mark.parametrize("threshold", sorted(IN_R))
def test_the_flexible_method_gives_the_bounds_of_r(threshold):
    found = farrington(made_up(), range(250, 260), Method(years=3, threshold=threshold))
    assert [one.upper for one in found] == pytest.approx(IN_R[threshold], abs=2e-3)


def test_the_original_method_gives_the_bounds_of_r():
    found = farrington(made_up(), range(250, 260), replace(ORIGINAL, years=3))
    assert [one.upper for one in found] == pytest.approx(IN_R_ORIGINAL, abs=2e-3)


@pytest.mark.reference
@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/data/scan beside the checkout")
def test_salmonella_agona_alarms_as_published():
    with SHARED.open(newline="") as file:
        counts = [int(float(row["observed"])) for row in csv.DictReader(file)]
    weeks = range(281, 312)
    assert sum(one.alarm for one in farrington(counts, weeks)) == 0
    assert sum(one.alarm for one in farrington(counts, weeks, ORIGINAL)) == 4
    flexible = farrington(counts, weeks)
    assert [one.upper for one in flexible][:6] == [6, 6, 7, 7, 8, 8]
    assert flexible[10].expected == pytest.approx(3.48558773, abs=1e-5)
    assert flexible[10].trend


def test_a_jump_alarms_and_a_jump_in_the_past_does_not_hide_it():
    counts = made_up()
    counts[259] = 30
    assert farrington(counts, [259], Method(years=3))[0].alarm
    assert not farrington(counts, [258], Method(years=3))[0].alarm


def test_few_cases_never_alarm():
    counts = np.zeros(260, dtype=int)
    counts[259] = 4
    assert not farrington(counts, [259], Method(years=3))[0].alarm
    counts[259] = 5
    assert farrington(counts, [259], Method(years=3))[0].alarm


def test_the_last_half_year_is_left_out():
    recent = made_up()
    recent[234:259] += 50
    before, after = (farrington(c, [259], Method(years=3))[0] for c in (made_up(), recent))
    assert before.expected == after.expected


def test_a_week_needs_its_past():
    with pytest.raises(ValueError, match="needs 4 years"):
        farrington(made_up(), [100])
    with pytest.raises(ValueError, match="needs 3 years"):
        farrington(made_up(), [260], Method(years=3))


def test_every_season_has_weeks_and_this_one_is_around_the_same_week_of_each_year():
    weeks, season = seasons_of_the_past(300, Method())
    assert set(season) == set(range(10))
    assert {300 - 52 * year + off for year in range(1, 5) for off in range(-3, 4)} == set(weeks[season == 0])
    assert weeks.max() < 300 - 26


@pytest.mark.parametrize(
    ("mean", "dispersion", "quantile"),
    [(2.0, 1.0, 6), (2.0, 1.5, 7), (5.5, 2.5, 17), (0.01, 1.0, 0), (900, 1.0, 971)],
)
def test_quantiles_of_counts(mean, dispersion, quantile):
    """As R's qpois and qnbinom give them at 99 %."""
    assert negative_binomial_quantile(0.99, mean, dispersion) == quantile


@pytest.mark.parametrize(("freedom", "point"), [(10, 2.2281), (26, 2.0555), (200, 1.9719)])
def test_the_critical_value_of_students_t(freedom, point):
    assert critical_t(freedom) == pytest.approx(point, abs=2e-4)

"""Alarms of a city: as many false ones as promised, real ones found and named, nothing moved by what moves all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdao.trends.scan import watch
from gongdao.trends.scan.alarm import find_rise, of_city, replicate_evidence, tail_chance
from gongdao.trends.scan.baseline import YEAR, expect
from gongdao.trends.scan.evidence import RISKS, SIZES, TAKES_PART, evidence, shares
from gongdao.trends.scan.zones import neighbours

WEEKS = 200


def a_city(seed, side=6, mean=3.0, dispersion=1.0, weeks=WEEKS):
    """Counts with a season and closed weeks, and where the areas lie."""
    rng = np.random.default_rng(seed)
    points = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=-1).reshape(-1, 2)
    points = points + rng.uniform(-0.3, 0.3, points.shape)
    closed = np.isin(np.arange(weeks) % 52, [4, 5]).astype(float)
    of_week = (1 + 0.25 * np.sin(2 * np.pi * np.arange(weeks) / YEAR)) * np.where(closed, 0.5, 1)
    means = mean * rng.lognormal(0, 0.4, (side * side, 1)) * of_week
    if dispersion > 1:
        means = rng.gamma(means / (dispersion - 1), dispersion - 1)
    return rng.poisson(means), points, closed


def raised(counts, areas, weeks=3, times=3):
    more = counts.copy()
    more[areas, -weeks:] += np.rint((times - 1) * counts[areas].mean(axis=1, keepdims=True)).astype(int)
    return more


def test_a_tripled_risk_is_found_and_named_and_the_rest_is_left_in_peace():
    counts, points, closed = a_city(1)
    areas = neighbours(points, 4)[14]
    found = watch(raised(counts, areas), points, closed=closed)
    assert found
    assert set(found[0].areas) <= set(neighbours(points, 12)[14])
    assert set(found[0].areas) >= set(areas)
    assert found[0].end == WEEKS
    assert found[0].start >= WEEKS - 4
    assert found[0].observed.sum() > 1.8 * found[0].expected.sum()
    assert found[0].once_in_years > 1


def test_two_rises_apart_are_two_alarms():
    counts, points, closed = a_city(2)
    here, there = neighbours(points, 4)[0], neighbours(points, 4)[35]
    found = watch(raised(raised(counts, here, times=4), there, times=4), points, closed=closed)
    assert len(found) >= 2
    assert not set(found[0].areas) & set(found[1].areas)
    assert set(found[0].areas) & set(here) or set(found[0].areas) & set(there)


def test_the_same_seed_gives_the_same_alarms():
    counts, points, closed = a_city(3)
    strong = raised(counts, [0, 1])
    one, same, other = (watch(strong, points, closed=closed, seed=seed) for seed in (1, 1, 2))
    assert [alarm.p_value for alarm in one] == [alarm.p_value for alarm in same]
    assert one[0].evidence == other[0].evidence


def test_a_larger_promise_alarms_wherever_a_smaller_one_does():
    counts, points, closed = a_city(4)
    some = raised(counts, [7, 8], times=2)
    alarms = [watch(some, points, closed=closed, promise=promise) for promise in (0.01, 1, 20)]
    assert len(alarms[0]) <= len(alarms[1]) <= len(alarms[2])


@pytest.mark.parametrize("dispersion", [1.0, 2.5])
def test_the_promise_is_kept(dispersion):
    """A promise of ten false weeks a year, so that few cities tell; benchmarks/trends looks at one a year in many."""
    p_values = []
    for seed in range(4):
        counts, points, closed = a_city(100 + seed, dispersion=dispersion, weeks=WEEKS)
        near = neighbours(points, 12)
        for week in range(150, WEEKS, 2):
            until = counts[:, :week].astype(float)
            baseline = expect(until, recent=6, closed=closed[:week])
            found = find_rise(until[:, -6:], baseline, near)
            p_values.append(tail_chance(found.evidence, replicate_evidence(baseline, near, 99, week)))
    false_weeks = np.mean(np.array(p_values) <= 10 / YEAR) * YEAR
    assert 3.5 < false_weeks < 20


def test_a_rise_of_the_whole_city_is_no_alarm_of_an_area():
    counts, points, closed = a_city(5)
    everywhere = counts.copy()
    everywhere[:, -2:] = np.random.default_rng(1).poisson(counts[:, -2:] * 1.6)
    assert not watch(everywhere, points, closed=closed, promise=0.5)
    assert (
        of_city(everywhere[:, -6:].astype(float), expect(everywhere, recent=6, closed=closed))[0, -1] > 1.25
    )


def test_the_baseline_follows_season_and_closed_weeks():
    counts, _, closed = a_city(6, side=10, mean=8.0)
    rng_mean = counts.mean(axis=1)
    for week in (160, 162):  # 160 = 3 * 52 + 4 is closed
        baseline = expect(counts[:, : week + 1], recent=1, closed=closed[: week + 1])
        of_week = (1 + 0.25 * np.sin(2 * np.pi * week / YEAR)) * (0.5 if closed[week] else 1)
        assert baseline.expected.sum() == pytest.approx(rng_mean.sum() * of_week / 0.98, rel=0.08)


def test_the_newest_weeks_do_not_teach_the_baseline():
    counts, _, closed = a_city(7)
    changed = counts.copy()
    changed[:, -8:] *= 5
    one, other = (expect(table, recent=6, closed=closed) for table in (counts, changed))
    assert np.array_equal(one.expected, other.expected)


def test_a_known_rise_does_not_become_the_rule():
    counts, _, closed = a_city(8)
    past, known = counts.copy(), np.zeros(counts.shape, dtype=bool)
    past[3, 150:180] *= 4
    known[3, 150:180] = True
    plain, learnt, told = (
        expect(table, recent=6, closed=closed, known=mask).expected[3].sum()
        for table, mask in ((counts, None), (past, None), (past, known))
    )
    assert learnt > 1.3 * plain
    assert told == pytest.approx(plain, rel=0.1)


@pytest.mark.parametrize("dispersion", [1.0, 1.5, 2.5])
def test_the_dispersion_is_found(dispersion):
    counts, _, closed = a_city(9, side=10, dispersion=dispersion)
    assert expect(counts, recent=6, closed=closed).dispersion == pytest.approx(dispersion, abs=0.08)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([1.0, 1.5, 3.0]), st.sampled_from([0.3, 2.0, 40.0]))
def test_the_evidence_is_the_mean_ratio_over_all_subsets(seed, dispersion, mean):
    """By summing over every subset of every neighbourhood, with the negative binomial's probabilities."""
    rng = np.random.default_rng(seed)
    counts = rng.poisson(mean, (5, 2)).astype(float)
    expected = rng.gamma(5, mean / 5, (5, 2))
    near = np.stack([rng.permutation(5) for _ in range(5)])
    found = evidence(counts, expected, np.zeros(5), dispersion, near, np.array([2, 4]))
    ratios = [
        subset_mean(
            counts[around, -weeks:].sum(axis=1), expected[around, -weeks:].sum(axis=1), dispersion, risk
        )
        for centre in near
        for around in (centre[:2], centre[:4])
        for weeks in (1, 2)
        for risk in RISKS
    ]
    assert found == pytest.approx(np.log(np.mean(ratios)), rel=1e-6, abs=1e-6)


def subset_mean(cases, means, dispersion, risk):
    total = 0.0
    for members in range(2 ** len(cases)):
        inside = [bool(members >> i & 1) for i in range(len(cases))]
        chance = np.prod([TAKES_PART if one else 1 - TAKES_PART for one in inside])
        logs = [
            log_chance(c, m * risk, dispersion) - log_chance(c, m, dispersion)
            for c, m in zip(cases, means, strict=True)
        ]
        total += chance * np.exp(sum(log for log, one in zip(logs, inside, strict=True) if one))
    return total


def log_chance(cases, mean, dispersion):
    from math import lgamma, log

    if dispersion == 1:
        return cases * log(mean) - mean - lgamma(cases + 1)
    size = mean / (dispersion - 1)
    chance = lgamma(cases + size) - lgamma(size) - lgamma(cases + 1)
    return chance - size * log(dispersion) + cases * log(1 - 1 / dispersion)


def test_few_areas_and_few_cases_are_no_reason_to_fail():
    for areas in (1, 2, 4):
        counts = np.random.default_rng(areas).poisson(1.0, (areas, 120))
        points = np.arange(2 * areas).reshape(areas, 2)
        watch(counts, points)
        assert watch(raised(counts + 1, [0], times=9), points)
    nothing = np.zeros((9, 60), dtype=int)
    assert watch(nothing, np.arange(18).reshape(9, 2)) == []
    once = nothing.copy()
    once[4, -1] = 1
    assert watch(once, np.arange(18).reshape(9, 2), promise=0.5) == []


def test_a_short_past_is_said():
    with pytest.raises(ValueError, match="26 weeks or more"):
        watch(np.ones((4, 30)), np.arange(8).reshape(4, 2))


def test_what_the_evidence_is_made_of_stays_finite():
    near = neighbours(np.arange(24).reshape(12, 2), 12)
    given = (np.full((12, 6), 5e4), np.full((12, 6), 1.0), np.zeros(12), 1.5, near, SIZES)
    assert np.isfinite(evidence(*given))
    of_area, of_weeks = shares(*given)
    assert of_area == pytest.approx(np.ones(12))
    assert of_weeks.sum() == pytest.approx(1)

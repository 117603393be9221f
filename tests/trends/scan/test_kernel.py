"""The fast loops give what the definition gives, window by window and replicate by replicate."""

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdao.trends.scan import circles, listed, scan
from gongdao.trends.scan.kernel import highest_of_replicates
from gongdao.trends.scan.statistic import cases_to_reach, log_ratio, thresholds
from tests.trends.scan import brute_force

SEEDS = st.integers(0, 2**32 - 1)


def a_table(seed, areas, periods, mean=1.5):
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 10, (areas, 2))
    population = rng.lognormal(0, 0.6, areas)
    counts = rng.poisson(mean * population[:, None] / population.mean(), (areas, periods))
    return points, population, counts


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 9), st.integers(1, 7), st.integers(1, 7), st.booleans(), st.sampled_from(
    ["population_poisson", "population_poisson_timeadj", "permutation", "expectation"]))  # fmt: skip
def test_the_most_likely_cluster_is_the_one_found_by_trying_every_window(
    seed, areas, periods, longest, retrospective, model
):
    points, population, counts = a_table(seed, areas, periods)
    total = counts.sum()
    by_time = {
        "population_poisson": np.full(periods, total / periods),
        "population_poisson_timeadj": counts.sum(axis=0),
        "permutation": counts.sum(axis=0),
        "expectation": np.full(periods, 1.2 * areas),
    }[model]
    by_area = counts.sum(axis=1) / max(total, 1) if model == "permutation" else population / population.sum()
    expected = np.outer(by_area, by_time)
    zones = brute_force.circles_of(points.tolist(), population.tolist(), 0.6)
    ratio, *_ = brute_force.best_window(
        counts.tolist(), expected.tolist(), inf if model == "expectation" else total, zones, longest,
        retrospective=retrospective,
    )  # fmt: skip
    found = scan(
        counts, circles(points, population, max_share=0.6), model=model, longest=longest, population=population,
        baselines=expected if model == "expectation" else None, retrospective=retrospective, replicates=0,
    )  # fmt: skip
    assert ratio == pytest.approx(found[0].statistic if found else 0.0, abs=1e-9)
    if found:
        first = found[0]
        inside = counts[list(first.areas), first.start - 1 : first.end]
        assert first.observed == inside.sum()
        assert first.end == periods or retrospective
        assert set(first.areas) in zones


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(2, 8), st.integers(1, 6), st.integers(1, 6), st.booleans(), st.booleans())
def test_the_highest_ratio_of_every_replicate_is_exact(
    seed, areas, periods, longest, retrospective, conditional
):
    points, population, _ = a_table(seed, areas, periods)
    expected = np.repeat(population[None, :], periods, axis=0)
    replicates = (
        np.random.default_rng(seed).poisson(expected[:, :, None], (periods, areas, 32)).astype(np.int16)
    )
    total = float(replicates.sum(axis=(0, 1)).max() + 1) if conditional else inf
    scale = total / expected.sum() if conditional else 1.0
    zones = circles(points, population, max_share=0.7)
    centre = np.floor(expected * scale).astype(np.int64)
    best = np.zeros(32)
    assert highest_of_replicates(
        (replicates - centre[:, :, None]).astype(np.int16), centre, expected * scale, total,
        zones.starts, zones.members, zones.closed, longest, retrospective, 1, best,
    )  # fmt: skip
    sets = brute_force.circles_of(points.tolist(), population.tolist(), 0.7)
    for lane in range(0, 32, 8):
        counts = replicates[:, :, lane].T.tolist()
        definition = brute_force.best_window(
            counts, (expected * scale).T.tolist(), total, sets, longest, retrospective=retrospective
        )
        assert best[lane] == pytest.approx(definition[0], abs=1e-9)


def test_counts_too_large_for_their_type_are_noticed():
    zones = listed([[0], [1], [0, 1]], areas=2)
    counts = np.full((1, 2, 32), 20_000, np.int16)
    args = (
        np.zeros((1, 2), np.int64),
        np.ones((1, 2)),
        inf,
        zones.starts,
        zones.members,
        zones.closed,
        1,
        False,
        1,
    )
    assert not highest_of_replicates(counts, *args, np.zeros(32))
    assert highest_of_replicates(counts.astype(np.int32), *args, np.zeros(32))


@settings(max_examples=100, deadline=None)
@given(st.floats(1e-3, 1e4), st.floats(1e-2, 60), st.sampled_from([inf, 1.5e4]))
def test_the_fewest_cases_that_reach_a_ratio_reach_it(expected, ratio, total):
    cases = cases_to_reach(ratio, expected, total)
    assert cases == total or log_ratio(cases, expected, total) == pytest.approx(ratio, rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.floats(0.05, 40), st.floats(1, 5e4), st.floats(1e-9, 1), st.booleans())
def test_a_threshold_never_passes_over_a_window_that_reaches_the_ratio(ratio, largest, part, conditional):
    total = largest * 1.25 if conditional else inf
    base, slope = np.empty(512), np.empty(512)
    scale = thresholds(ratio, largest, total, base, slope)
    expected = largest * part
    line = min(int(np.sqrt(expected) * scale), 511)
    assert base[line] + slope[line] * expected <= cases_to_reach(ratio, expected, total) + 1e-9

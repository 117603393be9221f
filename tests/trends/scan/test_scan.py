"""What a scan promises: the same for the same seed, honest p-values, clusters that do not overlap."""

import numpy as np
import pytest

from gongdao.trends.scan import ScanError, circles, scan
from gongdao.trends.scan.models import null
from gongdao.trends.scan.scanning import highest
from gongdao.trends.scan.significance import gumbel, monte_carlo
from tests.trends.scan.test_kernel import a_table

POINTS, POPULATION, COUNTS = a_table(1, areas=20, periods=12, mean=2.0)
ZONES = circles(POINTS, POPULATION)
MODELS = ["population_poisson", "population_poisson_timeadj", "permutation", "expectation"]


def found(counts=COUNTS, zones=ZONES, model="population_poisson", population=POPULATION, **more):
    return scan(counts, zones, model=model, longest=4, population=population, **more)


@pytest.mark.parametrize("model", MODELS)
def test_the_same_seed_gives_the_same_answer_and_another_seed_another(model):
    assert found(model=model) == found(model=model)
    assert found(model=model)[0].p_gumbel != found(model=model, seed=2)[0].p_gumbel
    assert found(model=model)[0].statistic == found(model=model, seed=2)[0].statistic


@pytest.mark.parametrize("model", MODELS)
def test_a_replicate_is_the_same_however_many_are_asked_for(model):
    one = null(COUNTS.astype(float), 4, model=model, population=POPULATION)
    few, many = (highest(one, ZONES, 4, replicates=n, seed=5) for n in (50, 1500))
    assert np.array_equal(few, many[:50])


def test_naming_the_areas_in_another_order_changes_nothing_but_the_numbers():
    order = np.random.default_rng(3).permutation(20)
    zones = circles(POINTS[order], POPULATION[order])
    there = found(COUNTS[order], zones, population=POPULATION[order], replicates=0)
    here = found(replicates=0)
    assert [{int(order[area]) for area in one.areas} for one in there] == [set(one.areas) for one in here]
    assert [one.statistic for one in there] == pytest.approx([one.statistic for one in here])


def test_clusters_share_no_area_and_fall_in_strength():
    clusters = found(replicates=99, retrospective=True)
    named = [area for one in clusters for area in one.areas]
    assert len(named) == len(set(named))
    assert len(clusters) > 1
    assert [one.statistic for one in clusters] == sorted((one.statistic for one in clusters), reverse=True)
    assert [one.rank for one in clusters] == list(range(1, len(clusters) + 1))


def test_more_cases_in_the_cluster_make_it_stronger():
    first = found(replicates=0)[0]
    more = COUNTS.copy()
    more[first.areas[0], first.end - 1] += 3
    baselines = np.full(COUNTS.shape, COUNTS.mean())
    weak, strong = (found(c, model="expectation", baselines=baselines, replicates=0) for c in (COUNTS, more))
    assert strong[0].statistic >= weak[0].statistic
    assert found(more, replicates=0)[0].statistic > first.statistic


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("mean", [1.0, 300.0])
def test_without_clusters_p_values_are_uniform(model, mean):
    """Whether few cases are thrown one by one or many are drawn cell by cell."""
    points, population, _ = a_table(9, areas=6, periods=4)
    zones = circles(points, population)
    rng = np.random.default_rng(11)
    expected = np.repeat(mean * population[:, None], 4, axis=1)
    given = {"baselines": expected} if model == "expectation" else {"population": population}
    p_values = [
        monte_carlo(
            one[0].statistic
            if (one := scan(counts, zones, model=model, longest=3, replicates=0, **given))
            else 0.0,
            highest(null(counts.astype(float), 3, model=model, **given), zones, 3, replicates=99, seed=seed),
        )
        for seed, counts in enumerate(rng.poisson(expected, (60, 6, 4)))
    ]
    assert 0.33 < np.mean(p_values) < 0.67
    assert np.mean(np.array(p_values) <= 0.2) < 0.37


@pytest.mark.parametrize(("mean", "dispersion"), [(2.0, 1.0), (2.0, 2.5), (200.0, 1.0), (200.0, 2.5)])
def test_replicates_of_an_expectation_have_its_mean_and_dispersion(mean, dispersion):
    baselines = np.full((4, 2), mean)
    one = null(np.ones((4, 2)), 2, model="expectation", baselines=baselines, dispersion=dispersion)
    counts = np.zeros((8, 20_480), np.int32)
    one.replicates.fill(counts, 1, 0)
    assert counts.mean() == pytest.approx(mean, rel=0.02)
    assert counts.var() / counts.mean() == pytest.approx(dispersion, rel=0.03)


@pytest.mark.parametrize("times", [1, 100])
def test_shuffled_cases_keep_each_periods_number_and_no_area_gets_more_than_it_has(times):
    counts = COUNTS.astype(float) * times
    one = null(counts, 12, model="permutation")
    replicates = np.zeros((12 * 20, 64), np.int32)
    one.replicates.fill(replicates, 1, 0)
    tables = replicates.reshape(12, 20, 64)
    assert (tables.sum(axis=1) == counts.sum(axis=0)[:, None]).all()
    assert (tables.sum(axis=0) == counts.sum(axis=1)[:, None]).all()


def test_a_fifth_of_the_replicates_gives_about_the_precision_of_all_with_the_fitted_tail():
    one = null(COUNTS.astype(float), 4, model="population_poisson", population=POPULATION)
    maxima = highest(one, ZONES, 4, replicates=40_000, seed=1)
    statistic = float(np.quantile(maxima, 0.99))
    counted = [monte_carlo(statistic, maxima[i : i + 999]) for i in range(0, 39_960, 999)]
    fitted = [gumbel(statistic, maxima[i : i + 199]) for i in range(0, 39_800, 199)]
    assert np.std(fitted) < 1.5 * np.std(counted)
    assert np.mean(fitted) == pytest.approx(0.01, abs=0.005)


def test_one_area_and_no_cases_are_no_reason_to_fail():
    lonely = circles([[0, 0]], [5], max_share=1)
    assert found(np.zeros((1, 3)), lonely, population=[5]) == []
    assert found([[0, 1, 9]], lonely, population=[5], model="population_poisson")[0].areas == (0,)
    for model in MODELS:
        assert found(np.zeros((20, 8)), model=model) == []


def test_an_expectation_without_baselines_is_each_areas_own_earlier_mean():
    first = found(model="expectation", replicates=0)[0]
    days, area = first.end - first.start + 1, list(first.areas)
    assert first.expected == pytest.approx((COUNTS[area, :8].sum(axis=1) + 0.5).sum() * days / 8.5)
    every = found(model="expectation", replicates=0, retrospective=True)[0]
    days, area = every.end - every.start + 1, list(every.areas)
    assert every.expected == pytest.approx((COUNTS[area].sum(axis=1) + 0.5).sum() * days / 12.5)


def test_an_area_without_people_may_have_no_cases():
    population = POPULATION.copy()
    population[3] = 0
    counts = COUNTS.copy()
    counts[3] = 0
    assert found(counts, population=population)
    with pytest.raises(ScanError, match="为零却有案件"):
        found(population=population)


@pytest.mark.parametrize(
    ("counts", "more", "said"),
    [
        (np.empty((0, 3)), {}, "至少要有一个地区"),
        (np.full((20, 2), -1), {}, "不能是负数"),
        (np.full((20, 2), np.nan), {}, "也不能缺"),
        (COUNTS, {"baselines": np.ones((3, 2))}, "行列要和案件数一样"),
        (COUNTS, {"baselines": np.full(COUNTS.shape, -1.0)}, "基线不能是负数"),
        (COUNTS, {"population": None}, "人口"),
        (COUNTS + 0.5, {"model": "permutation"}, "整数"),
    ],
)
def test_what_cannot_be_scanned_is_said(counts, more, said):
    with pytest.raises(ScanError, match=said):
        found(counts, **more)

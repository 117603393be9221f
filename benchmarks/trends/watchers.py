"""Ways to watch a city: each says of its newest week what stands out, the strongest first, as scores and areas.

A threshold on the scores is set afterwards, so that all give the same number of false-alert weeks.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from benchmarks.trends.city import City, Floats
from gongdao.trends.outbreaks import farrington
from gongdao.trends.scan import nearest, scan, watch
from gongdao.trends.scan.alarm import find_rise
from gongdao.trends.scan.baseline import YEAR, Baseline, expect
from gongdao.trends.scan.zones import neighbours

Found = Sequence[tuple[float, frozenset[int]]]
Watcher = Callable[[City, Floats], Found]
LONGEST, NEAREST = 6, 15
LAX = 20.0  # false alarms a year up to which the watch is asked; thresholds are lower


def as_shipped(city: City, counts: Floats) -> Found:
    """What warnings come from: its score is the p-value it gives."""
    weeks = counts.shape[1]
    alarms = watch(counts, city.points, promise=LAX, closed=city.closed[:weeks], seed=weeks)
    return [(-alarm.p_value * YEAR, frozenset(alarm.areas)) for alarm in alarms]


def own_history(city: City, counts: Floats) -> Found:
    """Kulldorff's circles with the expectation-based Poisson statistic, baseline from the city's own past."""
    baseline = expect(counts, recent=LONGEST, closed=city.closed[: counts.shape[1]])
    return _scanned(city, counts[:, -LONGEST:], model="expectation", baselines=baseline.expected)


def true_baseline(city: City, counts: Floats) -> Found:
    """An oracle: the same, knowing the true means."""
    truth = city.means[:, : counts.shape[1]][:, -LONGEST:]
    return _scanned(city, counts[:, -LONGEST:], model="expectation", baselines=truth)


def true_baseline_subsets(city: City, counts: Floats) -> Found:
    """An oracle of our own evidence: the true means and the true variance/mean, nothing to be estimated."""
    truth = city.means[:, : counts.shape[1]][:, -LONGEST:]
    baseline = Baseline(truth, _dispersion(city), 0.0, np.zeros(len(truth)))
    rise = find_rise(counts[:, -LONGEST:], baseline, neighbours(city.points, 12))
    return [(rise.evidence, frozenset(rise.areas.tolist()))]


def permutation(city: City, counts: Floats) -> Found:
    """Kulldorff's space-time permutation over the last year."""
    return _scanned(city, counts[:, -52:], model="permutation")


def by_population(city: City, counts: Floats) -> Found:
    """Kulldorff's Poisson scan over the last year: expects every area to have its share of the population."""
    return _scanned(city, counts[:, -52:], model="population_poisson", population=city.population)


def farrington_per_area(city: City, counts: Floats) -> Found:
    """Noufaily's method for every area alone; the score is how far beyond its bound the week is."""
    found = []
    for area, series in enumerate(counts):
        one = farrington(series, [len(series) - 1])[0]
        if one.alarm or series[-4:].sum() >= 5:
            score = (one.observed - one.expected) / max(one.upper - one.expected, 1e-9)
            found.append((score, frozenset([area])))
    return sorted(found, key=lambda each: -each[0])


WATCHERS: Mapping[str, Watcher] = {
    "watch as shipped": as_shipped,
    "expectation scan on own history": own_history,
    "space-time permutation": permutation,
    "population Poisson scan": by_population,
    "Farrington per area": farrington_per_area,
    "oracle: scan with true means": true_baseline,
    "oracle: our evidence with true means": true_baseline_subsets,
}


def _scanned(city: City, counts: Floats, **model) -> Found:  # type: ignore[no-untyped-def]
    zones = nearest(city.points, NEAREST)
    clusters = scan(counts, zones, longest=LONGEST, replicates=0, **model)
    return [(one.statistic, frozenset(one.areas)) for one in clusters]


def _dispersion(city: City) -> float:
    past = city.counts[:, :52] - city.means[:, :52]
    return max(1.0, float((past**2).sum() / city.means[:, :52].sum()))

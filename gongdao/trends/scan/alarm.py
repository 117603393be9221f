"""This week's alarms of a city, as many false ones a year as were promised."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gongdao.trends.scan.baseline import YEAR, Baseline, Floats, expect
from gongdao.trends.scan.evidence import SIZES, evidence, evidence_of_many, shares
from gongdao.trends.scan.kernel import LEAST_CASES
from gongdao.trends.scan.zones import Coords, neighbours

_TAIL = 0.2  # of the replicates, that the tail is fitted to
_UNUSUAL = 3.0  # standard deviations from which the whole city has changed, and not an area
_ROUNDS = 3
_MOST = 5  # alarms a week
_RATHER = 0.5  # chance from which an area rather takes part than not
_COUNTED = 10  # replicates as strong, from which their number tells enough


@dataclass(frozen=True, eq=False)
class Alarm:
    """A rise in areas that lie together. ``areas`` are numbers of rows, with their ``observed`` and ``expected`` cases
    in the periods ``start`` to ``end`` (from 1, inclusive). ``p_value`` is the chance that a week without any rise shows
    evidence as strong; that happens once in ``once_in_years``."""

    areas: tuple[int, ...]
    start: int
    end: int
    observed: NDArray[np.int64]
    expected: Floats
    evidence: float
    p_value: float

    @property
    def once_in_years(self) -> float:
        return 1 / (self.p_value * YEAR)


def watch(
    counts: ArrayLike,
    coordinates: ArrayLike,
    *,
    coords: Coords = "plane",
    promise: float = 1.0,
    closed: ArrayLike | None = None,
    known: ArrayLike | None = None,
    longest: int = 6,
    gap: int = 8,
    replicates: int = 199,
    seed: int = 1,
) -> list[Alarm]:
    """The rises of the last ``longest`` weeks that would come by chance in at most ``promise`` weeks a year.

    ``counts`` [areas, weeks] of one kind of dispute, the newest week last, half a year at least and better four;
    ``coordinates`` [areas, 2]; ``closed``, ``known`` and ``gap`` as in ``baseline.expect``. A city that watches several
    kinds or levels divides its promise among them. Alarms share no area; the strongest comes first.
    """
    table = np.asarray(counts, dtype=float)
    baseline = expect(table, recent=longest, gap=gap, closed=closed, known=known)
    near = neighbours(coordinates, int(SIZES[-1]), coords=coords)
    chance = replicate_evidence(baseline, near, replicates, seed)
    recent, alarms = table[:, -longest:].copy(), list[Alarm]()
    while len(alarms) < _MOST:
        found = find_rise(recent, baseline, near)
        p_value = tail_chance(found.evidence, chance)
        weeks = slice(-found.weeks, None)
        if p_value > promise / YEAR or recent[found.areas, weeks].sum() < LEAST_CASES:
            break
        alarms.append(
            Alarm(
                areas=tuple(int(area) for area in found.areas),
                start=table.shape[1] - found.weeks + 1,
                end=table.shape[1],
                observed=recent[found.areas, weeks].sum(axis=1).astype(np.int64),
                expected=found.expected[found.areas, weeks].sum(axis=1),
                evidence=found.evidence,
                p_value=p_value,
            )
        )
        recent[found.areas] = found.expected[found.areas]  # what is explained does not count twice
    return alarms


@dataclass(frozen=True, eq=False)
class Rise:
    """The evidence of all, and the areas and weeks that carry most of it."""

    evidence: float
    areas: NDArray[np.int64]
    weeks: int
    expected: Floats


def find_rise(recent: Floats, baseline: Baseline, near: NDArray[np.int64]) -> Rise:
    """What stands out in ``recent`` [areas, weeks], after what the whole city shares."""
    expected = baseline.expected * of_city(recent, baseline)
    given = (recent, expected, baseline.level, baseline.dispersion, near, _sizes(near))
    of_area, of_weeks = shares(*given)
    areas = np.flatnonzero(of_area >= _RATHER) if of_area.max() >= _RATHER else np.array([of_area.argmax()])
    return Rise(
        float(evidence(*given)), areas[np.argsort(-of_area[areas])], int(of_weeks.argmax()) + 1, expected
    )


def _sizes(near: NDArray[np.int64]) -> NDArray[np.int64]:
    """A city of a few areas has smaller neighbourhoods."""
    return np.unique(np.minimum(SIZES, near.shape[1]))


def of_city(recent: Floats, baseline: Baseline) -> Floats:
    """The factor of each week in the whole city [..., 1, weeks] for counts [..., areas, weeks]: cut residuals, so that no area decides it; believed as far as
    weeks are known to vary, and wholly where it is unusual."""
    error = np.sqrt(baseline.dispersion * baseline.expected)
    total = baseline.expected.sum(axis=-2, keepdims=True)
    excess = np.zeros_like(recent.sum(axis=-2, keepdims=True))
    for _ in range(_ROUNDS):  # Huber's estimate of location
        residual = (recent - baseline.expected * (1 + excess)) / error
        excess = excess + (np.clip(residual, -2, 2) * error).sum(axis=-2, keepdims=True) / total
    chance = baseline.dispersion / total
    believed = baseline.weekly / (baseline.weekly + chance)
    whole = recent.shape[-2] > SIZES[-1]  # in a few areas, the city and a neighbourhood are the same
    unusual = whole & (np.abs(excess) > _UNUSUAL * np.sqrt(baseline.weekly + chance))
    return np.asarray(np.maximum(1 + np.where(unusual, 1.0, believed) * excess, 0.1))


def replicate_evidence(baseline: Baseline, near: NDArray[np.int64], replicates: int, seed: int) -> Floats:
    """The evidence in weeks without any rise, with every way in which they may differ from what was expected."""
    rng = np.random.default_rng(seed)
    areas, weeks = baseline.expected.shape
    means = baseline.expected * _around_one(rng, baseline.level[:, None], (replicates, areas, 1))
    means = means * _around_one(rng, np.array(baseline.weekly), (replicates, 1, weeks))
    more = baseline.dispersion - 1
    counts = rng.poisson(rng.gamma(means / more, more) if more > 1e-6 else means).astype(float)
    expected = baseline.expected * of_city(counts, baseline)
    return np.asarray(
        evidence_of_many(counts, expected, baseline.level, baseline.dispersion, near, _sizes(near))
    )


def _around_one(rng: np.random.Generator, variance: Floats, size: tuple[int, ...]) -> Floats:
    """Gamma distributed factors with mean 1."""
    spread = np.maximum(variance, 1e-12)
    return rng.gamma(np.broadcast_to(1 / spread, size), np.broadcast_to(spread, size))


def tail_chance(strength: float, chance: Floats) -> float:
    """The chance of evidence as strong: counted among the replicates, beyond them from the exponential tail of their
    upper part."""
    reached = int((chance >= strength).sum())
    start = float(np.quantile(chance, 1 - _TAIL))
    above = chance[chance > start] - start
    if reached >= _COUNTED or not len(above) or strength <= start:
        return (reached + 1) / (len(chance) + 1)
    return float(len(above) / len(chance) * np.exp(-(strength - start) / above.mean()))

"""How many disputes an area has beside the others: its own recent weeks count most, and an area with few cases leans
on all (a discounted gamma-Poisson filter with a shared prior)."""

from dataclasses import dataclass

import numpy as np

from gongdao.trends.forecasts.season import Floats

MEMORIES = (0.90, 0.95, 0.98, 0.995)  # what a week still counts one week later
PRIOR_WEEKS = (2.0, 8.0, 26.0, 104.0)  # how many weeks of evidence the shared prior is worth
_WARM_UP = 26
_AHEAD = 4  # levels are judged by how well they foretell the fourth week after


@dataclass(frozen=True, slots=True)
class Levels:
    """Each area's level is gamma distributed: ``shape`` and ``rate``; ``spread`` is variance over mean of the counts."""

    shape: Floats
    rate: Floats
    spread: float

    @property
    def mean(self) -> Floats:
        return self.shape / self.rate


def fit_levels(counts: Floats, season: Floats) -> Levels:
    """From counts [area, week] and the shared factors of the weeks, the memory and prior that foretold best."""
    best, chosen = np.inf, (MEMORIES[-1], PRIOR_WEEKS[1])
    for memory in MEMORIES:
        cases, exposure = _discounted(counts, season, memory)
        for prior in PRIOR_WEEKS:
            loss = _past_loss(counts, season, cases, exposure, prior)
            if loss < best:
                best, chosen = loss, (memory, prior)
    cases, exposure = _discounted(counts, season, chosen[0])
    shape, rate = _posterior(cases[:, -1], exposure[-1], chosen[1])
    return Levels(shape, rate, _spread(counts, season, cases, exposure, chosen[1]))


def _discounted(counts: Floats, season: Floats, memory: float) -> tuple[Floats, Floats]:
    """Cases [area, week] and exposure [week] seen up to each week, older weeks counting less."""
    cases, exposure = np.empty_like(counts), np.empty_like(season)
    seen, weight = np.zeros(len(counts)), 0.0
    for week in range(counts.shape[1]):
        seen = memory * seen + counts[:, week]
        weight = memory * weight + season[week]
        cases[:, week], exposure[week] = seen, weight
    return cases, exposure


def _posterior(cases: Floats, exposure: Floats | float, prior: float) -> tuple[Floats, Floats]:
    """Gamma shape and rate of each area; the prior is the mean of all areas, worth ``prior`` weeks."""
    pooled = np.maximum(cases.mean(axis=0) / exposure, 1e-6)
    return cases + prior * pooled, np.broadcast_to(exposure + prior, cases.shape)


def _past(
    counts: Floats, season: Floats, cases: Floats, exposure: Floats, prior: float
) -> tuple[Floats, Floats]:
    """What was foretold for each past week [area, week], and its level's shape."""
    start = min(_WARM_UP, counts.shape[1] // 2)
    until = counts.shape[1] - _AHEAD
    shape, rate = _posterior(cases[:, start:until], exposure[start:until], prior)
    return shape / rate * season[start + _AHEAD :], shape


def _past_loss(counts: Floats, season: Floats, cases: Floats, exposure: Floats, prior: float) -> float:
    """Poisson deviance (up to a constant) of what was foretold."""
    means, _ = _past(counts, season, cases, exposure, prior)
    happened = counts[:, -means.shape[1] :]
    return float(np.sum(means - happened * np.log(means)))


def _spread(counts: Floats, season: Floats, cases: Floats, exposure: Floats, prior: float) -> float:
    """Variance over mean beyond what the uncertain level explains, at least 1."""
    means, shape = _past(counts, season, cases, exposure, prior)
    happened = counts[:, -means.shape[1] :]
    beyond = np.sum((happened - means) ** 2 - means**2 / shape)
    return float(np.clip(beyond / means.sum(), 1.0, 8.0))

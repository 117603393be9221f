"""Quantiles of counts: negative binomial from a mean and a variance."""

import numpy as np

from gongdao.trends.forecasts.season import Floats

# What every interval is read from: 90 %, 80 % and 50 % bands around the median.
PROBABILITIES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
MEDIAN = PROBABILITIES.index(0.50)
_NEARLY_POISSON = 1e-3
_TAIL = 12.0  # standard deviations above the mean at which the table ends


def quantiles(means: Floats, variances: Floats) -> Floats:
    """For arrays of any shape, one quantile per probability on a new last axis; whole numbers."""
    mean = np.maximum(np.asarray(means, dtype=float), 1e-9).ravel()
    variance = np.maximum(np.asarray(variances, dtype=float).ravel(), mean * (1 + _NEARLY_POISSON))
    size = mean**2 / (variance - mean)
    success = mean / variance  # p of the negative binomial; below 1
    top = int(np.ceil((mean + _TAIL * np.sqrt(variance)).max())) + 2
    below = _cumulated(size, success, top)
    found = [(below < probability).sum(axis=1) for probability in PROBABILITIES]
    return np.stack(found, axis=-1).reshape((*np.shape(means), len(PROBABILITIES))).astype(float)


def _cumulated(size: Floats, success: Floats, top: int) -> Floats:
    """Cumulative probabilities of 0 … top, by the ratio of neighbours; in logarithms so that nothing vanishes."""
    number = np.arange(1, top + 1)
    ratios = np.log((number + size[:, None] - 1) / number) + np.log1p(-success)[:, None]
    start = (size * np.log(success))[:, None]
    logs = np.concatenate([start, start + np.cumsum(ratios, axis=1)], axis=1)
    return np.cumsum(np.exp(logs), axis=1)

"""The guesses a forecast has to beat: like last week, like a year ago, like the mean of the last year. Each carries
intervals from its own past errors, so that they are compared fairly."""

from collections.abc import Callable, Mapping

import numpy as np

from gongdao.trends.forecasts.distribution import PROBABILITIES, quantiles
from gongdao.trends.forecasts.model import HORIZON, History
from gongdao.trends.forecasts.season import Floats

YEAR = 52


def naive(history: History) -> Floats:
    """Every week to come is like the last one."""
    counts = history.counts
    made = []
    for ahead in range(1, HORIZON + 1):
        errors = counts[:, ahead:] - counts[:, :-ahead]
        made.append(_around(counts[:, -1], errors))
    return np.stack(made, axis=1)


def seasonal_naive(history: History) -> Floats:
    """Every week to come is like the same week a year ago."""
    counts = history.counts
    if counts.shape[1] < YEAR + HORIZON:
        return naive(history)
    last_year = counts[:, -YEAR : counts.shape[1] - YEAR + HORIZON]
    errors = counts[:, YEAR:] - counts[:, :-YEAR]
    return np.stack([_around(last_year[:, ahead], errors) for ahead in range(HORIZON)], axis=1)


def yearly_mean(history: History) -> Floats:
    """Every week to come is drawn from the last year's mean and scatter."""
    recent = history.counts[:, -YEAR:]
    means = np.maximum(recent.mean(axis=1), 1.0 / recent.shape[1])
    variances = np.maximum(recent.var(axis=1), means)
    shape = (len(means), HORIZON)
    return quantiles(np.broadcast_to(means[:, None], shape), np.broadcast_to(variances[:, None], shape))


def _around(centre: Floats, errors: Floats) -> Floats:
    """Quantiles of past errors, made symmetric, around a value; never below nothing."""
    both = np.concatenate([errors, -errors], axis=1)
    offsets = np.quantile(both, PROBABILITIES, axis=1)
    return np.maximum(np.rint(centre[:, None] + offsets.T), 0.0)


PEERS: Mapping[str, Callable[[History], Floats]] = {
    "上一周有多少就算多少": naive,
    "去年同一周有多少就算多少": seasonal_naive,
    "过去一年平均多少就算多少": yearly_mean,
}

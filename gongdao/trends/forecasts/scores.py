"""How good quantiles were once the weeks had come: the weighted interval score (twice the mean pinball loss), the
mean absolute error of the median, and how often the 80 % band held."""

import numpy as np

from gongdao.trends.forecasts.distribution import MEDIAN, PROBABILITIES
from gongdao.trends.forecasts.season import Floats

_LOW, _HIGH = PROBABILITIES.index(0.10), PROBABILITIES.index(0.90)


def interval_score(predicted: Floats, happened: Floats) -> Floats:
    """Per value; lower is better. ``predicted`` has one more axis than ``happened``."""
    levels = np.array(PROBABILITIES)
    misses = happened[..., None] - predicted
    pinball = np.maximum(levels * misses, (levels - 1.0) * misses)
    return 2.0 * pinball.mean(axis=-1)


def absolute_error(predicted: Floats, happened: Floats) -> Floats:
    """Per value, of the median."""
    return np.abs(happened - predicted[..., MEDIAN])


def held(predicted: Floats, happened: Floats) -> Floats:
    """Whether each value lay in the 80 % band."""
    return ((predicted[..., _LOW] <= happened) & (happened <= predicted[..., _HIGH])).astype(float)

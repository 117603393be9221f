"""Rolling origin: stand at a past week, forget what came after, foretell eight weeks, look what came; again and again.

A forecast of an area is shown only if it beat every simple guess there; the comparison is shown in either case.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from gongdao.trends.forecasts.model import HORIZON, Forecast, History, forecast
from gongdao.trends.forecasts.peers import PEERS
from gongdao.trends.forecasts.scores import absolute_error, held, interval_score
from gongdao.trends.forecasts.season import Floats

OURS = "本模型"
LEAST_HISTORY = 60  # weeks before the first origin
ORIGINS = 12
LEAST_CASES = 10  # in the weeks foretold: with fewer, nothing can be said about who is better


@dataclass(frozen=True, slots=True)
class Score:
    """One method: per area, mean interval score, mean absolute error, share of weeks within the 80 % band."""

    interval: Floats
    absolute: Floats
    held: Floats


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every method's score, on how many origins, and for each area whether ours beat all."""

    scores: Mapping[str, Score]
    origins: int
    cases: Floats

    @property
    def beats(self) -> list[bool]:
        """Per area: enough cases to judge, and a lower interval score than every simple guess."""
        ours = self.scores[OURS].interval
        best = np.min([self.scores[name].interval for name in PEERS], axis=0)
        return [bool(won) for won in (ours < best) & (self.cases >= LEAST_CASES)]


def compare(history: History) -> Comparison | None:
    """None if the history is too short to stand anywhere in it."""
    last = len(history.mondays) - HORIZON
    first = max(LEAST_HISTORY, last - 52)
    if last < first:
        return None
    origins = sorted({int(week) for week in np.linspace(first, last, ORIGINS)})
    made: dict[str, list[Floats]] = {name: [] for name in (OURS, *PEERS)}
    came = []
    for week in origins:
        known = history.until(week)
        made[OURS].append(forecast(known).weekly)
        for name, guess in PEERS.items():
            made[name].append(guess(known))
        came.append(history.counts[:, week : week + HORIZON])
    happened = np.stack(came)
    scores = {name: _score(np.stack(rows), happened) for name, rows in made.items()}
    return Comparison(scores, len(origins), happened.sum(axis=(0, 2)))


def _score(predicted: Floats, happened: Floats) -> Score:
    """Mean over origins and weeks ahead, per area."""
    return Score(
        interval_score(predicted, happened).mean(axis=(0, 2)),
        absolute_error(predicted, happened).mean(axis=(0, 2)),
        held(predicted, happened).mean(axis=(0, 2)),
    )


def forecast_and_compare(history: History) -> tuple[Forecast, Comparison | None]:
    """What the next weeks may bring, and whether that deserves to be shown."""
    return forecast(history), compare(history)

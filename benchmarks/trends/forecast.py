"""Rolling origin: the forecast beside the simple guesses, on made cities, at every mean and variance/mean."""

import argparse
from collections.abc import Sequence
from datetime import date, timedelta
from time import perf_counter

import numpy as np

from benchmarks.trends.city import HOLIDAYS, City, city
from gongdao.trends.forecasts.comparing import OURS, Comparison, compare
from gongdao.trends.forecasts.distribution import quantiles
from gongdao.trends.forecasts.model import HORIZON, History
from gongdao.trends.forecasts.scores import held

FIRST = date(2019, 1, 7)


def run(options: Sequence[str]) -> None:
    """Print a line for every method in every kind of city."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks trends forecast", description=__doc__)
    parser.add_argument("--cities", type=int, default=3)
    parser.add_argument("--means", default="0.5,2,6", help="disputes per township and week")
    parser.add_argument("--dispersions", default="1,1.5,2.5", help="variance/mean")
    given = parser.parse_args(options)
    print(
        "100 townships, 8 weeks ahead; interval score: lower is better, beside ours; ± the standard error over cities"
    )
    print("| mean | variance/mean | method | interval score | times ours | absolute error | 80 % band holds | areas shown | a perfect 80 % band holds |\n|"
          + "---|" * 9)  # fmt: skip
    began = perf_counter()
    for mean in map(float, given.means.split(",")):
        for dispersion in map(float, given.dispersions.split(",")):
            rngs = [np.random.default_rng([31, number]) for number in range(given.cities)]
            cities = [city(rng, mean, dispersion) for rng in rngs]
            found = [one for one in (compare(history(made)) for made in cities) if one]
            perfect = 100 * np.mean([_perfect(made, dispersion) for made in cities])
            for name in found[0].scores:
                print(f"| {mean:g} | {dispersion:g} | {_line(name, found)} {perfect:.1f} % |", flush=True)
    print(
        f"{given.cities} cities each, {found[0].origins} origins in the last year; {perf_counter() - began:.0f} s"
    )


def history(made: City) -> History:
    """A city's five years, and the working days of the weeks to come."""
    weeks = np.arange(made.counts.shape[1] + HORIZON)
    days = np.where(np.isin(weeks % 52, HOLIDAYS), 2.0, 5.0)
    return History(made.counts, tuple(FIRST + timedelta(weeks=int(week)) for week in weeks[:-HORIZON]), days)


def _perfect(made: City, dispersion: float) -> float:
    """How often the band holds that knows the true means: above 80 %, because counts are whole."""
    means, counts = made.means[:, -52:], made.counts[:, -52:]
    return float(held(quantiles(means, means * dispersion), counts).mean())


def _line(name: str, found: Sequence[Comparison]) -> str:
    interval = np.array([one.scores[name].interval.mean() for one in found])
    ours = np.array([one.scores[OURS].interval.mean() for one in found])
    absolute = np.array([one.scores[name].absolute.mean() for one in found])
    held = np.array([one.scores[name].held.mean() for one in found])
    shown = f"{100 * np.mean([one.beats for one in found]):.0f} %" if name == OURS else ""
    return (
        f"{name} | {interval.mean():.3f} | {(interval / ours).mean():.2f} ± {_error(interval / ours):.2f} | "
        f"{absolute.mean():.3f} | {100 * held.mean():.1f} ± {100 * _error(held):.1f} % | {shown} |"
    )


def _error(values: np.ndarray) -> float:
    return float(values.std(ddof=1) / np.sqrt(len(values))) if len(values) > 1 else float("nan")

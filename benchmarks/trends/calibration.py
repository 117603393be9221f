"""A promise of one false warning a year: how many false-alert weeks a year come, whatever the counts scatter."""

import argparse
from collections.abc import Sequence

import numpy as np

from benchmarks.trends.city import PAST, WATCHED, YEAR, city
from gongdao.trends.scan import watch

PROMISES = (1.0, 2.0)


def run(options: Sequence[str]) -> None:
    """Print a line for every variance/mean."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks trends calibration", description=__doc__)
    parser.add_argument("--cities", type=int, default=8, help="each a quiet year of 52 weeks")
    parser.add_argument("--means", default="2", help="disputes per township and week, e.g. 0.5,2,6")
    parser.add_argument("--dispersions", default="1,1.5,2,2.5", help="variance/mean")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args(options)
    print("| mean | variance/mean | quiet years |" + "".join(f" promised {p:g} a year |" for p in PROMISES))
    print("|" + "---|" * (3 + len(PROMISES)))
    for mean in map(float, given.means.split(",")):
        for dispersion in map(float, given.dispersions.split(",")):
            years = np.array([_year(given.seed, number, mean, dispersion) for number in range(given.cities)])
            rates = years * (YEAR / WATCHED)
            error = rates.std(axis=0, ddof=1) / np.sqrt(len(rates))
            cells = "".join(f" {r:.2f} ± {e:.2f} |" for r, e in zip(rates.mean(axis=0), error, strict=True))
            print(f"| {mean:g} | {dispersion:g} | {len(rates)} |{cells}", flush=True)


def _year(seed: int, number: int, mean: float, dispersion: float) -> list[int]:
    """Weeks with a false alarm at each promise."""
    rng = np.random.default_rng([seed, number, round(100 * mean), round(100 * dispersion)])
    made = city(rng, mean, dispersion)
    weeks = [0] * len(PROMISES)
    for week in range(PAST + 1, PAST + WATCHED + 1):
        alarms = watch(
            made.counts[:, :week], made.points, promise=max(PROMISES), closed=made.closed[:week], seed=week
        )
        for at, promise in enumerate(PROMISES):
            weeks[at] += bool(alarms) and alarms[0].p_value <= promise / YEAR
    return weeks

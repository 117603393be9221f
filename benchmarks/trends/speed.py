"""What a scan costs beside its peers, how the cost grows, memory; a whole city at once; how good the p-values are."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from benchmarks.installing import ROOT
from benchmarks.trends.city import city
from benchmarks.trends.measuring import made
from benchmarks.trends.plain import seconds_per_replicate
from gongdao.trends.outbreaks import farrington
from gongdao.trends.scan import circles, watch
from gongdao.trends.scan.models import null
from gongdao.trends.scan.scanning import highest
from gongdao.trends.scan.significance import gumbel, monte_carlo

# areas, weeks, longest, share → CPU seconds given for 999 replicates: SaTScan 10.3.2, R scanstatistics 1.1.2
SIZES = {
    (100, 52, 26, 0.5): (2.0, 28.0),
    (200, 52, 26, 0.5): (5.7, 170.0),
    (500, 52, 26, 0.5): (23.0, 1015.0),
    (1500, 104, 12, 0.1): (47.0, 1550.0),
    (1500, 104, 52, 0.5): (439.0, 26000.0),
}
WINDOWS_GIVEN = (
    131_846,
    531_960,
    3_285_360,
    2_695_704,
    58_298_396,
)  # of their cities, made by the same description
KINDS = 18


def run(options: Sequence[str]) -> None:
    """Print five tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks trends speed", description=__doc__)
    parser.add_argument("--sizes", type=int, default=3, help="how many of the five sizes, smallest first")
    parser.add_argument("--repeats", type=int, default=3, help="of each scan; the fastest counts")
    parser.add_argument("--tries", type=int, default=60, help="seeds for the spread of p-values")
    given = parser.parse_args(options)
    _beside_peers(given.sizes, given.repeats)
    _growth(given.repeats)
    _whole_city()
    _p_values(given.tries)
    _farrington()


def _beside_peers(sizes: int, repeats: int) -> None:
    print(
        "999 replicates, prospective; ns of CPU per window and replicate; numpy: the same windows, 3 replicates, scaled"
    )
    print("| areas × weeks, longest, share | windows | CPU s | MB | ns ours | ns numpy | numpy : ours | "
          "given SaTScan ns | SaTScan : ours | given scanstatistics : ours |\n|" + "---|" * 10)  # fmt: skip
    for number, (size, theirs) in enumerate(list(SIZES.items())[:sizes]):
        areas, weeks, longest, share = size
        row = measured(
            areas=areas, weeks=weeks, longest=longest, share=share, replicates=999, repeats=repeats
        )
        points, population, _ = made(areas, weeks)
        zones = circles(points, population, max_share=share)
        plain = 1e9 * seconds_per_replicate(areas, weeks, longest, zones, 3) / row["windows"]
        ours = 1e9 * row["seconds"] / row["windows"] / 999
        satscan, scanstatistics = (1e9 * seconds / WINDOWS_GIVEN[number] / 999 for seconds in theirs)
        print(
            f"| {areas} × {weeks}, {longest}, {share:.0%} | {row['windows']:,} | {row['seconds']:.2f} | {row['megabytes']:.0f} | "
            f"{ours:.3f} | {plain:.0f} | {plain / ours:.0f} | {satscan:.1f} | {satscan / ours:.0f} | {scanstatistics / ours:.0f} |",
            flush=True,
        )  # fmt: skip


def measured(**asked: Any) -> dict[str, float]:
    """One scan in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.trends.measuring", json.dumps(asked)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout))


def _growth(repeats: int) -> None:
    base = {"areas": 200, "weeks": 52, "longest": 26, "share": 0.5, "replicates": 999, "repeats": repeats}
    print("\n| what grows | windows | CPU s | MB | ns per window and replicate |\n|---|---|---|---|---|")
    steps: list[tuple[str, dict[str, Any]]] = [(f"{n} areas", {"areas": n}) for n in (50, 100, 200, 400)]
    steps += [(f"{n} weeks, longest {n // 2}", {"weeks": n, "longest": n // 2}) for n in (26, 52, 104, 208)]
    steps += [(f"{n:,} replicates", {"replicates": n}) for n in (199, 999, 4_999, 19_999)]
    for name, change in steps:
        row = measured(**(base | change))
        cost = 1e9 * row["seconds"] / row["windows"] / (base | change)["replicates"]
        print(
            f"| {name} | {row['windows']:,} | {row['seconds']:.2f} | {row['megabytes']:.0f} | {cost:.3f} |",
            flush=True,
        )


def _whole_city() -> None:
    """Every kind at every level: 100 townships, 9 counties, the city; as warnings are computed each week."""
    rng = np.random.default_rng(5)
    made_city = city(rng, 2.0 / KINDS, 1.5)
    county = np.clip((made_city.points // (10 / 3)).astype(int), 0, 2) @ np.array([3, 1])
    middle = np.array([made_city.points[county == c].mean(axis=0) for c in np.unique(county)])
    tables = []
    for _ in range(KINDS):
        counts = city(rng, 2.0, 1.5).counts
        of_county = np.array([counts[county == c].sum(axis=0) for c in np.unique(county)])
        tables += [
            (counts, made_city.points),
            (of_county, middle),
            (counts.sum(axis=0)[None], middle.mean(axis=0)[None]),
        ]
    watch(*tables[0])
    began = process_time()
    for counts, points in tables:
        watch(counts, points, closed=made_city.closed)
    print(
        f"\na city of 100 townships, {len(middle)} counties and the whole, {KINDS} kinds, four years and a year of weeks: "
        f"{process_time() - began:.2f} CPU s"
    )


def _p_values(tries: int) -> None:
    """How far p-values scatter from seed to seed, where the truth (20,000 replicates) is about 0.01."""
    points, population, counts = made(100, 52)
    zones = circles(points, population, max_share=0.5)
    expectation = null(
        counts.astype(float), 26, model="population_poisson", population=population.astype(float)
    )
    truth = highest(expectation, zones, 26, replicates=20_000, seed=1)
    print(
        "\n| p-value | 999 counted, ± | 199 and Gumbel, ± | mean of Gumbel | its whole error | CPU s 999 | CPU s 199 |\n|"
        + "---|" * 7
    )
    drawn, took = {}, {}
    for replicates in (999, 199):
        began = process_time()
        drawn[replicates] = [
            highest(expectation, zones, 26, replicates=replicates, seed=100 + n) for n in range(tries)
        ]
        took[replicates] = (process_time() - began) / tries
    for chance in (0.05, 0.01, 0.002):
        strength = float(np.quantile(truth, 1 - chance))
        counted = np.array([monte_carlo(strength, maxima) for maxima in drawn[999]])
        fitted = np.array([gumbel(strength, maxima) or 1.0 for maxima in drawn[199]])
        print(
            f"| {chance:g} | {counted.std(ddof=1):.4f} | {fitted.std(ddof=1):.4f} | {fitted.mean():.4f} | "
            f"{np.sqrt(((fitted - chance) ** 2).mean()):.4f} | {took[999]:.3f} | {took[199]:.3f} |"
        )


def _farrington() -> None:
    """Per area-week, beside R's surveillance in the same run where R is installed."""
    counts, weeks = city(np.random.default_rng(11), 2.0, 1.5).counts[:8], 6
    judged = range(counts.shape[1] - weeks, counts.shape[1])
    farrington(counts[0], judged)
    began = process_time()
    ours = [[one.upper for one in farrington(series, judged)] for series in counts]
    took = (process_time() - began) / (len(counts) * weeks)
    print(
        f"\nFarrington (Noufaily): ours {1000 * took:.2f} ms per area-week; given for R surveillance: 42 ms"
    )
    if shutil.which("Rscript") is None:
        print("R surveillance: not measured here, R is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "counts.csv"
        np.savetxt(table, counts, fmt="%d", delimiter=",")
        script = Path(__file__).with_name("peer_farrington.R")
        done = subprocess.run(
            ["Rscript", str(script), str(table), str(weeks)],
            capture_output=True, text=True,
        )  # fmt: skip
    if done.returncode:
        print(f"R surveillance: not measured here, {done.stderr.splitlines()[-1:]}")
        return
    theirs, *bounds = map(float, done.stdout.replace("NA", "nan").split())
    both = np.isfinite(bounds)  # R gives no bound where there are too few cases to alarm
    apart = np.abs(np.array(bounds) - np.ravel(ours))[both].max()
    print(f"R surveillance in this run: {1000 * theirs:.1f} ms per area-week, {theirs / took:.0f} times ours; "
          f"{both.sum()} bounds, largest difference {apart:g}")  # fmt: skip

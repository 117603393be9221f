"""How much each way to watch finds, how soon, at the same number of false-alert weeks; and whether a promise is kept."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.trends.city import PAST, WATCHED, YEAR, city, cluster, with_cluster
from benchmarks.trends.watchers import WATCHERS, Found

RISKS = (1.5, 2.0, 3.0)
# Figures given for other programs on a city made by the same description (mean 2, variance/mean 1.5): RR 1.5, RR 2,
# RR 2 within two weeks, RR 3, delay at RR 2 and RR 3.
GIVEN = {
    "expectation-based scan, own history": "18 | 61–66 | 24 | 97 | 2.0 | 0.7",
    "fast localized subset scan, k = 8": "18 | 63 | 21 | 98 | 2.1 | 0.7",
    "space-time permutation": "13 | 61 | 19 | 97 | 2.1 | 0.7",
    "population-based Poisson scan": "7 | 18 | 3 | 57 | 2.8 | 1.6",
    "Farrington (Noufaily) per area": "5 | 17 | 5 | 63 | 2.2 | 1.1",
    "EARS C2 per area": "5 | 9 | 7 | 31 | |",
    "oracle that knows the true baseline": " | 69 | | 98 | |",
}


def run(options: Sequence[str]) -> None:
    """Simulate, then print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks trends power", description=__doc__)
    parser.add_argument("--cities", type=int, default=6)
    parser.add_argument("--clusters", type=int, default=4, help="a city, each at every relative risk")
    parser.add_argument("--mean", type=float, default=2.0, help="disputes per township and week")
    parser.add_argument("--dispersion", type=float, default=1.5, help="variance/mean")
    parser.add_argument("--false-weeks", type=float, default=2.0, help="a year, the same for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--watchers", default=",".join(WATCHERS), help="names, separated by commas")
    parser.add_argument("--save", type=Path, help="keep what was found after each city")
    parser.add_argument("--kept", type=Path, help="only print what such a file holds")
    given = parser.parse_args(options)
    if given.kept:
        kept = json.loads(given.kept.read_text())
        show(kept["cities"], list(kept["cities"][0]), kept["asked"] | {"false_weeks": given.false_weeks})
        return
    names, began, cities = given.watchers.split(","), perf_counter(), []
    for number in range(given.cities):
        rng = np.random.default_rng([given.seed, number])
        cities.append(_one_city(rng, given, names))
        if given.save:
            given.save.write_text(
                json.dumps({"asked": {**vars(given), "save": None, "kept": None}, "cities": cities})
            )
    show(cities, names, vars(given), perf_counter() - began)


def _one_city(rng: np.random.Generator, given: argparse.Namespace, names: Sequence[str]) -> dict[str, Any]:
    """Of one city: the highest score of every week without a cluster, and what was found while there was one."""
    made = city(rng, given.mean, given.dispersion)
    found: dict[str, Any] = {
        name: {"null": [_top(WATCHERS[name](made, made.counts[:, :week])) for week in _weeks()], "raised": []}
        for name in names
    }
    for _ in range(given.clusters):
        raised = cluster(rng, made.points)
        for risk in RISKS:
            counts = with_cluster(rng, made, raised, risk, given.dispersion)
            for name in names:
                hits = [
                    max((s for s, areas in WATCHERS[name](made, counts[:, : week + 1]) if areas & set(raised.areas.tolist())),
                        default=-np.inf)
                    for week in raised.weeks
                ]  # fmt: skip
                found[name]["raised"].append([risk, [float(hit) for hit in hits]])
    return found


def _weeks() -> range:
    return range(PAST + 1, PAST + WATCHED + 1)


def _top(found: Found) -> float:
    return float(found[0][0]) if found else float("-inf")


def show(
    cities: Sequence[dict[str, Any]], names: Sequence[str], asked: dict[str, Any], seconds: float = 0.0
) -> None:
    """The table: percentages with standard errors over cities, delays in weeks after the first."""
    per_risk = sum(len(one[names[0]]["raised"]) for one in cities) // len(RISKS)
    print(
        f"mean {asked['mean']}, variance/mean {asked['dispersion']}: {len(cities)} cities, {len(cities)} quiet years, "
        f"{per_risk} clusters at each risk; threshold at {asked['false_weeks']} false-alert weeks a year; {seconds:.0f} s"
    )
    print("| way | RR 1.5 | RR 2 | RR 2 within 2 weeks | RR 3 | delay RR 2 | delay RR 3 |\n|" + "---|" * 7)
    for name in names:
        null = np.array([one[name]["null"] for one in cities]).ravel()
        threshold = np.quantile(null, 1 - asked["false_weeks"] / YEAR, method="higher")
        at = {risk: [delays(one[name]["raised"], risk, threshold) for one in cities] for risk in RISKS}
        print(f"| {name} | {_rate(at[1.5])} | {_rate(at[2.0])} | {_rate(at[2.0], 2)} | {_rate(at[3.0])} | {_delay(at[2.0])} | {_delay(at[3.0])} |")  # fmt: skip
    for name, figures in GIVEN.items():
        print(f"| given: {name} | {figures} |")


def delays(raised: Sequence[Any], risk: float, threshold: float) -> list[float]:
    """Per cluster of that risk, in which week (from 0) it was first found; infinite if never."""
    first = []
    for of, scores in raised:
        if of == risk:
            above = [week for week, score in enumerate(scores) if score >= threshold and np.isfinite(score)]
            first.append(float(above[0]) if above else np.inf)
    return first


def _rate(by_city: Sequence[Sequence[float]], within: float = np.inf) -> str:
    """Percent found, ± the standard error over cities."""
    shares = np.array([np.mean([d < within for d in one]) for one in by_city])
    error = shares.std(ddof=1) / np.sqrt(len(shares)) if len(shares) > 1 else np.nan
    return f"{100 * shares.mean():.0f} ± {100 * error:.0f}"


def _delay(by_city: Sequence[Sequence[float]]) -> str:
    found = [d for one in by_city for d in one if np.isfinite(d)]
    return f"{np.mean(found):.1f}" if found else ""

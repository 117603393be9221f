"""Every value that other programs give for the reference data, beside ours. Exits with an error where one differs."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from gongdao.trends.outbreaks import ORIGINAL, farrington
from gongdao.trends.scan import Cluster, circles, listed, scan
from gongdao.trends.scan.reading import read_areas, read_baselines, read_counts

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "scan"
DIGITS = 1e-6
MODELS = {
    "population_poisson": ("population_poisson", False),
    "population_poisson_time_adjusted": ("population_poisson_timeadj", False),
    "population_poisson_retrospective": ("population_poisson", True),
    "space_time_permutation": ("permutation", False),
}
# Rows of the reference files that are no targets, and why.
NO_TARGETS = {
    r"_PBPoisson_": "the package's population variant is not Kulldorff's",
    r"_binomial_": "a binomial model: the scan here is for counts",
    r"_flex_": "Tango's flexible zones: ours average over subsets instead (evidence.py)",
    r"^NYleukemia_poisson": "the peer cuts 591.9998 cases to 591 and its coordinates are not in the file",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One cluster or alarm: ``theirs`` and ``ours``, how far they may be apart, and whether the place is the same."""

    case: str
    peer: str
    theirs: float
    ours: float
    off: float = DIGITS
    same_place: bool = True

    @property
    def equal(self) -> bool:
        return abs(self.theirs - self.ours) <= self.off and self.same_place


def run(options: Sequence[str]) -> None:
    """Print the table; no options."""
    if not FOLDER.exists():
        print("needs ../shared/data/scan beside the checkout")
        return
    rows = [*_space_time(), *_given_zones(), *_age_and_sex(), *_fever(), *_spatial(), *_salmonella()]
    print("| case | peer | given | ours | place and period | |\n|---|---|---|---|---|---|")
    for row in rows:
        place, verdict = ("same" if row.same_place else "OTHER"), ("" if row.equal else "DIFFERS")
        print(f"| {row.case} | {row.peer} | {row.theirs:.6f} | {row.ours:.6f} | {place} | {verdict} |")
    for name, why in _left_out():
        print(f"| {name} | | | | | no target: {why} |")
    different = [row.case for row in rows if not row.equal]
    print(f"{len(rows) - len(different)} of {len(rows)} equal")
    if different:
        raise SystemExit(f"different: {different}")


def cases() -> list[dict[str, Any]]:
    """What cases.json holds."""
    return list(json.loads((FOLDER / "cases.json").read_text()))


def _space_time() -> Iterator[Row]:
    for case in cases():
        if "areas" not in case:
            continue
        model, retrospective = MODELS[case["model"]]
        areas = read_areas((FOLDER / case["areas"]).read_text(), case["coords"])
        counts = read_counts((FOLDER / case["counts"]).read_text(), areas)[:, slice(*case["cols"])]
        weight = counts.sum(axis=1) if model == "permutation" else areas.population
        zones = circles(areas.coordinates, weight, max_share=case["max_pop"], coords=case["coords"])
        found = scan(
            counts, zones, model=model, longest=case["max_dur"], population=areas.population,  # type: ignore[arg-type]
            retrospective=retrospective, replicates=0,
        )  # fmt: skip
        # fewer than three: there are no more; three: the first three of several
        compared = found[: len(case["expected"])] if len(case["expected"]) >= 3 else found
        for theirs, ours in zip_longest(case["expected"], compared):
            yield _against(case["name"], "SaTScan", theirs, ours, areas.names)


def _against(
    name: str, peer: str, theirs: Mapping[str, Any] | None, ours: Cluster | None, names: Sequence[str]
) -> Row:
    if theirs is None or ours is None:
        return Row(name, peer, theirs["llr"] if theirs else np.nan, ours.statistic if ours else np.nan)
    same = {names[area] for area in ours.areas} == set(theirs["locations"])
    same = same and (ours.start, ours.end) == (theirs["start"], theirs["end"])
    same = same and ours.observed == theirs["observed"] and abs(ours.expected - theirs["expected"]) <= 0.00501
    return Row(f"{name} {theirs['rank']}", peer, theirs["llr"], ours.statistic, same_place=same)


def _given_zones() -> Iterator[Row]:
    lines = (FOLDER / "nm_zones_k15.txt").read_text().split("\n")
    for case in cases():
        if "areas" in case or "PBPoisson" in case["name"]:
            continue
        model = "expectation" if "EBPoisson" in case["name"] else "permutation"
        table = _rows(f"nm_{'1986_1989' if '8689' in case['name'] else '1973_1991'}_counts.csv")
        names = [column for column in table[0] if column not in ("year", "cibola")]
        zones = listed([[int(n) - 1 for n in line.split()] for line in lines if line], areas=len(names))
        baselines = _columns(_rows("nm_1986_1989_eb_baselines.csv"), *names).T
        counts = _columns(table, *names).T
        found = scan(counts, zones, model=model, longest=counts.shape[1], replicates=0,  # type: ignore[arg-type]
                     baselines=baselines if model == "expectation" else None)[0]  # fmt: skip
        theirs = case["expected"][0]
        same = {names[area] for area in found.areas} == set(theirs["locations"])
        same = same and found.end - found.start + 1 == theirs["duration"]
        same = same and found.observed == theirs["observed"]
        yield Row(case["name"], "scanstatistics", theirs["llr"], found.statistic, same_place=same)


def _age_and_sex() -> Iterator[Row]:
    areas = read_areas((FOLDER / "nm_areas.csv").read_text(), "latlon")
    counts = read_counts((FOLDER / "nm_cases_county_year.csv").read_text(), areas)
    text = (FOLDER / "nm_expected_agesex_county_year.csv").read_text()
    baselines = read_baselines(text, areas, counts)
    zones = circles(areas.coordinates, baselines.sum(axis=1), coords="latlon")
    found = scan(counts, zones, model="population_poisson", longest=9, baselines=baselines, retrospective=True,
                 replicates=0)[0]  # fmt: skip
    same = (len(found.areas), found.start + 1972, found.end + 1972, found.observed) == (9, 1985, 1989, 236)
    same = same and abs(found.expected - 176.22) < 0.00501
    yield Row("NM by age and sex, 1985–1989", "published", 10.97985, found.statistic, 0.00005, same)


def _fever() -> Iterator[Row]:
    areas = read_areas((FOLDER / "nycfever_zips.csv").read_text(), "latlon")
    counts = read_counts((FOLDER / "nycfever_zip_day.csv").read_text(), areas)
    zones = circles(areas.coordinates, counts.sum(axis=1), coords="latlon")
    found = scan(counts, zones, model="permutation", longest=7, replicates=0)[0]
    yield Row("nycfever, at most 7 days", "SaTScan", 3.845418, found.statistic)


def _spatial() -> Iterator[Row]:
    """Purely spatial scans. Places are compared by how many areas, cases and expected cases."""
    files = {
        "nydf": ("nyleukemia_smerc_nydf.csv", ("longitude", "latitude")),
        "neast": ("neast_breast_smerc.csv", ("x", "y")),
        "pennLC": ("pennlc_expected.csv", ("x", "y")),
    }
    theirs = _rows("ref_spatial_peers.csv")
    for case in sorted({row["case"] for row in theirs}):
        if any(re.search(pattern, case) for pattern in NO_TARGETS):
            continue
        file, place = files[case.split("_")[0]]
        table, share = _rows(file), float(case.rpartition("pop")[2])
        population = _columns(table, "population")
        found = scan(
            np.floor(_columns(table, "cases"))[:, None], circles(_columns(table, *place), population, max_share=share),
            model="population_poisson", longest=1, population=population, replicates=0,
            baselines=_columns(table, "expected") if "expected" in table[0] else None,
        )  # fmt: skip
        for row, ours in zip([one for one in theirs if one["case"] == case], found, strict=False):
            same = len(ours.areas) == int(row["n_loc"]) and ours.observed == float(row["observed"])
            same = same and abs(ours.expected - float(row["expected"])) < 1e-6
            yield Row(
                f"{case} {row['rank']}", row["peer"], float(row["llr"]), ours.statistic, same_place=same
            )


def _salmonella() -> Iterator[Row]:
    counts = [int(float(row["observed"])) for row in _rows("surveillance_salmonella.agona.csv")]
    for name, method, alarms in (("improved", None, 0), ("original", ORIGINAL, 4)):
        found = sum(one.alarm for one in farrington(counts, range(281, 312), method))
        yield Row(f"Farrington {name}, S. Agona: alarms", "surveillance", alarms, found)


def _left_out() -> Iterator[tuple[str, str]]:
    names = sorted({row["case"] for row in _rows("ref_spatial_peers.csv")} | {c["name"] for c in cases()})
    for name in names:
        for pattern, why in NO_TARGETS.items():
            if re.search(pattern, name):
                yield name, why


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="") as file:
        return list(csv.DictReader(file))


def _columns(table: Sequence[Mapping[str, str]], *names: str) -> np.ndarray:
    return np.array([[float(row[name]) for name in names] for row in table]).squeeze()

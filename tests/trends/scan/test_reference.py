"""The published results of the field's programs, on the data sets they were published with."""

import csv
import json
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from gongdao.site.cli import main
from gongdao.trends.scan import circles, listed, scan

FOLDER = Path(__file__).parents[3].parent / "shared" / "data" / "scan"
pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not FOLDER.exists(), reason="needs ../shared/data/scan beside the checkout"),
]
MODELS = {
    "population_poisson": ["population_poisson"],
    "population_poisson_time_adjusted": ["population_poisson_timeadj"],
    "population_poisson_retrospective": ["population_poisson", "--retrospective"],
    "space_time_permutation": ["permutation"],
}
CASES = json.loads((FOLDER / "cases.json").read_text()) if FOLDER.exists() else []


def run(counts, areas, *options):
    files = ("--counts", str(FOLDER / counts), "--areas", str(FOLDER / areas))
    result = CliRunner().invoke(main, ["trends", "scan", *files, *options, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)["clusters"]


@pytest.mark.parametrize("case", [case for case in CASES if "areas" in case], ids=lambda case: case["name"])
def test_every_cluster_is_the_reference_programs(case):
    first, last = case["cols"]
    found = run(
        case["counts"], case["areas"], "--model", *MODELS[case["model"]], "--periods", f"{first}:{last}",
        "--max-duration", str(case["max_dur"]), "--max-share", str(case["max_pop"]), "--coords", case["coords"],
    )  # fmt: skip
    for theirs, ours in zip_longest(case["expected"], found[: len(case["expected"])]):
        assert ours["statistic"] == pytest.approx(theirs["llr"], abs=1e-6)
        assert set(ours["areas"]) == set(theirs["locations"])
        assert (ours["rank"], ours["start"], ours["end"]) == (theirs["rank"], theirs["start"], theirs["end"])
        assert ours["observed"] == theirs["observed"]
        assert ours["expected"] == pytest.approx(theirs["expected"], abs=0.00501)
        # both are random: 999 replicates each
        error = 4 * np.sqrt(2 * theirs["p_mc999"] * (1 - theirs["p_mc999"]) / 999) + 0.004
        assert ours["p_value"] == pytest.approx(theirs["p_mc999"], abs=error)
    if len(case["expected"]) < 3:
        assert len(found) == len(case["expected"])


def rows(name):
    with (FOLDER / name).open(newline="") as file:
        return list(csv.DictReader(file))


def columns(table, *names):
    return np.array([[float(row[name]) for name in names] for row in table]).squeeze()


@pytest.mark.parametrize(
    ("name", "model", "years"),
    [
        ("NM8689_EBPoisson_k15", "expectation", "1986_1989"),
        ("NM8689_Permutation_k15", "permutation", "1986_1989"),
        ("NM7391_Permutation_k15_all19dur", "permutation", "1973_1991"),
    ],
)
def test_given_zones_give_the_values_of_the_r_package(name, model, years):
    expected = next(case for case in CASES if case["name"] == name)["expected"][0]
    table = rows(f"nm_{years}_counts.csv")
    names = [column for column in table[0] if column not in ("year", "cibola")]
    lines = (FOLDER / "nm_zones_k15.txt").read_text().split("\n")
    zones = listed([[int(number) - 1 for number in line.split()] for line in lines if line], areas=len(names))
    counts = columns(table, *names).T
    baselines = columns(rows("nm_1986_1989_eb_baselines.csv"), *names).T if model == "expectation" else None
    found = scan(counts, zones, model=model, longest=counts.shape[1], baselines=baselines)[0]
    assert found.statistic == pytest.approx(expected["llr"], abs=1e-6)
    assert {names[area] for area in found.areas} == set(expected["locations"])
    assert found.end - found.start + 1 == expected["duration"]
    assert (found.observed, found.expected) == pytest.approx((expected["observed"], expected["expected"]))
    assert found.p_value == pytest.approx(expected["p_mc999"], abs=0.09)


def test_brain_cancer_with_expected_numbers_by_age_and_sex():
    first = run(
        "nm_cases_county_year.csv", "nm_areas.csv", "--coords", "latlon", "--retrospective", "--max-duration", "9",
        "--baselines", str(FOLDER / "nm_expected_agesex_county_year.csv"), "--replicates", "99",
    )[0]  # fmt: skip
    assert (len(first["areas"]), first["start"] + 1972, first["end"] + 1972) == (9, 1985, 1989)
    assert first["observed"] == 236
    assert first["expected"] == pytest.approx(176.22, abs=0.005)
    assert 10.9798 <= first["statistic"] <= 10.9799


def test_fever_by_zip_code_and_day():
    found = run(
        "nycfever_zip_day.csv",
        "nycfever_zips.csv",
        "--coords",
        "latlon",
        "--model",
        "permutation",
        "--max-duration",
        "7",
    )
    assert found[0]["statistic"] == pytest.approx(3.845418, abs=1e-6)


@pytest.mark.parametrize(
    ("file", "place", "share", "ratios"),
    [
        ("nyleukemia_smerc_nydf.csv", ("longitude", "latitude"), 0.1, [11.5772551425873, 9.01971627381415, 6.11413961234534, 4.6518385596774]),
        ("nyleukemia_smerc_nydf.csv", ("longitude", "latitude"), 0.5, [14.0835106523, 9.01971627381415, 6.11413961234534, 4.6518385596774]),
        ("neast_breast_smerc.csv", ("x", "y"), 0.5, [45.1307268458617, 42.7492794784517, 34.4085666365434]),
        ("pennlc_expected.csv", ("x", "y"), 0.5, [17.6628831253954, 7.09894423264595]),
        ("pennlc_expected.csv", ("x", "y"), 0.1, [3.13200277339375]),
    ],
)  # fmt: skip
def test_purely_spatial_clusters(file, place, share, ratios):
    table = rows(file)
    population = columns(table, "population")
    expected = columns(table, "expected") if "expected" in table[0] else None
    found = scan(
        np.floor(columns(table, "cases"))[:, None], circles(columns(table, *place), population, max_share=share),
        model="population_poisson", longest=1, population=population, baselines=expected, replicates=0,
    )  # fmt: skip
    assert [one.statistic for one in found[: len(ratios)]] == pytest.approx(ratios, abs=1e-6)

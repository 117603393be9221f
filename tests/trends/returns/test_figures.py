"""The return's figures: sums hold by construction, columns cannot shift, every figure opens to its matters."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gongdao.people.models import Office
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.trends.lake.exporting import export
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.returns.columns import ADDED, BASIC, BY_CODE, COLUMNS, COMMITTEE, FORM, KIND, SOURCE, SUMS
from gongdao.trends.returns.computing import COLLECTED, compute, matters_behind
from gongdao.trends.returns.filing import preview_sheet
from gongdao.trends.returns.units import OWN, TOTAL, offices_of, rows_of
from gongdao.trends.returns.xlsx import workbook
from gongdao.trends.statistics import cases as cases_module
from gongdao.trends.statistics.periods import Period, period
from tests.matters.playing import TO_CONFIRMING, TO_SESSION, matter_after
from tests.trends.returns.conftest import a_year
from tests.trends.synthetic import Life, lake_of
from tests.world import World

YEAR = period("2025")


def test_the_layout_in_use_has_41_columns_with_number_and_unit() -> None:
    assert 2 + len(BASIC) + len(COMMITTEE) + len(SOURCE) + len(KIND) + len(FORM) == 41
    assert (len(COMMITTEE), len(SOURCE), len(KIND), len(FORM)) == (6, 8, 18, 2)


def test_what_is_not_collected_is_said_and_not_invented() -> None:
    missing = {column.title for column in COLUMNS if not column.collected}
    assert missing == {"疑难复杂", *(column.title for column in ADDED)}
    for column in COLUMNS:
        assert column.definition.endswith("。")


def test_the_steps_that_are_counted_are_declared() -> None:
    assert set(cases_module.STEPS) <= {step.code for step in PEOPLE_MEDIATION.steps}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(0, 120),
    code=st.sampled_from(["2025", "2025Q2", "2025-03"]),
)
def test_parts_add_up_to_their_whole_whatever_was_counted(
    bureau: Office, tmp_path_factory: pytest.TempPathFactory, seed: int, count: int, code: str
) -> None:
    lake = lake_of(tmp_path_factory.mktemp("lake"), a_year(count, seed))
    table = compute(lake, rows_of(bureau), period(code))
    for row in [*(row.code for row in table.rows), TOTAL]:
        for whole, parts in SUMS:
            assert table.row(row)[whole] == sum(table.row(row)[part] for part in parts), (row, whole)
        assert table.row(row)["agreed"] <= table.row(row)["cases"]


def test_months_add_up_to_quarters_and_quarters_to_the_year(bureau: Office, tmp_path: Path) -> None:
    lake = lake_of(tmp_path, a_year(300))

    def total(*periods: Period) -> dict[str, int]:
        tables = [compute(lake, rows_of(bureau), one).total for one in periods]
        return {code: sum(table[code] for table in tables) for code in tables[0]}

    year = total(YEAR)
    assert year["cases"] > 250
    assert total(*(period(f"2025Q{n}") for n in (1, 2, 3, 4))) == year
    assert total(*(period(f"2025-{n:02d}") for n in range(1, 13))) == year


def test_the_station_s_total_is_its_row_in_the_bureau_s_return(world: World, tmp_path: Path) -> None:
    lake = lake_of(tmp_path, a_year(200))
    above = compute(lake, rows_of(world.bureau), YEAR)
    assert [row.code for row in above.rows] == [OWN, "SFS"]
    assert compute(lake, rows_of(world.station), YEAR).total == above.figures["SFS"]
    assert above.figures[OWN]["committee_sector"] == above.figures[OWN]["cases"] > 0


def test_every_figure_opens_to_as_many_matters_as_it_says(bureau: Office, tmp_path: Path) -> None:
    lake = lake_of(tmp_path, a_year(150))
    table = compute(lake, rows_of(bureau), YEAR)
    for column in COLLECTED:
        behind = matters_behind(lake, offices_of(bureau), column, YEAR)
        assert len(behind) == len(set(behind))
        if not column.adds:
            assert len(behind) == table.total[column.code], column.code


def test_figures_of_real_matters_walked_through_the_doorway(world: World, tmp_path: Path) -> None:
    signed = matter_after(world, *TO_CONFIRMING)
    failed = matter_after(world, *TO_SESSION, ("2025-03-09", "调解员", "调解不成，终止调解"))
    matter_after(world, *TO_SESSION)  # still going on: in no return yet
    export(tmp_path)
    lake = open_lake(tmp_path)
    march = period("2025-03")
    total = compute(lake, rows_of(world.bureau), march).total
    assert {code: n for code, n in total.items() if n} == {
        "cases": 2, "people": 4, "agreed": 1, "amount": 300_000, "committee_town": 2, "source_application": 2,
        "kind_neighbour": 2, "form_written": 1,
    }  # fmt: skip
    behind = {
        code: matters_behind(lake, offices_of(world.bureau), BY_CODE[code], march)
        for code in ("cases", "agreed")
    }
    assert behind == {"cases": [signed.pk, failed.pk], "agreed": [signed.pk]}


def test_a_case_counts_in_the_month_of_its_day_in_law(bureau: Office, tmp_path: Path) -> None:
    lake = lake_of(
        tmp_path, [Life("TWH", date(2025, 3, 25)), Life("TWH", date(2025, 3, 20))]
    )  # end 9 days later
    assert compute(lake, rows_of(bureau), period("2025-03")).total["cases"] == 1
    assert compute(lake, rows_of(bureau), period("2025-04")).total["cases"] == 1


def test_in_the_workbook_each_figure_stands_under_its_own_heading(bureau: Office, tmp_path: Path) -> None:
    """The error of a product in use: every kind one column to the left, the written agreements eight to the right."""
    lake = lake_of(tmp_path, a_year(400))
    table = compute(lake, rows_of(bureau), YEAR)
    book = load_workbook(io.BytesIO(workbook(preview_sheet(table, bureau.name))))
    page = book["统计表"]
    headings = {page.cell(5, n).value: n for n in range(3, page.max_column + 1)}
    assert page.max_column == 2 + len(COLUMNS)
    assert len(headings) == len(COLUMNS)
    for column in COLUMNS:
        cell = page.cell(6 + len(table.rows), headings[f"{column.title}（{column.unit.value}）"])
        if not column.collected:
            assert cell.value == "不统计"
        else:
            due = table.total[column.code]
            assert cell.value == (due / 100 if column.code == "amount" else due), column.code
    assert [page.cell(6 + n, 2).value for n in range(3)] == [*(row.title for row in table.rows), "合计"]
    assert book["指标解释"].max_row == 1 + len(COLUMNS)

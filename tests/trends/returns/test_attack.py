"""An attacker with every published table of a year cannot learn any small number.

The attack uses only what is public: the tables as everybody gets them, how offices and months lie in each other, and
what every column means. Its equations are written here, not taken from the code that chose what to hide.
"""

import io
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import load_workbook

from gongdao.people.models import Office
from gongdao.trends.returns.actions import publish_return
from gongdao.trends.returns.basis import compute_basis
from gongdao.trends.returns.columns import BY_CODE, COLUMNS, Unit
from gongdao.trends.returns.filing import published_sheet
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.units import offices_of
from gongdao.trends.returns.xlsx import workbook
from gongdao.trends.statistics.periods import period
from gongdao.trends.suppression import Sums
from tests.trends.returns.conftest import LATER, a_year
from tests.trends.suppression.attacking import given_away
from tests.trends.synthetic import Life
from tests.world import World

K = 5
KINDS = [c.code.removeprefix("kind_") for c in COLUMNS if c.code.startswith("kind_")]
SOURCES = ["application", "own", "court", "procuratorate", "police", "petition", "other_body"]
FORMS = ["oral", "written", "none"]
COMMITTEE_OF = {"TWH": "town", "TWH2": "street", "BJ": "sector", "SFS": "other"}
PUBLISHED = (
    ("BJ", "2025-01"), ("SFS", "2025-02"), ("BJ", "2025-02"), ("BJ", "2025-03"), ("BJ", "2025Q1"), ("SFS", "2025Q1"),
    ("BJ", "2025"), ("SFS", "2025"),
)  # fmt: skip


def meaning(code: str, offices: set[str]) -> list[tuple[str, str, str]]:
    """The (office, property, value) that a column counts, as its definition says it in words."""
    if code == "cases":
        return [(o, "kind", kind) for o in offices for kind in KINDS]
    if code == "agreed":
        return [(o, "form", form) for o in offices for form in ("oral", "written")]
    if code == "none":
        return [(o, "form", "none") for o in offices]
    if code == "source_referred":
        return [(o, "source", source) for o in offices for source in SOURCES[2:]]
    if code in ("performed", "confirmed"):
        return [(o, code, "") for o in offices]
    name, _, value = code.partition("_")
    if name == "committee":
        return meaning("cases", {o for o in offices if COMMITTEE_OF[o] == value})
    return [(o, name, value) for o in offices]


def read(published: PublishedReturn) -> dict[tuple[str, str], object]:
    """(row's title, column) → what the downloaded workbook shows to everybody."""
    sheet = published_sheet(published, whole=False, threshold=K)
    page = load_workbook(io.BytesIO(workbook(sheet)))["统计表"]
    codes = {f"{column.title}（{column.unit.value}）": column.code for column in COLUMNS}
    found = {}
    for line in range(6, page.max_row + 1):
        if page.cell(line, 3).value is None:
            break
        for number in range(3, page.max_column + 1):
            found[page.cell(line, 2).value, codes[page.cell(5, number).value]] = page.cell(line, number).value
    return found


def people_and_amounts_are_hidden_with_their_matters(found: dict[tuple[str, str], object]) -> None:
    for title in {title for title, _ in found}:
        assert (found[title, "people"] == "*") == (found[title, "cases"] == "*")
        assert (found[title, "amount"] == "*") == (found[title, "agreed"] == "*")


@pytest.fixture
def tables(world: World, given_lake: Callable) -> tuple[object, list[PublishedReturn]]:  # type: ignore[type-arg]
    lake = given_lake(a_year(420))
    chief = world.people["bureau_chief"]
    return lake, [
        publish_return(Office.objects.get(code=unit), code, by=chief, at=LATER) for unit, code in PUBLISHED
    ]


def test_no_suppressed_cell_can_be_derived_from_all_published_tables(tables, world: World) -> None:  # type: ignore[no-untyped-def]
    lake, published = tables
    truth = compute_basis(lake, period("2025"), offices_of(world.bureau)).atoms
    months = [str(month) for month in period("2025").months]
    values = [("kind", k) for k in KINDS] + [("source", s) for s in SOURCES] + [("form", f) for f in FORMS]
    values += [("performed", ""), ("confirmed", "")]
    sums = Sums(
        {(m, o, n, v): truth.get((m, o, n, v), 0) for m in months for o in COMMITTEE_OF for n, v in values}
    )
    for month in months:
        for office in COMMITTEE_OF:
            for name, own in (("source", SOURCES), ("form", FORMS)):
                by_kind = {(month, office, "kind", kind): 1 for kind in KINDS}
                sums.equal.append(by_kind | {(month, office, name, value): -1 for value in own})
    shown, wanted, stars = [], [], 0
    for one in published:
        people_and_amounts_are_hidden_with_their_matters(read(one))
        rows = {title: set(offices) for _, title, offices in one.figures["rows"]}
        rows["合计"] = set().union(*rows.values())
        own_months = [str(month) for month in period(one.period).months]
        for (title, code), value in read(one).items():
            if value == "不统计" or BY_CODE[code].unit is not Unit.MATTERS:
                continue
            sums.add(
                (one.unit.code, one.period, title, code),
                [(m, *rest) for m in own_months for rest in meaning(code, rows[title])],
            )
            number = len(sums.names) - 1
            wanted.append(number)
            if value == "*":
                stars += 1
            else:
                assert value == sums.value(number), sums.names[number]
                assert not 0 < value < K
                shown.append(number)
        for title, offices in rows.items():
            sums.add(
                (one.unit.code, one.period, title, "none"),
                [(m, *r) for m in own_months for r in meaning("none", offices)],
            )
            wanted.append(len(sums.names) - 1)
    assert stars > 100
    assert len([n for n in shown if sums.value(n)]) > 100  # not everything is hidden
    small = [n for n in wanted if 0 < sums.value(n) < K]
    assert len(small) > 100
    assert given_away(sums, shown, small, K) == []


def test_a_table_published_after_late_cases_fits_the_months_already_out(
    world: World,
    given_lake: Callable,  # type: ignore[type-arg]
) -> None:
    """Quarter minus its months would otherwise be exactly the cases that came late."""
    chief, lives = world.people["bureau_chief"], a_year(420)
    given_lake(lives)
    months = [publish_return(world.bureau, f"2025-0{n}", by=chief, at=LATER) for n in (1, 2, 3)]
    given_lake([*lives, Life("TWH", date(2025, 2, 10), kind="neighbour")])
    quarter = publish_return(world.bureau, "2025Q1", by=chief, at=LATER)
    assert (
        quarter.figures["figures"]["SFS"]["cases"]
        == sum(m.figures["figures"]["SFS"]["cases"] for m in months) + 1
    )
    for row, cells in quarter.shown.items():
        for code, value in cells.items():
            parts = [month.shown[row][code] for month in months]
            if value is not None and None not in parts:
                assert value == sum(part for part in parts if part is not None), (row, code)

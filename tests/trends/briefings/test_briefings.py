"""The monthly briefing: its numbers are right, traceable, frozen, and give no small one away."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import DatabaseError, connection, transaction

from gongdao.documents.queries import read_file
from gongdao.people.models import Area
from gongdao.trends.briefings.actions import draft, issue
from gongdao.trends.briefings.cells import Cell, months_before
from gongdao.trends.briefings.counting import cube
from gongdao.trends.briefings.figures import Wanted
from gongdao.trends.briefings.models import Briefing
from gongdao.trends.briefings.queries import BriefingRefused, briefings_for, differences, earlier_cells
from gongdao.trends.briefings.writing import Heading
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.suppression import Sums
from tests.documents.extracting import docx_text, pdf_text
from tests.trends.suppression.attacking import given_away
from tests.trends.town import RISING, TOWNS, build_towns, town_lake, two_years
from tests.trends.warnings.making import a_warning
from tests.world import World, now_on

LAST = date(2025, 11, 26)
AT = now_on("2025-12-03")
ASKED = {
    "number": "示司研〔2025〕11号",
    "to": "县委政法委",
    "copies": "县人民法院",
    "because": "",
    "key": "b1",
}


@pytest.fixture
def county(world: World, settings, tmp_path) -> World:  # type: ignore[no-untyped-def]
    build_towns(world)
    settings.GONGDAO_LAKE = tmp_path / "lake"
    town_lake(tmp_path / "lake", LAST)
    return world


def issued(world: World, month: str = "2025-11", **more: str) -> Briefing:
    return issue(month, by=world.people["bureau_chief"], at=AT, **(ASKED | more))


def by_hand(area: str, kind: str | None, first: str, last: str) -> int:
    return sum(
        1
        for life in two_years(LAST)
        if (life.county == area or life.township == area or area == "990100")
        and kind in (None, life.kind)
        and first <= f"{life.accepted:%Y-%m}" <= last
    )


def test_every_number_is_what_counting_by_hand_gives(county: World) -> None:
    figures = issued(county).figures
    assert len(figures) > 15
    for area, kind, first, last, number in figures:
        assert number == by_hand(area, kind, first, last), (area, kind, first, last)


def test_no_small_number_is_shown_anywhere(county: World) -> None:
    assert all(number == 0 or number >= 5 for *_, number in issued(county).figures)


def test_no_small_number_follows_from_two_briefings_in_a_row(county: World) -> None:
    for number, month in enumerate(("2025-09", "2025-10", "2025-11")):
        issued(county, month, key=f"b{number}")
    counted = cube(open_lake(), county.county, "2025-11")
    kinds, months = counted.kinds, sorted({month for *_, month in counted.counts})
    truth = {(p, k, m): counted.counts.get((p, k, m), 0) for p, k, m in product((*TOWNS, ""), kinds, months)}
    wanted = [
        cell
        for month in ("2025-09", "2025-10", "2025-11")
        for cell in Wanted(county.county, tuple(Area.objects.filter(level="township")), month).all_cells()
    ]
    sums = Sums(truth)
    cells = list(dict.fromkeys([*earlier_cells(), *wanted]))
    for cell in cells:
        places = counted.inside[cell.area]
        during = [m for m in months if cell.first <= m <= cell.last]
        sums.add(cell, product(places, [cell.kind] if cell.kind else kinds, during))
    shown = [number for number, cell in enumerate(cells) if cell in set(earlier_cells())]
    assert given_away(sums, shown, range(len(cells)), 5) == []


def test_both_forms_say_the_same_and_carry_number_addressee_and_queries(county: World) -> None:
    paper = issued(county)
    texts = [docx_text(read_file(paper.docx)), pdf_text(read_file(paper.pdf))]
    for text in texts:
        for words in ("示司研〔2025〕11号", "县委政法委：", "一、总体情况", "六、工作建议", "抄送：县人民法院",
                      "关于2025年11月示例县矛盾纠纷情况的分析研判报告"):  # fmt: skip
            assert words in text
        assert "cases.filter(county=='990101',openedin2025-11).count()" in text
        assert paper.lake[:8] in text


def test_a_warning_is_told_as_a_ratio_with_what_was_done_and_the_themes(county: World) -> None:
    from dataclasses import replace

    from gongdao.trends.warnings.alarms import Place
    from tests.trends.warnings.making import ALARM

    week = date(2025, 11, 3)
    place = Place(RISING, 14, 1.4)
    warning = replace(ALARM, week=week, starts=week - timedelta(weeks=3), ends=week + timedelta(days=6), expected=1.4,
                      kind="property_management", places=(place,))  # fmt: skip
    a_warning(
        **{name: getattr(warning, name) for name in ("week", "starts", "ends", "expected", "kind", "places")}
    )
    text = docx_text(read_file(issued(county).docx))
    assert "东镇：物业纠纷" in text
    assert "约为往常的10倍" in text
    assert "14件" not in text
    assert "尚未答复" in text
    assert "物业不得停水停电催费" in text


def test_a_month_with_warnings_judged_earlier_says_so_and_a_quiet_one_too(county: World) -> None:
    assert "本月没有预警" in docx_text(read_file(issued(county).docx))


def test_issued_again_it_says_why_and_the_first_stays(county: World) -> None:
    first = issued(county)
    with pytest.raises(BriefingRefused, match="写明原因"):
        issued(county, key="b2")
    second = issued(county, key="b3", because="补录了三件")
    assert (second.edition, Briefing.objects.count()) == (2, 2)
    assert "第2版" in docx_text(read_file(second.docx))
    assert read_file(Briefing.objects.get(pk=first.pk).pdf).startswith(b"%PDF")


def test_pressing_twice_issues_once_and_a_borrowed_key_is_refused(county: World) -> None:
    assert issued(county) == issued(county)
    assert Briefing.objects.count() == 1
    with pytest.raises(BriefingRefused):
        issue("2025-11", by=county.people["station_officer"], at=AT, **ASKED)


@pytest.mark.parametrize(("month", "said"), [("2025-12", "没有过完"), ("2026-01", "没有过完"), ("xx", "写成"), ("2025-13", "写成")])  # fmt: skip
def test_a_month_that_is_not_over_or_none_is_refused(county: World, month: str, said: str) -> None:
    with pytest.raises(BriefingRefused, match=said):
        issued(county, month)


@pytest.mark.parametrize("who", ["station_officer", "committee_head", "auditor", "mediator"])
def test_only_a_chief_issues(county: World, who: str) -> None:
    with pytest.raises(BriefingRefused, match="不能印发"):
        issue("2025-11", by=county.people[who], at=AT, **ASKED)


def test_the_station_below_may_read_it_and_others_not(county: World) -> None:
    paper = issued(county)
    assert list(briefings_for(county.people["station_officer"], AT.date())) == [paper]
    assert not briefings_for(county.people["committee_head"], AT.date()).exists()


def test_the_database_refuses_to_change_it(county: World) -> None:
    issued(county)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE briefings_briefing SET number = ''")


def test_checking_finds_nothing_until_the_records_change(county: World, settings) -> None:  # type: ignore[no-untyped-def]
    paper = issued(county)
    assert list(differences(paper)) == []
    town_lake(settings.GONGDAO_LAKE, LAST, count=480)
    assert any("现在" in line for line in differences(paper))


def test_a_draft_keeps_nothing_and_the_same_lake_gives_the_same_bytes(county: World) -> None:
    first, second = (
        draft("2025-11", area=county.county, office=county.bureau, heading=Heading("", "", ""), on=AT.date())
        for _ in range(2)
    )
    assert (first.pdf, first.docx) == (second.pdf, second.docx)
    assert not Briefing.objects.exists()


def test_a_quiet_county_gets_a_briefing_that_says_so(county: World, settings) -> None:  # type: ignore[no-untyped-def]
    town_lake(settings.GONGDAO_LAKE, LAST, count=3)
    text = docx_text(read_file(issued(county).docx))
    assert "数太小" in text
    assert "本月不作估计" in text


def test_months_are_counted_across_years() -> None:
    assert months_before("2025-01", 1) == "2024-12"
    assert months_before("2025-12", -1) == "2026-01"
    assert Cell("990101", "neighbour", "2025-01", "2025-03").says.endswith(
        "opened in 2025-01..2025-03).count()"
    )

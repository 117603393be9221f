"""Coverage by village: what was done where, where nothing was, and no small number for who may not open it."""

from datetime import date

import pytest

from gongdao.matters.models import Matter
from gongdao.people import actions
from gongdao.people.models.office import AreaLevel
from gongdao.procedures.registry import procedure_on
from gongdao.services.coverage.queries import coverage, is_quarter, quarters_up_to
from tests.matters.playing import play_steps
from tests.scenarios.reading import scenarios
from tests.scenarios.running import play
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.web.test_pages import signed_in
from tests.world import BY, World

TODAY = date(2025, 4, 8)
QUARTER = "2025Q1"


@pytest.fixture
def advised(world: World) -> World:
    """A village with an adviser, and another one with none."""
    actions.create_area(**BY, code="990101100202", name="另一村", level=AreaLevel.VILLAGE, parent=world.town)
    story = next(s for s in scenarios() if "季度核算走完" in s.title)
    taker = PointedTaker(world, story.procedure)
    for name, value in story.settings.items():
        actions.set_office_setting(taker.office, name, value, **BY)
    play(story, taker)
    return world


def row_of(world: World, who: str, village: str = "示例村"):  # type: ignore[no-untyped-def]
    found = coverage(world.people[who], QUARTER, TODAY)
    assert found
    return next(row for row in found.rows if row.area.name == village)


def mediations(world: World, count: int) -> None:
    """Matters of the committee in the village, as the lists know them."""
    declared = procedure_on("people_mediation", date(2025, 2, 1))
    for number in range(count):
        Matter.objects.create(
            number=f"2025-0201-{number:04d}", procedure=declared.code, effective=declared.effective, state="registered",
            office=world.committee, area=world.village, opened_at="2025-02-01T10:00+08:00", changed_at="2025-02-01T10:00+08:00",
        )  # fmt: skip


def test_a_village_shows_its_visits_lectures_and_the_last_day(advised: World) -> None:
    row = row_of(advised, "bureau_chief")
    assert (row.visits, row.lectures, row.last_visit) == (3, 1, date(2025, 3, 3))
    assert row.had_any


def test_a_village_where_nobody_came_is_named(advised: World) -> None:
    found = coverage(advised.people["bureau_chief"], QUARTER, TODAY)
    assert found
    assert [row.area.name for row in found.without] == ["另一村"]


def test_the_quarter_after_has_no_visits_but_remembers_the_last(advised: World) -> None:
    found = coverage(advised.people["bureau_chief"], "2025Q2", TODAY)
    assert found
    row = next(row for row in found.rows if row.area.name == "示例村")
    assert (row.visits, row.last_visit) == (0, date(2025, 3, 3))


def test_what_was_taken_back_is_not_counted(world: World) -> None:
    story = next(s for s in scenarios() if "不能再确认一次" in s.title)
    play(story, PointedTaker(world, story.procedure))
    assert row_of(world, "bureau_chief").visits == 1


def test_a_visit_that_the_village_denies_is_no_service(world: World) -> None:
    taker = PointedTaker(world, procedure_on("village_counsel", date(2025, 1, 2)))
    begun = (("2025-01-02", "中心", "登记聘用合同"), ("2025-01-03", "中心", "确定法律顾问"))
    play_steps(world, *begun, ("2025-01-10", "顾问", "记一次服务"), taker=taker)
    row = row_of(world, "bureau_chief")
    assert (row.visits, row.awaited, row.last_visit, row.had_any) == (0, 1, None, True)
    page = signed_in("bureau_chief").get(f"/desk/coverage/?quarter={QUARTER}").content.decode()
    assert "另有1次等村里确认" in page
    play_steps(world, ("2025-01-12", "村委会", "提出服务不实"), taker=taker)
    row = row_of(world, "bureau_chief")
    assert (row.visits, row.awaited, row.last_visit, row.had_any) == (0, 0, None, False)


@pytest.mark.parametrize(("count", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_small_number_is_hidden_from_who_may_not_open_it(advised: World, count: int, hidden: bool) -> None:
    mediations(advised, count)
    number = row_of(advised, "service_head").counts["mediation"]
    assert (number.value, number.hidden) == (count, hidden)
    assert row_of(advised, "bureau_chief").counts["mediation"].hidden is False


def test_every_number_opens_to_its_matters(advised: World) -> None:
    mediations(advised, 2)
    chief = signed_in("bureau_chief")
    page = chief.get(f"/desk/coverage/?quarter={QUARTER}").content.decode()
    contract = Matter.objects.get(procedure="village_counsel")
    assert f"/desk/matter/{contract.number}/" in page
    behind = chief.get(f"/desk/coverage/990101100201/mediation/?quarter={QUARTER}").content.decode()
    assert behind.count("2025-0201-") == 2 * 2


def test_behind_a_hidden_number_nothing_is_listed(advised: World) -> None:
    mediations(advised, 2)
    head = signed_in("service_head")
    assert "有，少于5" in head.get(f"/desk/coverage/?quarter={QUARTER}").content.decode()
    behind = head.get(f"/desk/coverage/990101100201/mediation/?quarter={QUARTER}").content.decode()
    assert "2025-0201-" not in behind
    told = head.get(f"/api/coverage?quarter={QUARTER}").json()
    village = next(v for v in told["villages"] if v["name"] == "示例村")
    assert village["counts"]["mediation"] is None
    assert village["visits"] == 3
    assert told["without"] == ["990101100202"]


@pytest.mark.parametrize("who", ["mediator", "adviser", "administrator", "service_clerk"])
def test_who_reads_no_statistics_reads_no_coverage(world: World, who: str) -> None:
    client = signed_in(who)
    assert client.get("/desk/coverage/").status_code == 404
    assert client.get("/desk/coverage/990101100201/mediation/").status_code == 404
    assert client.get("/api/coverage").status_code == 404


@pytest.mark.parametrize("quarter", ["2025Q5", "２０２５Q1", "2025", "x" * 500, "2099Q1", "2025Q1'--"])
def test_an_odd_quarter_is_a_wrong_address(world: World, quarter: str) -> None:
    chief = signed_in("bureau_chief")
    assert chief.get("/desk/coverage/", {"quarter": quarter}).status_code == 404
    assert chief.get("/api/coverage", {"quarter": quarter}).status_code == 404


def test_a_chief_sees_only_the_own_places(advised: World) -> None:
    city = advised.county.parent
    actions.create_area(**BY, code="990102", name="邻县", level=AreaLevel.COUNTY, parent=city)
    found = coverage(advised.people["bureau_chief"], QUARTER, TODAY)
    assert found
    assert all(row.area.path.startswith(advised.county.path) for row in found.rows)
    assert signed_in("bureau_chief").get("/desk/coverage/990102/mediation/").status_code == 404


def test_quarters_go_back_from_today() -> None:
    assert quarters_up_to(date(2025, 4, 8), 3) == ["2025Q2", "2025Q1", "2024Q4"]
    assert is_quarter("2025Q2", TODAY)
    assert not is_quarter("2025Q3", TODAY)

"""The routing table read whole: every row of the map, what known facts change, and that no road is ever taken away."""

import csv
import re
from pathlib import Path

import pytest

from gongdao.people.models.office import OfficeKind
from gongdao.triage.cites import read_cites
from gongdao.triage.facts import all_facts, facts_in
from gongdao.triage.kinds import KINDS
from gongdao.triage.roads import roads_for
from gongdao.triage.tables import read_rows
from gongdao.triage.understanding import understand

MAP = Path(__file__).parents[3] / "shared" / "reference" / "PROCEDURES.md"
_FILE = Path(__file__).with_name("routing.csv")
_LINES = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
ROUTES = list(csv.DictReader(_LINES))
NEARBY = {"people_mediation", "court", "legal_aid", "legal_advice", "police", "enforcement"}
ROWS = [f"R-{n:02}" for n in range(1, 31)] + ["R-07a", "R-07b"]


def channels(kind, facts=()):
    return [road.channel for road in roads_for(kind, facts)]


@pytest.mark.parametrize("code", ROWS)
def test_every_row_of_the_routing_map_is_in_the_table_and_tested(code):
    assert code in {row["row"] for row in read_rows("roads.csv")}
    assert code in {row["row"] for row in ROUTES}


@pytest.mark.reference
def test_every_article_that_the_routing_map_rests_on_stands_in_the_row_of_the_table():
    if not MAP.exists():
        pytest.skip("no statutory map beside the checkout")
    text = MAP.read_text(encoding="utf-8")
    mapped = text[text.index("### 2.1 Routing table") : text.index("### 2.2")]
    cited: dict[str, set[tuple[str, str]]] = {}
    for row in read_rows("roads.csv"):
        found = read_cites(row["cites"], row["row"])
        cited.setdefault(row["row"], set()).update((cite.law.short, cite.article) for cite in found)
    lines = re.findall(r"^\| (R-\d+[ab]?) (.*)$", mapped, re.M)
    assert {code for code, _ in lines} == set(ROWS)
    missing = {
        f"{code} {law}§{article}"
        for code, line in lines
        for law, article in re.findall(r"〔([^§〕]+)§(\d+(?:-\d+)?)", line)
        if (law, article) not in cited[code]
    }
    assert missing == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_office_of_every_road_is_said_and_where_the_platform_knows_it_looked_for_nearby(kind):
    for road in roads_for(kind, list(all_facts())):
        assert road.office or road.office_is_side
        assert set(road.local) <= {office.value for office in OfficeKind}
        if road.channel in NEARBY:
            assert road.local or road.office == "消费者协会", (road.code, road.channel)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route['row']}-{route['kind']}-{route['when']}")
def test_the_roads_of_a_row_are_there_in_order(route):
    told = channels(route["kind"], route["when"].split())
    wanted = route["channels"].split()
    assert [channel for channel in wanted if channel not in told] == []
    places = [told.index(channel) for channel in wanted]
    assert places == sorted(places), told


@pytest.mark.parametrize("kind", KINDS)
def test_no_known_fact_takes_a_road_away(kind):
    plain = set(channels(kind))
    for fact in all_facts():
        assert plain <= set(channels(kind, [fact])), fact
    assert plain <= set(channels(kind, list(all_facts())))


@pytest.mark.parametrize("kind", KINDS)
def test_every_road_says_where_how_long_what_it_costs_and_what_to_bring(kind):
    for road in roads_for(kind, list(all_facts())):
        assert all((road.title, road.office, road.limit, road.cost, road.bring)), road.code


def test_every_road_of_law_cites_its_article():
    """Talking to each other and asking at a counter need no article; everything else does."""
    bare = {(r.code, r.channel) for kind in KINDS for r in roads_for(kind, list(all_facts())) if not r.cites}
    assert {channel for _, channel in bare} <= {"negotiation", "notify"}, bare


def test_free_advice_legal_aid_and_a_lawyer_are_on_every_list():
    for kind in KINDS:
        assert {"legal_advice", "legal_aid", "lawyer"} <= set(channels(kind))


def test_a_fact_that_is_said_is_shown_as_the_reason(today):
    found = understand("包工头给我打了欠条，工钱三万到现在没给", today=today)
    assert "wage_iou" in {fact.code for fact in found.facts}
    assert found.roads[0].because == "手里有单位写的工资欠条"


def test_a_fact_that_is_answered_counts_as_one_that_is_said(today):
    found = understand("老板拖欠工资", today=today, answers={"iou": "yes"})
    assert found.roads[0].title == "凭工资欠条直接起诉"
    assert "iou" not in {question.code for question in found.questions}


def test_every_fact_can_be_said_in_its_own_words():
    for fact in all_facts().values():
        said = "".join(pattern.written.replace("+", "，") for pattern in fact.words[:1])
        assert fact in facts_in(said)


def test_questions_asked_back_change_roads_or_kinds():
    rows = list(read_rows("questions.csv"))
    assert all(row["adds"] or row["facts"] or row["option"] in ("no", "none") for row in rows)

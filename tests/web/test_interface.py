"""The interface for programs does what the pages do, for the same people and nobody else."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.models import Event, Matter
from gongdao.matters.queries import case_of
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.registry import PROCEDURES, openings
from tests.scenarios.facts import ordinary
from tests.web.test_every_address import OUTSIDERS
from tests.web.test_pages import application, signed_in
from tests.world import World

KEY = {"Idempotency-Key": "interface-test-1"}
STORY = {"story": "邻居家的狗把我咬伤了", "kind": "damage", "told_data_use": True,
         "applicants": [{"name": "甲示例"}], "respondents": [{"name": "乙示例"}]}  # fmt: skip


@pytest.fixture
def filed(world: World) -> tuple[Matter, str]:
    """A matter and the header with which its applicant comes back."""
    client = Client()
    assert client.post("/file/", application()).status_code == 302
    matter = Matter.objects.get()
    return matter, f"{matter.number} {client.session['receipt']['codes']['p1']}"


def operations(matter: Matter) -> list[tuple[str, dict[str, Any]]]:
    """Every step as (path, facts that are in order), for this matter."""
    now = timezone.now()
    case = case_of(matter, now)
    found = []
    for step in case.procedure.steps:
        if set(step.by) != {Actor.SYSTEM} and step not in openings(case.procedure):
            facts = step.asks.model_validate(ordinary(step, case, now, "p1")).model_dump(mode="json")
            found.append((f"/api/matters/{matter.number}/{matter.procedure}/{step.code}", facts))
    return found


def sent(client: Client, path: str, facts: dict[str, Any], **headers: str) -> int:
    more = {"headers": KEY | headers}
    return client.post(path, facts, content_type="application/json", **more).status_code  # type: ignore[arg-type]


@pytest.mark.parametrize("who", ["nobody", "another party", *OUTSIDERS, "station_officer"])
def test_facts_in_order_do_not_let_the_wrong_person_act(filed: tuple[Matter, str], who: str) -> None:
    matter, _ = filed
    client, headers = Client(), {}
    if who == "another party":
        client.post("/file/", application(story="另一件事"))
        other = Matter.objects.exclude(pk=matter.pk).get()
        headers = {"X-Access-Code": f"{other.number} {client.session['receipt']['codes']['p1']}"}
        client = Client()
    elif who != "nobody":
        client = signed_in(who)
    before = Event.objects.count()
    tried = operations(matter)
    assert len(tried) > 40
    for path, facts in tried:
        assert sent(client, path, facts, **headers) in (401, 403, 404), f"{who} {path}"
    assert Event.objects.count() == before


@pytest.mark.parametrize("who", ["nobody", "bureau_chief", "auditor", "administrator", "station_officer"])
def test_only_who_may_register_begins_a_matter(world: World, who: str) -> None:
    client = Client() if who == "nobody" else signed_in(who)
    for step in ("apply", "start_own", "refer_in"):
        more = {"referred_by": "示例派出所", "referred_on": "2025-03-03"} if step == "refer_in" else {}
        path = f"/api/openings/people_mediation/{step}?office=TWH"
        assert sent(client, path, STORY | more) in (401, 403)
    assert not Matter.objects.exists()


def test_whoever_is_only_asked_to_take_over_is_offered_no_codes(
    filed: tuple[Matter, str], world: World
) -> None:
    matter, _ = filed
    head, other = signed_in("committee_head"), signed_in("other_head")
    path = f"/desk/matter/{matter.number}/"
    offer = {"handover_to": world.other_committee.code, "handover_reason": "属于那边"}
    assert head.post(f"{path}offer_handover/", offer).status_code == 302
    assert "发一个查询码" in head.get(path).content.decode()
    page = other.get(path).content.decode()
    assert "接收移交" in page
    assert "发一个查询码" not in page


@pytest.mark.parametrize("step", ["apply", "start_own", "refer_in"])
def test_staff_register_in_every_way_a_procedure_begins(world: World, step: str) -> None:
    more = {"referred_by": "示例派出所", "referred_on": "2025-03-03"} if step == "refer_in" else {}
    path = f"/api/openings/people_mediation/{step}?office=TWH&channel=phone"
    clerk = signed_in("committee_clerk")
    assert sent(clerk, path, STORY | more) == 201
    assert sent(clerk, path, STORY | more) == 201, "再发一次还是那一件"
    (event,) = Event.objects.all()
    assert (event.step, event.actor, event.channel) == (step, "committee", "phone")


def test_every_opening_of_every_procedure_has_its_operation(world: World) -> None:
    paths = signed_in("committee_clerk").get("/api/openapi.json").json()["paths"]
    for procedure in PROCEDURES:
        for step in openings(procedure):
            if {Actor.MEDIATOR, Actor.COMMITTEE} & set(step.by):
                assert f"/api/openings/{procedure.code}/{step.code}" in paths


def test_a_party_follows_the_matter_as_on_the_page(filed: tuple[Matter, str]) -> None:
    matter, code = filed
    clerk, party = signed_in("committee_clerk"), Client(headers={"X-Access-Code": code})
    base = f"/api/matters/{matter.number}"
    facts = {"contact_party": "p2", "contact_by": "phone", "contact_note": "没打通"}
    assert sent(clerk, f"{base}/people_mediation/attempt_contact", facts) == 200
    clerk.get(f"/desk/matter/{matter.number}/")
    assert [e["step"] for e in party.get(f"{base}/timeline").json()] == ["apply"], "别人的私下记录看不到"
    assert [e["step"] for e in clerk.get(f"{base}/timeline").json()] == ["apply", "attempt_contact"]
    assert {n["code"] for n in party.get(f"{base}/notices").json()} == {"time_bar_interrupted", "rights"}
    papers = party.get(f"{base}/papers").json()
    assert {p["code"] for p in papers} == {"application", "receipt"}
    paper = party.get(f"/api/papers/{papers[0]['id']}.pdf")
    assert b"".join(paper.streaming_content).startswith(b"%PDF")
    readers = party.get(f"{base}/readers").json()
    assert "示例committee_clerk" in {r["who"] for r in readers}


def test_a_party_opens_no_paper_that_is_not_open_to_it(filed: tuple[Matter, str]) -> None:
    matter, code = filed
    clerk, party = signed_in("committee_clerk"), Client(headers={"X-Access-Code": code})
    assert sent(clerk, f"/api/matters/{matter.number}/people_mediation/accept", {}) == 200
    register = matter.papers.get(code="acceptance_register")
    assert party.get(f"/api/papers/{register.pk}.pdf").status_code == 404
    assert clerk.get(f"/api/papers/{register.pk}.pdf").status_code == 200


def test_the_work_list_says_what_next_and_by_when(filed: tuple[Matter, str]) -> None:
    matter, _ = filed
    (item,) = signed_in("committee_clerk").get("/api/work").json()
    assert (item["number"], item["overdue"], item["minded"]) == (matter.number, False, False)
    assert "accept" in item["steps"]
    assert Client().get("/api/work").status_code == 401


def test_a_story_is_asked_back_and_answers_count(world: World) -> None:
    client = Client()
    first = client.post(
        "/api/understand", {"story": "出了点事，想问问"}, content_type="application/json"
    ).json()
    assert first["roads"]
    assert first["questions"], first
    question = first["questions"][0]
    answer = {question["code"]: question["options"][0]["code"]}
    again = client.post(
        "/api/understand", {"story": "出了点事，想问问", "answers": answer}, content_type="application/json"
    )
    assert question["code"] not in {q["code"] for q in again.json()["questions"]}


def test_a_danger_is_told_with_what_to_do_today(world: World) -> None:
    story = {"story": "丈夫打我，还说要杀了我"}
    (alert, *_) = Client().post("/api/understand", story, content_type="application/json").json()["alerts"]
    assert alert["level"] == "danger"
    assert alert["today"]
    assert alert["cites"]

"""A matter is handed to another body: that body sees the letter alone, the other side sees nothing, nothing is lost."""

import pytest
from django.test import Client

from gongdao.matters.access import capacities, issue_code
from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.audit import verify
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.errors import NotAllowed, UnknownOffice
from gongdao.matters.models import Matter
from gongdao.matters.queries import (
    can,
    children_for_party,
    may_read,
    timeline_for_party,
    visible_to,
    work_list,
)
from gongdao.people.models import Office
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.handover_in import facts as answered
from gongdao.procedures.handover_out import facts as handed
from gongdao.procedures.people_mediation.facts import HandedInFacts
from tests.matters.playing import application, clerk, contact, fresh, matter_after
from tests.web.test_pages import signed_in
from tests.world import World, next_key, now_on, outside

AT = now_on("2025-03-10")
SUMMARY = "申请人说对方动过手，只此一句。"


def letter(to: Office, **changed: object) -> handed.LetterFacts:
    given: dict[str, object] = {
        "handed_to": to.code, "handed_kind": "police", "handed_reason": "请核实有没有打人。", "handed_summary": SUMMARY,
        "passing_basis": "consent", "shared_parties": ["p1"], "consented_parties": ["p1"], "answer_wanted_by": "2025-04-10",
    }  # fmt: skip
    return handed.LetterFacts.model_validate(given | changed)


def handed_out(world: World, to: Office, **applied: object) -> Matter:
    """The hand-over of a mediation that is being asked about, sent to ``to``; ``applied`` changes the application."""
    matter = matter_after(
        world,
        ("2025-03-03", "申请人", "申请调解"),
        ("2025-03-03", "调委会", "转请外单位办理"),
        facts={"申请调解": application(**applied).model_dump(mode="json")} if applied else None,
    )
    child = matter.children.get()
    clerk = Doer(Actor.COMMITTEE, account=world.people["committee_clerk"])
    take_step(child, "send", doer=clerk, at=AT, facts=letter(to), key=next_key())
    return Matter.objects.select_related("office", "parent").get(pk=child.pk)


def test_the_office_asked_sees_the_letter_and_nothing_else_of_the_file(world: World) -> None:
    child = handed_out(world, world.police)
    officer = world.people["officer"]
    assert child.parent
    assert Actor.RECEIVER in capacities(officer, child, AT.date())
    for permission in (Permission.MATTER_READ, Permission.PARTY_REVEAL, Permission.PAPER_READ):
        assert can(officer, permission, child, AT.date())
        assert not can(officer, permission, child.parent, AT.date())
        assert set(visible_to(officer, AT.date(), permission)) == {child}
    page = signed_in("officer").get(f"/desk/matter/{child.number}/").content.decode()
    assert SUMMARY in page
    assert "甲示例" in page
    assert "乙示例" not in page
    assert "楼上漏水" not in page
    assert signed_in("officer").get(f"/desk/matter/{child.parent.number}/").status_code == 404
    paper = child.papers.get(code="handover_request")
    assert signed_in("officer").get(f"/desk/paper/{paper.pk}.pdf").status_code == 200
    kept = child.parent.papers.first()
    assert kept
    assert signed_in("officer").get(f"/desk/paper/{kept.pk}.pdf").status_code == 404


def test_it_stands_on_the_list_of_whoever_must_act(world: World) -> None:
    child = handed_out(world, world.police)
    for name in ("officer", "committee_clerk"):
        listed = {item.matter.pk: item for item in work_list(world.people[name], now_on("2025-04-11"))}
        assert listed[child.pk].overdue, name
    assert "签收转办" in signed_in("officer").get("/desk/").content.decode()


def test_the_other_side_never_learns_of_it(world: World) -> None:
    child = handed_out(world, world.police)
    root = child.parent
    assert root
    assert children_for_party(root, "p1") == [child]
    assert children_for_party(root, "p2") == []
    seen = {party: {entry.step.code for entry in timeline_for_party(root, party)} for party in ("p1", "p2")}
    assert "send" in seen["p1"]
    assert not {"send", "hand_out"} & seen["p2"]
    pages = {}
    for party in ("p1", "p2"):
        browser = Client()
        code = issue_code(root, party, next_key(), AT)
        browser.post("/progress/", {"number": root.number, "code": code})
        pages[party] = browser.get("/mine/").content.decode()
        key = {"HTTP_X_ACCESS_CODE": f"{root.number} {code}"}
        assert Client().get(f"/api/matters/{child.number}", **key).status_code == (
            200 if party == "p1" else 404
        )
    assert world.police.name in pages["p1"]
    assert world.police.name not in pages["p2"]


def test_the_result_comes_back_through_the_other_bodys_own_system(world: World) -> None:
    body = outside(world)
    child = handed_out(world, body)
    theirs = Doer(Actor.RECEIVER, office=body, channel=Channel.EXCHANGE)
    took = handed.TakenThereFacts.model_validate({"taken_there_on": "2025-03-10", "their_number": "综7"})
    take_step(child, "take_there", doer=theirs, at=AT, facts=took, key=next_key())
    result = handed.AnswerFacts.model_validate(
        {"answered_on": "2025-03-10", "outcome_there": "done", "answer_text": "已经核实。"}
    )
    key = next_key()
    first = take_step(child, "answer", doer=theirs, at=AT, facts=result, key=key)
    assert take_step(child, "answer", doer=theirs, at=AT, facts=result, key=key) == first
    assert list(verify()) == []


def test_nobody_but_the_office_asked_answers_it(world: World) -> None:
    child = handed_out(world, outside(world))
    took = handed.TakenThereFacts.model_validate({"taken_there_on": "2025-03-10"})
    for doer in (
        Doer(Actor.RECEIVER, office=world.police),
        Doer(Actor.SENDER, office=outside(world)),
        Doer(Actor.RECEIVER, account=world.people["officer"]),
        Doer(Actor.RECEIVER, account=world.people["other_clerk"]),
    ):
        with pytest.raises(NotAllowed):
            take_step(child, "take_there", doer=doer, at=AT, facts=took, key=next_key())
    assert Matter.objects.get(pk=child.pk).state == "sent"


def test_a_matter_goes_to_no_office_that_does_not_take_such(world: World) -> None:
    matter = matter_after(
        world, ("2025-03-03", "申请人", "申请调解"), ("2025-03-03", "调委会", "转请外单位办理")
    )
    clerk = Doer(Actor.COMMITTEE, account=world.people["committee_clerk"])
    for code in (world.other_committee.code, "没有"):
        facts = letter(world.police).model_copy(update={"handed_to": code})
        with pytest.raises(NotAllowed):
            take_step(matter.children.get(), "send", doer=clerk, at=AT, facts=facts, key=next_key())


def handed_in(world: World, doer: Doer, **changed: object) -> Matter:
    given = application().model_dump() | {
        "referred_by": "示例县综治中心", "referred_on": "2025-03-10", "referral_number": "综9", "sender_kind": "governance",
        "sender_office": outside(world).code,
    }  # fmt: skip
    facts = HandedInFacts.model_validate(given | changed)
    return open_matter(
        procedure="people_mediation", office=world.committee, step="refer_in", doer=doer, at=AT, facts=facts, key=next_key(),
    ).matter  # fmt: skip


def test_a_body_hands_in_under_its_own_name_and_gets_its_answer(world: World) -> None:
    body = outside(world)
    theirs = Doer(Actor.SENDER, office=body, channel=Channel.EXCHANGE)
    with pytest.raises(NotAllowed):
        handed_in(world, theirs, sender_office=world.police.code)
    with pytest.raises(NotAllowed):
        handed_in(world, Doer(Actor.RECEIVER, office=body))
    with pytest.raises(UnknownOffice):
        handed_in(world, Doer(Actor.COMMITTEE, account=world.people["committee_clerk"]), sender_office="没有")
    child = handed_in(world, theirs).children.get()
    assert child.procedure == "handover_in"
    clerk = Doer(Actor.COMMITTEE, account=world.people["committee_clerk"])
    took = answered.TakenHereFacts.model_validate({"taken_here_on": "2025-03-10"})
    take_step(child, "take_here", doer=clerk, at=AT, facts=took, key=next_key())
    back, other = answered.SenderRecallsFacts(), Doer(Actor.SENDER, office=world.police)
    with pytest.raises(NotAllowed):
        take_step(
            child,
            "sender_recalls",
            doer=other,
            at=AT,
            facts=back,
            key=next_key(),
        )
    take_step(
        child, "sender_recalls", doer=theirs, at=AT, facts=answered.SenderRecallsFacts(), key=next_key()
    )
    assert list(verify()) == []


def test_the_office_asked_signs_and_answers_on_its_own_pages(world: World) -> None:
    child = handed_out(world, world.police)
    officer, step = signed_in("officer"), f"/desk/matter/{child.number}/"
    form = officer.get(f"{step}take_there/").content.decode()
    assert "对方的编号" in form
    assert "乙示例" not in form
    assert officer.post(f"{step}take_there/", {"taken_there_on": "2025-03-10"}).status_code == 302
    said = {"answered_on": "2025-03-11", "outcome_there": "done", "answer_text": "已经核实。"}
    done = officer.post(f"{step}answer/", said, follow=True)
    assert (done.status_code, done.redirect_chain[-1][0]) == (200, "/desk/")
    assert "已经办好" in done.content.decode()
    assert Matter.objects.get(pk=child.pk).state == "answered"


def test_whoever_has_answered_sees_the_people_and_the_letter_no_longer(world: World) -> None:
    child, officer = handed_out(world, world.police), world.people["officer"]
    said = handed.AnswerFacts.model_validate(
        {"answered_on": "2025-03-10", "outcome_there": "done", "answer_text": "已经核实。"}
    )
    theirs = Doer(Actor.RECEIVER, account=officer)
    take_step(child, "answer", doer=theirs, at=AT, facts=said, key=next_key())
    result = fresh(child).papers.get(code="handover_result")
    for day in ("2025-03-10", "2026-03-10"):
        on = now_on(day).date()
        for permission in (Permission.MATTER_READ, Permission.PARTY_REVEAL, Permission.PAPER_READ):
            assert not can(officer, permission, fresh(child), on)
            assert not visible_to(officer, on, permission).exists()
        assert not may_read(officer, result, on)
    for path in (
        f"/desk/matter/{child.number}/",
        f"/api/matters/{child.number}",
        f"/desk/paper/{result.pk}.pdf",
    ):
        assert signed_in("officer").get(path).status_code == 404
    told = contact("告诉了结果", "p1")
    with pytest.raises(NotAllowed):
        take_step(child, "tell_result", doer=theirs, at=AT, facts=told, key=next_key())
    take_step(child, "tell_result", doer=clerk(world), at=AT, facts=told, key=next_key())
    assert fresh(child).state == "told"
    assert list(verify()) == []


def sent_on(world: World) -> Matter:
    """Sent to a first body, handed back by it with a reason, and sent on to the police with another letter."""
    child = handed_out(world, outside(world))
    ours = clerk(world)
    back = handed.HandedBackFacts.model_validate(
        {"handed_back_on": "2025-03-10", "handed_back_reason": "查过档案，不归我们。"}
    )
    take_step(child, "hand_back", doer=ours, at=AT, facts=back, key=next_key())
    other = letter(
        world.police, handed_summary="只说乙示例的事。", shared_parties=["p2"], consented_parties=["p2"]
    )
    take_step(child, "send", doer=ours, at=AT, facts=other, key=next_key())
    urged = handed.UrgeFacts.model_validate(
        {"urged_on": "2025-03-10", "urged_by": "phone", "urge_note": "值班的人说没空。"}
    )
    take_step(child, "urge", doer=ours, at=AT, facts=urged, key=next_key())
    return fresh(child)


def test_the_second_body_asked_sees_nothing_of_the_first(world: World) -> None:
    child, officer = sent_on(world), signed_in("officer")
    page = officer.get(f"/desk/matter/{child.number}/").content.decode()
    assert "只说乙示例的事。" in page
    assert "乙示例" in page
    for first in (SUMMARY, "甲示例", "查过档案", outside(world).name, "值班的人", "退回以后另作安排"):
        assert first not in page, first
    earlier, own = child.papers.filter(code="handover_request").order_by("seq")
    assert f"/desk/paper/{earlier.pk}." not in page
    for paper, status in ((earlier, 404), (own, 200)):
        assert officer.get(f"/desk/paper/{paper.pk}.pdf").status_code == status
        assert officer.get(f"/api/papers/{paper.pk}.pdf").status_code == status
    listed = officer.get(f"/api/matters/{child.number}/papers").json()
    assert [one["id"] for one in listed] == [own.pk]
    clocks = officer.get(f"/api/matters/{child.number}").json()["clocks"]
    assert "arranging_target" not in {one["code"] for one in clocks}
    assert child.parent
    whole = signed_in("committee_clerk").get(f"/desk/matter/{child.parent.number}/").content.decode()
    assert SUMMARY in whole
    assert "查过档案" in whole


def test_the_interface_tells_a_body_that_was_asked_nothing_of_the_whole_matter(world: World) -> None:
    child = sent_on(world)
    assert child.parent

    def told(name: str, number: str, what: str) -> list[str]:
        return [
            one.get("step") or one["title"]
            for one in signed_in(name).get(f"/api/matters/{number}/{what}").json()
        ]

    assert told("officer", child.number, "timeline") == ["send"]
    assert told("officer", child.number, "notices") == []
    assert {"apply", "hand_out", "hand_back"} <= set(told("committee_clerk", child.number, "timeline"))
    assert told("committee_clerk", child.number, "notices")
    for what in ("timeline", "notices"):
        assert signed_in("officer").get(f"/api/matters/{child.parent.number}/{what}").status_code == 404

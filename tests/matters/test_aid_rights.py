"""Who sees what of legal aid: a lawyer only their own, a judge of it only while judging, the other side nothing."""

from datetime import timedelta

import pytest

from gongdao.matters.access import capacities_of_party
from gongdao.matters.actions import take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.errors import NotAllowed
from gongdao.matters.models import Matter
from gongdao.matters.queries import can, case_of, offers_for_account, offers_for_party, visible_to
from gongdao.people.actions import appoint, set_office_setting
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.facts import NoFacts
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from tests.matters.playing import fresh, play_steps
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.world import BY, LONG_AGO, World, next_key, now_on

AT = now_on("2025-06-01")
READS = (Permission.MATTER_READ, Permission.PARTY_REVEAL, Permission.PAPER_READ)
TO_REFUSED = (("2025-03-03", "申请人", "申请法律援助"), ("2025-03-05", "中心", "决定不给予法律援助"))
TO_ASSIGNED = (("2025-03-03", "中心", "登记办案机关的通知"), ("2025-03-04", "中心", "指派法律援助人员"))
TO_CHECKED = (
    *TO_ASSIGNED,
    ("2025-03-05", "承办人", "接受指派，开始办理"),
    ("2025-05-20", "承办人", "提交结案材料"),
    ("2025-05-21", "中心", "案卷检查合格"),
)


def aid_after(world: World, *steps: tuple[str, str, str]) -> Matter:
    """A matter of legal aid once these steps have been taken."""
    set_office_setting(world.aid_centre, "subsidy_out_of_court", {"2025-01-01": 1200}, **BY)
    matter = play_steps(world, *steps, taker=PointedTaker(world, LEGAL_AID)).matter
    assert matter
    return fresh(matter)


def sees(world: World, who: str, matter: Matter) -> set[Permission]:
    account = world.people[who]
    found = {permission for permission in READS if can(account, permission, matter, AT.date())}
    listed = {p for p in READS if visible_to(account, AT.date(), p).filter(pk=matter.pk).exists()}
    assert found == listed
    return found


def test_a_lawyer_sees_only_what_is_assigned_to_them(world: World) -> None:
    mine = aid_after(world, *TO_ASSIGNED)
    waiting = aid_after(world, TO_ASSIGNED[0])
    assert sees(world, "aid_lawyer", mine) == set(READS)
    assert sees(world, "second_aid_lawyer", mine) == set()
    for lawyer in ("aid_lawyer", "second_aid_lawyer"):
        assert sees(world, lawyer, waiting) == set()
        assert offers_for_account(waiting, world.people[lawyer], AT) == []
    open_steps = {o.step.code for o in offers_for_account(mine, world.people["aid_lawyer"], AT) if o.open}
    assert "begin" in open_steps
    assert not open_steps & {"assign", "terminate", "change_undertaker", "propose_subsidy", "grant"}


def test_a_lawyer_who_is_replaced_sees_the_matter_no_more(world: World) -> None:
    matter = aid_after(world, *TO_ASSIGNED)
    change = (("2025-03-06", "中心", "决定更换承办人"),)
    taker = PointedTaker(world, LEGAL_AID, matter)
    taker.named_for = lambda fact: "second_aid_lawyer"  # type: ignore[method-assign]
    play_steps(world, *change, ("2025-03-07", "中心", "指派法律援助人员"), taker=taker)
    assert sees(world, "aid_lawyer", fresh(matter)) == set()
    assert sees(world, "second_aid_lawyer", fresh(matter)) == set(READS)


def test_people_of_mediation_see_nothing_of_legal_aid(world: World) -> None:
    matter = aid_after(world, *TO_ASSIGNED)
    for who in ("mediator", "committee_clerk", "committee_head", "other_clerk", "auditor", "administrator"):
        assert sees(world, who, matter) == set()


def test_the_bureau_reads_a_file_only_while_it_examines_an_objection(world: World) -> None:
    matter = aid_after(world, *TO_REFUSED)
    assert sees(world, "objection_officer", matter) == set()
    taker = PointedTaker(world, LEGAL_AID, matter)
    play_steps(world, ("2025-03-06", "申请人", "不服决定，向司法局提出异议"), taker=taker)
    child = matter.children.get()
    assert child.office == world.bureau
    assert child.owner is None
    assert sees(world, "objection_officer", matter) == set(READS)
    assert offers_for_account(matter, world.people["objection_officer"], AT) == []
    assert {o.step.code for o in offers_for_account(child, world.people["objection_officer"], AT)} == {
        "inquire",
        "uphold",
        "order_correction",
    }
    assert offers_for_account(child, world.people["aid_clerk"], AT) == []
    play_steps(world, ("2025-03-07", "司法局", "异议/维持法律援助机构的决定"), taker=taker)
    assert sees(world, "objection_officer", fresh(matter)) == set()


def test_a_colleague_reads_the_file_only_while_evaluating_it(world: World) -> None:
    matter = aid_after(world, *TO_CHECKED)
    taker = PointedTaker(world, LEGAL_AID, matter)
    play_steps(world, ("2025-05-21", "中心", "送同行评估"), taker=taker)
    assert sees(world, "peer_reviewer", matter) == set()
    assert matter.children.get().owner is None, "承办人不能成为评估自己的人"
    play_steps(world, ("2025-05-22", "中心", "评估/确定评估人"), taker=taker)
    assert sees(world, "peer_reviewer", matter) == {Permission.MATTER_READ, Permission.PAPER_READ}
    play_steps(world, ("2025-05-23", "评估人", "评估/写评估意见"), taker=taker)
    assert sees(world, "peer_reviewer", fresh(matter)) == set()


def test_the_other_side_has_no_part_and_gets_no_code(world: World) -> None:
    matter = aid_after(world, TO_REFUSED[0])
    sides = case_of(matter, AT).parties
    assert sides == {"p1": "applicant", "p2": "opposing"}
    assert capacities_of_party("p2", sides) == set()
    assert offers_for_party(matter, "p2", AT) == []
    assert set(matter.access_codes.values_list("party", flat=True)) == {"p1"}


def test_whoever_proposed_a_subsidy_cannot_approve_it(world: World) -> None:
    matter = aid_after(world, *TO_CHECKED)
    appoint(world.people["aid_director"], world.aid_centre, "aid_clerk", starts=LONG_AGO, **BY)
    director = world.people["aid_director"]
    propose = LEGAL_AID.step_by_code["propose_subsidy"]
    facts = propose.asks.model_validate({"subsidy_kind": "out_of_court", "subsidy_amount": "1200"})
    doer = Doer(Actor.COMMITTEE, account=director, channel=Channel.COUNTER)
    take_step(matter, "propose_subsidy", doer=doer, at=AT, facts=facts, key=next_key())
    approving = Doer(Actor.HEAD, account=director, channel=Channel.COUNTER)
    with pytest.raises(NotAllowed, match="不能自己提、自己批"):
        take_step(matter, "approve_subsidy", doer=approving, at=AT, facts=NoFacts(), key=next_key())
    second = appoint_second_director(world)
    approving = Doer(Actor.HEAD, account=second, channel=Channel.COUNTER)
    take_step(matter, "approve_subsidy", doer=approving, at=AT + timedelta(hours=1), key=next_key())
    assert fresh(matter).state == "subsidy_approved"


def appoint_second_director(world: World):  # type: ignore[no-untyped-def]
    account = world.people["aid_clerk"]
    appoint(account, world.aid_centre, "aid_director", starts=LONG_AGO, **BY)
    return account


def test_only_a_centre_takes_an_application_for_aid(world: World) -> None:
    taker = PointedTaker(world, LEGAL_AID)
    world.aid_centre = world.committee
    with pytest.raises(NotAllowed, match="不办理法律援助"):
        play_steps(world, TO_REFUSED[0], taker=taker)

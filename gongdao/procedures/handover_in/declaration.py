"""The answer owed to a body that handed a matter in: a child of the matter that was registered from it.

Source: 信访工作条例 arts. 21–23 for what a petition office passes on; for every other body the day it named and the
office's own figures.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from gongdao.law.calendar import SHANGHAI, Unit
from gongdao.law.names import PETITION_REGULATION
from gongdao.procedures import handing
from gongdao.procedures.engine.case import Case, as_moment
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Due,
    Guard,
    On,
    Paper,
    Place,
    Procedure,
    Schedule,
    Setting,
    State,
    Step,
    guard,
    rule,
)
from gongdao.procedures.engine.everyday import ContactFacts
from gongdao.procedures.handover_in import facts as asked

C, H, S = Actor.COMMITTEE, Actor.HEAD, Actor.SENDER
OURS, THEIRS = (C, H), (S, C)
REPLY_TARGET = Setting("handover_reply_days", "别的单位转来的，几日内给回执（各地自定）")
RESULT_TARGET = Setting("handover_result_days", "接收以后，几日内反馈结果（各地自定）")
IN_FIVE_DAYS = PETITION_REGULATION.article(23, 3, phrase="5个工作日内提出异议")
IN_FIFTEEN_DAYS = PETITION_REGULATION.article(23, 3, phrase="应当自收到之日起15日内书面告知")
AGREED_TO = PETITION_REGULATION.article(23, 3, phrase="核实同意后，交还相关材料")
NOT_CARRIED_ON = ("decline", "refuse", "withdraw")


def _from_petition_office(case: Case) -> bool:
    return case.parent is not None and case.parent.fact("sender_kind") == handing.Body.PETITION


FROM_PETITION_OFFICE = Guard(
    "from_petition_office", "信访部门转送、交办的", (IN_FIVE_DAYS,), _from_petition_office
)
FROM_OTHERS = Guard(
    "from_others",
    "信访部门以外的单位转来的",
    (handing.TOGETHER,),
    lambda case: not _from_petition_office(case),
)


@guard(handing.NOT_OURS)
def the_matter_is_not_carried_on(case: Case) -> bool:
    """这件事还在办：先办“不予受理”并告诉当事人，再退回对方"""
    return case.parent is not None and case.parent.has(*NOT_CARRIED_ON)


@rule(handing.RESULT_ASKED)
def the_outcome_is_true(case: Case, facts: asked.ReplyFacts) -> Sequence[str]:
    """反馈的结果要和这件事实际的结果一致"""
    steps = {
        asked.OutcomeHere.AGREED: ("sign_agreement", "settle_orally"),
        asked.OutcomeHere.NOT_AGREED: ("fail", "end_on_request", "end_elsewhere", "deem_failed"),
        asked.OutcomeHere.NOT_TAKEN: NOT_CARRIED_ON,
    }.get(facts.outcome_here)
    if steps is None or (case.parent and case.parent.has(*steps)):
        return ()
    return (f"这件事还没有“{facts.outcome_here.label}”的记录，不能这样反馈",)


STATES = (
    State(code="to_reply", title="待回执", meaning="别的单位转来的，本机构要答复接收，或者写明理由退回。"),
    State(code="objected", title="已提异议，等对方核实", meaning="本机构认为不属于自己的职权，等转来的信访部门核实。"),
    State(code="taken_here", title="已接收", meaning="本机构已经接收，正在办理，办完把结果反馈给转来的单位。"),
    State(code="replied", title="结果已反馈", meaning="办理结果已经反馈给转来的单位。", final=True),
    State(code="sent_back", title="已退回", meaning="已经写明理由退回转来的单位。", final=True),
    State(code="withdrawn_by_sender", title="对方已撤回", meaning="转来的单位不再要求答复。您自己的事不受影响。", final=True),
)  # fmt: skip

STEPS = (
    Step(
        code="take_here", title="接收并给回执", source=("to_reply",), target="taken_here", by=OURS, asks=asked.TakenHereFacts,
        dated_by="taken_here_on", cites=(handing.TOLD_RECEIVED,), produces=("handover_receipt",),
    ),
    Step(
        code="send_back", title="退回转来的单位", place=Place.ENDING, source=("to_reply",), target="sent_back", by=OURS,
        asks=asked.SentBackFacts, applies_if=FROM_OTHERS, only_if=(the_matter_is_not_carried_on,), cites=(handing.WITH_REASONS,),
        produces=("handover_return",), remark="先告诉当事人并办好不予受理，再退回。",
    ),
    Step(
        code="object_to_sender", title="向信访部门提出异议", place=Place.ASIDE, source=("to_reply",), target="objected", by=OURS,
        asks=asked.ObjectionToSenderFacts, applies_if=FROM_PETITION_OFFICE, cites=(IN_FIVE_DAYS, handing.WITH_REASONS),
        produces=("handover_return",), remark="五个工作日内提，过了就由本机构办理。",
    ),
    Step(
        code="sender_agrees", title="对方核实同意，交还材料", source=("objected",), target="sent_back", by=THEIRS,
        asks=asked.SenderDecidesFacts, dated_by="sender_decided_on", cites=(AGREED_TO,),
    ),
    Step(
        code="sender_insists", title="对方不同意，由本机构办理", source=("objected",), target="taken_here", by=THEIRS,
        asks=asked.SenderDecidesFacts, dated_by="sender_decided_on", cites=(AGREED_TO,),
    ),
    Step(
        code="tell_in_writing", title="书面告知信访人", source=("to_reply", "objected", "taken_here"), target=None, by=OURS,
        asks=ContactFacts, applies_if=FROM_PETITION_OFFICE, rules=(handing.told_as_wished,), cites=(IN_FIFTEEN_DAYS,),
        produces=("petition_notice",), settled=lambda case, _: case.has("tell_in_writing"),
        remark="告知已经接收、走什么程序。姓名、住址不清的除外。",
    ),
    Step(
        code="tell_sender", title="反馈办理进展", place=Place.ASIDE, source=("taken_here",), target=None, by=OURS,
        asks=asked.ProgressHereFacts, cites=(handing.FOLLOWED,),
    ),
    Step(
        code="reply", title="反馈办理结果", source=("taken_here",), target="replied", by=OURS, asks=asked.ReplyFacts,
        dated_by="replied_on", rules=(the_outcome_is_true,), cites=(handing.RESULT_ASKED,), produces=("handover_reply",),
        remark="调解中说的话保密，只写结果。",
    ),
    Step(
        code="sender_recalls", title="登记对方撤回", place=Place.ENDING, source=("to_reply", "objected", "taken_here"),
        target="withdrawn_by_sender", by=THEIRS, asks=asked.SenderRecallsFacts, cites=(handing.TOGETHER,),
        remark="只是不再要求答复；当事人的事照常办。",
    ),
)  # fmt: skip


def arrived_on(case: Case) -> date:
    """The day it arrived: as noted down, else the day it was registered. ``case`` is the matter's."""
    event = case.last("refer_in")
    noted = as_moment(event.facts.get("arrived_on")) if event else None
    return (noted or (event.at if event else case.now)).astimezone(SHANGHAI).date()


_ARRIVED = On("refer_in", day=arrived_on, of_parent=True)
CLOCKS = (
    Clock(
        code="reply_target", title="给回执的期限", amount=REPLY_TARGET, unit=Unit.DAY, starts=(_ARRIVED,),
        stops=("take_here", "send_back", "sender_recalls"), applies_if=FROM_OTHERS, cites=(handing.TOLD_RECEIVED,),
        expiry="马上答复接收，或者写明理由退回", who=OURS,
    ),
    Clock(
        code="objection_period", title="对转送提出异议的期限", amount=5, unit=Unit.WORKING_DAY, starts=(_ARRIVED,),
        stops=("object_to_sender", "take_here", "sender_recalls"), applies_if=FROM_PETITION_OFFICE, cites=(IN_FIVE_DAYS,),
        closes=("object_to_sender",), expiry="不能再提异议，由本机构办理", who=OURS,
    ),
    Clock(
        code="written_notice_period", title="书面告知信访人的期限", amount=15, unit=Unit.DAY, starts=(_ARRIVED,),
        stops=("tell_in_writing", "sender_agrees", "sender_recalls"), applies_if=FROM_PETITION_OFFICE, cites=(IN_FIFTEEN_DAYS,),
        expiry="马上书面告知；没有按期告知的，上级机关会责令改正", who=OURS,
    ),
    Clock(
        code="result_target", title="反馈结果的期限", amount=RESULT_TARGET, unit=Unit.DAY,
        starts=(On("take_here"), On("sender_insists")), stops=("reply", "sender_recalls"), cites=(handing.RESULT_ASKED,),
        expiry="还没有结果的，先反馈办理进展", who=OURS,
    ),
)  # fmt: skip


def _asked_day(case: Case) -> Sequence[Due]:
    """The day the sender named."""
    named = case.parent.fact("answer_by") if case.parent else None
    if not named or case.state in ("sent_back", "withdrawn_by_sender"):
        return ()
    replied = case.last("reply")
    return (
        Due(
            "对方要求的反馈日期", date.fromisoformat(named), case.moment(replied).date() if replied else None
        ),
    )


SCHEDULES = (
    Schedule(
        code="asked_day", title="对方要求的反馈日期", dues=_asked_day, cites=(handing.RESULT_ASKED,),
        expiry="反馈结果；还没有结果的，反馈办理进展并说明原因", who=OURS,
    ),
)  # fmt: skip


def _paper(code: str, title: str, *cites: Any, **more: Any) -> Paper:
    return Paper(code=code, title=title, slot=15, template=f"handover_in/{code}", cites=cites, **more)


PAPERS = (
    _paper("handover_receipt", "接收回执", handing.TOLD_RECEIVED),
    _paper("handover_return", "退回（异议）函", handing.WITH_REASONS),
    _paper("petition_notice", "接收情况告知书", IN_FIFTEEN_DAYS, open_to=(Actor.APPLICANT,)),
    _paper("handover_reply", "办理结果反馈函", handing.RESULT_ASKED),
)

HANDOVER_IN = Procedure(
    code="handover_in",
    title="答复转来的单位",
    effective=date(2022, 5, 1),
    initial="to_reply",
    summary="综治中心、公安、信访、热线等单位转来的事，本机构答复接收或者写明理由退回，办完把结果反馈回去。对方的编号一直留着。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    schedules=SCHEDULES,
    papers=PAPERS,
    settings=(REPLY_TARGET, RESULT_TARGET),
    held_by=None,
    shown_to=(Actor.APPLICANT,),
)

"""A hand-over to another body: a child of the matter, which stays where it is and keeps its number.

Source: 信访工作条例 arts. 21–23, 37 (where they do not bind they show the way); 个人信息保护法 arts. 13, 23.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gongdao.law.calendar import SHANGHAI, Unit
from gongdao.law.names import PETITION_REGULATION
from gongdao.procedures import handing
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Due,
    Effect,
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
from gongdao.procedures.handover_out import facts as asked
from gongdao.procedures.safety import HOW_TO, sides_in_fear, wish_of

C, H, R = Actor.COMMITTEE, Actor.HEAD, Actor.RECEIVER
OURS, THEIRS = (C, H), (R, C)
SEND_TARGET = Setting("handover_send_days", "拟转办的，几日内发出（各地自定）")
RECEIPT_TARGET = Setting("handover_receipt_days", "转出去的，几日内没有签收就催（各地自定）")
ARRANGE_TARGET = Setting("handover_arrange_days", "被退回的，几日内另作安排（各地自定）")
TELL_TARGET = Setting("handover_tell_days", "有了结果，几日内告诉当事人（各地自定）")
SORTED = PETITION_REGULATION.article(22, 1, phrase="在15日内分别按照下列方式处理")


@guard(SORTED)
def is_with_petition_office(case: Case) -> bool:
    """转给信访部门的"""
    return case.fact("handed_kind") == handing.Body.PETITION


@rule(handing.CONSENTED, handing.BY_DUTY)
def passing_rests_on_something(case: Case, facts: asked.LetterFacts) -> Sequence[str]:
    """把个人信息给别的单位，要本人单独同意，或者为履行法定职责所必需"""
    basis = facts.passing_basis
    if basis is asked.PassingBasis.NOTHING and facts.shared_parties:
        return ("选了“不提供任何人的信息”，就不要再选把谁的信息给对方",)
    if basis is asked.PassingBasis.CONSENT and set(facts.shared_parties) - set(facts.consented_parties):
        return ("没有单独同意的人，不能把他的姓名和联系方式给对方",)
    if basis is asked.PassingBasis.DUTY and facts.shared_parties and len(facts.duty_article) < 4:
        return ("为履行法定职责提供个人信息的，要写明是哪部法律的哪一条",)
    return ()


@rule(handing.RESULT_ASKED)
def answer_day_is_ahead(case: Case, facts: asked.LetterFacts) -> Sequence[str]:
    """反馈结果的日期要在今天以后"""
    today = case.now.astimezone(SHANGHAI).date()
    return () if facts.answer_wanted_by > today else ("“请对方哪天前反馈结果”要在今天以后",)


STATES = (
    State(code="drafting", title="拟转办", meaning="正在写转办函，还没有发出。"),
    State(code="sent", title="已转出，等对方签收", meaning="已经转给有权办理的单位，等对方签收。您的编号不变，不用另外跑。"),
    State(code="taken_there", title="对方正在办", meaning="对方已经签收，正在办理。结果会从对方回到这里。"),
    State(code="handed_back", title="对方退回", meaning="对方写明理由退了回来，本机构要另作安排。"),
    State(code="answered", title="结果已回，待告知", meaning="对方已经反馈结果，本机构要告诉当事人。"),
    State(code="told", title="结果已告知", meaning="对方办理的结果已经告诉当事人。", final=True),
    State(code="kept", title="收回自己办", meaning="对方没有办理，由本机构接着办或者告知别的路。", final=True),
    State(code="recalled", title="已撤回转办", meaning="不再请对方办理。", final=True),
    State(code="dropped", title="没有转出", meaning="转办函没有发出，不转了。", final=True),
)  # fmt: skip

STEPS = (
    Step(
        code="send", title="发出转办函", source=("drafting", "handed_back"), target="sent", by=OURS, asks=asked.LetterFacts,
        cites=(handing.PASSED_ON, handing.CONSENTED), rules=(passing_rests_on_something, answer_day_is_ahead),
        effect=Effect.OFFER, effect_fact="handed_to", produces=("handover_request",),
        remark="只写对方办事需要知道的。害怕对方当事人的，地址电话没有必要就不给。",
    ),
    Step(
        code="drop", title="不转了", place=Place.ENDING, source=("drafting",), target="dropped", by=OURS, cites=(handing.TOGETHER,),
        reports="handover_over",
    ),
    Step(
        code="take_there", title="签收转办", source=("sent",), target="taken_there", by=THEIRS, asks=asked.TakenThereFacts,
        dated_by="taken_there_on", cites=(handing.TOLD_RECEIVED,), produces=("handover_slip",),
    ),
    Step(
        code="hand_back", title="退回转办", place=Place.ENDING, source=("sent", "taken_there"), target="handed_back", by=THEIRS,
        asks=asked.HandedBackFacts, dated_by="handed_back_on", cites=(handing.WITH_REASONS,), effect=Effect.HAND_BACK,
        remark="一定写明理由，知道该转给谁的也写上。",
    ),
    Step(
        code="tell_progress", title="反馈办理进展", place=Place.ASIDE, source=("taken_there",), target=None, by=THEIRS,
        asks=asked.ProgressThereFacts, cites=(handing.FOLLOWED,),
    ),
    Step(
        code="answer", title="反馈办理结果", source=("sent", "taken_there"), target="answered", by=THEIRS, asks=asked.AnswerFacts,
        dated_by="answered_on", cites=(handing.RESULT_ASKED,), produces=("handover_result",), effect=Effect.HAND_BACK,
    ),
    Step(
        code="urge", title="催办", place=Place.ASIDE, source=("sent", "taken_there"), target=None, by=OURS, asks=asked.UrgeFacts,
        dated_by="urged_on", cites=(handing.RESULT_ASKED,),
    ),
    Step(
        code="recall", title="撤回转办", place=Place.ENDING, source=("sent", "taken_there"), target="recalled", by=OURS,
        asks=asked.RecallFacts, cites=(handing.TOGETHER,), effect=Effect.HAND_BACK, reports="handover_over",
    ),
    Step(
        code="tell_result", title="把结果告诉当事人", source=("answered",), target="told", by=OURS, asks=ContactFacts,
        rules=(handing.told_as_wished,), cites=(handing.FOLLOWED,), produces=("result_notice",), reports="handover_over",
        remark="先看清楚联系时要注意什么。联系不上的也记一笔，结果在当事人自己的页面上看得到。",
    ),
    Step(
        code="keep", title="收回自己办", source=("handed_back",), target="kept", by=OURS, asks=ContactFacts,
        rules=(handing.told_as_wished,), cites=(handing.NOT_OURS,), reports="handover_over",
        remark="告诉当事人对方为什么不办、接下来走哪条路，再收回。",
    ),
)  # fmt: skip

_GONE = ("take_there", "hand_back", "answer", "recall")
CLOCKS = (
    Clock(
        code="sending_target", title="发出转办函", amount=SEND_TARGET, unit=Unit.DAY, starts=(On("hand_out", of_parent=True),),
        stops=("send", "drop"), cites=(handing.PASSED_ON,), expiry="马上发出，或者不转了", who=OURS,
    ),
    Clock(
        code="receipt_target", title="等对方签收", amount=RECEIPT_TARGET, unit=Unit.DAY, starts=(On("send"),), stops=_GONE,
        cites=(handing.TOLD_RECEIVED,), expiry="打电话催一催，记下催办；一直没有人收的，撤回来另想办法", who=THEIRS,
    ),
    Clock(
        code="petition_sorting", title="信访部门转送、交办的期限", amount=15, unit=Unit.DAY, starts=(On("take_there"),),
        stops=("hand_back", "answer", "tell_progress", "recall"), cites=(SORTED,), applies_if=is_with_petition_office,
        expiry="问一问信访部门转给了哪里", who=(R,),
    ),
    Clock(
        code="arranging_target", title="退回以后另作安排", amount=ARRANGE_TARGET, unit=Unit.DAY, starts=(On("hand_back"),),
        stops=("send", "keep"), cites=(handing.NOT_OURS,), expiry="马上另转别的单位，或者收回自己办，并告诉当事人", who=OURS,
    ),
    Clock(
        code="telling_target", title="把结果告诉当事人", amount=TELL_TARGET, unit=Unit.DAY, starts=(On("answer"),),
        stops=("tell_result",), cites=(handing.FOLLOWED,), expiry="马上告诉当事人", who=OURS,
    ),
)  # fmt: skip


def _answer_day(case: Case) -> Sequence[Due]:
    """The day the letter names, or the later one the other body has promised since."""
    sent = case.last("send")
    if sent is None or case.state not in ("sent", "taken_there", "answered", "told"):
        return ()
    since = case.happened[case.happened.index(sent) :]
    named = [sent.facts["answer_wanted_by"]]
    named += [e.facts["answer_promised_by"] for e in since if e.facts.get("answer_promised_by")]
    done = next((e for e in since if e.step == "answer"), None)
    return (Due("对方反馈结果", date.fromisoformat(named[-1]), case.moment(done).date() if done else None),)


SCHEDULES = (
    Schedule(
        code="answer_day", title="对方反馈结果", dues=_answer_day, cites=(handing.RESULT_ASKED,),
        expiry="催办并记下来；对方说了新的日子，登记办理进展", who=THEIRS,
    ),
)  # fmt: skip


def what_to_mind(case: Case, latest: Mapping[str, Any]) -> str:
    """What the other body must mind before it calls, where the applicant's particulars are given to it."""
    matter = case.parent
    if matter is None or not any(matter.parties.get(ref) == "applicant" for ref in latest["shared_parties"]):
        return ""
    how = HOW_TO.get(wish_of(matter), "")
    afraid = "申请人害怕对方，不要安排当面见，不要让对方知道申请人的住址和电话。"
    return how + (afraid if "applicant" in sides_in_fear(matter) else "")


def _paper(code: str, title: str, *cites: Any, **more: Any) -> Paper:
    return Paper(code=code, title=title, slot=15, template=f"handover_out/{code}", cites=cites, **more)


PAPERS = (
    _paper("handover_request", "转办函", handing.PASSED_ON, handing.CONSENTED, reads=what_to_mind),
    _paper("handover_slip", "转办回执", handing.TOLD_RECEIVED, signed_by=("接收单位",)),
    _paper("handover_result", "转办结果反馈单", handing.RESULT_ASKED),
    _paper("result_notice", "转办结果告知书", handing.FOLLOWED, open_to=(Actor.APPLICANT,)),
)

HANDOVER_OUT = Procedure(
    code="handover_out",
    title="转请外单位办理",
    effective=date(2022, 5, 1),
    initial="drafting",
    summary="把一件事转请有权办理的单位办。对方签收或者写明理由退回，办完把结果反馈回来，由本机构告诉当事人。编号始终不变。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    schedules=SCHEDULES,
    papers=PAPERS,
    settings=(SEND_TARGET, RECEIPT_TARGET, ARRANGE_TARGET, TELL_TARGET),
    held_by=None,
    offices=handing.BODIES,
    shown_to=(Actor.APPLICANT,),
)

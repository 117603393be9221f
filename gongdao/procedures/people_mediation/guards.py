"""Conditions on the case. Each reads as the sentence that a person sees when it is not met."""

from collections.abc import Sequence

from gongdao.law.names import (
    CIVIL_PROCEDURE_INTERPRETATION,
    LABOUR_MEDIATION_ARBITRATION_LAW,
    MEDICAL_DISPUTE_REGULATION,
    PEOPLES_MEDIATION_LAW,
)
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.declaration import PARTIES, guard
from gongdao.procedures.engine.timing import read_clock
from gongdao.procedures.people_mediation.agreement import NOT_STATUS, NOT_TITLE, agreed, obligations_of
from gongdao.procedures.people_mediation.sectors import IS_LABOUR, IS_MEDICAL

PRINCIPALS = ("applicant", "respondent")


def principals(case: Case) -> set[str]:
    """The parties to the dispute, without agents, helpers and experts."""
    return {ref for ref, side in case.parties.items() if side in PRINCIPALS}


def consented(case: Case) -> set[str]:
    """Who has agreed to be mediated: who applied, who came with consent given elsewhere, who said so since."""
    sides = {side for side in PRINCIPALS if case.fact(f"{side}_consented")}
    if case.has("apply"):
        sides.add("applicant")
    came_willing = {ref for ref, side in case.parties.items() if side in sides}
    return came_willing | {event.facts["consent_party"] for event in case.times("consent")}


def since_draft(case: Case, step: str) -> list[dict]:  # type: ignore[type-arg]
    """The facts of each time ``step`` was taken since the latest draft of the agreement."""
    found: list[dict] = []  # type: ignore[type-arg]
    for event in case.happened:
        if event.step == "draft_agreement":
            found = []
        elif event.step == step:
            found.append(dict(event.facts))
    return found


@guard(
    PEOPLES_MEDIATION_LAW.article(23, 1, "二", phrase="接受调解、拒绝调解"),
    PEOPLES_MEDIATION_LAW.article(3, 1, "一", phrase="在当事人自愿、平等的基础上进行调解"),
    MEDICAL_DISPUTE_REGULATION.article(31, 1, phrase="在征得另一方同意后进行调解"),
)
def all_have_consented(case: Case) -> bool:
    """还没有得到各方当事人的同意，不能开始调解"""
    return principals(case) <= consented(case)


@guard(PEOPLES_MEDIATION_LAW.article(19, 1, phrase="也可以由当事人选择"))
def has_mediator(case: Case) -> bool:
    """还没有确定调解员"""
    return case.has("assign_mediator")


@guard(PEOPLES_MEDIATION_LAW.article(15, 1, "一", phrase="偏袒一方当事人的"))
def mediator_has_no_conflict(case: Case) -> bool:
    """调解员还没有声明与各方没有利害关系，或者声明有关系，要先换调解员"""
    since = since_last(case, "assign_mediator")
    declared = [event for event in since if event.step == "declare_interest"]
    return bool(declared) and bool(declared[-1].facts.get("no_conflict"))


@guard(PEOPLES_MEDIATION_LAW.article(23, 1, "一", phrase="选择或者接受人民调解员"))
def nobody_rejects_mediator(case: Case) -> bool:
    """有当事人不接受这位调解员，要先换调解员"""
    views: dict[str, bool] = {}
    for event in since_last(case, "assign_mediator"):
        if event.step in ("accept_mediator", "reject_mediator"):
            views[event.facts["mediator_view_party"]] = event.step == "accept_mediator"
    return all(views.values())


def since_last(case: Case, *steps: str) -> Sequence[Happened]:
    """What happened after the latest time one of these steps was taken; nothing if it never was."""
    positions = [index for index, event in enumerate(case.happened) if event.step in steps]
    return case.happened[positions[-1] + 1 :] if positions else ()


@guard(PEOPLES_MEDIATION_LAW.article(27, 1, phrase="人民调解员应当记录调解情况"))
def a_session_was_held(case: Case) -> bool:
    """还没有调解记录，先记一次调解"""
    return case.has("hold_session", "settle_orally")


@guard(MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="未达成调解协议的，视为调解不成"))
def medical_period_is_over(case: Case) -> bool:
    """医疗纠纷的调解期限还没有届满"""
    clock = next(c for c in case.procedure.clocks if c.code == "medical_period")
    reading = read_clock(clock, case)
    return bool(reading and reading.overdue(case.now))


@guard(CIVIL_PROCEDURE_INTERPRETATION.article(358, 1, "五", phrase="内容不明确的"))
def all_heard_it_read(case: Case) -> bool:
    """协议还没有念给每一方听并得到“听懂了”的答复"""
    return principals(case) <= heard(case)


def heard(case: Case) -> set[str]:
    """Who has heard the latest draft read back and understood it."""
    return {facts["read_back_party"] for facts in since_draft(case, "acknowledge_read_back")}


@guard(PEOPLES_MEDIATION_LAW.article(28, 1, phrase="可以制作调解协议书"))
def agreement_is_written(case: Case) -> bool:
    """口头协议没有书面协议书，申请司法确认前要先写成协议书"""
    event = agreed(case)
    return event is not None and event.step == "sign_agreement"


@guard(
    MEDICAL_DISPUTE_REGULATION.article(39, 1, phrase="应当制作调解协议书"),
    LABOUR_MEDIATION_ARBITRATION_LAW.article(14, 1, phrase="应当制作调解协议书"),
)
def may_be_oral(case: Case) -> bool:
    """医疗纠纷、劳动争议达成协议的，应当制作调解协议书，不能只有口头协议"""
    return not IS_MEDICAL(case) and not IS_LABOUR(case)


@guard(PEOPLES_MEDIATION_LAW.article(28, 1, phrase="可以制作调解协议书"))
def agreement_is_oral(case: Case) -> bool:
    """协议已经写成协议书了"""
    last = case.last("sign_agreement", "settle_orally")
    return last is not None and last.step == "settle_orally"


@guard(NOT_STATUS)
def not_about_status(case: Case) -> bool:
    """协议内容是身份关系，法院不受理司法确认"""
    return not case.fact("touches_status", False)


@guard(NOT_TITLE)
def not_about_title(case: Case) -> bool:
    """协议内容是确认物权或知识产权，法院不受理司法确认"""
    return not case.fact("confirms_title", False)


@guard(PEOPLES_MEDIATION_LAW.article(31, 2, phrase="对调解协议的履行情况进行监督"))
def everything_is_done(case: Case) -> bool:
    """还有约定的事项没有登记为已经履行"""
    return all(done for done in performed(case).values())


def performed(case: Case) -> dict[int, str | None]:
    """For every item of the agreement the day it was done, or None."""
    event = agreed(case)
    done: dict[int, str | None] = {
        number: (case.moment(event).date().isoformat() if owed.get("done_already") and event else None)
        for number, owed in enumerate(obligations_of(case), 1)
    }
    for later in since_last(case, event.step) if event else ():
        if later.step == "record_performance" and _may_acknowledge(case, later):
            on = later.facts["performance_on"] if later.facts["performance"] == "done" else None
            done[later.facts["performance_item"]] = on
    return done


def _may_acknowledge(case: Case, event: Happened) -> bool:
    """That a debt is paid is for the one to whom it was owed, or for the office, to say; never for the debtor alone."""
    if event.actor not in PARTIES:
        return True
    owed = obligations_of(case)
    number = event.facts["performance_item"]
    return number <= len(owed) and owed[number - 1].get("payee") == event.facts.get("performance_told_by")


@guard(PEOPLES_MEDIATION_LAW.article(31, 2, phrase="督促当事人履行约定的义务"))
def nothing_is_owed(case: Case) -> bool:
    """还有约定的事项没有履行完，也没有登记不履行，先不要归档"""
    if case.state not in ("in_effect", "confirmed", "confirmation_refused"):
        return True
    return all(performed(case).values())


@guard(PEOPLES_MEDIATION_LAW.article(27, 1, phrase="等材料立卷归档"))
def no_open_objection(case: Case) -> bool:
    """还有当事人的异议没有答复"""
    asked, answered = len(case.times("object")), len(case.times("answer_objection"))
    return answered >= asked


@guard(PEOPLES_MEDIATION_LAW.article(27, 1, phrase="等材料立卷归档"))
def there_is_an_open_objection(case: Case) -> bool:
    """没有等待答复的异议"""
    return len(case.times("object")) > len(case.times("answer_objection"))


@guard(PEOPLES_MEDIATION_LAW.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化"))
def no_hand_over_pending(case: Case) -> bool:
    """正在等对方机构答复是否接收"""
    return not _offered(case)


@guard(PEOPLES_MEDIATION_LAW.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化"))
def a_hand_over_is_pending(case: Case) -> bool:
    """没有等待答复的移交"""
    return _offered(case)


def _offered(case: Case) -> bool:
    last = case.last("offer_handover", "take_over", "return_handover")
    return last is not None and last.step == "offer_handover"


@guard(PEOPLES_MEDIATION_LAW.article(33, 1, phrase="自调解协议生效之日起三十日内共同"))
def confirmation_is_possible(case: Case) -> bool:
    """这份协议不能申请司法确认"""
    return all(one(case) for one in (agreement_is_written, not_about_status, not_about_title))

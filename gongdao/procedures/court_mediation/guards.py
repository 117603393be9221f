"""Conditions that only a mediation for a court knows, and the kinds of referral."""

from collections.abc import Sequence

from gongdao.law.names import (
    CASE_FILING_RULES,
    CIVIL_PROCEDURE_INTERPRETATION,
    INVITED_MEDIATION_RULES,
    ONLINE_MEDIATION_RULES,
)
from gongdao.procedures.court_mediation import facts as asked
from gongdao.procedures.court_mediation.facts import ReferralMode
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Guard, guard, rule
from gongdao.procedures.engine.timing import read_clock
from gongdao.procedures.people_mediation.facts import SessionFacts
from gongdao.procedures.people_mediation.guards import all_have_consented, principals, since_last

INVITED, ONLINE = INVITED_MEDIATION_RULES, ONLINE_MEDIATION_RULES
PERIODS = ("dispatched_period", "ordinary_period", "simple_period")


def _mode(*modes: ReferralMode):  # type: ignore[no-untyped-def]
    return lambda case: case.fact("referral_mode") in modes


IS_DISPATCHED = Guard("is_dispatched", "立案前委派的", (), _mode(ReferralMode.DISPATCHED))
IS_ORDINARY = Guard("is_ordinary", "立案后委托、适用普通程序的", (), _mode(ReferralMode.ENTRUSTED_ORDINARY))
IS_SIMPLE = Guard("is_simple", "立案后委托、适用简易程序的", (), _mode(ReferralMode.ENTRUSTED_SIMPLE))
IS_ENTRUSTED = Guard(
    "is_entrusted", "立案后委托的", (), _mode(ReferralMode.ENTRUSTED_ORDINARY, ReferralMode.ENTRUSTED_SIMPLE)
)
ON_PLATFORM = Guard(
    "on_platform", "通过法院调解平台移来的", (), lambda case: bool(case.fact("through_platform"))
)
ON_PAPER = Guard("on_paper", "法院用书面移来的", (), lambda case: not case.fact("through_platform"))
ASKED_ON_PLATFORM = Guard(
    "asked_on_platform", "通过法院调解平台委派、还没有都同意的", (),
    lambda case: IS_DISPATCHED(case) and ON_PLATFORM(case) and not all_have_consented(case),
)  # fmt: skip
CHOOSING_ON_PLATFORM = Guard(
    "choosing_on_platform", "通过法院调解平台移来、各方都同意的", (),
    lambda case: ON_PLATFORM(case) and all_have_consented(case),
)  # fmt: skip


def _disclosed(case: Case) -> bool:
    last = [event for event in since_last(case, "assign_mediator") if event.step == "declare_interest"]
    return bool(last) and bool(last[-1].facts.get("no_conflict") or last[-1].facts.get("conflict_waived"))


@guard(
    INVITED.article(15, 2, phrase="应当自行回避"), INVITED.article(15, 2, phrase="同意由该调解员调解的除外")
)
def mediator_may_go_on(case: Case) -> bool:
    """调解员还没有声明，或者有关系而各方没有都同意，要先换调解员"""
    return _disclosed(case)


def disclosed(case: Case, party: str | None) -> bool:
    """The mediator of now has said so."""
    return _disclosed(case)


@guard(INVITED.article(12, 1, phrase="由特邀调解组织或者人民法院指定"))
def mediator_was_appointed(case: Case) -> bool:
    """调解员是各方自己选的；要换的，请用“申请更换调解员”"""
    return not case.fact("mediator_chosen", False)


def _replacement_open(case: Case) -> bool:
    last = case.last("ask_other_mediator", "keep_mediator", "assign_mediator")
    return last is not None and last.step == "ask_other_mediator"


@guard(INVITED.article(15, 3, phrase="由特邀调解组织或者人民法院决定"))
def no_replacement_is_open(case: Case) -> bool:
    """有人申请更换调解员，还没有决定"""
    return not _replacement_open(case)


@guard(INVITED.article(15, 3, phrase="由特邀调解组织或者人民法院决定"))
def a_replacement_is_open(case: Case) -> bool:
    """没有等待决定的更换申请"""
    return _replacement_open(case)


@guard(
    INVITED.article(14, 3, phrase="应当告知双方当事人权利义务"),
    ONLINE.article(17, 1, phrase="告知虚假调解法律后果"),
)
def everybody_was_told(case: Case) -> bool:
    """还没有向各方讲清权利义务、调解规则和虚假调解的后果"""
    told = {ref for event in case.times("tell_rules") for ref in event.facts["told_whom"]}
    return principals(case) <= told


@guard(ONLINE.article(15, 2, phrase="无法联系对方当事人的"))
def contact_was_tried(case: Case) -> bool:
    """还没有联系对方的记录，先记一次联系"""
    return case.has("attempt_contact")


@guard(ONLINE.article(25, 1, "六", phrase="调解期限届满，未达成调解协议"))
def period_is_over(case: Case) -> bool:
    """调解期限还没有届满"""
    clocks = [clock for clock in case.procedure.clocks if clock.code in PERIODS]
    return any(reading.overdue(case.now) for clock in clocks if (reading := read_clock(clock, case)))


@guard(ONLINE.article(22, 1, phrase="确认无争议事实"))
def something_is_undisputed(case: Case) -> bool:
    """还没有无争议事实的记载"""
    return case.has("record_undisputed")


def undisputed_confirmed(case: Case) -> set[str]:
    """Who has confirmed the latest record of undisputed facts."""
    later = since_last(case, "record_undisputed")
    return {event.facts["undisputed_confirmed_by"] for event in later if event.step == "confirm_undisputed"}


def confirmed_it(case: Case, party: str | None) -> bool:
    """This party, or everybody, has confirmed the record."""
    wanted = {party} if party else principals(case)
    return bool(wanted) and wanted <= undisputed_confirmed(case)


def undisputed_of(case: Case, told: object) -> bool:
    """Whether the record of undisputed facts goes to the court: only once everybody has confirmed it."""
    return case.has("record_undisputed") and confirmed_it(case, None)


def was_reported(case: Case, party: str | None) -> bool:
    """The agreement in effect has gone to the court."""
    return any(
        event.step == "report_agreement" for event in since_last(case, "sign_agreement", "settle_orally")
    )


@guard(CASE_FILING_RULES.article(13, 1, phrase="有案不立、拖延立案"))
def a_complaint_is_open(case: Case) -> bool:
    """没有等待答复的投诉"""
    last = case.last("complain_of_filing", "court_answers_complaint")
    return last is not None and last.step == "complain_of_filing"


@rule(INVITED.article(27, 3, phrase="签字接收法院移交材料之日起计算"))
def taken_after_it_came(case: Case, facts: asked.AcceptanceFacts) -> Sequence[str]:
    """接收材料的日期不能早于法院移来的日期"""
    came = case.fact("received_on")
    return ("接收日期早于收到法院材料的日期",) if came and facts.taken_on.isoformat() < came else ()


@rule(INVITED.article(2, 1, "五", phrase="调解过程和调解协议内容不公开"))
def talks_are_not_public(case: Case, facts: SessionFacts) -> Sequence[str]:
    """调解过程不公开"""
    return ("法院委派、委托的调解过程不公开，请去掉“公开进行”",) if facts.session_public else ()


@rule(
    INVITED.article(14, 3, phrase="应当告知双方当事人权利义务"),
    ONLINE.article(17, 1, phrase="核实当事人和其他参与调解人员的身份"),
)
def everything_was_told(case: Case, facts: asked.RulesToldFacts) -> Sequence[str]:
    """身份、规则、虚假调解的后果三样都要有"""
    missing = {
        "identities_checked": "还没有核实身份",
        "told_rules": "还没有讲清权利义务和调解规则",
        "told_sham": "还没有讲清虚假调解的后果",
    }
    return [text for name, text in missing.items() if not getattr(facts, name)]


@rule(
    INVITED.article(22, 1, phrase="作出妥协而认可的事实"),
    ONLINE.article(18, 1, phrase="除共同确认的无争议事实外"),
)
def no_concession_among_them(case: Case, facts: asked.UndisputedFacts) -> Sequence[str]:
    """为了谈成才让步认可的事实，不能写进无争议事实"""
    if facts.undisputed_no_concession:
        return ()
    return ("为了谈成才让步认可的事实不能写进来，除非各方都同意",)


@rule(CIVIL_PROCEDURE_INTERPRETATION.article(146, 3, phrase="应当保守秘密"))
def confided_by_a_party(case: Case, facts: asked.ConfidenceFacts) -> Sequence[str]:
    """单独说的话要写明是哪一方当事人说的"""
    return () if facts.confided_by in principals(case) else ("要写明是哪一方当事人说的",)

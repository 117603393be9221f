"""A few matters on the other roads: mediation for a court and by the bodies that a law names. All of it is made up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

FactsOn = Callable[[date], dict[str, Any]]
COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class Act:
    """Some days after the one before: which step, whose act (a party; else the body's own), with which facts."""

    days: int
    step: str
    party: str = ""
    facts: FactsOn = lambda _: {}


@dataclass(frozen=True, slots=True)
class Tale:
    """A matter of one procedure, begun ``age`` days ago at a body of this kind."""

    procedure: str
    body: str
    age: int
    kind: str
    text: str
    acts: tuple[Act, ...]
    against_organisation: bool = False
    opening: str = "apply"
    told: FactsOn = field(default=lambda _: {})


def _agreement(today: date) -> dict[str, Any]:
    owed = {
        "payer": "p2", "payee": "p1", "deed": "pay", "amount": "6800", "due_on": today + timedelta(days=20), "manner": "转到申请人指定的账户",
    }  # fmt: skip
    return {
        "main_facts": "双方对事情的经过没有大的出入。", "in_dispute": "赔多少、什么时候给。", "obligations": [owed],
        "breach_term": "到期不给的，按法律规定的途径解决。",
    }  # fmt: skip


def _session(today: date) -> dict[str, Any]:
    return {
        "session_on": today, "session_at": "调解室", "session_form": "together", "session_parties": ["p1", "p2"],
        "session_statements": "双方各自说了经过和想法。", "session_proposal": "建议先按票据赔一部分。",
    }  # fmt: skip


TALKS = (
    Act(2, "consent", "p2", lambda _: {"consent_party": "p2", "consent_told_rights": True}),
    Act(1, "assign_mediator"),
    Act(0, "declare_interest", facts=lambda _: {"no_conflict": True}),
    Act(2, "hold_session", facts=_session),
)
SETTLED = (
    Act(2, "draft_agreement", facts=_agreement),
    Act(0, "acknowledge_read_back", "p1", lambda _: {"read_back_party": "p1", "read_back_understood": True}),
    Act(0, "acknowledge_read_back", "p2", lambda _: {"read_back_party": "p2", "read_back_understood": True}),
)
INK = Act(0, "sign_agreement", facts=lambda today: {"signed_on": today, "signed_parties": ["p1", "p2"]})
SEAL = Act(
    0, "sign_agreement",
    facts=lambda today: {"signed_on": today, "signed_parties": ["p1", "p2"], "mediator_signed": True, "seal_affixed": True},
)  # fmt: skip
PAID = Act(
    15, "record_performance", "p1",
    lambda today: {"performance_item": 1, "performance": "done", "performance_on": today, "performance_told_by": "p1"},
)  # fmt: skip
CLOSED = Act(1, "close_performed", facts=lambda today: {"performed_on": today})
FAILED = Act(5, "fail", facts=lambda _: {"failure_reason": "数额差得太远。", "told_other_roads": True})
DEFAULTED = Act(40, "record_default", facts=lambda today: {"default_on": today, "default_told": True})


def _accepted(**more: Any) -> Act:
    return Act(2, "accept", facts=lambda today: {"accepted_on": today, **more})


POLICE_YES = _accepted(circumstance="near", facts_established=True)
SCUFFLE = "在示例菜场为摊位吵起来，推搡中眼镜碎了、脸上擦破了皮，派出所到了现场。"
CRASH = "在示例路口转弯时相撞，电动车坏了，手腕扭伤，交警出了认定书。"
OPERATION = "在示例医院做了小手术，伤口反复感染，想弄清医院有没有责任。"
WAGES = "在示例厂上班，离职后两个月的工资和加班费没有结清。"
FIELD = "承包地流转给别人种，租金两年没有给，对方说地少了一块。"
SHOP = "在示例商店买的电饭锅用三天就不通电，店家不给退。"


def _traffic(today: date) -> dict[str, Any]:
    return {
        "respondent_consented": True, "finding": "finding", "finding_received_on": today - timedelta(days=2), "harm": "property",
        "begins_from": today - timedelta(days=1),
    }  # fmt: skip


def _referred(mode: str) -> FactsOn:
    return lambda today: {
        "referred_by": "明河市示例人民法院", "referred_on": today, "received_on": today, "referral_mode": mode, "through_platform": True,
        "applicant_consented": True, "referral_number": "（示例）先调字",
    }  # fmt: skip


TAKEN = Act(1, "accept", facts=lambda today: {"taken_on": today})
RULES_TOLD = Act(
    0, "tell_rules",
    facts=lambda _: {"told_whom": ["p1", "p2"], "identities_checked": True, "told_rules": True, "told_sham": True},
)  # fmt: skip
IN_COURT_TALKS = (*TALKS[:3], RULES_TOLD, TALKS[3])
RETURNED = Act(1, "return_to_court", facts=lambda today: {"returned_on": today, "return_reason": "apart"})

TALES: tuple[Tale, ...] = (
    Tale("court_mediation", COMMITTEE, 120, "traffic", CRASH, (TAKEN, *IN_COURT_TALKS, *SETTLED, SEAL,
         Act(3, "report_agreement", facts=lambda today: {"agreement_sent_on": today})), opening="receive_referral", told=_referred("dispatched")),
    Tale("court_mediation", COMMITTEE, 45, "contract", "货款对不上账，起诉以后法院问愿不愿意先调。", (TAKEN, *IN_COURT_TALKS, FAILED, RETURNED,
         Act(4, "court_registers", facts=lambda today: {"registered_on": today})), opening="receive_referral", told=_referred("dispatched")),
    Tale("court_mediation", COMMITTEE, 2, "traffic", CRASH, (), opening="receive_referral", told=_referred("dispatched")),
    Tale("police_mediation", "police_station", 90, "damage", SCUFFLE, (POLICE_YES, *TALKS, *SETTLED, INK, PAID, CLOSED)),
    Tale("police_mediation", "police_station", 40, "damage", SCUFFLE, (POLICE_YES, *TALKS, FAILED)),
    Tale("police_mediation", "police_station", 4, "damage", SCUFFLE, (POLICE_YES,)),
    Tale("traffic_mediation", "traffic_police", 80, "traffic", CRASH, (_accepted(), *TALKS[1:], *SETTLED, INK, PAID), told=_traffic),
    Tale("traffic_mediation", "traffic_police", 5, "traffic", CRASH, (_accepted(), *TALKS[1:]), told=_traffic),
    Tale("medical_mediation", "health", 100, "medical", OPERATION, (_accepted(), *TALKS, *SETTLED, INK, PAID, CLOSED), against_organisation=True),
    Tale("medical_mediation", "health", 20, "medical", OPERATION, (_accepted(), *TALKS, Act(2, "ask_expert", facts=lambda today: {
         "expert_body": "示例医学会", "expert_question": "有没有医疗损害，责任多大", "expert_asked_on": today, "expert_asked_jointly": True,
         "expert_is_free": True})), against_organisation=True),
    Tale("labour_mediation", "labour_mediation", 70, "other_labour", WAGES, (_accepted(), *TALKS, *SETTLED, SEAL, DEFAULTED),
         against_organisation=True, told=lambda today: {"about_pay": True, "known_on": today - timedelta(days=60)}),
    Tale("labour_mediation", "labour_mediation", 6, "other_labour", WAGES, (_accepted(), *TALKS[:1]), against_organisation=True,
         told=lambda today: {"about_pay": True, "known_on": today - timedelta(days=60)}),
    Tale("land_mediation", "township", 150, "forest_land", FIELD, (_accepted(), *TALKS, *SETTLED, SEAL, PAID, CLOSED)),
    Tale("land_mediation", "township", 12, "forest_land", FIELD, (_accepted(), *TALKS)),
    Tale("consumer_mediation", "market_supervision", 60, "other_consumer", SHOP, (_accepted(), *TALKS, FAILED,
         Act(3, "tell_end", facts=lambda today: {"end_told_on": today})), against_organisation=True),
    Tale("consumer_mediation", "market_supervision", 3, "other_consumer", SHOP, (), against_organisation=True),
)  # fmt: skip

"""Ordinary facts for mediation by authorities; what they share with any mediation is as there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case
from tests.scenarios.ordinary import mediation

SECTORS = ("police", "traffic", "medical", "labour", "land", "consumer")
SEALED = ("labour_mediation", "land_mediation", "consumer_mediation")
KINDS = {
    "police_mediation": "damage", "traffic_mediation": "traffic", "medical_mediation": "medical", "labour_mediation": "other_labour",
    "land_mediation": "forest_land", "consumer_mediation": "other_consumer",
}  # fmt: skip


@dataclass(frozen=True)
class Sector:
    """The mediation of one sector, by the code of its procedure."""

    code: str

    def facts_of(self, code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
        """Facts that any such step might carry."""
        return _facts(self.code, code, case, at, party)


def _facts(sector: str, code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    day = at.astimezone(SHANGHAI).date()
    own: dict[str, dict[str, Any]] = {
        "apply": mediation.facts_of("apply", case, at, party) | {"kind": KINDS.get(sector, "neighbour")},
        "accept": {"accepted_on": day},
        "decline": {"decline_reason": "依法不能在这里调解。"},
        "end_elsewhere": {"elsewhere": "court", "elsewhere_on": day},
        "note_first_round": {"first_round_on": day},
        "recognise_settlement": {
            "settled_by": "committee", "settled_on": day, "settlement_performed": True, "settlement_asked": True,
        },
        "decide_case": {"decided_on": day, "decision": "依法处罚。", "told_suit": True},
        "extend_case": {"case_extended_until": day + mediation.LAST, "extension_by": "示例县公安局"},
        "note_begin": {"begins_from": day},
        "end_absent": {"absent_party": party or "p2"},
        "delegate": {"delegated_to": "示例县消费者协会", "delegation_scope": "代为调解。"},
        "tell_end": {"end_told_on": day},
        "note_clue": {"clue_found_on": day, "clue": "标签上没有生产日期。"},
        "extend_clue": {"clue_extended_until": day + mediation.LAST},
        "close_clue": {"clue_checked_on": day, "clue_result": "已责令改正。"},
    }  # fmt: skip
    found = own[code] if code in own else mediation.facts_of(code, case, at, party)
    if code == "sign_agreement" and sector not in SEALED:
        found = {name: found[name] for name in ("signed_on", "signed_parties")}
    return found | _more(sector, code, at)


def _more(sector: str, code: str, at: datetime) -> dict[str, Any]:
    """What only one sector asks at a step that all of them have."""
    day = at.astimezone(SHANGHAI).date()
    return {
        ("police_mediation", "accept"): {"circumstance": "near", "facts_established": True},
        ("police_mediation", "settle_orally"): {
            "obligations": [{"payer": "p2", "payee": "p1", "deed": "pay", "amount": "300", "done_already": True, "manner": "现金"}]
        },
        ("traffic_mediation", "apply"): {
            "respondent_consented": True, "finding": "finding", "finding_received_on": day, "harm": "property", "begins_from": day,
        },
        ("medical_mediation", "ask_expert"): {"expert_asked_jointly": True, "expert_is_free": True},
        ("consumer_mediation", "ask_expert"): {"test_agreed": True},
    }.get((sector, code), {})  # fmt: skip

"""Ordinary facts for a mediation for a court; what it shares with any mediation is as there."""

from datetime import datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case
from tests.scenarios.ordinary import mediation


def facts_of(code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step might carry."""
    day = at.astimezone(SHANGHAI).date()
    someone = party or "p1"
    application = mediation.facts_of("apply", case, at, party)
    own: dict[str, dict[str, Any]] = {
        "receive_referral": application | {
            "kind": "traffic", "referred_by": "示例县人民法院", "referred_on": day, "received_on": day, "referral_mode": "dispatched",
            "through_platform": True, "applicant_consented": True,
        },
        "accept": {"taken_on": day},
        "decline": {"unfit": "scope", "unfit_reason": "不在本会调解的范围。"},
        "find_unreachable": {"unreachable_party": party or "p2", "unreachable_note": "打了三次电话，无人接听。"},
        "refuse_appointed": {"appointed_refused_by": someone},
        "ask_other_mediator": {"replacement_asked_by": someone, "replacement_reason": "是对方的亲戚。"},
        "keep_mediator": {"kept_reason": "核实过，不是亲属，也没有利害关系。"},
        "tell_rules": {
            "told_whom": sorted(r for r, s in case.parties.items() if s != "other"), "identities_checked": True, "told_rules": True,
            "told_sham": True,
        },
        "note_confidence": {"confided_by": someone, "confidence": "最低能接受八千。"},
        "record_undisputed": {"undisputed": "事故发生在三月一日。", "undisputed_no_concession": True},
        "confirm_undisputed": {"undisputed_confirmed_by": someone},
        "report_sham": {"sham_signs": "双方说法一字不差。", "sham_reported_to": "示例县人民法院"},
        "resume_after_check": {"sham_answer": "核实过，确有其事。"},
        "end_for_sham": {"sham_answer": "查不到借款的来路。"},
        "return_to_court": {"returned_on": day, "return_reason": "apart"},
        "report_agreement": {"agreement_sent_on": day}, "submit_agreement": {"agreement_sent_on": day},
        "court_registers": {"registered_on": day}, "court_resumes": {"registered_on": day},
        "court_makes_document": {"document_on": day, "document_number": "（2025）示例民初1号"},
        "court_permits_withdrawal": {"suit_withdrawn_on": day},
        "complain_of_filing": {"complained_by": someone, "complaint_taken_on": day, "complaint_about": "一直不立案。"},
        "court_answers_complaint": {"complaint_answered_on": day, "complaint_answer": "已经立案。"},
    }  # fmt: skip
    if code == "sign_for_court":
        return mediation.facts_of("sign_agreement", case, at, party)
    return own[code] if code in own else mediation.facts_of(code, case, at, party)

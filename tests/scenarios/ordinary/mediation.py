"""Ordinary facts for people's mediation and judicial confirmation."""

from datetime import date, datetime, timedelta
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case
from tests.scenarios.ordinary import FILE

LAST = timedelta(days=20)


def _agreement(case: Case, day: date) -> dict[str, Any]:
    return {
        "main_facts": "双方因此事争执。", "in_dispute": "怎么赔偿。",
        "obligations": [{"payer": "p2", "payee": "p1", "deed": "pay", "amount": "3000", "due_on": day + LAST, "manner": "现金"}],
        "breach_term": "逾期的，可以向人民法院起诉。",
    }  # fmt: skip


def facts_of(code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step of a mediation or its confirmation might carry."""
    day = at.astimezone(SHANGHAI).date()
    someone = party or "p1"
    application = {
        "kind": "neighbour", "applicants": [{"name": "甲示例"}], "respondents": [{"name": "乙示例"}],
        "story": "楼上漏水，泡坏了天花板。", "request": "赔偿并修好。", "told_data_use": True,
    }  # fmt: skip
    return {
        "apply": application, "start_own": application,
        "refer_in": application | {"referred_by": "示例派出所", "referred_on": day},
        "decline": {"decline_bar": "other", "decline_reason": "依法不能调解。"},
        "attempt_contact": {"contact_party": party or "p2", "contact_by": "phone"},
        "consent": {"consent_party": someone, "consent_told_rights": True},
        "refuse": {"refusing_party": someone},
        "assign_mediator": {"mediator": "1"},
        "declare_interest": {"no_conflict": True},
        "accept_mediator": {"mediator_view_party": someone}, "reject_mediator": {"mediator_view_party": someone},
        "record_identity": {"identity_party": someone},
        "authorise_agent": {"agent_of": someone, "agent": {"name": "丙示例"}, "agent_scope": "general"},
        "invite_helper": {"helper": {"name": "丁示例"}, "helper_role": "邻居", "helper_agreed": True},
        "investigate": {"investigated_on": day, "investigated_at": "示例村", "investigated_whom": "戊示例", "investigation": "看到漏水。"},
        "add_evidence": {"evidence": "照片", "evidence_from": someone},
        "hold_session": {"session_on": day, "session_at": "调解室", "session_form": "together",
                         "session_parties": ["p1", "p2"], "session_statements": "各自说了经过。"},
        "ask_expert": {"expert_body": "示例鉴定所", "expert_question": "原因是什么", "expert_asked_on": day},
        "receive_expert": {"expert_received_on": day, "expert_opinion": "意见如下。"},
        "extend_period": {"extended_until": day + timedelta(days=60), "extension_agreed": True},
        "report_escalation": {"escalation": "双方争吵。", "measures": "已分开劝解。"},
        "settle_orally": _agreement(case, day), "draft_agreement": _agreement(case, day),
        "acknowledge_read_back": {"read_back_party": someone, "read_back_understood": True},
        "sign_agreement": {"signed_on": day, "signed_parties": sorted(r for r, s in case.parties.items() if s != "other"),
                           "mediator_signed": True, "seal_affixed": True},
        "fail": {"failure_reason": "差距太大。", "told_other_roads": True},
        "end_on_request": {"ending_party": someone}, "end_elsewhere": {"elsewhere": "court", "elsewhere_on": day},
        "agree_to_confirmation": {"confirming_party": someone},
        "mind_other_side": {"respondent_afraid": True},
        "record_performance": {"performance_told_by": party, "performance_item": 1, "performance": "done", "performance_on": day},
        "visit": {"visited_on": day, "visit_finding": "已经履行。"},
        "close_performed": {"performed_on": day},
        "record_default": {"default_on": day, "default_told": True},
        "dispute_agreement": {"suing_party": someone, "sued_on": day},
        "request_confirmation": {"joint_parties": sorted(r for r, s in case.parties.items() if s != "other"),
                                 "confirmation_court": "示例县人民法院", "service_address": "示例村1号"},
        "object": {"objecting_party": someone, "objection": "通知太晚。"},
        "answer_objection": {"objection_answer": "已经核实，今后提前通知。"},
        "rate": {"rating_party": someone, "rating": 5},
        "offer_handover": {"handover_to": "示例机构", "handover_reason": "属于那边。"},
        "return_handover": {"handover_return_reason": "不在本辖区。"},
        "correct_party": {"amended_party": someone, "amended_particulars": {"name": "甲示例"}},
        "correct_kind": {"kind": "neighbour"}, "set_safety": {},
        "scan_paper": {"scan_of": "agreement", "scan_file": FILE},
        "archive": {"archivist": "己示例", "retention": "按规定"},
        "prepare": {"property_proof": "不动产权证书"},
        "submit": {"submitted_on": day},
        "wrong_court": {"wrong_court_on": day, "right_court": "另一县人民法院"},
        "court_files": {"filed_on": day, "court_case_number": "（2025）示例民特1号"},
        "court_extends": {"court_extended_until": day + timedelta(days=30)},
        "court_deems_withdrawn": {"deemed_withdrawn_on": day},
        "court_does_not_accept": {"not_accepted_on": day, "not_accepted_because": "title"},
        "court_confirms": {"ruling_on": day, "ruling_number": "（2025）示例民特1号"},
        "court_rejects": {"ruling_on": day, "ruling_number": "（2025）示例民特1号", "rejected_because": "unclear"},
        "object_to_ruling": {"ruling_objector": someone, "ruling_objected_on": day},
    }.get(code, {})  # fmt: skip

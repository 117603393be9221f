"""Ordinary facts for a hand-over to another body, and for the answer to one that came from another body."""

from datetime import datetime, timedelta
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case


def facts_of(code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step might carry."""
    day = at.astimezone(SHANGHAI).date()
    told = {"contact_party": party or "p1", "contact_by": "phone", "contact_reached": True}
    return {
        "send": {
            "handed_to": "示例机构", "handed_kind": "police", "handed_reason": "请核实有没有打人。", "handed_summary": "申请人说对方动过手。",
            "passing_basis": "consent", "shared_parties": ["p1"], "consented_parties": ["p1"], "answer_wanted_by": day + timedelta(30),
        },
        "take_there": {"taken_there_on": day, "their_number": "示例〔2025〕1号"},
        "hand_back": {"handed_back_on": day, "handed_back_reason": "不在本辖区。", "better_body": "示例县信访局"},
        "tell_progress": {"progress_there": "已经问过双方。"},
        "answer": {"answered_on": day, "outcome_there": "done", "answer_text": "已经核实并训诫。"},
        "urge": {"urged_on": day, "urged_by": "phone"},
        "recall": {"recall_reason": "双方已经和好。"},
        "tell_result": told, "keep": told, "tell_in_writing": told,
        "take_here": {"taken_here_on": day, "ask_whom": "值班室"},
        "send_back": {"sent_back_reason": "当事人不愿意调解。"},
        "object_to_sender": {"not_ours_reason": "对行政处罚不服，应当复议。"},
        "sender_agrees": {"sender_decided_on": day}, "sender_insists": {"sender_decided_on": day},
        "tell_sender": {"progress_here": "正在征求对方意愿。"},
        "reply": {"replied_on": day, "outcome_here": "other", "reply_text": "正在调解，已约定下次见面的日子。"},
    }.get(code, {})  # fmt: skip

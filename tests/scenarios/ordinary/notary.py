"""Ordinary facts for a booking at a notary office."""

from datetime import datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case


def facts_of(code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step might carry."""
    day = at.astimezone(SHANGHAI).date()
    return {
        "book": {"applicants": [{"name": "甲示例"}], "notary_matter": "mandate", "wished_on": day, "told_data_use": True},
        "set_appointment": {"comes_at": at, "bring": "身份证、不动产权证书。"},
        "accept": {"notary_accepted_on": day},
        "tell_meaning": {"meaning_told": "受托人在委托范围里做的事，由您承担。", "meaning_understood": True},
        "ask_papers": {"papers_asked": "补一份结婚证。", "papers_asked_on": day},
        "papers_came": {"papers_came_on": day},
        "begin_verifying": {"verifying": "向登记中心核实产权。", "verifying_since": day},
        "end_verifying": {"verified_on": day},
        "hindrance_begins": {"hindered_by": "暴雨停电。", "hindered_since": day},
        "hindrance_ends": {"hindrance_over_on": day},
        "issue": {"issued_on": day, "certificate_number": "（2025）示证字第1号"},
        "refuse_notary": {"notary_refusal": "disputed", "notary_refusal_reason": "几个继承人对份额有争议。"},
        "request_review": {"review_reason": "姓名写错了一个字。"},
        "answer_review": {"review_outcome": "corrected", "review_answer": "核对属实，已经更正。"},
        "revoke": {"review_answer": "材料是假的，内容与事实不符。", "revocation_published": True},
        "file_away": {"filed_by": "己示例"},
    }.get(code, {})  # fmt: skip

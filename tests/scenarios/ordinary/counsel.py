"""Ordinary facts for village advisers and what they are paid."""

from datetime import datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case
from gongdao.procedures.village_counsel.visits import awaited, not_settled, quarters


def facts_of(code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step might carry."""
    day = at.astimezone(SHANGHAI).date()
    someone = party or "p1"
    ours = case.procedure.code == "village_counsel"
    newest = ((not_settled(case) if ours else []) or [("1", "")])[-1][0]
    return {
        "register_contract": {
            "village": "990101100201", "clients": [{"name": "示例村民委员会", "is_organisation": True}],
            "contract_starts": "2025-01-01", "contract_ends": "2025-12-31", "duty_day": 10,
        },
        "name_adviser": {"adviser": "1"},
        "log_visit": {"visited_on": day, "visit_services": ["advice"], "people_served": 3},
        "confirm_visits": {"confirmed_by": someone, "visits_confirmed": ([v for v, _ in awaited(case)] if ours else []) or ["1"]},
        "dispute_visit": {"disputed_by": someone, "visit_disputed": newest, "dispute_reason": "那天没有来。"},
        "strike_visit": {"visit_struck": newest, "strike_reason": "日期记错了。"},
        "send_quarter": {"quarter": ((quarters(case) if ours else []) or [("2025Q1", "")])[0][0]},
        "end_contract": {"contract_ended_on": day, "contract_end_reason": "聘期届满。"},
        "ask": {
            "story": "老板拖欠三个月工资，怎么要回来？", "applicants": [{"name": "甲示例", "phone": "000-0000-0001"}],
            "kind": "migrant_wages", "told_data_use": True,
        },
        "register_visit": {
            "received_on": day, "reception_place": "县群众来访接待中心", "visitors": [{"name": "甲示例"}], "story": "征地补偿少算了一亩。",
            "kind": "expropriation", "told_data_use": True,
        },
        "name_lawyer": {"lawyer": "1"},
        "declare_no_interest": {"lawyer_no_conflict": True},
        "recuse": {"recusal_reason": "代理过对方。"},
        "tell_receipt": {"receipt_told_on": day, "receipt_told": "已经收到，先由律师提意见，再说明该走的途径。"},
        "give_opinion": {"opinion": "对补偿决定不服的，可以申请行政复议，也可以起诉。", "road_advised": "reconsideration"},
        "pass_on": {"passed_to": "示例县自然资源局", "passed_on": day, "pass_on_consented": True},
        "record_reply": {"replied_on": day, "reply": "已经重新丈量。"},
        "tell_reply": {"reply_told_on": day, "reply_told_how": "打电话告诉本人。"},
        "name_answerer": {"answerer": "1"},
        "ask_back": {"asked_back": "有没有签劳动合同？"},
        "add_words": {"more_said": "没有签，有微信记录。"},
        "answer": {"answer": "可以向劳动监察投诉，也可以申请仲裁。", "told_of_aid": True},
        "carry_over": {"carried_number": "2025-0304-0001", "carried_to": "人民调解"},
        "finish": {},
        "attempt_contact": {"contact_party": someone, "contact_by": "phone"},
        "correct_kind": {"kind": "other_labour"},
        "correct_party": {"amended_party": someone, "amended_particulars": {"name": "甲示例"}},
        "rate": {"rating_party": someone, "rating": 5},
        "check_quarter": {"check_note": "抽查两次，情况属实。"},
        "return_quarter": {"return_reason": "有一次日期对不上。"},
        "propose_fee": {"fee_amount": "200"},
        "return_fee": {"fee_return_reason": "少算了一次。"},
        "pay_fee": {"fee_paid_on": day, "fee_paid_to": "示例律师事务所"},
    }.get(code, {})  # fmt: skip

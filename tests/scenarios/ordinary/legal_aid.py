"""Ordinary facts for legal aid, the objection to its decisions, its evaluation, and the duty lawyer."""

from datetime import datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case
from tests.scenarios.ordinary import FILE


def facts_of(code: str, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step of legal aid might carry."""
    day = at.astimezone(SHANGHAI).date()
    someone = party or "p1"
    application = {
        "applicants": [{"name": "甲示例", "phone": "000-0000-0001"}], "opponents": [{"name": "乙示例公司", "is_organisation": True}],
        "story": "在工地干活，三个月工资没有给。", "aid_matter": "labour", "kind": "migrant_wages", "monthly_income": "1500",
        "pledge_made": True, "told_data_use": True,
    }  # fmt: skip
    return {
        "apply": application,
        "apply_from_detention": application | {"asked_at": at, "held_at": "示例县看守所", "aid_matter": "defence", "kind": "other"},
        "forward": {"received_at": at},
        "receive_notice": {"accused": [{"name": "甲示例"}], "notice_ground": "absent", "notice_organ": "示例县人民法院",
                           "notice_number": "示例1号", "noticed_on": day},
        "tell_missing": {"missing_papers": "身份证照片\n工资欠条照片"},
        "complete": {"supplement": "补交了工资欠条。"},
        "correct_grounds": {"aid_matter": "labour", "no_check_ground": "migrant", "status_paper": FILE},
        "check_means": {"checked_by": "pledge", "checked_income": "1500", "means_met": True},
        "aid_first": {"urgent_ground": "preservation", "urgent_reason": "对方正在转移设备。"},
        "grant": {"matter_found": "labour", "means_found": "met", "aid_form": "arbitration"},
        "refuse": {"refusal_ground": "not_listed", "refusal_reason": "请求的事项不在范围里。"},
        "assign": {"undertaker": "1"}, "assign_first": {"undertaker": "1"},
        "inform_organ": {"informed_on": day},
        "begin": {"aid_no_conflict": True},
        "report_unable": {"unable_reason": "要住院手术。"},
        "note_filing": {"brought_on": day, "brought_at": "示例县劳动人事争议仲裁委员会"},
        "report_progress": {"progress": "已经立案，等开庭。", "progress_told": True},
        "ask_change": {"change_asked_by": someone, "change_wish": "一直联系不上。"},
        "change_undertaker": {"change_ground": "neglect", "change_reason": "两个月没有联系受援人。"},
        "keep_undertaker": {"no_change_reason": "已经按规定通报，不用更换。"},
        "report_ending_ground": {"ground_seen": "own_counsel", "ground_seen_note": "自己请了律师。"},
        "terminate": {"ending_ground": "own_counsel", "ending_reason": "受援人自己委托了律师。"},
        "note_case_over": {"case_over_on": day},
        "report_case": {"aid_outcome": "won", "aid_result": "仲裁支持了全部请求。", "benefit": "18000"},
        "return_file": {"file_missing": "缺裁决书副本。"},
        "check_file": {"file_finding": "齐全。"},
        "propose_subsidy": {"subsidy_kind": "out_of_court", "subsidy_amount": "1200"},
        "return_subsidy": {"subsidy_return_reason": "类别选错了。"},
        "pay_subsidy": {"paid_on": day},
        "object_to_decision": {"decision_objector": someone, "decision_objection": "我在范围里。"},
        "attempt_contact": {"contact_party": someone, "contact_by": "phone"},
        "record_identity": {"identity_party": someone},
        "add_evidence": {"evidence": "工资欠条", "evidence_from": someone},
        "correct_party": {"amended_party": someone, "amended_particulars": {"name": "甲示例"}},
        "correct_kind": {"kind": "other_labour"}, "set_safety": {},
        "rate": {"rating_party": someone, "rating": 5},
        "scan_paper": {"scan_of": "mandate", "scan_file": FILE},
        "archive": {"archivist": "己示例", "retention": "按规定"},
        "inquire": {"inquiry": "问了法律援助中心。"},
        "uphold": {"bureau_reason": "原决定理由成立。"},
        "order_correction": {"bureau_reason": "申请的事项在范围里。"},
        "name_evaluator": {"evaluator": "1"},
        "evaluate": {"evaluator_no_conflict": True, "met_in_time": "well", "facts_gathered": "well", "law_applied": "partly",
                     "recipient_informed": "well", "evaluation": "证据收集及时，主张清楚。"},
        "request_help": {"helped": [{"name": "甲示例"}], "help_place": "示例县看守所", "help_asked_on": day},
        "name_duty_lawyer": {"duty_lawyer": "1"},
        "give_help": {"help_kinds": ["advice"], "help_given": "讲了认罪认罚。", "helped_on": day},
        "hear_application": {"aid_asked_at": at, "aid_asked": "想请辩护人。"},
        "hand_in": {"handed_in_at": at, "handed_in_to": "示例县法律援助中心"},
    }.get(code, {})  # fmt: skip

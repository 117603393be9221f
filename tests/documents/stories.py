"""Matters that, told together, produce every paper of every procedure."""

from gongdao.procedures.administrative_mediation.consumer import CONSUMER_MEDIATION
from gongdao.procedures.administrative_mediation.labour import LABOUR_MEDIATION
from gongdao.procedures.administrative_mediation.land import LAND_MEDIATION
from gongdao.procedures.administrative_mediation.medical import MEDICAL_MEDIATION
from gongdao.procedures.administrative_mediation.police import POLICE_MEDIATION
from gongdao.procedures.administrative_mediation.traffic import TRAFFIC_MEDIATION
from gongdao.procedures.consultation.declaration import CONSULTATION
from gongdao.procedures.court_mediation.declaration import COURT_MEDIATION
from gongdao.procedures.duty_lawyer.declaration import DUTY_LAWYER
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.procedures.notary_booking.declaration import NOTARY_BOOKING
from gongdao.procedures.petition_reception.declaration import PETITION_RECEPTION
from gongdao.procedures.village_counsel.declaration import VILLAGE_COUNSEL
from tests.matters.playing import TO_ACCEPT, TO_APPLY, TO_ASSIGNED, TO_SESSION, TO_SIGNED

WHOLE = (
    *TO_ACCEPT,
    ("2025-03-04", "调委会", "核对身份证明"),
    ("2025-03-04", "申请人", "委托代理人"),
    *TO_ASSIGNED[2:],
    ("2025-03-05", "调解员", "邀请有关人员参与"),
    ("2025-03-05", "调解员", "调查了解"),
    ("2025-03-05", "申请人", "提交证据材料"),
    ("2025-03-06", "调解员", "报告矛盾可能激化"),
    *TO_SIGNED[5:],
    ("2025-03-08", "调解员", "登记履行情况"),
    ("2025-03-09", "调解员", "回访"),
    ("2025-03-10", "调解员", "共同申请司法确认"),
    ("2025-03-10", "调解员", "确认/生成共同申请书和调解证明"),
    ("2025-03-11", "调解员", "确认/递交法院"),
    ("2025-03-12", "法院", "确认/法院立案"),
)
CONFIRMED = (*WHOLE, ("2025-03-20", "法院", "确认/法院裁定协议有效"), ("2025-03-21", "调委会", "立卷归档"))
REJECTED = (*WHOLE, ("2025-03-20", "法院", "确认/法院裁定驳回"))
STORIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "confirmed": CONFIRMED,
    "rejected": REJECTED,
    "declined": (*TO_APPLY, ("2025-03-04", "调委会", "不予受理")),
    "handed over": (*TO_APPLY, ("2025-03-04", "主任", "移交给别的机构"), ("2025-03-05", "接收机构", "接收移交")),
    "refused": (*TO_ACCEPT, ("2025-03-05", "对方", "不同意调解")),
    "ended": (*TO_SESSION, ("2025-03-07", "对方", "要求停止调解")),
    "failed": (*TO_SESSION, ("2025-03-07", "调解员", "调解不成，终止调解")),
    "oral": (*TO_SESSION, ("2025-03-07", "调解员", "达成口头协议")),
    "referred": (("2025-03-03", "调委会", "登记别的单位告知来的纠纷"), ("2025-03-04", "调委会", "受理")),
    "handed out": (
        *TO_APPLY, ("2025-03-03", "调委会", "转请外单位办理"), ("2025-03-03", "调委会", "转办/发出转办函"),
        ("2025-03-04", "对方单位", "转办/签收转办"), ("2025-03-10", "对方单位", "转办/反馈办理结果"),
        ("2025-03-11", "调委会", "转办/把结果告诉当事人"),
    ),
    "handed in by a petition office": (
        ("2025-03-03", "调委会", "登记别的单位告知来的纠纷"), ("2025-03-03", "调委会", "来件/接收并给回执"),
        ("2025-03-03", "调委会", "来件/书面告知信访人"), ("2025-03-20", "调委会", "来件/反馈办理结果"),
    ),
    "handed in and sent back": (
        ("2025-03-03", "调委会", "登记别的单位告知来的纠纷"), ("2025-03-04", "对方", "不同意调解"),
        ("2025-03-05", "调委会", "来件/退回转来的单位"),
    ),
    "found by the committee": (("2025-03-03", "调委会", "主动调解"), ("2025-03-04", "调委会", "受理")),
    "period over": (
        *TO_SESSION,
        ("2025-05-30", "调委会", "期满视为调解不成"),
    ),
}  # fmt: skip
AID_TO_HANDLING = (
    ("2025-03-03", "申请人", "申请法律援助"),
    ("2025-03-03", "中心", "核对身份证明"),
    ("2025-03-03", "申请人", "提交证据材料"),
    ("2025-03-04", "中心", "一次告知要补的材料"),
    ("2025-03-05", "申请人", "补充材料或者作说明"),
    ("2025-03-05", "中心", "材料齐了，接着审查"),
    ("2025-03-05", "中心", "登记经济状况核查"),
    ("2025-03-06", "中心", "决定给予法律援助"),
    ("2025-03-07", "中心", "指派法律援助人员"),
    ("2025-03-07", "承办人", "接受指派，开始办理"),
    ("2025-03-07", "承办人", "与受援人签协议"),
)
AID_PAID = (
    *AID_TO_HANDLING,
    ("2025-03-20", "承办人", "通报办理进展"),
    ("2025-05-20", "承办人", "提交结案材料"),
    ("2025-05-21", "中心", "案卷检查合格"),
    ("2025-05-21", "中心", "送同行评估"),
    ("2025-05-21", "中心", "评估/确定评估人"),
    ("2025-05-22", "评估人", "评估/写评估意见"),
    ("2025-05-22", "中心", "提出补贴"),
    ("2025-05-23", "主任", "批准补贴"),
    ("2025-05-24", "中心", "登记已经支付"),
    ("2025-05-25", "中心", "立卷归档"),
)
AID_STORIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "aid paid": AID_PAID,
    "aid first": (AID_TO_HANDLING[0], ("2025-03-03", "中心", "先行提供援助")),
    "aid refused": (
        AID_TO_HANDLING[0],
        ("2025-03-05", "中心", "决定不给予法律援助"),
        ("2025-03-06", "申请人", "不服决定，向司法局提出异议"),
        ("2025-03-07", "司法局", "异议/维持法律援助机构的决定"),
    ),
    "aid by notice": (
        ("2025-03-03", "中心", "登记办案机关的通知"),
        ("2025-03-04", "中心", "指派法律援助人员"),
        ("2025-03-05", "中心", "决定更换承办人"),
        ("2025-03-06", "中心", "决定终止法律援助"),
    ),
}
DUTY_STORIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "duty lawyer": (
        ("2025-03-03", "中心", "登记约见值班律师"),
        ("2025-03-03", "中心", "安排值班律师"),
        ("2025-03-03", "值班律师", "登记法律帮助"),
        ("2025-03-03", "值班律师", "听到法律援助申请"),
        ("2025-03-03", "值班律师", "转交法律援助申请"),
    ),
}
COURT_TO_TALKS = (
    ("2025-03-03", "调委会", "登记法院委派、委托"),
    ("2025-03-03", "调委会", "接受委派、委托"),
    ("2025-03-03", "调委会", "核对身份证明"),
    ("2025-03-03", "申请人", "委托代理人"),
    ("2025-03-03", "申请人", "提交证据材料"),
    ("2025-03-04", "对方", "同意调解"),
    ("2025-03-04", "主任", "确定调解员"),
    ("2025-03-04", "调解员", "声明有没有利害关系"),
    ("2025-03-04", "调解员", "调解前告知并核实身份"),
    ("2025-03-05", "调解员", "记录一次调解"),
    ("2025-03-05", "调解员", "记一方单独说的话（保密）"),
    ("2025-03-05", "调解员", "记载无争议事实"),
)
COURT_AGREED = (
    *COURT_TO_TALKS,
    ("2025-03-06", "调解员", "写协议书"),
    ("2025-03-06", "申请人", "念给当事人听，都听懂了"),
    ("2025-03-06", "对方", "念给当事人听，都听懂了"),
    ("2025-03-06", "调解员", "签字盖章"),
    ("2025-03-07", "调解员", "协议送法院备案"),
    ("2025-03-08", "调解员", "登记履行情况"),
    ("2025-03-10", "调解员", "共同申请司法确认"),
    ("2025-03-10", "调解员", "确认/生成共同申请书和调解证明"),
    ("2025-03-11", "调解员", "确认/递交法院"),
    ("2025-03-12", "法院", "确认/法院立案"),
    ("2025-03-20", "法院", "确认/法院裁定协议有效"),
    ("2025-03-21", "调委会", "立卷归档"),
)
COURT_RETURNED = (
    *COURT_TO_TALKS,
    ("2025-03-06", "调解员", "调解不成，终止调解"),
    ("2025-03-06", "申请人", "确认无争议事实"),
    ("2025-03-06", "对方", "确认无争议事实"),
    ("2025-03-07", "调解员", "向法院报告并退回材料"),
)
COURT_STORIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "court agreed": COURT_AGREED,
    "court returned": COURT_RETURNED,
    "court oral": (*COURT_TO_TALKS, ("2025-03-06", "调解员", "达成口头协议")),
    "court declined": (COURT_TO_TALKS[0], ("2025-03-05", "调委会", "不接受，退回法院")),
    "court insisted": (
        COURT_TO_TALKS[0],
        ("2025-03-03", "申请人", "坚持起诉，请法院直接立案"),
        ("2025-03-04", "调委会", "向法院报告并退回材料"),
    ),
}


def by_authority(
    apply: str, accept: str = "受理", sign: str = "签字盖章"
) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """The stories that every mediation by an authority can tell."""
    begun = (("2026-03-03", "申请人", apply), ("2026-03-03", "机关", accept))
    agreed = (
        *begun,
        ("2026-03-03", "机关", "核对身份证明"),
        ("2026-03-03", "申请人", "委托代理人"),
        ("2026-03-03", "申请人", "提交证据材料"),
        ("2026-03-04", "对方", "同意调解"),
        ("2026-03-04", "机关", "确定谁来调解"),
        ("2026-03-04", "调解员", "声明有没有利害关系"),
        ("2026-03-04", "调解员", "记录一次调解"),
        ("2026-03-05", "调解员", "写协议书"),
        ("2026-03-05", "申请人", "念给当事人听，都听懂了"),
        ("2026-03-05", "对方", "念给当事人听，都听懂了"),
        ("2026-03-05", "调解员", sign),
        ("2026-03-08", "调解员", "登记履行情况"),
    )
    return {
        "agreed": agreed,
        "declined": (begun[0], ("2026-03-04", "机关", "不予受理")),
        "refused": (*begun, ("2026-03-04", "对方", "不同意调解")),
    }


CLOSE, FILE_AWAY = ("2026-03-09", "调解员", "全部履行完毕"), ("2026-03-10", "机关", "立卷归档")
SPARED = ("2026-03-09", "调解员", "履行完毕，不予处罚")
ON_THE_SPOT = (
    ("2026-03-03", "申请人", "申请治安调解"),
    ("2026-03-03", "机关", "决定调解处理"),
    ("2026-03-03", "对方", "同意调解"),
    ("2026-03-03", "机关", "确定谁来调解"),
    ("2026-03-03", "调解员", "当场调解、当场履行"),
)
WORDS = {
    POLICE_MEDIATION: ("申请治安调解", "决定调解处理", "各方签字"),
    TRAFFIC_MEDIATION: ("一致申请交警调解", "受理", "各方签字"),
    MEDICAL_MEDIATION: ("申请医疗纠纷行政调解", "受理", "各方签字"),
    LABOUR_MEDIATION: ("申请劳动争议调解",),
    LAND_MEDIATION: ("申请农村土地承包纠纷调解",),
    CONSUMER_MEDIATION: ("申请消费投诉调解", "受理投诉"),
}
AUTHORITY_STORIES: dict[str, tuple[tuple[str, str, str], ...]] = {}
BEGUN_BY = {}
for sector, words in WORDS.items():
    for name, story in by_authority(*words).items():
        closing = (SPARED if sector is POLICE_MEDIATION else CLOSE, FILE_AWAY) if name == "agreed" else ()
        AUTHORITY_STORIES[f"{sector.code} {name}"] = (*story, *closing)
        BEGUN_BY[f"{sector.code} {name}"] = sector
AUTHORITY_STORIES["on the spot"] = ON_THE_SPOT
BEGUN_BY["on the spot"] = POLICE_MEDIATION
CENTRE_STORIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "village adviser": (
        ("2025-01-02", "中心", "登记聘用合同"),
        ("2025-01-03", "中心", "确定法律顾问"),
        ("2025-01-10", "顾问", "记一次服务"),
        ("2025-01-11", "村委会", "确认服务"),
        ("2025-04-01", "中心", "送季度核算"),
        ("2025-04-02", "中心", "核算/检查季度服务"),
        ("2025-04-02", "中心", "核算/提出费用"),
        ("2025-04-03", "主任", "核算/批准费用"),
    ),
    "consultation": (
        ("2025-03-03", "申请人", "提出咨询"),
        ("2025-03-04", "中心", "答复"),
    ),
}
CENTRE_STORIES |= {
    "petition reception": (
        ("2025-03-03", "中心", "登记来访"),
        ("2025-03-03", "中心", "请值班律师接待"),
        ("2025-03-03", "律师", "声明没有利害关系"),
        ("2025-03-03", "中心", "书面告知接收情况和途径"),
        ("2025-03-03", "律师", "提出法律意见"),
        ("2025-03-04", "中心", "转给有权处理的单位"),
    ),
    "notary issued": (
        ("2025-03-03", "申请人", "预约公证"),
        ("2025-03-03", "公证处", "约定时间"),
        ("2025-03-05", "公证处", "受理"),
        ("2025-03-05", "公证处", "告知法律意义和后果"),
        ("2025-03-06", "公证处", "出具公证书"),
        ("2025-03-07", "申请人", "申请复查"),
        ("2025-03-10", "公证处", "答复复查：没有错误或者更正"),
        ("2025-03-11", "申请人", "申请复查"),
        ("2025-03-12", "公证处", "撤销公证书"),
    ),
    "notary refused": (
        ("2025-03-03", "申请人", "预约公证"),
        ("2025-03-05", "公证处", "不予办理"),
    ),
}
CENTRE_BEGUN = {
    "petition reception": PETITION_RECEPTION,
    "notary issued": NOTARY_BOOKING,
    "notary refused": NOTARY_BOOKING,
} | {"village adviser": VILLAGE_COUNSEL, "consultation": CONSULTATION}
BEGUN_AS = (
    dict.fromkeys(AID_STORIES, LEGAL_AID)
    | dict.fromkeys(DUTY_STORIES, DUTY_LAWYER)
    | dict.fromkeys(COURT_STORIES, COURT_MEDIATION)
    | BEGUN_BY
    | CENTRE_BEGUN
)
STORIES |= CENTRE_STORIES | AID_STORIES | DUTY_STORIES | COURT_STORIES | AUTHORITY_STORIES
KIND = {
    "period over": {"申请调解": {"kind": "medical"}},
    "handed in by a petition office": {"登记别的单位告知来的纠纷": {"sender_kind": "petition"}},
}

"""The papers of the dossier: thirteen places in their usual order, and the letters that go out beside them."""

from gongdao.law.names import (
    CIVIL_CODE,
    LIMITATION_RULES,
    PEOPLES_MEDIATION_LAW,
)
from gongdao.procedures.engine.declaration import PARTIES, Actor, Paper

_FILED = PEOPLES_MEDIATION_LAW.article(27, 1, phrase="等材料立卷归档")
_RECORDED = PEOPLES_MEDIATION_LAW.article(27, 1, phrase="人民调解员应当记录调解情况")
_LETTERS = 14
MINE = (Actor.APPLICANT,)


def _paper(code, title, slot, *cites, must=False, signed_by=(), signature_required=False, open_to=()):  # type: ignore[no-untyped-def]
    return Paper(
        code=code, title=title, slot=slot, template=f"people_mediation/{code}", cites=cites, must=must,
        signed_by=signed_by, signature_required=signature_required, open_to=open_to,
    )  # fmt: skip


PAPERS: tuple[Paper, ...] = (
    _paper("cover", "卷宗封面", 0, _FILED),
    _paper("application", "人民调解申请书", 1, PEOPLES_MEDIATION_LAW.article(17, 1, phrase="也可以主动调解"),
           must=True, signed_by=("申请人",), open_to=MINE),
    _paper("acceptance_register", "人民调解受理登记表", 1, _FILED, must=True, signed_by=("登记人",)),
    _paper("rights_notice", "权利义务告知书", 2,
           PEOPLES_MEDIATION_LAW.article(23, 1, "二", phrase="接受调解、拒绝调解或者要求终止调解"),
           PEOPLES_MEDIATION_LAW.article(24, 1, "一", phrase="如实陈述纠纷事实"),
           must=True, signed_by=("各方当事人",), open_to=PARTIES),
    _paper("identity", "身份证明", 3, PEOPLES_MEDIATION_LAW.article(29, 1, "一", phrase="当事人的基本情况"), must=True),
    _paper("authorisation", "授权委托书", 4, CIVIL_CODE.article(165, 1, phrase="代理事项、权限和期限"),
           signed_by=("委托人", "代理人"), signature_required=True),
    _paper("investigation_record", "调查记录", 5, _RECORDED, signed_by=("被调查人", "调查人")),
    _paper("evidence_list", "证据材料清单", 6, _FILED, signed_by=("提供人",)),
    _paper("session_record", "人民调解记录", 7, _RECORDED, must=True, signed_by=("各方当事人", "调解员")),
    _paper("agreement", "人民调解协议书", 8,
           PEOPLES_MEDIATION_LAW.article(28, 1, phrase="可以制作调解协议书"),
           PEOPLES_MEDIATION_LAW.article(29, 2, phrase="加盖人民调解委员会印章之日起生效"),
           must=True, signed_by=("各方当事人", "调解员"), signature_required=True, open_to=PARTIES),
    _paper("oral_agreement", "口头协议登记表", 8, PEOPLES_MEDIATION_LAW.article(28, 1, phrase="人民调解员应当记录协议内容"),
           PEOPLES_MEDIATION_LAW.article(30, 1, phrase="自各方当事人达成协议之日起生效"),
           must=True, signed_by=("调解员",), open_to=PARTIES),
    _paper("termination_notice", "终止调解通知书", 8,
           PEOPLES_MEDIATION_LAW.article(26, 1, phrase="调解不成的，应当终止调解"), must=True, open_to=PARTIES),
    _paper("performance_record", "履行情况登记", 9, PEOPLES_MEDIATION_LAW.article(31, 2, phrase="对调解协议的履行情况进行监督"), open_to=PARTIES),
    _paper("visit_record", "回访记录", 10, PEOPLES_MEDIATION_LAW.article(31, 2, phrase="督促当事人履行约定的义务")),
    _paper("dossier_note", "卷宗情况说明", 12, _FILED),
    _paper("back_cover", "卷宗封底", 13, _FILED),
    _paper("receipt", "收件回执", _LETTERS, LIMITATION_RULES.article(12, 1, phrase="诉讼时效从提出请求之日起中断"), open_to=MINE),
    _paper("decline_notice", "不予受理告知书", _LETTERS, PEOPLES_MEDIATION_LAW.article(26, 1, phrase="告知当事人可以依法通过"), open_to=PARTIES),
    _paper("mediation_notice", "人民调解通知书", _LETTERS, PEOPLES_MEDIATION_LAW.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化"), open_to=PARTIES),
    _paper("handover_letter", "移交函", _LETTERS, PEOPLES_MEDIATION_LAW.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化")),
    _paper("escalation_report", "矛盾激化情况报告", _LETTERS, PEOPLES_MEDIATION_LAW.article(25, 1, phrase="应当及时向当地公安机关")),
)  # fmt: skip

"""The papers of a mediation for a court. What goes to the court stands apart from what was said."""

from gongdao.procedures.court_mediation import grounds as g
from gongdao.procedures.court_mediation.guards import undisputed_of
from gongdao.procedures.engine.declaration import PARTIES, Paper

_EVERYDAY = "people_mediation"


def _paper(code, title, slot, *cites, home="court_mediation", **more):  # type: ignore[no-untyped-def]
    return Paper(code=code, title=title, slot=slot, template=f"{home}/{code}", cites=cites, **more)


PAPERS: tuple[Paper, ...] = (
    _paper("cover", "卷宗封面", 0, g.GROUNDS.kept, home=_EVERYDAY),
    _paper("referral_register", "法院委派、委托登记表", 1, g.DISPATCH, g.ENTRUST, must=True, signed_by=("登记人",)),
    _paper("acceptance_reply", "接受委派、委托复函", 2, g.IN_THREE_DAYS),
    _paper("decline_letter", "不接受委派、委托函", 2, g.REASONS_TO_DECLINE),
    _paper("rights_notice", "调解前告知书", 3, g.TOLD, must=True, signed_by=("各方当事人",), open_to=PARTIES),
    _paper("identity", "身份证明", 4, g.ONLINE.article(17, 1, phrase="核实当事人和其他参与调解人员的身份"), home=_EVERYDAY),
    _paper("authorisation", "授权委托书", 5, g.INTERPRETATION.article(351, 1, phrase="双方当事人应当本人或者由符合"),
           home=_EVERYDAY, signed_by=("委托人", "代理人"), signature_required=True),
    _paper("evidence_list", "证据材料清单", 6, g.HEARD, home=_EVERYDAY, signed_by=("提供人",)),
    _paper("session_record", "调解笔录（保密）", 7, g.ONLINE.article(22, 2, phrase="与书面笔录具有同等法律效力"), g.CONFIDENTIAL,
           signed_by=("各方当事人", "调解员")),
    _paper("undisputed_record", "无争议事实记载", 8, g.UNDISPUTED, signed_by=("各方当事人", "调解员"), signature_required=True,
           open_to=PARTIES),
    _paper("agreement", "调解协议书", 9, g.SIGNED, must=True, signed_by=("各方当事人", "调解员"), signature_required=True, open_to=PARTIES),
    _paper("oral_agreement", "口头协议登记表", 9, g.BY_WORD, home=_EVERYDAY, must=True, signed_by=("调解员",), open_to=PARTIES),
    _paper("result_letter", "调解结果函", 9, g.REPORTED, must=True, reads=undisputed_of, open_to=PARTIES),
    _paper("performance_record", "履行情况登记", 10, g.GROUNDS.binding, home=_EVERYDAY, open_to=PARTIES),
)  # fmt: skip

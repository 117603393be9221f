"""The papers of a legal aid file. The official forms of 2023 are known by name; their text is not on file here."""

from gongdao.procedures.engine.declaration import Actor, Paper
from gongdao.procedures.legal_aid.eligibility import rows_of
from gongdao.procedures.legal_aid.grounds import LAA

FORMS = "《法律援助文书格式》（2023）"
A = Actor.APPLICANT


def _paper(code, title, slot, *cites, form="", template="", **more):  # type: ignore[no-untyped-def]
    return Paper(
        code=code, title=title, slot=slot, template=template or f"legal_aid/{code}", cites=cites,
        stands_for=f"{FORMS}{form}" if form else "", **more,
    )  # fmt: skip


_ASKED = LAA.article(43, 1, phrase="自收到法律援助申请之日起七日内")
_TOLD = LAA.article(43, 1, phrase="应当书面告知申请人，并说明理由")
_GIVEN = LAA.article(43, 1, phrase="应当自作出决定之日起三日内指派")
_KEPT = LAA.article(50, 1, phrase="提交有关法律文书的副本")

PAPERS: tuple[Paper, ...] = (
    _paper("cover", "法律援助卷宗封面", 0, _KEPT),
    _paper("application", "法律援助申请表", 1, _ASKED, LAA.article(41, 2, phrase="个人诚信承诺"), form="法律援助申请表",
           must=True, signed_by=("申请人",), open_to=(A,)),
    _paper("organ_notice", "办案机关通知登记", 1, LAA.article(36, 1, phrase="应当在三日内指派律师并通知"), must=True),
    _paper("receipt", "申请材料接收凭证", 2, _ASKED, form="申请材料接收凭证", open_to=(A,)),
    _paper("supplement_notice", "补充材料、说明通知书", 3, LAA.article(43, 2, phrase="应当一次性告知"),
           form="补充材料、说明通知书", open_to=(A,)),
    _paper("identity", "身份证明", 4, LAA.article(43, 1, phrase="七日内进行审查"), template="people_mediation/identity"),
    _paper("means_record", "经济困难状况核查登记", 4, LAA.article(41, 2, phrase="可以通过信息共享查询")),
    _paper("evidence_list", "证据材料清单", 5, LAA.article(47, 1, phrase="及时提供证据材料"),
           template="people_mediation/evidence_list"),
    _paper("first_aid_decision", "先行提供法律援助决定", 6, LAA.article(44, 1, phrase="可以决定先行提供法律援助"), open_to=(A,)),
    _paper("approval_form", "法律援助审批表", 6, _ASKED, form="审批表", reads=rows_of),
    _paper("grant_decision", "给予法律援助决定书", 6, _GIVEN, form="给予法律援助决定书", must=True, open_to=(A,)),
    _paper("refusal_decision", "不予法律援助决定书", 6, _TOLD, form="不予法律援助决定书", must=True, open_to=(A,)),
    _paper("appointment_notice", "指派通知书", 7, _GIVEN, form="指派通知书"),
    _paper("organ_letter", "法律援助公函", 8, LAA.article(36, 1, phrase="应当在三日内指派律师并通知"), form="法律援助公函"),
    _paper("mandate", "委托代理（辩护）协议", 9, LAA.article(19, 1, phrase="维护受援人的合法权益"),
           form="委托代理（辩护）协议", signed_by=("受援人", "法律援助人员"), signature_required=True, open_to=(A,)),
    _paper("progress_record", "通报办理情况记录", 10, LAA.article(46, 2, phrase="通报法律援助事项办理情况"), open_to=(A,)),
    _paper("change_approval", "更换法律援助人员审批表", 11, LAA.article(55, 1, phrase="可以请求法律援助机构更换"), form="第16号"),
    _paper("change_notice", "更换法律援助人员通知书", 11, LAA.article(55, 1, phrase="可以请求法律援助机构更换"),
           form="第17号", open_to=(A,)),
    _paper("ending_decision", "终止法律援助决定书", 12, LAA.article(48, 1, phrase="应当作出终止法律援助的决定"),
           form="终止法律援助决定书", open_to=(A,)),
    _paper("handling_report", "结案报告", 13, _KEPT, form="结案报告表"),
    _paper("subsidy_form", "法律援助补贴审批表", 14, LAA.article(52, 1, phrase="及时向法律援助人员支付")),
)  # fmt: skip

"""The steps from taking up the matter to its end, and from the checked file to the subsidy."""

from gongdao.law.names import LAWYERS_LAW
from gongdao.procedures.engine.declaration import Actor, Place, Step
from gongdao.procedures.legal_aid import guards, rules, states
from gongdao.procedures.legal_aid import handling_facts as handled
from gongdao.procedures.legal_aid.grounds import LAA

A, C, H, U = Actor.APPLICANT, Actor.COMMITTEE, Actor.HEAD, Actor.UNDERTAKER
NO_REFUSAL = LAA.article(46, 1, phrase="不得拒绝、拖延或者终止")
CHANGE = LAA.article(55, 1, phrase="可以请求法律援助机构更换")
ENDED = LAA.article(48, 1, phrase="应当作出终止法律援助的决定")
CHECKED = LAA.article(59, 1, phrase="庭审旁听、案卷检查")
PAID = LAA.article(52, 1, phrase="及时向法律援助人员支付")
TABLE = LAA.article(52, 2, phrase="法律援助补贴的标准")

HANDLING = (
    Step(
        code="begin", title="接受指派，开始办理", source=("assigned",), target="handling", by=(U,), asks=handled.AcceptanceFacts,
        rules=(rules.undertaker_has_no_conflict,), shows=("undertakers_part",),
        cites=(NO_REFUSAL, LAWYERS_LAW.article(39, 1, phrase="不得代理与本人或者其近亲属有利益冲突")),
    ),
    Step(
        code="report_unable", title="报告不能承办", place=Place.ASIDE, source=states.WITH_UNDERTAKER, target="to_appoint", by=(U,),
        asks=handled.UnableFacts, cites=(NO_REFUSAL,), remark="要有正当理由，例如与一方有利害关系、因病。",
    ),
    Step(
        code="sign_mandate", title="与受援人签协议", place=Place.ASIDE, source=("handling", "aiding_first"), target=None, by=(U,),
        cites=(LAA.article(19, 1, phrase="维护受援人的合法权益"),), produces=("mandate",), only_if=(guards.undertaker_has_begun,),
        remark="打印后双方签字，拍照归卷。",
    ),
    Step(
        code="note_filing", title="登记已经起诉、申请仲裁或者复议", place=Place.ASIDE, source=states.AIDED, target=None, by=(U, C),
        asks=handled.FilingNoteFacts, dated_by="brought_on", cites=(LAA.article(44, 1, "一", phrase="需要及时提起诉讼或者申请仲裁"),),
    ),
    Step(
        code="report_progress", title="通报办理进展", source=("handling", "aiding_first"), target=None, by=(U,), asks=handled.ProgressFacts,
        rules=(rules.recipient_was_told,), cites=(LAA.article(46, 2, phrase="通报法律援助事项办理情况"),), produces=("progress_record",),
        only_if=(guards.undertaker_has_begun,),
    ),
    Step(
        code="ask_change", title="要求换一位承办人", place=Place.ASIDE, source=states.WITH_UNDERTAKER, target=None, private=True, by=(A, C),
        asks=handled.ChangeRequestFacts, acts_for="change_asked_by", cites=(CHANGE,), remark="由法律援助机构答复。",
    ),
    Step(
        code="change_undertaker", title="决定更换承办人", place=Place.ASIDE, source=states.WITH_UNDERTAKER, target="to_appoint", by=(C, H),
        asks=handled.ChangeFacts, cites=(CHANGE,), produces=("change_approval", "change_notice"),
    ),
    Step(
        code="keep_undertaker", title="答复不更换", place=Place.ASIDE, source=states.WITH_UNDERTAKER, target=None, private=True, by=(C, H),
        asks=handled.NoChangeFacts, only_if=(guards.a_change_was_asked,), cites=(CHANGE,),
    ),
    Step(
        code="report_ending_ground", title="报告应当终止的情形", place=Place.ASIDE, source=states.WITH_UNDERTAKER, target=None, private=True,
        by=(U,), asks=handled.EndingReportFacts, cites=(LAA.article(48, 2, phrase="应当及时向法律援助机构报告"),),
    ),
    Step(
        code="terminate", title="决定终止法律援助", place=Place.ENDING, source=states.AIDED, target="terminated", by=(C, H),
        asks=handled.AidEndingFacts, cites=(ENDED,), only_if=(guards.was_granted_or_begun,), produces=("ending_decision",),
        tells=("may_object",), remark="只有第48条列的八种情形才能终止，要写明理由。",
    ),
    Step(
        code="note_case_over", title="登记事情已经办结", place=Place.ASIDE, source=("handling",), target=None, by=(U,),
        asks=handled.CaseOverFacts, dated_by="case_over_on", cites=(LAA.article(50, 1, phrase="法律援助事项办理结束后"),),
    ),
    Step(
        code="report_case", title="提交结案材料", source=("handling",), target="reported", by=(U,), asks=handled.AidReportFacts,
        cites=(LAA.article(50, 1, phrase="提交有关法律文书的副本"),), produces=("handling_report",),
    ),
)  # fmt: skip

PAYING = (
    Step(
        code="return_file", title="退回补正", place=Place.ASIDE, source=("reported",), target="handling", by=(C,),
        asks=handled.FileReturnFacts, cites=(CHECKED,),
    ),
    Step(
        code="check_file", title="案卷检查合格", source=("reported",), target="checked", by=(C,), asks=handled.FileCheckFacts, cites=(CHECKED,),
    ),
    Step(
        code="ask_evaluation", title="送同行评估", place=Place.ASIDE, source=states.AFTER_REPORT, target=None, private=True, by=(C, H),
        only_if=(guards.no_evaluation_is_open,), cites=(LAA.article(57, 1, phrase="第三方评估等方式定期进行质量考核"), CHECKED),
        opens="legal_aid_evaluation", remark="请一位没有参与这件事的同行看案卷。",
    ),
    Step(
        code="evaluated", title="同行评估完成", source=states.AFTER_REPORT, target=None, by=(Actor.SYSTEM,), private=True,
        cites=(CHECKED,),
    ),
    Step(
        code="propose_subsidy", title="提出补贴", source=("checked",), target="subsidy_proposed", by=(C,), asks=handled.SubsidyFacts,
        rules=(rules.subsidy_follows_the_table,), cites=(PAID, TABLE), private=True, remark="按本机构填写的标准算，由另一个人审批。",
    ),
    Step(
        code="return_subsidy", title="退回补贴", place=Place.ASIDE, source=("subsidy_proposed",), target="checked", by=(H,), private=True,
        asks=handled.SubsidyReturnFacts, cites=(TABLE,),
    ),
    Step(
        code="approve_subsidy", title="批准补贴", source=("subsidy_proposed",), target="subsidy_approved", by=(H,), private=True,
        apart_from=("propose_subsidy",), cites=(PAID, TABLE), produces=("subsidy_form",), remark="提出的人不能自己批准。",
    ),
    Step(
        code="pay_subsidy", title="登记已经支付", source=("subsidy_approved",), target="paid", by=(C,), asks=handled.PaymentFacts, private=True,
        dated_by="paid_on", cites=(PAID, LAA.article(52, 3, phrase="免征增值税和个人所得税")),
    ),
)  # fmt: skip

"""Every lawful step of people's mediation, in the order in which they usually come."""

from gongdao.law.names import (
    CIVIL_CODE,
    CIVIL_PROCEDURE_INTERPRETATION,
    CIVIL_PROCEDURE_LAW,
    DOMESTIC_VIOLENCE_LAW,
    LABOUR_MEDIATION_ARBITRATION_LAW,
    MEDICAL_DISPUTE_REGULATION,
    PEOPLES_MEDIATION_LAW,
    PERSONAL_INFORMATION_LAW,
)
from gongdao.procedures.engine.declaration import PARTIES, Actor, Effect, Place, Step
from gongdao.procedures.engine.everyday import (
    ArchiveFacts,
    ContactFacts,
    EvidenceFacts,
    IdentityFacts,
    KindFacts,
    PartyCorrectionFacts,
    RatingFacts,
    SafetyFacts,
    contact_keeps_the_wish,
    guardian_is_named,
    told_how_data_is_used,
)
from gongdao.procedures.engine.scanning import ScanFacts, paper_exists
from gongdao.procedures.handing import handing_out, nothing_is_handed_out
from gongdao.procedures.people_mediation import done, guards, rules, states
from gongdao.procedures.people_mediation import facts as asked
from gongdao.procedures.people_mediation.agreement import AgreementFacts
from gongdao.procedures.people_mediation.sectors import IS_MEDICAL

PML = PEOPLES_MEDIATION_LAW
FREE_WILL = PML.article(3, 1, "一", phrase="在当事人自愿、平等的基础上进行调解")
LAWFUL = PML.article(3, 1, "二", phrase="不违背法律、法规和国家政策")
PROMPT = PML.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化")
FILED = PML.article(27, 1, phrase="等材料立卷归档")
STOP = PML.article(23, 1, "二", phrase="接受调解、拒绝调解或者要求终止调解")
SUPERVISE = PML.article(31, 2, phrase="对调解协议的履行情况进行监督")

A, M, C, H = Actor.APPLICANT, Actor.MEDIATOR, Actor.COMMITTEE, Actor.HEAD
STAFF = (M, C)

INTAKE = (
    Step(
        code="apply", title="申请调解", source=("new",), target="registered", by=(A, M, C),
        asks=asked.ApplicationFacts, cites=(PML.article(17, 1, phrase="可以向人民调解委员会申请调解"),),
        rules=(told_how_data_is_used, rules.guardians_are_named, rules.happened_before_today),
        produces=("application", "receipt"), tells=("time_bar_interrupted", "rights"),
        remark="口头申请也可以，由工作人员代为填写。",
    ),
    Step(
        code="start_own", title="主动调解", source=("new",), target="registered", by=STAFF,
        asks=asked.ApplicationFacts, cites=(PML.article(17, 1, phrase="也可以主动调解"),),
        rules=(rules.guardians_are_named, rules.happened_before_today),
        tells=("rights",), remark="没有人申请、调委会发现的纠纷。每一方都要另外表示同意。",
    ),
    Step(
        code="refer_in", title="登记别的单位告知来的纠纷", source=("new",), target="registered", by=(*STAFF, Actor.SENDER),
        asks=asked.HandedInFacts, opens="handover_in", cites=(PML.article(18, 1, phrase="可以在受理前告知当事人"),),
        rules=(rules.guardians_are_named, rules.happened_before_today),
        produces=("receipt",), tells=("time_bar_interrupted", "rights"),
        remark="法院、公安机关只是告知，仍要当事人自己愿意来申请。",
    ),
    Step(
        code="accept", title="受理", source=("registered",), target="asking", by=STAFF,
        asks=asked.AdmissibilityFacts, cites=(LAWFUL,), rules=(rules.no_bar_applies,),
        only_if=(guards.no_hand_over_pending,),
        produces=("acceptance_register", "rights_notice", "mediation_notice"), tells=("rights",),
        remark="下面各种情形逐条看过，一条都没有才能受理。",
    ),
    Step(
        code="decline", place=Place.ENDING, title="不予受理", source=("registered", "asking"), target="not_admissible", by=STAFF,
        asks=asked.DeclineFacts, cites=(LAWFUL, PML.article(26, 1, phrase="告知当事人可以依法通过")),
        produces=("decline_notice",), tells=("other_roads",), remark="一定写明理由，并告知该走哪条路。",
    ),
    Step(
        code="withdraw", place=Place.ENDING, title="撤回申请", source=states.OPEN, target="withdrawn", by=(A,), cites=(STOP,),
        tells=("other_roads",), remark="以后还可以再申请。",
    ),
)  # fmt: skip

CONSENT = (
    Step(
        code="attempt_contact", place=Place.ASIDE, title="记录联系当事人", source=states.OPEN, target=None, private=True, by=STAFF,
        asks=ContactFacts, rules=(contact_keeps_the_wish,), cites=(PROMPT,), remark="打没打通都记一笔。先看清楚联系时要注意什么。",
    ),
    Step(
        code="consent", title="同意调解", own_words="我同意调解", source=("asking", "assigned", "in_session"), target=None,
        by=(*PARTIES, *STAFF), asks=asked.ConsentFacts, acts_for="consent_party",
        cites=(STOP,), shows=("rights",),
        rules=(rules.rights_were_told,), settled=done.consented,
    ),
    Step(
        code="refuse", place=Place.ENDING, title="不同意调解", own_words="我不同意调解", source=("registered", "asking", "assigned"), target="refused",
        by=(*PARTIES, *STAFF), asks=asked.RefusalFacts, acts_for="refusing_party",
        cites=(PML.article(17, 1, phrase="明确拒绝调解的，不得调解"), STOP),
        produces=("termination_notice",), tells=("other_roads",), remark="不用说理由。不影响走别的路。",
    ),
    Step(
        code="assign_mediator", title="确定调解员", source=("asking", "assigned", "in_session"), target="assigned",
        by=(C, H), asks=asked.AssignmentFacts, rules=(rules.mediators_are_different,), cites=(PML.article(19, 1, phrase="也可以由当事人选择"),),
        only_if=(guards.all_have_consented, guards.no_hand_over_pending),
        effect=Effect.ASSIGN, effect_fact="mediator",
    ),
    Step(
        code="declare_interest", title="声明有没有利害关系", source=("assigned", "in_session"), target=None, by=(M,),
        asks=asked.InterestFacts, cites=(PML.article(15, 1, "一", phrase="偏袒一方当事人的"),), settled=done.interest_declared,
        remark="有关系不丢人，换一位调解员就好。",
    ),
    Step(
        code="accept_mediator", place=Place.ASIDE, title="接受这位调解员", source=("assigned", "in_session"), target=None,
        by=(*PARTIES, *STAFF), asks=asked.MediatorViewFacts, acts_for="mediator_view_party",
        cites=(PML.article(23, 1, "一", phrase="选择或者接受人民调解员"),),
    ),
    Step(
        code="reject_mediator", place=Place.ASIDE, title="不接受这位调解员", source=("assigned", "in_session"), target="asking",
        by=(*PARTIES, *STAFF), asks=asked.MediatorViewFacts, acts_for="mediator_view_party",
        cites=(PML.article(23, 1, "一", phrase="选择或者接受人民调解员"),),
        remark="不用说理由，由调委会另派一位。",
    ),
)  # fmt: skip

MEDIATION = (
    Step(
        code="record_identity", place=Place.ASIDE, title="核对身份证明", source=states.NOT_ARCHIVED, target=None, by=STAFF,
        asks=IdentityFacts, cites=(PML.article(29, 1, "一", phrase="当事人的基本情况"),),
        produces=("identity",),
    ),
    Step(
        code="authorise_agent", place=Place.ASIDE, title="委托代理人", own_words="请人代理", source=states.OPEN, target=None, by=(*PARTIES, *STAFF),
        asks=asked.AgentFacts, acts_for="agent_of",
        cites=(CIVIL_CODE.article(165, 1, phrase="代理事项、权限和期限"),), produces=("authorisation",),
    ),
    Step(
        code="invite_helper", place=Place.ASIDE, title="邀请有关人员参与", source=("asking", "assigned", "in_session"), target=None,
        by=STAFF, asks=asked.HelperFacts, cites=(PML.article(20, 1, phrase="在征得当事人的同意后"),),
        rules=(rules.helper_is_agreed,),
    ),
    Step(
        code="investigate", place=Place.ASIDE, title="调查了解", source=states.TALKING, target=None, by=STAFF,
        asks=asked.InvestigationFacts, cites=(PML.article(27, 1, phrase="人民调解员应当记录调解情况"),),
        produces=("investigation_record",), dated_by="investigated_on",
    ),
    Step(
        code="add_evidence", place=Place.ASIDE, title="提交证据材料", own_words="交证据材料", source=states.OPEN, target=None, by=(*PARTIES, *STAFF),
        asks=EvidenceFacts, acts_for="evidence_from",
        cites=(PML.article(24, 1, "一", phrase="如实陈述纠纷事实"),), produces=("evidence_list",),
    ),
    Step(
        code="hold_session", title="记录一次调解", source=("assigned", "in_session"), target="in_session", by=(M,),
        asks=asked.SessionFacts, dated_by="session_on",
        cites=(PML.article(22, 1, phrase="充分听取当事人的陈述"), PML.article(22, 1, phrase="提出纠纷解决方案")),
        only_if=(guards.all_have_consented, guards.mediator_has_no_conflict, guards.nobody_rejects_mediator),
        rules=(rules.afraid_means_apart, rules.medical_is_not_public), produces=("session_record",),
    ),
    Step(
        code="ask_expert", place=Place.ASIDE, title="委托鉴定或咨询专家", source=("assigned", "in_session"), target="waiting_expert",
        by=STAFF, asks=asked.ExpertFacts, dated_by="expert_asked_on",
        cites=(MEDICAL_DISPUTE_REGULATION.article(34, 1, phrase="由医患双方共同委托"), PML.article(20, 1, phrase="在征得当事人的同意后")),
    ),
    Step(
        code="receive_expert", title="收到鉴定或专家意见", source=("waiting_expert",), target="in_session", by=STAFF,
        asks=asked.ExpertOpinionFacts, dated_by="expert_received_on",
        cites=(MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="鉴定时间不计入调解期限"),),
    ),
    Step(
        code="extend_period", place=Place.ASIDE, title="约定延长调解期限", source=("assigned", "in_session"), target=None, by=STAFF,
        asks=asked.ExtensionFacts, applies_if=IS_MEDICAL, rules=(rules.extension_is_agreed,),
        cites=(MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="可以约定延长调解期限"),),
    ),
    Step(
        code="report_escalation", place=Place.ASIDE, title="报告矛盾可能激化", source=states.NOT_ARCHIVED, target=None, private=True, by=STAFF,
        asks=asked.EscalationFacts, rules=(rules.measures_are_named,), produces=("escalation_report",),
        cites=(
            PML.article(25, 1, phrase="应当采取有针对性的预防措施"),
            PML.article(25, 1, phrase="应当及时向当地公安机关"),
        ),
        remark="只写这件事的情况和采取的措施，不给人打分、贴标签。",
    ),
)  # fmt: skip

AGREEMENT = (
    Step(
        code="settle_orally", title="达成口头协议", source=("assigned", "in_session"), target="in_effect", by=(M,),
        asks=AgreementFacts, rules=(rules.agreement_can_be_signed,),
        only_if=(guards.may_be_oral, guards.all_have_consented, guards.mediator_has_no_conflict, guards.nobody_rejects_mediator),
        cites=(
            PML.article(28, 1, phrase="可以采取口头协议方式"),
            PML.article(30, 1, phrase="自各方当事人达成协议之日起生效"),
        ),
        produces=("session_record", "oral_agreement"), tells=("binding", "confirmation_possible"),
        remark="各方都认为不用写协议书的，记下内容，当天就生效。",
    ),
    Step(
        code="draft_agreement", title="写协议书", source=("in_session", "drafted"), target="drafted", by=(M,),
        asks=AgreementFacts, only_if=(guards.a_session_was_held,), rules=(rules.agreement_can_be_signed,),
        cites=(PML.article(28, 1, phrase="可以制作调解协议书"), PML.article(29, 1, "三", phrase="履行的方式、期限")),
        produces=("agreement",), remark="写完马上检查，有问题当场就能看到。",
    ),
    Step(
        code="put_in_writing", place=Place.ASIDE, title="把口头协议写成协议书", source=("in_effect",), target="in_session", by=(M,),
        only_if=(guards.agreement_is_oral,), cites=(PML.article(28, 1, phrase="可以制作调解协议书"),),
        remark="各方都愿意写下来的，重新写、念、签字，才能申请司法确认。",
    ),
    Step(
        code="acknowledge_read_back", title="念给当事人听，都听懂了", own_words="协议念给我听了，我听懂了", source=("drafted",), target=None,
        by=(*PARTIES, M), asks=asked.ReadBackFacts, acts_for="read_back_party", shows_said="draft_agreement", rules=(rules.it_was_understood,),
        settled=done.heard_it_read,
        cites=(PML.article(23, 1, "四", phrase="自主表达意愿、自愿达成调解协议"),),
    ),
    Step(
        code="reopen_talks", title="退回重新协商", source=("drafted",), target="in_session", by=(*PARTIES, M),
        cites=(FREE_WILL,), remark="签字之前，谁都可以改主意。",
    ),
    Step(
        code="sign_agreement", title="签字盖章", source=("drafted",), target="in_effect", by=STAFF,
        asks=asked.SigningFacts, dated_by="signed_on", only_if=(guards.all_heard_it_read,),
        rules=(rules.all_have_signed,),
        cites=(
            PML.article(29, 2, phrase="签名、盖章或者按指印"),
            PML.article(29, 2, phrase="加盖人民调解委员会印章之日起生效"),
        ),
        tells=("binding", "confirmation_possible", "ink_only"), shows=("ink_only",),
        remark="签好后拍照归到卷里。",
    ),
)  # fmt: skip

ENDING = (
    Step(
        code="fail", place=Place.ENDING, title="调解不成，终止调解", source=("asking", "assigned", "in_session", "drafted"), target="failed",
        by=STAFF, asks=asked.FailureFacts, rules=(rules.other_roads_were_told,),
        cites=(
            PML.article(26, 1, phrase="调解不成的，应当终止调解"),
            PML.article(26, 1, phrase="告知当事人可以依法通过"),
        ),
        produces=("termination_notice",), tells=("other_roads", "labour_arbitration"),
    ),
    Step(
        code="end_on_request", place=Place.ENDING, title="要求停止调解", source=states.TALKING, target="ended", by=(*PARTIES, *STAFF),
        asks=asked.EndingFacts, acts_for="ending_party", cites=(STOP,),
        produces=("termination_notice",), tells=("other_roads", "labour_arbitration"),
        remark="随时可以停，不用说理由，也不影响走别的路。",
    ),
    Step(
        code="end_elsewhere", place=Place.ENDING, title="别处已受理，终止调解", source=states.TALKING, target="failed", by=STAFF,
        applies_if=IS_MEDICAL, asks=asked.ElsewhereFacts, dated_by="elsewhere_on",
        cites=(MEDICAL_DISPUTE_REGULATION.article(31, 4, phrase="已经受理的，终止调解"),),
        produces=("termination_notice",), tells=("other_roads",),
    ),
    Step(
        code="deem_failed", place=Place.ENDING, title="期满视为调解不成", source=states.TALKING, target="failed", by=STAFF,
        applies_if=IS_MEDICAL, only_if=(guards.medical_period_is_over,),
        cites=(MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="未达成调解协议的，视为调解不成"),),
        produces=("termination_notice",), tells=("other_roads",),
    ),
)  # fmt: skip

FOLLOW_UP = (
    Step(
        code="record_performance", title="登记履行情况", own_words="说说履行了没有",
        source=("in_effect", "confirming", "confirmed", "confirmation_refused", "defaulted"), target=None,
        by=(*PARTIES, *STAFF), asks=asked.PerformanceFacts, acts_for="performance_told_by", rules=(rules.item_exists,), cites=(SUPERVISE,),
        produces=("performance_record",),
        remark="收到的一方说收到了，或者工作人员核实过，才算履行。",
    ),
    Step(
        code="visit", place=Place.ASIDE, title="回访", source=states.AGREED, target=None, by=STAFF, asks=asked.VisitFacts,
        dated_by="visited_on", cites=(SUPERVISE, PML.article(31, 2, phrase="督促当事人履行约定的义务")),
        produces=("visit_record",),
    ),
    Step(
        code="close_performed", title="全部履行完毕", source=("in_effect", "confirmed", "confirmation_refused", "defaulted"),
        target="performed", by=STAFF, asks=asked.PerformedFacts, dated_by="performed_on",
        only_if=(guards.everything_is_done,), cites=(SUPERVISE,),
    ),
    Step(
        code="record_default", title="登记不履行", source=("in_effect", "confirmed", "confirmation_refused"),
        target="defaulted", by=STAFF, asks=asked.DefaultFacts, dated_by="default_on",
        rules=(rules.roads_on_default_were_told,),
        cites=(
            SUPERVISE,
            LABOUR_MEDIATION_ARBITRATION_LAW.article(16, 1, phrase="可以持调解协议书依法向人民法院申请支付令"),
        ),
        tells=("default_roads",),
    ),
    Step(
        code="dispute_agreement", title="登记一方就协议起诉", own_words="我已经就协议起诉了",
        source=("in_effect", "confirmation_refused", "defaulted", "performed"), target="in_court",
        by=(*PARTIES, *STAFF), asks=asked.SuitFacts, acts_for="suing_party", dated_by="sued_on",
        cites=(
            PML.article(32, 1, phrase="一方当事人可以向人民法院提起诉讼"),
            CIVIL_PROCEDURE_INTERPRETATION.article(61, 1, phrase="应以对方当事人为被告"),
        ),
    ),
    Step(
        code="agree_to_confirmation", title="同意一起申请司法确认", own_words="我同意一起申请司法确认", source=("in_effect", "performed", "defaulted"),
        target=None, by=(*PARTIES, *STAFF), asks=asked.ConfirmationAssentFacts, acts_for="confirming_party",
        only_if=(guards.agreement_is_written, guards.not_about_status, guards.not_about_title),
        cites=(PML.article(33, 1, phrase="自调解协议生效之日起三十日内共同"),), shows=("confirmation_possible",),
        settled=done.asked_for_confirmation,
        remark="各方都同意，调解员就把申请书准备好，各方签字后递交法院。不收费。",
    ),
    Step(
        code="request_confirmation", title="共同申请司法确认", source=("in_effect", "performed", "defaulted"), target="confirming",
        by=STAFF, asks=asked.ConfirmationRequestFacts, rules=(rules.all_ask_jointly,),
        only_if=(guards.agreement_is_written, guards.not_about_status, guards.not_about_title),
        cites=(
            PML.article(33, 1, phrase="自调解协议生效之日起三十日内共同"),
            CIVIL_PROCEDURE_LAW.article(205, 1, phrase="由双方当事人自调解协议生效之日起三十日内"),
            CIVIL_PROCEDURE_LAW.article(205, 1, "二", phrase="调解组织所在地的基层人民法院"),
        ),
        opens="judicial_confirmation", remark="不收费。法院确认后，对方不履行可以申请强制执行。",
    ),
    Step(
        code="confirmed", title="法院裁定协议有效", source=("confirming",), target="confirmed", by=(Actor.SYSTEM,),
        cites=(PML.article(33, 2, phrase="对方当事人可以向人民法院申请强制执行"),), tells=("enforcement_possible",),
    ),
    Step(
        code="confirmation_rejected", title="法院未确认协议", source=("confirming",), target="confirmation_refused",
        by=(Actor.SYSTEM,), cites=(PML.article(33, 3, phrase="可以通过人民调解方式变更原调解协议"),),
        tells=("confirmation_refused",),
    ),
    Step(
        code="confirmation_withdrawn", title="撤回司法确认申请", source=("confirming",), target="in_effect",
        by=(Actor.SYSTEM,), cites=(CIVIL_PROCEDURE_INTERPRETATION.article(357, 1, phrase="当事人撤回申请的，人民法院可以裁定准许"),),
    ),
    Step(
        code="remediate", title="重新调解", source=("confirmation_refused",), target="in_session", by=STAFF,
        only_if=(guards.has_mediator,),
        cites=(
            PML.article(33, 3, phrase="可以通过人民调解方式变更原调解协议"),
            CIVIL_PROCEDURE_LAW.article(206, 1, phrase="可以通过调解方式变更原调解协议"),
        ),
    ),
)  # fmt: skip

ANY_TIME = (
    Step(
        code="object", place=Place.ASIDE, title="提出异议", source=states.NOT_ARCHIVED, target=None, private=True, by=(*PARTIES, *STAFF),
        asks=asked.ObjectionFacts, acts_for="objecting_party",
        cites=(PML.article(15, 1, phrase="给予批评教育、责令改正"),),
        remark="由调委会主任答复，不由承办人自己答复。",
    ),
    Step(
        code="answer_objection", title="答复异议", source=states.NOT_ARCHIVED, target=None, private=True, by=(H,),
        asks=asked.ObjectionAnswerFacts, only_if=(guards.there_is_an_open_objection,),
        cites=(PML.article(15, 1, phrase="给予批评教育、责令改正"),),
    ),
    Step(
        code="rate", place=Place.ASIDE, title="评价服务", source=(*states.AGREED, *states.OVER), target=None, private=True, by=(*PARTIES, *STAFF),
        asks=RatingFacts, acts_for="rating_party",
        cites=(PML.article(5, 1, phrase="司法行政部门负责指导本行政区域的"),),
    ),
    Step(
        code="offer_handover", place=Place.ASIDE, title="移交给别的机构", source=("registered", "asking"), target=None, by=(C, H),
        asks=asked.HandoverFacts, only_if=(guards.no_hand_over_pending,), cites=(PROMPT,),
        effect=Effect.OFFER, effect_fact="handover_to", produces=("handover_letter",),
        remark="对方接收之前，仍由本机构负责。",
    ),
    Step(
        code="take_over", title="接收移交", source=("registered", "asking"), target=None, by=(Actor.RECEIVER,),
        only_if=(guards.a_hand_over_is_pending,), cites=(PROMPT,), effect=Effect.TAKE_OVER,
    ),
    Step(
        code="return_handover", title="退回移交", source=("registered", "asking"), target=None,
        by=(Actor.RECEIVER,), asks=asked.HandoverReturnFacts, only_if=(guards.a_hand_over_is_pending,),
        cites=(PROMPT,), effect=Effect.HAND_BACK, remark="一定写明理由，移交的机构看得到。",
    ),
    Step(
        code="correct_party", place=Place.ASIDE, title="更正当事人情况", own_words="更正我的情况", source=states.NOT_ARCHIVED, target=None, by=(*PARTIES, *STAFF),
        asks=PartyCorrectionFacts, acts_for="amended_party", rules=(guardian_is_named,),
        cites=(PERSONAL_INFORMATION_LAW.article(46, 1, phrase="有权请求个人信息处理者更正、补充"),),
    ),
    Step(
        code="correct_kind", place=Place.ASIDE, title="更正纠纷种类", source=states.OPEN, target=None, by=STAFF, asks=KindFacts,
        cites=(FILED,),
    ),
    Step(
        code="set_safety", place=Place.ASIDE, title="联系和安全事项", own_words="我的联系和安全事项", source=states.NOT_ARCHIVED, target=None, private=True, by=(A, *STAFF),
        asks=SafetyFacts, cites=(DOMESTIC_VIOLENCE_LAW.article(10, 1, phrase="人民调解组织应当依法调解家庭纠纷"),),
        tells=("protection_first",),
    ),
    Step(
        code="mind_other_side", title="对方的联系和安全事项", own_words="我的联系和安全事项", place=Place.ASIDE, source=states.NOT_ARCHIVED, target=None,
        private=True, by=(Actor.RESPONDENT, *STAFF), asks=asked.OtherSafetyFacts,
        cites=(DOMESTIC_VIOLENCE_LAW.article(10, 1, phrase="人民调解组织应当依法调解家庭纠纷"),), tells=("protection_first",),
    ),
    Step(
        code="scan_paper", place=Place.ASIDE, title="上传签字页", source=states.NOT_ARCHIVED, target=None, by=STAFF, asks=ScanFacts,
        rules=(paper_exists,), cites=(FILED,), effect=Effect.SCAN,
    ),
    Step(
        code="archive", title="立卷归档",
        source=("in_effect", "confirmed", "confirmation_refused", "performed", "defaulted", "in_court", *states.OVER),
        target="archived", by=STAFF, asks=ArchiveFacts, only_if=(guards.no_open_objection, guards.nothing_is_owed, nothing_is_handed_out), cites=(FILED,),
        produces=("cover", "dossier_note", "back_cover"),
    ),
)  # fmt: skip

STEPS: tuple[Step, ...] = (
    *INTAKE, *CONSENT, *MEDIATION, *AGREEMENT, *ENDING, *FOLLOW_UP, *ANY_TIME, *handing_out(states.NOT_ARCHIVED, C, H),
)  # fmt: skip

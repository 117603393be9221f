"""Every lawful step from the application to the decision and the appointment, in their usual order."""

from gongdao.law.names import (
    CRIMINAL_PROCEDURE_LAW,
    DOMESTIC_VIOLENCE_LAW,
    PERSONAL_INFORMATION_LAW,
    PRISON_LAW,
)
from gongdao.procedures.engine.declaration import Actor, Effect, Place, Step
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
from gongdao.procedures.legal_aid import facts as asked
from gongdao.procedures.legal_aid import guards, rules, states
from gongdao.procedures.legal_aid import handling_facts as handled
from gongdao.procedures.legal_aid.grounds import LAA
from gongdao.procedures.legal_aid.handling_steps import HANDLING, PAYING

A, C, H, U = Actor.APPLICANT, Actor.COMMITTEE, Actor.HEAD, Actor.UNDERTAKER
IN_SEVEN_DAYS = LAA.article(43, 1, phrase="自收到法律援助申请之日起七日内")
IN_THREE_DAYS = LAA.article(43, 1, phrase="应当自作出决定之日起三日内指派")
ALL_AT_ONCE = LAA.article(43, 2, phrase="应当一次性告知")
OBJECT = LAA.article(49, 1, phrase="可以向设立该法律援助机构的司法行政部门")
FILED = LAA.article(50, 1, phrase="提交有关法律文书的副本")
_TOLD_ON_APPLYING = (
    "protection_order", "help_first", "decision_in_seven_days", "no_condition", "no_check", "no_certificate",
)  # fmt: skip

ASKING = (
    Step(
        code="apply", title="申请法律援助", source=("new",), target="under_review", by=(A, C), asks=asked.AidApplicationFacts,
        cites=(LAA.article(38, 1, phrase="办案机关所在地的法律援助机构"), IN_SEVEN_DAYS),
        rules=(told_how_data_is_used, rules.filer_may_ask, rules.guardians_of_recipients_are_named),
        produces=("application", "receipt"), tells=_TOLD_ON_APPLYING,
        remark="不收钱。不用开收入证明；知道多少写多少，材料以后可以补。",
    ),
    Step(
        code="apply_from_detention", title="登记羁押中的人提出的申请", source=("new",), target="forwarding", by=(C, U),
        asks=asked.AidFromDetentionFacts, dated_by="asked_at",
        cites=(
            LAA.article(39, 1, phrase="监管场所应当在二十四小时内"),
            LAA.article(39, 2, phrase="值班律师应当在二十四小时内"),
            PRISON_LAW.article(30, 1, phrase="将申请及时转交法律援助机构"),
        ),
        rules=(told_how_data_is_used, rules.filer_may_ask, rules.guardians_of_recipients_are_named),
        produces=("application",), tells=("forward_at_once", *_TOLD_ON_APPLYING),
        remark="从本人提出的那一刻起，二十四小时内要转交到法律援助机构。",
    ),
    Step(
        code="forward", title="登记收到转交的申请", source=("forwarding",), target="under_review", by=(C,),
        asks=asked.ForwardedFacts, dated_by="received_at", cites=(LAA.article(39, 1, phrase="监管场所应当在二十四小时内"),),
        produces=("receipt",),
    ),
    Step(
        code="receive_notice", title="登记办案机关的通知", source=("new",), target="to_appoint", by=(C,),
        asks=asked.OrganNoticeFacts, dated_by="noticed_on",
        cites=(
            LAA.article(25, 1, phrase="应当通知法律援助机构指派律师担任辩护人"),
            LAA.article(28, 1, phrase="强制医疗案件的被申请人"),
            LAA.article(36, 1, phrase="应当在三日内指派律师并通知"),
            CRIMINAL_PROCEDURE_LAW.article(278, 1, phrase="应当通知法律援助机构指派律师"),
        ),
        produces=("organ_notice",), remark="不用本人申请，也不看经济条件。三日内指派并告诉办案机关。",
    ),
    Step(
        code="withdraw", place=Place.ENDING, title="撤回法律援助申请", source=("forwarding", *states.EXAMINING, "to_appoint"),
        target="withdrawn", by=(A,), cites=(LAA.article(48, 1, "七", phrase="有正当理由要求终止法律援助"),),
        remark="不用说理由，以后还可以再申请。",
    ),
)  # fmt: skip

EXAMINING = (
    Step(
        code="tell_missing", title="一次告知要补的材料", source=("under_review",), target="supplement", by=(C,),
        asks=asked.MissingPapersFacts, cites=(ALL_AT_ONCE,), only_if=(guards.nothing_was_told_missing,),
        produces=("supplement_notice",), tells=("missing_papers",), remark="一次说全。告知以后不能再加。",
    ),
    Step(
        code="complete", title="补充材料或者作说明", source=("supplement", "aiding_first"), target=None, by=(A, C),
        asks=asked.SupplementFacts, cites=(ALL_AT_ONCE, LAA.article(44, 2, phrase="应当及时补办有关手续")),
    ),
    Step(
        code="go_on", title="材料齐了，接着审查", source=("supplement",), target="under_review", by=(C,), cites=(IN_SEVEN_DAYS,),
        only_if=(guards.something_was_supplemented,),
    ),
    Step(
        code="deem_withdrawn", place=Place.ENDING, title="没有补充，视为撤回", source=("supplement",), target="withdrawn", by=(C,),
        only_if=(guards.supplement_period_is_over,), cites=(LAA.article(43, 2, phrase="视为撤回申请"),),
    ),
    Step(
        code="correct_grounds", place=Place.ASIDE, title="更正申请的事项和身份情形", source=states.LOOKING, target=None, by=(A, C),
        asks=asked.GroundFacts, cites=(LAA.article(41, 1, phrase="应当如实说明经济困难状况"),),
        tells=("no_condition", "no_check", "protection_order"),
    ),
    Step(
        code="check_means", place=Place.ASIDE, title="登记经济状况核查", source=states.LOOKING, target=None, by=(C,), private=True,
        asks=asked.MeansCheckFacts, rules=(rules.means_are_to_be_checked,),
        cites=(
            LAA.article(41, 2, phrase="可以通过信息共享查询"), LAA.article(41, 2, phrase="个人诚信承诺"),
            LAA.article(34, 1, phrase="由省、自治区、直辖市人民政府根据本"),
        ),
        produces=("means_record",), remark="查询或者诚信承诺，两样选一样；不要叫人去开证明。",
    ),
    Step(
        code="aid_first", title="先行提供援助", source=("under_review", "supplement"), target="aiding_first", by=(C, H),
        asks=asked.AidFirstFacts, rules=(rules.urgency_is_real,),
        cites=(
            LAA.article(44, 1, "一", phrase="期限届满不足七日"), LAA.article(44, 1, "二", phrase="需要立即申请财产保全"),
        ),
        produces=("first_aid_decision",), tells=("papers_later",), remark="先帮忙，手续和材料以后补。",
    ),
    Step(
        code="grant", title="决定给予法律援助", source=("under_review", "aiding_first", "to_correct"), target="to_appoint", by=(C, H),
        asks=asked.GrantFacts, rules=(rules.matter_is_listed, rules.means_finding_fits), cites=(IN_SEVEN_DAYS,),
        produces=("approval_form", "grant_decision"), tells=("recipients_part",),
        remark="上面的表逐条列出了规则。由您决定，您的名字会写在决定上。",
    ),
    Step(
        code="refuse", place=Place.ENDING, title="决定不给予法律援助", source=("under_review", "supplement", "aiding_first", "to_correct"),
        target="refused", by=(C, H), asks=asked.AidRefusalFacts, rules=(rules.means_may_be_the_reason,),
        cites=(IN_SEVEN_DAYS, LAA.article(43, 1, phrase="应当书面告知申请人，并说明理由")),
        produces=("approval_form", "refusal_decision"), tells=("may_object",), remark="一定写明理由，书面告诉申请人。",
    ),
)  # fmt: skip

APPOINTING = (
    Step(
        code="assign", title="指派法律援助人员", source=("to_appoint",), target="assigned", by=(C, H), asks=handled.AidAssignmentFacts,
        cites=(IN_THREE_DAYS, LAA.article(36, 1, phrase="应当在三日内指派律师并通知")),
        rules=(rules.grave_cases_need_experience, rules.minors_need_who_knows_them), effect=Effect.ASSIGN, effect_fact="undertaker",
        produces=("appointment_notice", "organ_letter"), tells=("undertakers_part",),
    ),
    Step(
        code="assign_first", title="指派先行援助的人", source=("aiding_first",), target=None, by=(C, H), asks=handled.AidAssignmentFacts,
        cites=(LAA.article(44, 1, phrase="可以决定先行提供法律援助"),), effect=Effect.ASSIGN, effect_fact="undertaker",
        produces=("appointment_notice",), tells=("undertakers_part",),
    ),
    Step(
        code="inform_organ", title="通知办案机关指派了谁", place=Place.NEXT, source=states.WITH_UNDERTAKER, target=None, by=(C,),
        asks=handled.OrganInformedFacts, dated_by="informed_on", only_if=(guards.came_by_notice, guards.organ_was_not_informed),
        cites=(LAA.article(36, 1, phrase="应当在三日内指派律师并通知"),),
    ),
)  # fmt: skip

OBJECTING = (
    Step(
        code="object_to_decision", title="不服决定，向司法局提出异议", source=states.DECIDED_AGAINST, target=None, private=True, by=(A, C),
        asks=handled.DecisionObjectionFacts, acts_for="decision_objector", only_if=(guards.no_objection_is_open,), cites=(OBJECT,),
        opens="legal_aid_objection", opens_above=True, remark="由设立法律援助机构的司法局审查，五日内答复。",
    ),
    Step(
        code="decision_upheld", title="司法局维持原决定", source=states.DECIDED_AGAINST, target=None, by=(Actor.SYSTEM,),
        cites=(LAA.article(49, 2, phrase="维持法律援助机构决定"),), tells=("upheld",),
    ),
    Step(
        code="correction_ordered", title="司法局责令改正", source=states.DECIDED_AGAINST, target="to_correct", by=(Actor.SYSTEM,),
        cites=(LAA.article(49, 2, phrase="责令法律援助机构改正"),),
    ),
    Step(
        code="objection_dropped", title="异议已撤回", source=states.DECIDED_AGAINST, target=None, by=(Actor.SYSTEM,), cites=(OBJECT,),
    ),
    Step(
        code="resume", title="恢复援助", source=("to_correct",), target="to_appoint", by=(C, H), only_if=(guards.undertaker_has_begun,),
        cites=(LAA.article(49, 2, phrase="责令法律援助机构改正"),),
    ),
)  # fmt: skip

ANY_TIME = (
    Step(
        code="attempt_contact", place=Place.ASIDE, title="记录联系受援人", source=states.OPEN, target=None, private=True, by=(C, U),
        asks=ContactFacts, rules=(contact_keeps_the_wish,), cites=(IN_SEVEN_DAYS,), remark="先看清楚联系时要注意什么。",
    ),
    Step(
        code="record_identity", place=Place.ASIDE, title="核对身份证明", source=states.NOT_ARCHIVED, target=None, by=(C, U),
        asks=IdentityFacts, cites=(LAA.article(43, 1, phrase="七日内进行审查"),), produces=("identity",),
    ),
    Step(
        code="add_evidence", place=Place.ASIDE, title="提交证据材料", source=states.OPEN, target=None, by=(A, C, U),
        asks=EvidenceFacts, acts_for="evidence_from", cites=(LAA.article(47, 1, phrase="及时提供证据材料"),), produces=("evidence_list",),
    ),
    Step(
        code="correct_party", place=Place.ASIDE, title="更正当事人情况", source=states.NOT_ARCHIVED, target=None, by=(A, C, U),
        asks=PartyCorrectionFacts, acts_for="amended_party", rules=(guardian_is_named,),
        cites=(PERSONAL_INFORMATION_LAW.article(46, 1, phrase="有权请求个人信息处理者更正、补充"),),
    ),
    Step(
        code="correct_kind", place=Place.ASIDE, title="更正纠纷种类", source=states.OPEN, target=None, by=(C,), asks=KindFacts,
        cites=(FILED,),
    ),
    Step(
        code="set_safety", place=Place.ASIDE, title="联系和安全事项", source=states.NOT_ARCHIVED, target=None, private=True, by=(A, C, U),
        asks=SafetyFacts, cites=(DOMESTIC_VIOLENCE_LAW.article(19, 1, phrase="家庭暴力受害人提供法律援助"),), tells=("protection_order",),
    ),
    Step(
        code="rate", place=Place.ASIDE, title="评价服务", source=(*states.WITH_UNDERTAKER, *states.AFTER_REPORT, "terminated"), target=None,
        private=True, by=(A, C), asks=RatingFacts, acts_for="rating_party", cites=(LAA.article(59, 1, phrase="回访受援人"),),
    ),
    Step(
        code="scan_paper", place=Place.ASIDE, title="上传签字页", source=states.NOT_ARCHIVED, target=None, by=(C, U), asks=ScanFacts,
        rules=(paper_exists,), cites=(FILED,), effect=Effect.SCAN,
    ),
    Step(
        code="archive", title="立卷归档", source=states.OVER, target="archived", by=(C,), asks=ArchiveFacts,
        only_if=(guards.no_objection_is_open, guards.no_evaluation_is_open, nothing_is_handed_out), cites=(FILED,), produces=("cover",),
    ),
)  # fmt: skip

STEPS: tuple[Step, ...] = (
    *ASKING, *EXAMINING, *APPOINTING, *HANDLING, *PAYING, *OBJECTING, *ANY_TIME, *handing_out(states.NOT_ARCHIVED, C, H),
)  # fmt: skip

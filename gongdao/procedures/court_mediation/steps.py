"""Every lawful step of a mediation for a court, in the order in which they usually come."""

from gongdao.procedures.court_mediation import facts as asked
from gongdao.procedures.court_mediation import grounds as g
from gongdao.procedures.court_mediation import guards, states
from gongdao.procedures.court_mediation.guards import IS_DISPATCHED, IS_ENTRUSTED
from gongdao.procedures.engine.declaration import PARTIES, Actor, Place, Step
from gongdao.procedures.engine.deriving import citing, fitted
from gongdao.procedures.engine.everyday import ArchiveFacts
from gongdao.procedures.mediating import SAFETY, STAFF, agreeing, confirming, everyday, following, lent
from gongdao.procedures.people_mediation import guards as any_mediation
from gongdao.procedures.people_mediation import rules

A, M, C, H, COURT = Actor.APPLICANT, Actor.MEDIATOR, Actor.COMMITTEE, Actor.HEAD, Actor.COURT
SITTING = ("assigned", "in_session")
ALL_CONSENT = citing(any_mediation.all_have_consented, g.FREE_WILL, g.MEDIATE_FIRST)
READY = (ALL_CONSENT, guards.mediator_may_go_on, guards.no_replacement_is_open, guards.everybody_was_told)

INTAKE = (
    Step(
        code="receive_referral", title="登记法院委派、委托", source=("new",), target="offered", by=STAFF,
        asks=asked.CourtReferralFacts, dated_by="received_on", cites=(g.DISPATCH, g.ENTRUST),
        rules=(rules.guardians_are_named, citing(rules.happened_before_today, g.DISPATCH)), produces=("referral_register",),
        tells=("filing_is_open", "confidential"), remark="照着法院的函件或者平台上写的登记。先调解，不等于不给立案。",
    ),
    Step(
        code="accept", title="接受委派、委托", source=("offered",), target="asking", by=STAFF, asks=asked.AcceptanceFacts,
        dated_by="taken_on", rules=(guards.taken_after_it_came,), cites=(g.IN_THREE_DAYS,), produces=("acceptance_reply",),
        remark="签字接收材料、平台上确认接受，调解期限从这一天起算。",
    ),
    Step(
        code="decline", title="不接受，退回法院", place=Place.ENDING, source=("offered",), target="declined", by=STAFF,
        asks=asked.UnfitFacts, cites=(g.REASONS_TO_DECLINE,), produces=("decline_letter",), tells=("filing_is_open",),
        remark="写明理由，法院可以另外指定。",
    ),
)  # fmt: skip

WILLING = (
    lent("consent", g.FREE_WILL, g.MEDIATE_FIRST),
    lent("refuse", g.REFUSED, g.MEDIATE_FIRST, source=("offered", "asking", "assigned"), produces=(), tells=("filing_is_open",),
         remark="不用说理由。材料马上退回法院，不影响立案。"),
    Step(
        code="find_unreachable", title="联系不上对方", place=Place.ENDING, source=("asking",), target="unreachable", by=STAFF,
        asks=asked.UnreachableFacts, only_if=(guards.contact_was_tried,), tells=("filing_is_open",),
        cites=(g.ONLINE.article(15, 2, phrase="无法联系对方当事人的"), g.BACK_AT_ONCE),
    ),
    Step(
        code="insist_on_suit", title="坚持起诉，请法院直接立案", own_words="不调解了，我要法院直接立案", place=Place.ENDING,
        source=("offered", *states.TALKING), target="ended", by=(A, *STAFF), applies_if=IS_DISPATCHED,
        cites=(g.INVITED.article(21, 1, phrase="当事人坚持诉讼的"), g.FILING.article(2, 1, phrase="应当一律接收诉状")),
        tells=("filing_is_open",), remark="随时可以，不用说理由，不用等调解期满。",
    ),
    lent("assign_mediator", g.CHOSEN, g.INVITED.article(12, 1, phrase="由特邀调解组织或者人民法院指定"),
         source=("asking", *SITTING), only_if=(ALL_CONSENT,), remark="先问各方能不能从名册里共同选一位；选不出来的才指定。"),
    lent("declare_interest", g.DISCLOSED, g.ONLINE.article(13, 1, phrase="进行披露"), asks=asked.DisclosureFacts,
         settled=guards.disclosed, remark="是亲属、有利害关系或者别的关系的，都要讲明；各方都同意的才能继续。"),
    Step(
        code="refuse_appointed", title="不同意指定的调解员", place=Place.ENDING, source=SITTING, target="refused",
        by=(*PARTIES, *STAFF), asks=asked.AppointedRefusedFacts, acts_for="appointed_refused_by",
        only_if=(guards.mediator_was_appointed,), tells=("filing_is_open",),
        cites=(g.INVITED.article(12, 1, phrase="当事人不同意指定的，视为不同意调解"),), remark="这样就等于不同意调解，材料退回法院。",
    ),
    Step(
        code="ask_other_mediator", title="申请更换调解员（回避）", place=Place.ASIDE, source=SITTING, target=None, private=True,
        by=(*PARTIES, *STAFF), asks=asked.OtherMediatorFacts, acts_for="replacement_asked_by", only_if=(guards.no_replacement_is_open,),
        cites=(
            g.INVITED.article(13, 1, phrase="可以申请更换特邀调解员"),
            g.INVITED.article(15, 1, "三", phrase="可能影响公正调解的"),
        ),
        remark="由调解组织决定：换一位，或者说明为什么不换。",
    ),
    Step(
        code="keep_mediator", title="决定不更换，说明理由", place=Place.NEXT, source=SITTING, target=None, private=True, by=(H,),
        asks=asked.KeepMediatorFacts, only_if=(guards.a_replacement_is_open,),
        cites=(g.INVITED.article(15, 3, phrase="由特邀调解组织或者人民法院决定"),),
    ),
)  # fmt: skip

TALKS = (
    Step(
        code="tell_rules", title="调解前告知并核实身份", source=SITTING, target=None, by=(M,), asks=asked.RulesToldFacts,
        rules=(guards.everything_was_told,), cites=(g.TOLD, g.ONLINE.article(17, 1, phrase="告知虚假调解法律后果")),
        produces=("rights_notice",), tells=("rights", "confidential", "protection_first"),
        settled=lambda case, party: guards.everybody_was_told(case),
    ),
    lent("hold_session", g.HEARD, g.CONFIDENTIAL, only_if=READY, confidential=True,
         rules=(citing(rules.afraid_means_apart, SAFETY[1]), guards.talks_are_not_public), remark="这里记的话不进法院的卷，也不给对方看。"),
    Step(
        code="note_confidence", title="记一方单独说的话（保密）", place=Place.ASIDE, source=(*SITTING, "drafted"), target=None, by=(M,),
        private=True, confidential=True, asks=asked.ConfidenceFacts, rules=(guards.confided_by_a_party,), cites=(g.CONFIDENTIAL, g.SECRET),
        remark="只有承办的调解员能看：别的工作人员、对方、法院都看不到。",
    ),
    Step(
        code="record_undisputed", title="记载无争议事实", place=Place.ASIDE, source=SITTING, target=None, by=(M,),
        asks=asked.UndisputedFacts, rules=(guards.no_concession_among_them,), cites=(g.UNDISPUTED, g.NOT_AGAINST),
        produces=("undisputed_record",), remark="各方都签字确认了，才随结果一起交给法院。",
    ),
    Step(
        code="confirm_undisputed", title="确认无争议事实", own_words="无争议事实写得对，我确认", place=Place.NEXT,
        source=(*SITTING, *states.CAME_TO_NOTHING), target=None, by=(*PARTIES, *STAFF), asks=asked.UndisputedAssentFacts,
        acts_for="undisputed_confirmed_by", only_if=(guards.something_is_undisputed,), shows_said="record_undisputed",
        settled=guards.confirmed_it, cites=(g.UNDISPUTED,),
    ),
    lent("ask_expert", g.EXPERT), lent("receive_expert", g.EXPERT),
    lent("extend_period", g.INVITED.article(27, 1, phrase="双方当事人同意延长调解期限的"), applies_if=None),
    Step(
        code="report_sham", title="怀疑虚假调解，中止并报告", place=Place.ASIDE, source=(*SITTING, "drafted"), target="suspended",
        private=True, by=(M,), asks=asked.ShamFacts, cites=(g.SHAM,), remark="只写看到的情况，不下结论。",
    ),
    Step(
        code="resume_after_check", title="核实没有问题，恢复调解", source=("suspended",), target="in_session", private=True,
        by=(C, H), asks=asked.ShamAnswerFacts, cites=(g.SHAM_CHECKED,),
    ),
    Step(
        code="end_for_sham", title="核实后终止调解", place=Place.ENDING, source=("suspended",), target="failed", private=True,
        by=(C, H), asks=asked.ShamAnswerFacts, cites=(g.SHAM_CHECKED,),
    ),
)  # fmt: skip

AGREEMENT = (
    *agreeing(g.GROUNDS),
    lent("settle_orally", g.BY_WORD, applies_if=IS_DISPATCHED, only_if=(*READY, any_mediation.may_be_oral),
         confidential=False, produces=("oral_agreement",)),
    lent("put_in_writing", g.IN_WRITING),
    lent("sign_agreement", g.SIGNED, g.IN_EFFECT, applies_if=IS_DISPATCHED),
    lent("sign_agreement", g.SIGNED, g.INVITED.article(24, 3, phrase="根据相关法律规定确定生效时间"), applies_if=IS_ENTRUSTED,
         code="sign_for_court", title="签字盖章，交法院审查", target="agreed", tells=("court_makes_document", "ink_only"),
         remark="协议由法院审查，双方签收法院的调解书才有法律效力。"),
)  # fmt: skip

ENDING = (
    lent("fail", g.INVITED.article(26, 1, "三", phrase="分歧较大且难以达成调解协议的"), produces=(), tells=("filing_is_open",)),
    lent("end_on_request", g.STOPPED, source=states.TALKING, produces=(), tells=("filing_is_open",),
         remark="随时可以停，不用说理由。材料退回法院，不影响立案。"),
    lent("deem_failed", g.ONLINE.article(25, 1, "六", phrase="调解期限届满，未达成调解协议"), title="期满没有调成",
         source=states.TALKING, target="expired", applies_if=None, only_if=(guards.period_is_over,), produces=(), tells=("filing_is_open",)),
    Step(
        code="return_to_court", title="向法院报告并退回材料", source=states.CAME_TO_NOTHING, target="returned", by=STAFF,
        asks=asked.ReturnFacts, dated_by="returned_on", cites=(g.REPORTED, g.BACK_AT_ONCE), produces=("result_letter",),
        tells=("filing_is_open",), remark="只写结果，不写各方说过的话。",
    ),
    Step(
        code="report_agreement", title="协议送法院备案", source=states.BOUND, target=None, by=STAFF, applies_if=IS_DISPATCHED,
        asks=asked.AgreementReportFacts, dated_by="agreement_sent_on", settled=guards.was_reported, cites=(g.TO_THE_FILE,),
        produces=("result_letter",),
    ),
    Step(
        code="submit_agreement", title="协议交法院审查", source=("agreed",), target="before_court", by=STAFF,
        asks=asked.AgreementReportFacts, dated_by="agreement_sent_on", cites=(g.TO_BE_EXAMINED,), produces=("result_letter",),
    ),
)  # fmt: skip

COURT_ACTS = (
    Step(
        code="court_registers", title="法院登记立案", source=("returned",), target="in_court", by=(COURT,), applies_if=IS_DISPATCHED,
        asks=asked.RegisteredFacts, dated_by="registered_on",
        cites=(g.REGISTER, g.CPL.article(126, 1, phrase="应当在七日内立案，并通知当事人")),
    ),
    Step(
        code="court_resumes", title="法院恢复审理", source=("returned", "before_court"), target="in_court", by=(COURT,),
        applies_if=IS_ENTRUSTED, asks=asked.RegisteredFacts, dated_by="registered_on", cites=(g.TO_TRIAL,),
    ),
    Step(
        code="court_makes_document", title="法院制作调解书", source=("before_court",), target="court_document", by=(COURT,),
        asks=asked.CourtDocumentFacts, dated_by="document_on",
        cites=(g.TO_BE_EXAMINED, g.CPL.article(100, 3, phrase="调解书经双方当事人签收后，即具有法律效力")),
        tells=("enforcement_possible",),
    ),
    Step(
        code="court_permits_withdrawal", title="法院准许撤诉", source=("before_court",), target="suit_withdrawn", by=(COURT,),
        asks=asked.SuitWithdrawnFacts, dated_by="suit_withdrawn_on", cites=(g.INVITED.article(20, 1, phrase="当事人申请撤诉的"),),
    ),
    Step(
        code="complain_of_filing", title="投诉法院不立案", own_words="法院不给立案，我投诉了", place=Place.ASIDE, source=("returned",),
        target=None, by=(*PARTIES, *STAFF), applies_if=IS_DISPATCHED, asks=asked.FilingComplaintFacts, acts_for="complained_by",
        dated_by="complaint_taken_on", cites=(g.COMPLAIN, g.FILING.article(13, 2, phrase="在受理投诉之日起十五日内")),
        remark="向受诉法院或者上级法院投诉，这里记下哪一天受理的。",
    ),
    Step(
        code="court_answers_complaint", title="法院答复投诉", source=("returned",), target=None, by=(COURT,), asks=asked.ComplaintAnswerFacts,
        dated_by="complaint_answered_on", only_if=(guards.a_complaint_is_open,),
        cites=(g.FILING.article(13, 2, phrase="并将情况反馈当事人"),),
    ),
)  # fmt: skip

JOINTLY = (g.TO_BE_CONFIRMED, g.CPL.article(205, 1, "一", phrase="向作出邀请的人民法院提出"))
FOLLOW_UP = (
    *following(g.GROUNDS),
    lent("dispute_agreement", g.INVITED.article(25, 1, phrase="可以向人民法院提起诉讼")),
    *confirming(*JOINTLY),
)  # fmt: skip

AT_ANY_TIME = (
    *everyday(g.GROUNDS, open_in=states.OPEN, anywhere=states.NOT_ARCHIVED),
    lent("answer_objection", g.GROUNDS.fair, source=states.NOT_ARCHIVED),
    Step(
        code="archive", title="立卷归档",
        source=("declined", "returned", "in_court", "court_document", "suit_withdrawn", *(s for s in states.BOUND if s != "confirming")),
        target="archived", by=STAFF, asks=ArchiveFacts, cites=(g.GROUNDS.kept,), produces=("cover",),
        only_if=(citing(any_mediation.no_open_objection, g.GROUNDS.fair), citing(any_mediation.nothing_is_owed, g.GROUNDS.binding)),
    ),
)  # fmt: skip

STEPS: tuple[Step, ...] = fitted(
    (*INTAKE, *WILLING, *TALKS, *AGREEMENT, *ENDING, *COURT_ACTS, *FOLLOW_UP, *AT_ANY_TIME),
    frozenset(state.code for state in states.STATES),
)

"""What each step of people's mediation asks. A fact has one name in the whole procedure and is asked once."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.everyday import KindFacts, SafetyFacts, data_use_told
from gongdao.procedures.engine.facts import (
    Facts,
    FileRef,
    Money,
    OfficeRef,
    PartyFacts,
    PartyRef,
    PartySide,
    Sealed,
    SealedLine,
    StaffRef,
    Text,
)
from gongdao.procedures.handing import Body

Applicants = Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=200)]
Respondents = Annotated[list[PartyFacts], PartySide.RESPONDENT, Field(min_length=1, max_length=50)]


class OtherSafetyFacts(Facts):
    """The other side may be the one who is afraid."""

    respondent_afraid: bool = Field(
        False, title="对方害怕申请人，或者申请人打过、威胁过对方", description="勾选后不安排当面一起调解"
    )
    respondent_safety_note: Sealed = Field("", title="联系时要注意什么")


class ApplicationFacts(KindFacts, SafetyFacts):
    """Application, oral or written: the law prescribes no form (人民调解法 art. 17)."""

    asked_first: ClassVar[tuple[str, ...]] = (
        "applicants", "respondents", "story", "request", "kind", "finer_kind", "happened_on", "happened_at",
        "people_involved", "amount_claimed", "safe_to_contact", "afraid", "safety_note", "language",
    )  # fmt: skip
    asked_aside: ClassVar[frozenset[str]] = frozenset(
        {"finer_kind", "happened_on", "happened_at", "people_involved", "amount_claimed", "language"}
    )

    applicants: Applicants = Field(title="申请人")
    respondents: Respondents = Field(title="对方", description="知道多少写多少，只知道姓什么也可以")
    story: Sealed = Field(title="事情经过", min_length=2)
    request: Sealed = Field("", title="希望怎么解决")
    happened_on: date | None = Field(None, title="事情发生的日期")
    happened_at: SealedLine = Field(
        "", title="事情发生的地方", description="写得出怎么走就行，例如“东到老槐树”"
    )
    people_involved: int = Field(2, title="涉及多少人", ge=1, le=100_000)
    amount_claimed: Money | None = Field(None, title="涉及多少钱（元）")
    language: Text = Field("", title="需要什么语言或方言、手语等帮助")
    told_data_use: bool = data_use_told()


class ReferralFacts(ApplicationFacts):
    """A court, the police or another body told the parties about mediation (人民调解法 art. 18)."""

    referred_by: Text = Field(title="告知或移送的单位", min_length=1)
    referred_on: date = Field(title="告知或移送的日期")
    referral_number: Text = Field("", title="对方文号")


class HandedInFacts(ReferralFacts):
    """What another body hands in, with its own number; it is owed an answer."""

    asked_first: ClassVar[tuple[str, ...]] = (
        "referred_by", "sender_kind", "sender_office", "referral_number", "referred_on", "arrived_on", "answer_by",
        *ReferralFacts.asked_first,
    )  # fmt: skip
    asked_aside: ClassVar[frozenset[str]] = ReferralFacts.asked_aside | {
        "sender_office",
        "arrived_on",
        "answer_by",
    }

    sender_kind: Body = Field(Body.OTHER, title="对方是什么单位")
    sender_office: OfficeRef | None = Field(None, title="机构库里的这个单位（联网的才选）")
    arrived_on: date | None = Field(None, title="收到的日期", description="不填就是今天")
    answer_by: date | None = Field(None, title="对方要求哪天前反馈结果")


class AdmissibilityFacts(Facts):
    """The bars that stand in statute, each asked once. Any of them ticked means: not to be accepted."""

    bar_refused: bool = Field(False, title="一方已经明确拒绝调解")
    bar_status: bool = Field(False, title="要确认的是婚姻等身份关系本身")
    bar_special: bool = Field(
        False, title="应当走特别程序、督促程序、公示催告程序（如宣告失踪、支付令、票据挂失）"
    )
    bar_authority: bool = Field(False, title="是群众与行政机关之间对行政行为的争议")
    bar_public_order: bool = Field(False, title="是应由公安机关处理的治安案件本身（雇凶、多次实施等）")
    bar_medical_elsewhere: bool = Field(False, title="医疗纠纷：法院已受理，或卫生部门已受理调解")


class Bar(Choice):
    """Why a matter is not accepted."""

    REFUSED = "refused", "一方已经明确拒绝调解"
    STATUS = "status", "要确认的是婚姻等身份关系本身"
    SPECIAL = "special", "应当走特别程序、督促程序、公示催告程序"
    AUTHORITY = "authority", "对行政行为不服，应走行政复议或行政诉讼"
    PUBLIC_ORDER = "public_order", "应由公安机关处理的治安案件"
    MEDICAL_ELSEWHERE = "medical_elsewhere", "医疗纠纷已由法院或卫生部门受理"
    OTHER = "other", "其他法定情形"


class DeclineFacts(Facts):
    """Not accepted: the bar and the reasons a named person gives."""

    decline_bar: Bar = Field(title="不受理的原因")
    decline_reason: Sealed = Field(title="向申请人说明的理由", min_length=2)


class ConsentFacts(Facts):
    """A party's will to be mediated, after hearing the rights and duties."""

    consent_party: PartyRef = Field(title="谁同意")
    consent_told_rights: bool = Field(title="已经听取（看过）权利义务告知")
    consent_guardian: Sealed = Field("", title="监护人（当事人未满十八周岁或不能独立表达时填写）")


class RefusalFacts(Facts):
    """A party declines. No reasons are asked (人民调解法 art. 23)."""

    refusing_party: PartyRef = Field(title="谁不同意调解")


class AssignmentFacts(Facts):
    """The mediator, appointed by the committee or chosen by the parties."""

    mediator: StaffRef = Field(title="调解员", description="主办的一位")
    more_mediators: list[StaffRef] = Field([], title="一起调解的其他调解员", max_length=6)
    mediator_chosen: bool = Field(False, title="由当事人选定")


class InterestFacts(Facts):
    """The mediator's declaration before the first session."""

    no_conflict: bool = Field(title="与各方当事人没有亲属、利益等可能影响公正的关系")
    conflict_note: Sealed = Field("", title="有关系的，写明情况")


class MediatorViewFacts(Facts):
    """Whether a party takes the mediator."""

    mediator_view_party: PartyRef = Field(title="哪一方当事人")


class HelperFacts(Facts):
    """Relatives, neighbours, experts: only after the parties agree (人民调解法 art. 20)."""

    helper: Annotated[PartyFacts, PartySide.OTHER] = Field(title="邀请谁")
    helper_role: SealedLine = Field(title="是当事人的什么人或什么专长", min_length=1)
    helper_agreed: bool = Field(title="各方当事人都同意邀请")


class AgentScope(Choice):
    """What an agent may do."""

    GENERAL = "general", "代为参加调解、陈述、签收文书"
    SPECIAL = "special", "还可以代为承认、放弃、变更请求，达成和签署协议"


class AgentFacts(Facts):
    """An agent for a party, with the scope."""

    agent_of: PartyRef = Field(title="代理谁")
    agent: Annotated[PartyFacts, PartySide.OTHER] = Field(title="代理人")
    agent_scope: AgentScope = Field(title="代理权限")


class InvestigationFacts(Facts):
    """An enquiry outside a session."""

    investigated_on: date = Field(title="调查日期")
    investigated_at: SealedLine = Field(title="调查地点", min_length=1)
    investigated_whom: Sealed = Field(title="被调查人", min_length=1)
    investigation: Sealed = Field(title="调查内容", min_length=2)


class SessionForm(Choice):
    """How the parties meet."""

    TOGETHER = "together", "当面一起"
    APART = "apart", "分开谈（背靠背）"
    REMOTE = "remote", "视频或电话一起"


class SessionFacts(Facts):
    """A session (人民调解法 arts. 21, 22)."""

    session_on: date = Field(title="调解日期")
    session_at: SealedLine = Field(title="调解地点", min_length=1)
    session_form: SessionForm = Field(title="方式")
    session_public: bool = Field(False, title="当事人要求公开进行")
    session_parties: list[PartyRef] = Field(title="到场的当事人", min_length=1)
    session_statements: Sealed = Field(title="各方陈述", min_length=2)
    session_proposal: Sealed = Field("", title="调解员提出的方案")
    session_result: Sealed = Field("", title="本次调解结果")


class ExpertFacts(Facts):
    """An expert opinion or appraisal is asked for."""

    expert_body: Text = Field(title="委托的鉴定机构或专家", min_length=1)
    expert_question: Sealed = Field(title="要回答的问题", min_length=2)
    expert_asked_on: date = Field(title="委托日期")


class ExpertOpinionFacts(Facts):
    """The opinion has come."""

    expert_received_on: date = Field(title="收到意见的日期")
    expert_opinion: Sealed = Field(title="意见要点", min_length=2)
    expert_file: FileRef | None = Field(None, title="意见书照片或扫描件")


class ExtensionFacts(Facts):
    """The parties and the committee agree on a longer period."""

    extended_until: date = Field(title="约定延长到哪一天")
    extension_agreed: bool = Field(title="各方当事人和调委会都同意")


class EscalationFacts(Facts):
    """The dispute may turn violent (人民调解法 art. 25): facts of the dispute and what was done about it."""

    escalation: Sealed = Field(title="发现了什么情况", min_length=2)
    measures: Sealed = Field(title="采取了什么预防措施", min_length=2)
    reported_to: Text = Field(
        "", title="报告了哪个公安机关或部门", description="可能引起治安案件、刑事案件的必须报告"
    )


class ReadBackFacts(Facts):
    """A party has had the agreement read back in plain words."""

    read_back_party: PartyRef = Field(title="哪一方当事人")
    read_back_understood: bool = Field(title="听懂了，与说好的一致")


class PartySigningFacts(Facts):
    """The parties' own signatures, all that some laws ask for."""

    signed_on: date = Field(title="签齐的日期")
    signed_parties: list[PartyRef] = Field(title="已签名、盖章或按指印的当事人", min_length=1)


class SigningFacts(PartySigningFacts):
    """When all signatures and the seal are on the page (人民调解法 art. 29)."""

    mediator_signed: bool = Field(title="调解员已签名")
    seal_affixed: bool = Field(title="已加盖本机构印章")


class Elsewhere(Choice):
    """Which channel has taken a medical dispute (医疗纠纷预防和处理条例 art. 31)."""

    COURT = "court", "人民法院已经受理起诉"
    HEALTH = "health", "卫生主管部门已经受理调解申请"


class ElsewhereFacts(Facts):
    """A medical dispute that another channel has accepted meanwhile."""

    elsewhere: Elsewhere = Field(title="哪里已经受理")
    elsewhere_on: date = Field(title="知道已经受理的日期")


class FailureFacts(Facts):
    """Mediation came to nothing; the parties were told the other roads (人民调解法 art. 26)."""

    failure_reason: Sealed = Field(title="没有调成的原因", min_length=2)
    told_other_roads: bool = Field(title="已告知可以通过仲裁、行政、司法等途径维护权利")


class EndingFacts(Facts):
    """A party ends the mediation. No reasons are asked (人民调解法 art. 23)."""

    ending_party: PartyRef = Field(title="谁要求终止")


class Performance(Choice):
    """How far one thing owed has been done."""

    DONE = "done", "已经履行"
    PARTLY = "partly", "履行了一部分"
    NOT = "not", "没有履行"


class PerformanceFacts(Facts):
    """One look at one thing owed under the agreement (人民调解法 art. 31)."""

    performance_item: int = Field(title="协议第几项", ge=1, le=60)
    performance: Performance = Field(title="履行情况")
    performance_amount: Money | None = Field(None, title="实际给付金额（元）")
    performance_on: date = Field(title="日期")
    performance_told_by: PartyRef | None = Field(
        None, title="谁说的", description="工作人员自己核实的，不用选"
    )
    performance_file: FileRef | None = Field(None, title="收条或转账凭证照片")


class PerformedFacts(Facts):
    """Everything owed has been done."""

    performed_on: date = Field(title="全部履行完毕的日期")


class DefaultFacts(Facts):
    """The agreement is not kept and urging did not help."""

    default_on: date = Field(title="确认不履行的日期")
    default_told: bool = Field(title="已向权利人讲清可以走的路（申请执行、支付令、起诉）")


class VisitFacts(Facts):
    """A return visit."""

    visited_on: date = Field(title="回访日期")
    visit_finding: Sealed = Field(title="回访情况", min_length=2)
    visit_sued: bool = Field(False, title="此后又起诉")
    visit_signs: bool = Field(False, title="有激化的苗头")


class SuitFacts(Facts):
    """One party brings a dispute about the agreement to court (人民调解法 art. 32)."""

    suing_party: PartyRef = Field(title="谁起诉")
    sued_on: date = Field(title="起诉日期")


class ConfirmationAssentFacts(Facts):
    """One party's will to ask the court together with the others."""

    confirming_party: PartyRef = Field(title="谁同意")


class ConfirmationRequestFacts(Facts):
    """Both parties jointly ask the court to confirm (人民调解法 art. 33; 民事诉讼法 art. 205)."""

    joint_parties: list[PartyRef] = Field(title="共同申请的当事人（各方都要同意）", min_length=2)
    confirmation_court: Text = Field(
        title="向哪个人民法院申请",
        description="当事人住所地、东西（标的物）所在地、本调委会所在地的基层人民法院，选一个；法院邀请来调解的，写邀请的法院",
        min_length=1,
    )
    service_address: Sealed = Field(title="送达地址和电话", min_length=2)


class ObjectionFacts(Facts):
    """A party objects to how the matter is handled."""

    objecting_party: PartyRef = Field(title="谁提出")
    objection: Sealed = Field(title="对什么不满意，希望怎么办", min_length=2)


class ObjectionAnswerFacts(Facts):
    """The head's answer, with reasons."""

    objection_answer: Sealed = Field(title="答复和理由", min_length=2)


class HandoverFacts(Facts):
    """Offered to another office, which must take it or return it with a reason."""

    handover_to: OfficeRef = Field(title="移交给哪个机构")
    handover_reason: Sealed = Field(title="为什么移交", min_length=2)


class HandoverReturnFacts(Facts):
    """Returned with a reason."""

    handover_return_reason: Sealed = Field(title="不接收的理由", min_length=2)

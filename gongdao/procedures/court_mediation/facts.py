"""What only a mediation for a court asks; the rest is asked as in any mediation."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import Facts, PartyRef, Sealed, Text
from gongdao.procedures.people_mediation.facts import InterestFacts, ReferralFacts


class ReferralMode(Choice):
    """Before the court registered the case, or after, and then in which procedure (特邀调解规定 arts. 11, 27)."""

    DISPATCHED = "dispatched", "立案前委派"
    ENTRUSTED_ORDINARY = "entrusted_ordinary", "立案后委托（适用普通程序）"
    ENTRUSTED_SIMPLE = "entrusted_simple", "立案后委托（适用简易程序）"


class CourtReferralFacts(ReferralFacts):
    """What the court's letter, or its platform, says."""

    asked_first: ClassVar[tuple[str, ...]] = (
        "referred_by", "referral_number", "referred_on", "received_on", "referral_mode", "through_platform",
        "applicants", "respondents", "applicant_consented", "respondent_consented", *ReferralFacts.asked_first[2:],
    )  # fmt: skip

    referral_mode: ReferralMode = Field(title="委派还是委托")
    through_platform: bool = Field(False, title="通过人民法院调解平台移来")
    received_on: date = Field(title="收到法院材料（平台信息）的日期")
    applicant_consented: bool = Field(False, title="法院来函写明起诉的一方已经同意调解")
    respondent_consented: bool = Field(False, title="法院来函写明对方已经同意调解")


class AcceptanceFacts(Facts):
    """Signing for the court's papers, or confirming on its platform: the day from which the period runs."""

    taken_on: date = Field(
        title="签字接收材料（或者在平台上确认接受）的日期", description="调解期限从这一天起算"
    )


class Unfit(Choice):
    """Why the organisation does not take it (在线调解规则 art. 12; 民诉解释 art. 143)."""

    SCOPE = "scope", "不在本组织的调解范围或者行业领域"
    SKILL = "skill", "明显超出调解员擅长的领域"
    BARRED = "barred", "依法不得调解（身份关系确认、特别程序、督促程序等）"
    OTHER = "other", "有其他不适宜接受的情形"


class UnfitFacts(Facts):
    """Not taken, with the reason the court is told."""

    unfit: Unfit = Field(title="不接受的原因")
    unfit_reason: Sealed = Field(title="向法院说明的理由", min_length=2)


class UnreachableFacts(Facts):
    """Nobody answered."""

    unreachable_party: PartyRef = Field(title="联系不上谁")
    unreachable_note: Sealed = Field(title="怎么联系的，为什么联系不上", min_length=2)


class DisclosureFacts(InterestFacts):
    """What a mediator must disclose; the parties may still want this mediator (特邀调解规定 art. 15)."""

    conflict_waived: bool = Field(False, title="各方知道以后，仍然同意由这位调解员调解")


class OtherMediatorFacts(Facts):
    """A party asks for another mediator."""

    replacement_asked_by: PartyRef = Field(title="谁提出")
    replacement_reason: Sealed = Field(title="为什么要换", min_length=2)


class KeepMediatorFacts(Facts):
    """The organisation keeps the mediator and says why."""

    kept_reason: Sealed = Field(title="不更换的理由", min_length=2)


class AppointedRefusedFacts(Facts):
    """A party does not take the appointed mediator."""

    appointed_refused_by: PartyRef = Field(title="谁不同意")


class RulesToldFacts(Facts):
    """What must be told before the first session (特邀调解规定 art. 14; 在线调解规则 art. 17)."""

    told_whom: list[PartyRef] = Field(title="已经告知哪些当事人", min_length=1)
    identities_checked: bool = Field(title="已经核实各方身份")
    told_rules: bool = Field(title="已经讲清权利义务、调解规则和程序、协议效力、司法确认")
    told_sham: bool = Field(title="已经讲清编造纠纷、虚假调解的后果")


class ConfidenceFacts(Facts):
    """What one side says to the mediator alone."""

    confided_by: PartyRef = Field(title="谁说的")
    confidence: Sealed = Field(
        title="说了什么", description="只有承办的调解员能看，不进任何文书", min_length=2
    )


class UndisputedFacts(Facts):
    """Facts that nobody disputes (在线调解规则 arts. 18, 22)."""

    undisputed: Sealed = Field(title="各方都没有争议的事实", min_length=2)
    undisputed_no_concession: bool = Field(
        title="这里没有为了谈成才让步认可的事实；有的，各方都同意写上",
    )
    undisputed_touches_others: bool = Field(
        False,
        title="涉及国家利益、社会公共利益或者别人的权益",
        description="这样的事实，法院仍会要求另外证明",
    )


class UndisputedAssentFacts(Facts):
    """A party confirms the record with a signature."""

    undisputed_confirmed_by: PartyRef = Field(title="谁确认")


class ShamFacts(Facts):
    """Signs that the dispute is made up (特邀调解规定 art. 18)."""

    sham_signs: Sealed = Field(title="发现了什么情况", min_length=2)
    sham_reported_to: Text = Field(title="报告了哪个法院或者本组织", min_length=1)


class ShamAnswerFacts(Facts):
    """What the check found."""

    sham_answer: Sealed = Field(title="核实的情况和处理", min_length=2)


class ReturnReason(Choice):
    """All that the court learns of why (特邀调解规定 art. 26; 在线调解规则 art. 25)."""

    REFUSED = "refused", "一方明确表示不接受或者不愿继续调解"
    WITHDRAWN = "withdrawn", "一方撤回调解请求"
    SUIT = "suit", "当事人坚持诉讼"
    UNREACHABLE = "unreachable", "无法联系到当事人"
    APART = "apart", "分歧较大，难以达成协议"
    EXPIRED = "expired", "期限届满，没有达成协议，也没有都同意延长"
    SHAM = "sham", "存在虚假调解可能"
    OTHER = "other", "其他导致调解难以进行的情形"


class ReturnFacts(Facts):
    """The result letter and the papers go back: never what anybody said."""

    returned_on: date = Field(title="退回法院的日期")
    return_reason: ReturnReason = Field(title="没有调成的原因")
    return_papers: Text = Field("起诉状等法院移来的材料", title="移送的材料", min_length=1)


class AgreementReportFacts(Facts):
    """The agreement goes to the court, for its file or for its examination."""

    agreement_sent_on: date = Field(title="交给法院的日期")


class RegisteredFacts(Facts):
    """The court has registered the case, or resumed it."""

    registered_on: date = Field(title="法院登记立案（恢复审理）的日期")
    suit_number: Text = Field("", title="法院案号")


class CourtDocumentFacts(Facts):
    """The court's mediation document, as received (特邀调解规定 art. 20; 民事诉讼法 art. 100)."""

    document_on: date = Field(title="各方签收调解书的日期")
    document_number: Text = Field(title="调解书文号", min_length=1)


class SuitWithdrawnFacts(Facts):
    """The court allows the suit to be withdrawn."""

    suit_withdrawn_on: date = Field(title="法院准许撤诉的日期")


class FilingComplaintFacts(Facts):
    """A complaint that the court does not register (登记立案规定 art. 13)."""

    complained_by: PartyRef = Field(title="谁投诉")
    complaint_taken_on: date = Field(title="法院受理投诉的日期")
    complaint_about: Sealed = Field(title="投诉什么", min_length=2)


class ComplaintAnswerFacts(Facts):
    """What the court answered."""

    complaint_answered_on: date = Field(title="法院答复的日期")
    complaint_answer: Sealed = Field(title="答复的内容", min_length=2)

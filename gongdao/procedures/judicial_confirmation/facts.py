"""What each step of a judicial confirmation asks."""

from datetime import date

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import Facts, FileRef, PartyRef, Sealed, Text


class SubmissionFacts(Facts):
    """The joint application has been handed to the court (民诉解释 arts. 353, 354)."""

    submitted_on: date = Field(title="递交法院的日期")
    submitted_orally: bool = Field(False, title="口头申请，由法院记入笔录")


class PropertyProofFacts(Facts):
    """Papers on property rights that the agreement touches."""

    property_proof: Text = Field(title="财产权利证明的名称", min_length=1)
    property_file: FileRef | None = Field(None, title="照片或扫描件")


class FilingFacts(Facts):
    """The court has filed the case."""

    filed_on: date = Field(title="法院立案的日期")
    court_case_number: Text = Field(title="法院案号", min_length=1)


class WrongCourtFacts(Facts):
    """The court says that another court has jurisdiction."""

    wrong_court_on: date = Field(title="法院告知的日期")
    right_court: Text = Field(title="该向哪个法院申请", min_length=1)


class NotAccepted(Choice):
    """Why a court does not accept (民诉解释 art. 355)."""

    SCOPE = "scope", "不属于法院受理范围"
    STATUS = "status", "确认婚姻、亲子、收养等身份关系"
    OTHER_PROCEDURE = "other_procedure", "适用其他特别程序、公示催告、破产程序"
    TITLE = "title", "涉及物权、知识产权确权"


class NotAcceptedFacts(Facts):
    """The court does not accept the application."""

    not_accepted_on: date = Field(title="法院决定不受理的日期")
    not_accepted_because: NotAccepted = Field(title="理由")


class RulingFacts(Facts):
    """The court's ruling, as received."""

    ruling_on: date = Field(title="收到裁定书的日期")
    ruling_number: Text = Field(title="裁定书文号", min_length=1)
    ruling_file: FileRef | None = Field(None, title="裁定书照片或扫描件")


class CourtExtensionFacts(Facts):
    """The president of the court has lengthened the period (民事诉讼法 art. 187)."""

    court_extended_until: date = Field(title="延长到哪一天")


class DeemedWithdrawnFacts(Facts):
    """The court treats the silence of the applicants as a withdrawal (民诉解释 art. 357)."""

    deemed_withdrawn_on: date = Field(title="法院按撤回处理的日期")


class Rejected(Choice):
    """Why a court rejects (民诉解释 art. 358)."""

    MANDATORY_LAW = "mandatory_law", "违反法律强制性规定"
    INTERESTS = "interests", "损害国家、社会公共或者他人合法权益"
    PUBLIC_ORDER = "public_order", "违背公序良俗"
    NOT_VOLUNTARY = "not_voluntary", "违反自愿原则"
    UNCLEAR = "unclear", "内容不明确"
    OTHER = "other", "其他不能确认的情形"


class RejectionFacts(RulingFacts):
    """A ruling that rejects the application."""

    rejected_because: Rejected = Field(title="驳回的理由")


class CourtObjectionFacts(Facts):
    """A party objects to the ruling (民诉解释 art. 372)."""

    ruling_objector: PartyRef = Field(title="谁提出异议")
    ruling_objected_on: date = Field(title="提出异议的日期")
    ruling_objection: Sealed = Field("", title="异议的内容")

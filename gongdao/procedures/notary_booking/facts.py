"""What the steps ask. Source: 公证法 arts. 11, 25-27, 30, 31, 34, 39."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.everyday import data_use_told
from gongdao.procedures.engine.facts import Facts, PartyFacts, PartySide, Sealed, SealedLine, Text


class NotaryMatter(Choice):
    """What is to be notarised (art. 11)."""

    CONTRACT = "contract", "合同"
    INHERITANCE = "inheritance", "继承"
    MANDATE = "mandate", "委托"
    DECLARATION = "declaration", "声明"
    GIFT = "gift", "赠与"
    WILL = "will", "遗嘱"
    DIVISION = "division", "财产分割"
    FAMILY = "family", "婚姻状况、亲属关系"
    ADOPTION = "adoption", "收养关系"
    EXISTENCE = "existence", "生存"
    LIFE = "life", "出生、死亡、身份、学历等"
    EVIDENCE = "evidence", "保全证据"
    COPIES = "copies", "签名、印鉴，副本与原本相符"
    OTHER = "other", "其他"


IN_PERSON = frozenset({NotaryMatter.WILL, NotaryMatter.EXISTENCE, NotaryMatter.ADOPTION})
ANYWHERE = frozenset({NotaryMatter.MANDATE, NotaryMatter.DECLARATION, NotaryMatter.GIFT, NotaryMatter.WILL})


class Venue(Choice):
    """Why this office (art. 25)."""

    DOMICILE = "domicile", "住所地"
    RESIDENCE = "residence", "经常居住地"
    ACT = "act", "行为地"
    FACT = "fact", "事实发生地"
    IMMOVABLE = "immovable", "房屋、土地所在地"


class NotaryBookingFacts(Facts):
    """What somebody wants notarised, and when they could come."""

    asked_first: ClassVar[tuple[str, ...]] = ("notary_matter", "applicants", "wished_on")

    applicants: Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=20)] = Field(
        title="申请人"
    )
    notary_matter: NotaryMatter = Field(title="办什么公证")
    immovable: bool = Field(False, title="涉及房屋、土地")
    venue: Venue = Field(Venue.DOMICILE, title="这个公证机构在您的")
    by_agent: bool = Field(False, title="由别人代办")
    disputed: bool = Field(False, title="几个人之间对这件事有争议")
    fits_legal_aid: bool = Field(False, title="符合法律援助条件，请减免公证费")
    wished_on: date = Field(title="想哪天来")
    notary_note: Sealed = Field("", title="还想说明的")
    told_data_use: bool = data_use_told()


class AppointmentFacts(Facts):
    """When to come and what to bring."""

    comes_at: datetime = Field(title="约定的时间")
    bring: Sealed = Field(title="要带的材料", min_length=2)


class AcceptedFacts(Facts):
    """Accepted: the fifteen working days run from here."""

    notary_accepted_on: date = Field(title="受理日期")
    fee_reduced: bool = Field(False, title="公证费已减免")
    fee_reason: SealedLine = Field(
        "", title="不减免的理由", description="申请人说符合法律援助条件、又不减免的要写"
    )


class MeaningFacts(Facts):
    """The meaning and consequences were explained; the record is kept."""

    meaning_told: Sealed = Field(title="告知的法律意义和后果", min_length=6)
    meaning_understood: bool = Field(False, title="申请人表示听懂了")


class MissingPapersFacts(Facts):
    """What has still to be brought."""

    papers_asked: Sealed = Field(title="要补充什么", min_length=2)
    papers_asked_on: date = Field(title="要求补充的日期")


class PapersCameFacts(Facts):
    """It was brought."""

    papers_came_on: date = Field(title="补齐的日期")


class VerifyFacts(Facts):
    """Something has to be verified elsewhere."""

    verifying: SealedLine = Field(title="核实什么", min_length=2)
    verifying_since: date = Field(title="开始核实的日期")


class VerifiedFacts(Facts):
    """It was verified."""

    verified_on: date = Field(title="核实完的日期")


class HinderedFacts(Facts):
    """Force majeure."""

    hindered_by: SealedLine = Field(title="什么不可抗力", min_length=2)
    hindered_since: date = Field(title="从哪天起")


class HindranceOverFacts(Facts):
    """It is over."""

    hindrance_over_on: date = Field(title="到哪天止")


class IssuedFacts(Facts):
    """The certificate is handed out."""

    issued_on: date = Field(title="出具日期")
    certificate_number: Text = Field(title="公证书编号", min_length=2, max_length=40)


class NotaryRefusal(Choice):
    """Art. 31: the nine grounds, and no other."""

    NO_GUARDIAN = "no_guardian", "（一）没有监护人代理"
    NO_INTEREST = "no_interest", "（二）与事项没有利害关系"
    EXPERT = "expert", "（三）属专业技术鉴定、评估"
    DISPUTED = "disputed", "（四）当事人之间有争议"
    FALSE = "false", "（五）虚构、隐瞒，或者提供虚假材料"
    INSUFFICIENT = "insufficient", "（六）材料不充分或者拒绝补充"
    UNLAWFUL = "unlawful", "（七）不真实、不合法"
    MORALS = "morals", "（八）违背社会公德"
    UNPAID = "unpaid", "（九）拒绝按规定支付公证费"


class NotaryRefusalFacts(Facts):
    """Not done: which ground, and why."""

    notary_refusal: NotaryRefusal = Field(title="哪一种情形")
    notary_refusal_reason: Sealed = Field(title="向申请人说明的理由", min_length=4)


class ReviewRequestFacts(Facts):
    """Somebody thinks the certificate is wrong."""

    review_reason: Sealed = Field(title="哪里有错", min_length=4)


class ReviewOutcome(Choice):
    """What the office found, short of a revocation (art. 39)."""

    UPHELD = "upheld", "没有错误"
    CORRECTED = "corrected", "更正"


class ReviewReasonFacts(Facts):
    """Why, in words for the person who asked."""

    review_answer: Sealed = Field(title="理由", min_length=4)


class ReviewAnswerFacts(ReviewReasonFacts):
    """The certificate stands, or is put right."""

    review_outcome: ReviewOutcome = Field(title="复查结果")


class RevocationFacts(ReviewReasonFacts):
    """The certificate is void from the beginning."""

    revocation_published: bool = Field(False, title="已经公告")


class NotaryFiledFacts(Facts):
    """The file is closed."""

    filed_by: Text = Field(title="立卷人", min_length=1, max_length=40)

"""What the steps ask. Nothing is asked about earlier visits, and nothing counts them."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.everyday import KindFacts, data_use_told
from gongdao.procedures.engine.facts import (
    Facts,
    PartyFacts,
    PartySide,
    Sealed,
    SealedLine,
    StaffRef,
    Text,
)


class VisitorFacts(KindFacts):
    """What somebody came with, written down faithfully."""

    asked_first: ClassVar[tuple[str, ...]] = (
        "received_on",
        "reception_place",
        "visitors",
        "story",
        "request",
        "kind",
    )
    asked_aside: ClassVar[frozenset[str]] = frozenset({"finer_kind", "against"})

    received_on: date = Field(title="接待日期")
    reception_place: Text = Field(title="接待地点", min_length=2, max_length=60)
    visitors: Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=50)] = Field(
        title="来访人", description="多人来的，推选代表，不超过5人"
    )
    against: Annotated[list[PartyFacts], PartySide.OPPOSING, Field(max_length=20)] = Field(
        [], title="反映的是谁（用来检查律师有没有利害关系）"
    )
    story: Sealed = Field(title="反映的情况", description="照本人说的如实记录", min_length=2)
    request: Sealed = Field("", title="希望怎么解决")
    address_unclear: bool = Field(False, title="姓名（名称）、住址不清，无法书面告知")
    told_data_use: bool = data_use_told()


class LawyerFacts(Facts):
    """Who of the roster."""

    lawyer: StaffRef = Field(title="值班律师")


class NoInterestFacts(Facts):
    """The lawyer has nothing to do with it."""

    lawyer_no_conflict: bool = Field(title="我与这件事、与各方没有利害关系，也没有代理过其中一方")


class RecusalFacts(Facts):
    """The lawyer stands back."""

    recusal_reason: SealedLine = Field(title="为什么回避", min_length=2)


class ReceiptFacts(Facts):
    """The petitioner is told in writing."""

    receipt_told_on: date = Field(title="书面告知日期")
    receipt_told: Sealed = Field(title="告知的接收情况、处理途径和程序", min_length=4)


class PetitionRoad(Choice):
    """The road advised (信访工作条例 art. 31)."""

    LITIGATION = "litigation", "诉讼（向人民法院起诉、申诉）"
    PROCURATORATE = "procuratorate", "检察监督"
    POLICE = "police", "公安机关法律程序"
    ARBITRATION = "arbitration", "仲裁"
    RECONSIDERATION = "reconsideration", "行政复议、裁决等行政程序"
    DUTY = "duty", "申请查处、履行职责"
    MEDIATION = "mediation", "调解、和解"
    PETITION = "petition", "不属于以上的，由有权的机关按信访办理"
    NONE = "none", "已经说明，不需要再走途径"


class OpinionFacts(Facts):
    """The lawyer's opinion, and the road it leads to."""

    opinion: Sealed = Field(title="法律意见", min_length=6)
    opinion_law: SealedLine = Field("", title="依据的法条")
    road_advised: PetitionRoad = Field(title="建议走哪条路")
    told_of_aid: bool = Field(False, title="已说明可以申请法律援助")


class PassOnFacts(Facts):
    """Passed on to who may handle it, if the petitioner wants it."""

    passed_to: Text = Field(title="转给哪个单位", min_length=2, max_length=60)
    passed_on: date = Field(title="转交日期")
    pass_on_consented: bool = Field(False, title="本人单独同意把情况和联系方式告诉这个单位")


class ReplyFacts(Facts):
    """What came back."""

    replied_on: date = Field(title="收到回音的日期")
    reply: Sealed = Field(title="回音的内容", min_length=2)


class ReplyToldFacts(Facts):
    """The petitioner has been told."""

    reply_told_on: date = Field(title="告诉本人的日期")
    reply_told_how: SealedLine = Field(title="怎么告诉的", min_length=2)

"""What the steps ask. Nobody who asked for advice is named: services are counted, people are not listed."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import (
    AreaRef,
    Facts,
    PartyFacts,
    PartyRef,
    PartySide,
    Sealed,
    SealedLine,
    StaffRef,
    Text,
)


class VisitWay(Choice):
    """How the adviser was there."""

    ON_SITE = "on_site", "到村（社区）"
    PHONE = "phone", "电话、视频"
    GROUP = "group", "微信群等"


class CounselService(Choice):
    """What was done (律师法 arts. 28, 29; 乡村振兴促进法 art. 48)."""

    ADVICE = "advice", "解答法律咨询"
    REVIEW = "review", "审查合同、村规民约"
    DRAFTING = "drafting", "代写文书"
    MEDIATION = "mediation", "参与调解"
    LECTURE = "lecture", "法治讲座"
    GUIDANCE = "guidance", "指引法律援助、诉讼、公证"


class ContractFacts(Facts):
    """The contract between the village or community and the adviser's firm."""

    village: AreaRef = Field(title="哪个村（社区）")
    clients: Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=1)] = Field(
        title="村（居）民委员会"
    )
    contract_starts: date = Field(title="聘期从哪天起")
    contract_ends: date = Field(title="聘期到哪天止")
    duty_day: int = Field(title="每月几号值班", ge=1, le=28)
    second_duty_day: int | None = Field(
        None, title="每月第二次几号值班", description="一月只值班一次的不填", ge=1, le=28
    )


class AdviserFacts(Facts):
    """Who advises."""

    adviser: StaffRef = Field(title="法律顾问")


class VisitFacts(Facts):
    """One service, noted in under a minute: all but a word or two is chosen."""

    asked_first: ClassVar[tuple[str, ...]] = ("visit_services", "visit_way")
    asked_aside: ClassVar[frozenset[str]] = frozenset({"visit_topic", "visit_note"})

    visited_on: date = Field(title="哪天")
    visit_way: VisitWay = Field(VisitWay.ON_SITE, title="怎么服务的")
    visit_services: list[CounselService] = Field(title="做了什么", min_length=1, max_length=6)
    people_served: int = Field(1, title="服务了多少人", ge=0, le=5000)
    visit_topic: Text = Field("", title="主要是哪类事", max_length=40)
    visit_note: SealedLine = Field("", title="一句话", description="不写人名，不写别人的隐私")


class VisitsConfirmedFacts(Facts):
    """The village says that these took place."""

    confirmed_by: PartyRef = Field(title="谁确认")
    visits_confirmed: list[Text] = Field(title="哪几次确实来过、办过", min_length=1, max_length=200)


class VisitDisputedFacts(Facts):
    """The village says that one did not, or not so."""

    disputed_by: PartyRef = Field(title="谁提出")
    visit_disputed: Text = Field(title="哪一次")
    dispute_reason: Sealed = Field(title="哪里不对", min_length=2)


class VisitStruckFacts(Facts):
    """The adviser takes back what was noted by mistake."""

    visit_struck: Text = Field(title="哪一次")
    strike_reason: SealedLine = Field(title="为什么划去", min_length=2)


class QuarterFacts(Facts):
    """Which quarter goes to be checked and paid."""

    quarter: Text = Field(title="哪个季度", pattern=r"^20[0-9]{2}Q[1-4]$")


class ContractEndFacts(Facts):
    """The contract ends."""

    contract_ended_on: date = Field(title="哪天结束")
    contract_end_reason: SealedLine = Field(
        title="为什么结束", description="期满、解聘、调整等", min_length=2
    )

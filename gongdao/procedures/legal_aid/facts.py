"""What an application and its examination ask. A fact has one name in the whole procedure and is asked once."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.everyday import KindFacts, SafetyFacts, data_use_told
from gongdao.procedures.engine.facts import (
    Facts,
    FileRef,
    PartyFacts,
    PartySide,
    Sealed,
    SealedMoney,
    StartsFrom,
    Text,
)
from gongdao.procedures.legal_aid.grounds import (
    AidForm,
    AidMatter,
    NoCheckGround,
    NoMeansGround,
    NoticeGround,
    UrgentGround,
)

Recipients = Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=50)]
Opponents = Annotated[list[PartyFacts], PartySide.OPPOSING, Field(max_length=50)]
Filers = Annotated[list[PartyFacts], PartySide.OTHER, Field(max_length=1)]


class FiledBy(Choice):
    """Who asks (arts. 24, 40)."""

    SELF = "self", "本人"
    GUARDIAN = "guardian", "法定代理人（监护人）代为申请"
    OTHER_KIN = "other_kin", "法定代理人侵害了他，由其他法定代理人或者近亲属代为申请"
    RELATIVE = "relative", "近亲属代为申请（本人被羁押，或者是刑事、再审案件）"
    AGENT = "agent", "本人委托的人代为递交"


class MeansShown(Choice):
    """How the means are shown, at the applicant's choice of what to give (art. 41)."""

    PLEDGE = "pledge", "签一份诚信承诺，不用开证明"
    DATA = "data", "同意法律援助机构通过信息共享查询"


class TimeBarFacts(Facts):
    """A day on which something can no longer be done."""

    time_bar_on: Annotated[date | None, StartsFrom("time_bar_on")] = Field(
        None, title="时效或者期限哪天届满", description="例如仲裁时效、起诉期限的最后一天；不知道可以空着"
    )


class GroundFacts(Facts):
    """Which matter it is, and why means may not matter: put right as soon as more is known."""

    aid_matter: Annotated[AidMatter, StartsFrom("aid_matter")] = Field(
        AidMatter.NOT_LISTED, title="想请律师帮忙办什么事"
    )
    no_means_ground: Annotated[NoMeansGround, StartsFrom("no_means_ground")] = Field(
        NoMeansGround.NONE,
        title="有没有这些情形",
        description="有一条，就不看经济条件（法律援助法第32条）",
    )
    no_check_ground: Annotated[NoCheckGround, StartsFrom("no_check_ground")] = Field(
        NoCheckGround.NONE,
        title="是不是这些人",
        description="有材料证明的，不核查经济状况（法律援助法第42条）",
    )
    status_paper: Annotated[FileRef | None, StartsFrom("status_paper")] = Field(
        None,
        title="证明这个身份的材料照片",
        description="例如劳务合同、工资欠条、低保证、残疾证；以后补也可以",
    )


class AidApplicationFacts(KindFacts, SafetyFacts, TimeBarFacts, GroundFacts):
    """An application, by whatever road it came. Nothing that is missing keeps it from being received (art. 43)."""

    asked_first: ClassVar[tuple[str, ...]] = (
        "applicants", "filed_by", "filers", "story", "aid_matter", "kind", "no_means_ground", "no_check_ground",
        "status_paper", "household_size", "monthly_income", "assets", "means_shown", "pledge_made", "opponents",
        "time_bar_on", "needs_preservation", "case_organ", "language", "safe_to_contact", "afraid", "safety_note",
    )  # fmt: skip
    asked_aside: ClassVar[frozenset[str]] = frozenset(
        {"finer_kind", "assets", "case_organ", "language", "needs_preservation", "lacks_capacity", "filers"}
    )

    applicants: Recipients = Field(title="需要法律援助的人")
    filed_by: FiledBy = Field(
        FiledBy.SELF, title="谁来申请", description="替别人申请的，点开最下面的“还知道这些的”，写上您是谁"
    )
    filers: Filers = Field(default=[], title="代为申请的人", description="本人申请的不用填")
    lacks_capacity: bool = Field(False, title="需要援助的人是未成年人，或者不能独立办事的成年人")
    story: Sealed = Field(title="事情经过", min_length=2)
    household_size: int = Field(1, title="一起生活的有几口人", ge=1, le=30)
    monthly_income: SealedMoney | None = Field(None, title="家里平均每人每月收入（元）")
    assets: SealedMoney | None = Field(None, title="家里的存款等资产（元）")
    means_shown: MeansShown = Field(MeansShown.PLEDGE, title="经济情况怎么说明")
    pledge_made: bool = Field(False, title="我承诺：以上说的经济情况都是真的，愿意承担说假话的后果")
    opponents: Opponents = Field(
        default=[], title="对方", description="对方看不到这份申请；写上，是为了不派和对方有关系的律师"
    )
    needs_preservation: bool = Field(False, title="急着申请财产保全、证据保全或者先予执行")
    case_organ: Text = Field("", title="案子现在在哪个单位办")
    language: Text = Field("", title="需要什么语言或方言、手语等帮助")
    told_data_use: bool = data_use_told()


class AidFromDetentionFacts(AidApplicationFacts):
    """Somebody in custody asks; the place must pass it on within 24 hours (art. 39)."""

    asked_at: datetime = Field(title="本人提出申请的时间")
    held_at: Text = Field(title="羁押、服刑或者戒毒的场所", min_length=1)


class ForwardedFacts(Facts):
    """The application has come to the centre."""

    received_at: datetime = Field(title="法律援助机构收到的时间")


class OrganNoticeFacts(Facts):
    """A court, procuracy or police organ gives notice (arts. 25, 28, 36)."""

    accused: Recipients = Field(title="犯罪嫌疑人、被告人")
    notice_ground: NoticeGround = Field(title="通知的情形")
    notice_organ: Text = Field(title="通知的机关", min_length=1)
    notice_number: Text = Field("", title="通知书文号")
    noticed_on: date = Field(title="收到通知的日期")


class MissingPapersFacts(Facts):
    """Everything that is missing, said once (art. 43)."""

    missing_papers: Sealed = Field(
        title="需要补充的材料或者要说明的事", min_length=2, description="一次说全，以后不能再加；一行写一样"
    )


class SupplementFacts(Facts):
    """What the applicant brought or explained."""

    supplement: Sealed = Field(title="补充了什么、怎么说明的", min_length=2)
    supplement_file: FileRef | None = Field(None, title="材料照片或扫描件")


class CheckedBy(Choice):
    """How the means were looked at (art. 41)."""

    DATA = "data", "信息共享查询"
    PLEDGE = "pledge", "申请人个人诚信承诺"


class MeansCheckFacts(Facts):
    """The result of the check of means."""

    checked_by: CheckedBy = Field(title="怎么核查的")
    checked_income: SealedMoney | None = Field(None, title="核查得到的人均月收入（元）")
    means_met: bool = Field(False, title="符合本地经济困难标准")
    means_note: Sealed = Field("", title="说明")


class AidFirstFacts(TimeBarFacts):
    """Help at once (art. 44)."""

    urgent_ground: UrgentGround = Field(title="先行援助的情形")
    urgent_reason: Sealed = Field(title="具体情况", min_length=2)


class MeansFound(Choice):
    """What the decision rests on as to means. Four different things, never one."""

    NO_CONDITION = "no_condition", "不受经济困难条件限制（第32条）"
    NO_CHECK = "no_check", "有材料证明，免予核查（第42条）"
    MET = "met", "经核查，符合经济困难标准（第34条、第41条）"
    OTHER_REASON = "other_reason", "刑事案件因其他原因没有委托辩护人（第24条）"


class GrantFacts(Facts):
    """The decision to give legal aid: what a named person found."""

    matter_found: Annotated[AidMatter, StartsFrom("aid_matter")] = Field(title="属于哪一类事项")
    means_found: MeansFound = Field(title="经济条件")
    aid_form: AidForm = Field(title="援助形式")
    grant_note: Sealed = Field("", title="审查意见")


class RefusalGround(Choice):
    """Why legal aid is not given."""

    NOT_LISTED = "not_listed", "不属于法律援助的事项范围"
    MEANS = "means", "经核查，不符合经济困难标准"
    ELSEWHERE = "elsewhere", "应当向别的法律援助机构申请"
    HAS_COUNSEL = "has_counsel", "已经委托了代理人或者辩护人"
    OTHER = "other", "其他法定理由"


class AidRefusalFacts(Facts):
    """The decision not to give legal aid, in writing and with reasons (art. 43)."""

    refusal_ground: RefusalGround = Field(title="不予援助的理由")
    refusal_reason: Sealed = Field(title="向申请人说明的理由", min_length=6)

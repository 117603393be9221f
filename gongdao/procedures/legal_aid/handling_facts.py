"""What the steps from the appointment to the subsidy ask."""

from datetime import date

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import (
    Facts,
    FileRef,
    Money,
    PartyRef,
    Sealed,
    SealedLine,
    StaffRef,
    Text,
)
from gongdao.procedures.legal_aid.grounds import EndingGround


class AidAssignmentFacts(Facts):
    """Who gives the aid. The list of who fits, and why, stands above the form."""

    undertaker: StaffRef = Field(title="指派谁")
    three_years: bool = Field(False, title="有三年以上相关执业经历")
    knows_minors: bool = Field(False, title="熟悉未成年人身心特点")
    same_name_checked: bool = Field(
        False, title="已核对：同名的不是同一个人", description="利害冲突检查提示有同名时勾选"
    )


class OrganInformedFacts(Facts):
    """The organ that gave notice has been told who defends (art. 36)."""

    informed_on: date = Field(title="通知办案机关的日期")


class AcceptanceFacts(Facts):
    """The undertaker's declaration before beginning."""

    aid_no_conflict: bool = Field(title="我和我的近亲属与本案各方都没有利害关系")


class UnableFacts(Facts):
    """A proper reason for not being able to give the aid (art. 46)."""

    unable_reason: Sealed = Field(title="不能承办的正当理由", min_length=2)


class ChangeRequestFacts(Facts):
    """The recipient asks for somebody else (art. 55)."""

    change_asked_by: PartyRef = Field(title="谁提出")
    change_wish: Sealed = Field(title="为什么想换人", min_length=2)


class ChangeGround(Choice):
    """Why the undertaker is changed."""

    NEGLECT = "neglect", "没有依法履行职责"
    CONFLICT = "conflict", "有利害关系"
    UNABLE = "unable", "因病、调离等不能继续承办"
    OTHER = "other", "其他正当理由"


class ChangeFacts(Facts):
    """The decision to change the undertaker."""

    change_ground: ChangeGround = Field(title="更换的原因")
    change_reason: Sealed = Field(title="具体情况", min_length=2)


class NoChangeFacts(Facts):
    """The answer that the undertaker stays."""

    no_change_reason: Sealed = Field(title="不更换的理由", min_length=2)


class FilingNoteFacts(Facts):
    """The suit, arbitration or review that stops the time bar has been filed."""

    brought_on: date = Field(title="起诉、申请仲裁或者复议的日期")
    brought_at: Text = Field(title="向哪个机关提出", min_length=1)


class ProgressFacts(Facts):
    """What the undertaker told the recipient (art. 46)."""

    progress: Sealed = Field(title="办到哪一步了", min_length=2)
    progress_told: bool = Field(False, title="已经告诉受援人")


class EndingReportFacts(Facts):
    """The undertaker found a ground for ending the aid and reports it (art. 48)."""

    ground_seen: EndingGround = Field(title="发现了哪种情形")
    ground_seen_note: Sealed = Field(title="具体情况", min_length=2)


class AidEndingFacts(Facts):
    """The decision to end legal aid (art. 48)."""

    ending_ground: EndingGround = Field(title="终止的情形")
    ending_reason: Sealed = Field(title="具体情况和理由", min_length=6)


class CaseOverFacts(Facts):
    """The matter itself is done."""

    case_over_on: date = Field(title="援助事项办结的日期")


class AidOutcome(Choice):
    """How it came out for the recipient."""

    WON = "won", "请求全部得到支持"
    PARTLY = "partly", "请求部分得到支持"
    SETTLED = "settled", "调解、和解"
    LOST = "lost", "请求没有得到支持"
    ADVICE = "advice", "文书、咨询等已经完成"
    DEFENDED = "defended", "辩护、刑事代理已经完成"


class AidReportFacts(Facts):
    """The report at the end (art. 50)."""

    aid_outcome: AidOutcome = Field(title="结果")
    aid_result: Sealed = Field(title="办理情况", min_length=6)
    benefit: Money | None = Field(None, title="为受援人取得利益或者避免损失（元）")
    judgment_file: FileRef | None = Field(None, title="法律文书副本照片或扫描件")


class FileReturnFacts(Facts):
    """The file is not complete."""

    file_missing: Sealed = Field(title="要补正什么", min_length=2)


class FileCheckFacts(Facts):
    """What the check of the file found (art. 59)."""

    file_finding: Sealed = Field("", title="检查情况")


class SubsidyKind(Choice):
    """For which kind of service a subsidy is paid; the figures are the province's (art. 52)."""

    CIVIL = "civil", "民事、行政案件代理"
    CRIMINAL = "criminal", "刑事辩护与代理"
    OUT_OF_COURT = "out_of_court", "非诉讼、仲裁代理"
    DRAFTING = "drafting", "代拟法律文书"


class SubsidyFacts(Facts):
    """A subsidy as proposed."""

    subsidy_kind: SubsidyKind = Field(title="按哪一类标准")
    subsidy_amount: Money = Field(title="补贴（元）")
    subsidy_extra: Money | None = Field(None, title="其中异地办案等另加（元）")
    subsidy_note: SealedLine = Field("", title="另加的理由")


class SubsidyReturnFacts(Facts):
    """Not approved like this."""

    subsidy_return_reason: Sealed = Field(title="退回的理由", min_length=2)


class PaymentFacts(Facts):
    """The subsidy has been paid."""

    paid_on: date = Field(title="支付日期")


class DecisionObjectionFacts(Facts):
    """The applicant does not accept the decision (art. 49)."""

    decision_objector: PartyRef = Field(title="谁提出异议")
    decision_objection: Sealed = Field(title="为什么不服", min_length=2)

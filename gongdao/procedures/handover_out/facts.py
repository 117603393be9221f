"""What a hand-over to another body asks."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.everyday import ContactWay
from gongdao.procedures.engine.facts import Facts, OfficeRef, PartyRef, Sealed, Text
from gongdao.procedures.handing import Body


class PassingBasis(Choice):
    """On what personal data are given to the other body (个人信息保护法 arts. 13, 23)."""

    NOTHING = "nothing", "不提供任何人的信息，只转情况"
    CONSENT = "consent", "本人单独同意"
    DUTY = "duty", "为履行法定职责所必需"


class LetterFacts(Facts):
    """The letter: the other body sees this and nothing else of the file."""

    asked_first: ClassVar[tuple[str, ...]] = ("handed_to", "handed_kind", "handed_reason", "handed_summary")

    handed_to: OfficeRef = Field(title="转给哪个单位")
    handed_kind: Body = Field(title="对方是什么单位")
    handed_reason: Sealed = Field(title="为什么转，请对方办什么", min_length=2)
    handed_summary: Sealed = Field(
        title="情况摘要", description="对方只看得到这封函里写的。不写调解中说的话。", min_length=2
    )
    passing_basis: PassingBasis = Field(title="凭什么把个人信息给对方")
    shared_parties: list[PartyRef] = Field(
        default_factory=list, title="把谁的姓名和联系方式给对方", max_length=50
    )
    consented_parties: list[PartyRef] = Field(
        default_factory=list,
        title="谁单独同意了",
        description="告诉过对方是谁、给什么、做什么用",
        max_length=50,
    )
    duty_article: Text = Field("", title="法定职责的依据", description="写明法律和条文")
    answer_wanted_by: date = Field(title="请对方哪天前反馈结果")


class TakenThereFacts(Facts):
    """The other body has signed for it."""

    taken_there_on: date = Field(title="对方签收的日期")
    their_number: Text = Field("", title="对方的编号", max_length=60)


class HandedBackFacts(Facts):
    """The other body does not take it, and says why."""

    handed_back_on: date = Field(title="退回的日期")
    handed_back_reason: Sealed = Field(title="不办理的理由", min_length=2)
    better_body: Text = Field("", title="应当转给哪个单位")


class ProgressThereFacts(Facts):
    """How far the other body has come; it may name another day."""

    progress_there: Sealed = Field(title="办到哪一步了", min_length=2)
    answer_promised_by: date | None = Field(None, title="对方答应哪天前反馈结果")


class OutcomeThere(Choice):
    """What became of it there."""

    DONE = "done", "已经办结"
    PARTLY = "partly", "解决了一部分"
    NOT = "not", "没有解决"
    ELSEWHERE = "elsewhere", "转入了别的法定程序"


class AnswerFacts(Facts):
    """The result comes back."""

    answered_on: date = Field(title="反馈结果的日期")
    outcome_there: OutcomeThere = Field(title="结果")
    answer_text: Sealed = Field(title="结果说明（当事人看得到）", min_length=2)


class UrgeFacts(Facts):
    """A reminder to the other body."""

    urged_on: date = Field(title="催办的日期")
    urged_by: ContactWay = Field(title="怎么催的")
    urge_note: Sealed = Field("", title="对方怎么说")


class RecallFacts(Facts):
    """No longer needed there."""

    recall_reason: Sealed = Field(title="为什么撤回", min_length=2)

"""What the steps ask. The question is told once; what is added later, by any road, stands under it."""

from typing import Annotated, ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.everyday import KindFacts, SafetyFacts, data_use_told
from gongdao.procedures.engine.facts import Facts, PartyFacts, PartySide, Sealed, SealedLine, StaffRef, Text


class QuestionFacts(KindFacts, SafetyFacts):
    """A question. A name to call somebody by is enough; a number, so that the answer finds them."""

    asked_first: ClassVar[tuple[str, ...]] = ("story", "applicants", "kind")
    asked_aside: ClassVar[frozenset[str]] = frozenset({"finer_kind", "safety_note"})

    story: Sealed = Field(title="想问什么", min_length=2)
    applicants: Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=1)] = Field(
        title="怎么称呼您"
    )
    told_data_use: bool = data_use_told()


class AnswererFacts(Facts):
    """Who answers."""

    answerer: StaffRef = Field(title="请哪位律师答复")


class AskBackFacts(Facts):
    """Something the answer depends on."""

    asked_back: Sealed = Field(title="还要问清什么", min_length=2)


class MoreFacts(Facts):
    """What somebody adds, or asks next."""

    more_said: Sealed = Field(title="补充，或者接着问", min_length=1)


class AnswerFacts(Facts):
    """The answer, with what it rests on."""

    answer: Sealed = Field(title="答复", min_length=4, description="先说结论，再说依据和下一步怎么办")
    answer_law: SealedLine = Field("", title="依据的法条", description="例如：民法典第675条")
    told_of_aid: bool = Field(False, title="已提示可以申请法律援助，并告知条件和程序")


class Outcome(Choice):
    """How a consultation ended."""

    ANSWERED = "answered", "问清楚了"
    CARRIED = "carried", "转为办理事项"
    NO_REPLY = "no_reply", "联系不上，没有再问"


class ConsultationEndFacts(Facts):
    """The thread is closed; it can be found again by its number."""

    consultation_outcome: Outcome = Field(Outcome.ANSWERED, title="结果")


class CarriedFacts(Facts):
    """The question became a matter: what had been said went with it."""

    carried_number: Text = Field(title="办理事项的编号", pattern=r"^20[0-9]{2}-[0-9]{4}-[0-9]{4}$")
    carried_to: Text = Field(title="办的是什么", max_length=40)

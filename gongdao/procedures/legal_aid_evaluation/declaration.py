"""The evaluation of one closed matter by a colleague: a child of it. It speaks of the work, never of the recipient.

Source: 法律援助法 arts. 57, 59. The points looked at are our own; the ministry's quality standard is not on file.
"""

from datetime import date

from pydantic import Field

from gongdao.law.names import LEGAL_AID_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import Actor, Effect, Paper, Place, Procedure, State, Step, guard
from gongdao.procedures.engine.facts import Facts, Sealed, StaffRef

QUALITY = LEGAL_AID_LAW.article(57, 1, phrase="第三方评估等方式定期进行质量考核")
FILE_CHECK = LEGAL_AID_LAW.article(59, 1, phrase="庭审旁听、案卷检查")


class Done(Choice):
    """How one part of the work was done."""

    WELL = "well", "做到了"
    PARTLY = "partly", "部分做到"
    NOT = "not", "没有做到"
    NONE = "none", "这件事里没有"


class EvaluatorFacts(Facts):
    """Who reads the file."""

    evaluator: StaffRef = Field(title="请谁评估")


class EvaluationFacts(Facts):
    """What the colleague found in the file."""

    evaluator_no_conflict: bool = Field(title="我没有参与这件事，与各方也没有利害关系")
    met_in_time: Done = Field(title="及时会见、联系受援人")
    facts_gathered: Done = Field(title="查清事实、收集证据")
    law_applied: Done = Field(title="适用法律、提出主张")
    recipient_informed: Done = Field(title="通报进展、解释结果")
    evaluation: Sealed = Field(title="评估意见和建议", min_length=6)


@guard(QUALITY)
def evaluator_is_named(case: Case) -> bool:
    """还没有确定请谁评估"""
    return case.has("name_evaluator")


STATES = (
    State(code="asked", title="等待评估", meaning="案卷已经送去，请没有参与的同行评估。"),
    State(code="done", title="评估完成", meaning="同行的意见已经记录。", final=True),
)

STEPS = (
    Step(
        code="name_evaluator", title="确定评估人", source=("asked",), target=None, by=(Actor.COMMITTEE, Actor.HEAD), private=True,
        asks=EvaluatorFacts, cites=(QUALITY,), effect=Effect.ASSIGN, effect_fact="evaluator",
    ),
    Step(
        code="evaluate", title="写评估意见", place=Place.NEXT, source=("asked",), target="done", by=(Actor.REVIEWER,), private=True,
        asks=EvaluationFacts, cites=(QUALITY, FILE_CHECK), only_if=(evaluator_is_named,), reports="evaluated", produces=("evaluation_form",),
    ),
)  # fmt: skip

PAPERS = (
    Paper(
        code="evaluation_form", title="法律援助案件同行评估表", slot=16, template="legal_aid_evaluation/evaluation_form", cites=(QUALITY,),
    ),
)  # fmt: skip

LEGAL_AID_EVALUATION = Procedure(
    code="legal_aid_evaluation",
    title="法律援助同行评估",
    effective=date(2022, 1, 1),
    initial="asked",
    summary="事情办完以后，请没有参与的同行看案卷，说说办得怎么样。只评办案，不评受援人。",
    states=STATES,
    steps=STEPS,
    papers=PAPERS,
    held_by=Actor.REVIEWER,
    offices=("legal_aid",),
)

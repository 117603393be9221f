"""What the forms of a warning ask. Nothing here is about a person, and a note should name nobody."""

from datetime import date

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import Facts, Sealed, StaffRef

MOST_LETTERS = 1000
_NAMELESS = "只写地方和办法，不写人名、住址、证件号和电话。"


class Measure(Choice):
    """What a bureau can do about a kind of dispute in an area. Nothing here is done about a person."""

    EDUCATION = "education", "开展法治宣传教育"
    VISIT = "visit", "走访有关场所和单位"
    LOOK = "look", "排查同类纠纷隐患"
    STAFF = "staff", "增派调解员"
    JOINT = "joint", "会同有关部门处理"
    NONE = "none", "暂不采取措施"


class Verdict(Choice):
    """What a warning turned out to be."""

    RIGHT = "right", "确有其事"
    WRONG = "wrong", "虚惊一场"
    UNCLEAR = "unclear", "说不清"


class AnswerAsked(Facts):
    """What is to be done, by whom, by when."""

    measures: list[Measure] = Field(title="准备采取的措施", min_length=1)
    note: Sealed = Field(title="怎么做", description=_NAMELESS, min_length=1, max_length=MOST_LETTERS)
    responsible: StaffRef = Field(title="谁负责")
    due_on: date = Field(title="什么时候以前办完")


class DoneAsked(Facts):
    """What has been done."""

    measures: list[Measure] = Field(title="采取了哪些措施", min_length=1)
    note: Sealed = Field(
        title="做了什么、看到什么", description=_NAMELESS, min_length=1, max_length=MOST_LETTERS
    )
    done_on: date = Field(title="哪天办完的")


class JudgeAsked(Facts):
    """Whether the warning was right."""

    verdict: Verdict = Field(title="这次预警")
    note: Sealed = Field(title="理由", description=_NAMELESS, min_length=1, max_length=MOST_LETTERS)

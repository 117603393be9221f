"""The people's-mediation return (人民调解案件统计), column by column.

A figure is found by its column's code, never by its position, so columns cannot shift against each other. Columns of
one part split the same matters: every matter is counted in exactly one of them, and their sum is the number of
cases (``SUMS``). Every figure adds up over months and over units, because each case counts in one month only. The layout (cases, people, successes, difficult ones, amount, 6 kinds of committee, 8 sources, 18 kinds, 2 forms) is
the one in use; with the serial number and the unit it has 41 columns. The bulletin's additions follow.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from gongdao.trends.lake.places import COMMITTEES
from gongdao.trends.lake.sources import REFERRED, SOURCES
from gongdao.triage.kinds import FIRST_LEVEL

if TYPE_CHECKING:
    import ibis.expr.types as ir

Condition = Callable[["ir.Table"], "ir.BooleanValue"]


class Part(StrEnum):
    """Columns that belong together; the value is the heading above them."""

    BASIC = "基本情况"
    COMMITTEE = "按调委会类别"
    SOURCE = "按案件来源"
    KIND = "按纠纷种类"
    FORM = "按协议形式"
    OUTCOME = "协议落实情况"
    ADDED = "通报增列"


class Unit(StrEnum):
    """What a figure is counted in."""

    MATTERS = "件"
    PEOPLE = "人"
    YUAN = "元"


@dataclass(frozen=True, slots=True)
class Column:
    """One figure. ``when`` says which cases it counts (None: not collected, and so not counted), ``day`` the column of
    ``cases`` whose day must lie in the period; ``adds`` names the column that is added up instead of counting."""

    code: str
    title: str
    part: Part
    definition: str
    when: Condition | None = None
    unit: Unit = Unit.MATTERS
    adds: str | None = None
    day: str = "concluded"

    @property
    def collected(self) -> bool:
        """Whether the facts for it are collected at all."""
        return self.when is not None


NOT_COLLECTED = "不统计"
_COHORT = "期内调解终结的案件：受理以后，第一次达成协议或者以别的方式结束，以发生的那一天为准。"


def _all(c: "ir.Table") -> "ir.BooleanValue":
    return c.matter.notnull()


def _agreed(c: "ir.Table") -> "ir.BooleanValue":
    return c.agreed.notnull()


def _is(name: str, *values: str) -> Condition:
    return lambda c: c[name].isin(values)


BASIC = (
    Column("cases", "案件数", Part.BASIC, _COHORT, _all),
    Column("people", "涉及人数", Part.BASIC, "上述案件登记的涉及人数之和。", _all, Unit.PEOPLE, "people"),
    Column("agreed", "调解成功", Part.BASIC, "上述案件中达成调解协议的，不论是否已经履行。", _agreed),
    Column("difficult", "疑难复杂", Part.BASIC, "办理记录里没有这一项：法律没有规定标准，系统不收集，也不推算。"),
    Column("amount", "协议涉及金额", Part.BASIC, "上述协议约定给付的金额之和。", _agreed, Unit.YUAN, "agreed_fen"),
)  # fmt: skip
COMMITTEE = tuple(
    Column(f"committee_{code}", title, Part.COMMITTEE, f"由{title}调解委员会办理的。", _is("committee", code))
    for code, title in COMMITTEES.items()
)
SOURCE = (
    Column("source_application", "依申请", Part.SOURCE, "当事人申请的。", _is("source", "application")),
    Column("source_own", "主动调解", Part.SOURCE, "调委会发现纠纷、主动调解的。", _is("source", "own")),
    Column("source_referred", "接受委托移送", Part.SOURCE, "下面五栏之和。", _is("source", *REFERRED)),
    *(
        Column(f"source_{code}", SOURCES[code], Part.SOURCE, f"由{SOURCES[code]}告知、委托或移送的，按登记的单位名称归类。",
               _is("source", code))
        for code in REFERRED
    ),
)  # fmt: skip
KIND = tuple(
    Column(
        f"kind_{kind.code}",
        kind.title,
        Part.KIND,
        f"纠纷种类最后登记为“{kind.title}”的。",
        _is("kind", kind.code),
    )
    for kind in FIRST_LEVEL
)
FORM = (
    Column(
        "form_oral", "口头协议", Part.FORM, "达成口头协议、没有再写成协议书的。", lambda c: c.form == "oral"
    ),
    Column("form_written", "书面协议", Part.FORM, "制作了调解协议书的。", lambda c: c.form == "written"),
)
OUTCOME = (
    Column("performed", "履行完毕", Part.OUTCOME, "期内约定的事情全部做完的协议，不论哪一期达成。", _all, day="performed"),
    Column("confirmed", "司法确认", Part.OUTCOME, "期内法院裁定有效的协议，不论哪一期达成。", _all, day="confirmed"),
)  # fmt: skip
_NO_FACT = "办理记录里没有这一项，不推算。"
ADDED = (
    Column("no_crime_matters", "防止民转刑", Part.ADDED, _NO_FACT),
    Column("no_crime_people", "防止民转刑", Part.ADDED, _NO_FACT, unit=Unit.PEOPLE),
    Column("no_petition_matters", "防止群体性上访", Part.ADDED, _NO_FACT),
    Column("no_petition_people", "防止群体性上访", Part.ADDED, _NO_FACT, unit=Unit.PEOPLE),
    Column("screenings", "排查次数", Part.ADDED, _NO_FACT),
    Column("found", "排查发现", Part.ADDED, _NO_FACT),
    Column("prevented", "预防", Part.ADDED, _NO_FACT),
)
COLUMNS: tuple[Column, ...] = (*BASIC, *COMMITTEE, *SOURCE, *KIND, *FORM, *OUTCOME, *ADDED)
BY_CODE = {column.code: column for column in COLUMNS}

# Sums that hold in every row, whatever was counted: whole → its parts.
SUMS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("cases", tuple(c.code for c in COMMITTEE)),
    ("cases", ("source_application", "source_own", "source_referred")),
    ("source_referred", tuple(f"source_{code}" for code in REFERRED)),
    ("cases", tuple(c.code for c in KIND)),
    ("agreed", ("form_oral", "form_written")),
)

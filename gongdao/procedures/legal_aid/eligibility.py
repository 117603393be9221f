"""Eligibility, rule by rule: what each article asks, what was told, what follows. A named person decides.

Four questions that are never merged: is it a matter of legal aid (arts. 24–33); is there a condition of means at
all (art. 32); if so, must the means be checked (art. 42); if so, how (art. 41), and against which line (art. 34).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from gongdao.law.citation import Citation
from gongdao.procedures.engine.case import Case
from gongdao.procedures.legal_aid.grounds import (
    LAA,
    MATTER_LAW,
    NO_CHECK_LAW,
    NO_MEANS_LAW,
    AidMatter,
    NoCheckGround,
    NoMeansGround,
)
from gongdao.procedures.legal_aid.settings import ASSET_LINE, INCOME_LINE

CONDITION = LAA.article(32, 1, phrase="不受经济困难条件的限制")
NO_CHECK = LAA.article(42, 1, phrase="免予核查经济困难状况")
SHOWN = LAA.article(41, 2, phrase="个人诚信承诺")
LINE = LAA.article(34, 1, phrase="由省、自治区、直辖市人民政府根据本")
LISTED = LAA.article(31, 1, phrase="因经济困难没有委托代理人的")


class Answer(StrEnum):
    """What follows from one rule."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"
    OPEN = "open"  # something has still to be said or looked at


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: what it asks, what was told, and what follows."""

    rule: str
    told: str
    answer: Answer
    follows: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """What is known of the means and the lines in force, in yuan; None where it is not."""

    income: Decimal | None = None
    assets: Decimal | None = None
    income_line: int | None = None
    asset_line: int | None = None

    def within(self) -> bool | None:
        """Whether the means are within the lines; None while that cannot be said."""
        if self.income is None or self.income_line is None:
            return None
        if self.asset_line is not None and self.assets is not None and self.assets > self.asset_line:
            return False
        return self.income <= self.income_line


def rows_of(case: Case, told: Mapping[str, Any]) -> list[Row]:
    """The table of a case; ``told`` are its latest facts with the sealed ones opened."""
    income = told.get("checked_income") or told.get("monthly_income")
    means = Means(
        income=Decimal(income) if income else None,
        assets=Decimal(told["assets"]) if told.get("assets") else None,
        income_line=case.setting(INCOME_LINE),
        asset_line=case.setting(ASSET_LINE),
    )
    return explain(told, means)


def explain(told: Mapping[str, Any], means: Means) -> list[Row]:
    """The table for what an application told; later rules are not asked where an earlier one settles them."""
    return list(_rows(told, means))


def _rows(told: Mapping[str, Any], means: Means) -> Iterator[Row]:
    yield _matter(AidMatter(told.get("aid_matter") or AidMatter.NOT_LISTED))
    ground = NoMeansGround(told.get("no_means_ground") or NoMeansGround.NONE)
    status = NoCheckGround(told.get("no_check_ground") or NoCheckGround.NONE)
    yield _condition(ground)
    yield _check(ground, status, bool(told.get("status_paper")))
    is_settled = ground is not NoMeansGround.NONE or (
        status is not NoCheckGround.NONE and bool(told.get("status_paper"))
    )
    yield _proof(bool(told.get("pledge_made")), told.get("means_shown") == "data", is_settled)
    yield _line(means, is_settled)


def _matter(matter: AidMatter) -> Row:
    cite = MATTER_LAW.get(matter)
    return Row(
        "是不是法律援助的事项",
        matter.label,
        Answer.YES if cite else Answer.OPEN,
        "在法律援助的范围里" if cite else "请问清楚属于哪一类；确实不在范围里的，才可以不予援助",
        (cite or LISTED,),
    )


def _condition(ground: NoMeansGround) -> Row:
    if ground is NoMeansGround.NONE:
        return Row("看不看经济条件", ground.label, Answer.YES, "要看经济条件", (CONDITION,))
    return Row(
        "看不看经济条件",
        ground.label,
        Answer.NO,
        "不受经济困难条件限制，下面三条都不问",
        (NO_MEANS_LAW[ground],),
    )


def _check(ground: NoMeansGround, status: NoCheckGround, has_paper: bool) -> Row:
    rule = "核不核查经济状况"
    if ground is not NoMeansGround.NONE:
        return Row(rule, "—", Answer.NOT_ASKED, "不看经济条件，自然不核查", (CONDITION,))
    if status is NoCheckGround.NONE:
        return Row(rule, status.label, Answer.YES, "要核查", (NO_CHECK,))
    if not has_paper:
        return Row(
            rule,
            f"{status.label}，还没有交证明材料",
            Answer.OPEN,
            "交了材料就免予核查",
            (NO_CHECK_LAW[status],),
        )
    return Row(
        rule, f"{status.label}，有材料证明", Answer.NO, "免予核查经济困难状况", (NO_CHECK_LAW[status],)
    )


def _proof(pledged: bool, data: bool, is_settled: bool) -> Row:
    rule = "经济情况怎么说明"
    if is_settled:
        return Row(rule, "—", Answer.NOT_ASKED, "不需要说明", (SHOWN,))
    if data:
        return Row(rule, "同意信息共享查询", Answer.YES, "由法律援助机构查询，不得要求另开证明", (SHOWN,))
    if pledged:
        return Row(rule, "已作诚信承诺", Answer.YES, "承诺即可，不得要求另开证明", (SHOWN,))
    return Row(rule, "还没有承诺，也没有同意查询", Answer.OPEN, "请选一样：诚信承诺，或者同意查询", (SHOWN,))


def _line(means: Means, is_settled: bool) -> Row:
    rule = "符不符合本地经济困难标准"
    if is_settled:
        return Row(rule, "—", Answer.NOT_ASKED, "不适用", (LINE,))
    within = means.within()
    if means.income_line is None:
        return Row(rule, "本机构没有填写标准", Answer.OPEN, "请先按省级规定填写标准和起用日期", (LINE,))
    if within is None:
        return Row(rule, "没有说收入", Answer.OPEN, "请问清楚人均月收入", (LINE,))
    told = f"人均月收入{means.income}元，标准{means.income_line}元"
    if means.asset_line is not None and means.assets is not None:
        told += f"；资产{means.assets}元，标准{means.asset_line}元"
    follows = "在标准以内" if within else "超过标准；作决定前请再核实一次"
    return Row(rule, told, Answer.YES if within else Answer.NO, follows, (LINE,))

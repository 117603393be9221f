"""From the fields of a form or a query string to a question, with refusals in plain Chinese."""

import re
from collections.abc import Mapping
from datetime import date

from gongdao.trends.statistics.measures import MEASURES
from gongdao.trends.statistics.periods import Month, span
from gongdao.trends.statistics.tables import DIMENSIONS, Key, Question

OFFERED = ("county", "township", "kind", "finer_kind", "month", "office", "source", "committee", "form")
UNKNOWN = "-"  # a dimension's value that is not known
_MONTH = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$")
_MOST_MONTHS = 120


class NotAQuestion(ValueError):
    """The text says why in Chinese."""


def question_of(params: Mapping[str, str], *, offices: frozenset[str] | None, today: date) -> Question:
    """measure, rows, columns, first, last (months), and ``only_<dimension>``; what is missing has a default."""
    rows = _one_of(params.get("rows") or "county", OFFERED, "行")
    columns = _one_of(params.get("columns") or "kind", OFFERED, "列")
    if rows == columns:
        raise NotAQuestion("行和列要选不同的项目。")
    measure = MEASURES[_one_of(params.get("measure") or "opened", tuple(MEASURES), "指标")]
    first, last = default_months(today)
    first = _month(params.get("first"), first)
    last = _month(params.get("last"), last)
    if last < first:
        raise NotAQuestion("结束的月份不能早于开始的月份。")
    if (last.year - first.year) * 12 + last.month - first.month >= _MOST_MONTHS:
        raise NotAQuestion("一次最多看十年。")
    only = {
        name: key_of(name, params[f"only_{name}"]) for name in DIMENSIONS if params.get(f"only_{name}", "")
    }
    return Question(measure, rows, columns, span(first, last), offices, only)


def default_months(today: date) -> tuple[Month, Month]:
    """The last twelve months with this one."""
    return Month(today.year - 1, today.month).next, Month.of(today)


def key_of(dimension: str, text: str) -> Key:
    """A value as it stands in an address: '-' for not known."""
    if text == UNKNOWN:
        return None
    if dimension == "month":
        if not text.isdecimal() or len(text) > 6:
            raise NotAQuestion("月份要写成 202603 这样。")
        return int(text)
    return text[:60]


def text_of(key: Key) -> str:
    """The reverse of ``key_of``."""
    return UNKNOWN if key is None else str(key)


def _one_of(value: str, known: tuple[str, ...], what: str) -> str:
    if value not in known:
        raise NotAQuestion(f"{what}不能选“{value[:20]}”。")
    return value


def _month(text: str | None, default: Month) -> Month:
    if not text:
        return default
    found = _MONTH.match(text)
    if found is None or not 1950 <= int(found[1]) <= 2200:
        raise NotAQuestion(f"月份要写成 2026-03 这样，不能是“{text[:20]}”。")
    return Month(int(found[1]), int(found[2]))

"""How dates, sums and blanks are worded on paper."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.amounts import amount_in_words

BLANK = "　　　　　　"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def chinese_day(value: Any) -> str:
    """2025年3月7日, from a date, a moment or their ISO text; room to write in for none."""
    if not value:
        return "　　年　　月　　日"
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, datetime):
        value = value.astimezone(SHANGHAI).date()
    return f"{value.year}年{value.month}月{value.day}日"


def chinese_moment(value: datetime | str) -> str:
    """2025年3月7日9时05分, from a moment or its ISO text (Shanghai where it names no zone)."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    local = value.astimezone(SHANGHAI) if value.tzinfo else value
    return f"{chinese_day(local)}{local.hour}时{local:%M}分"


def money(value: Any) -> str:
    """1,200.00元（壹仟贰佰元整）."""
    if value in (None, ""):
        return ""
    amount = Decimal(str(value))
    return f"{amount:,.2f}元（人民币{amount_in_words(amount)}）"


def or_blank(value: Any) -> str:
    """The value, or room to write it in by hand."""
    return str(value) if value not in (None, "") else BLANK


def yes_no(value: Any) -> str:
    """是 or 否."""
    return "是" if value else "否"


def row_number(value: int) -> str:
    """第一, 第二 … as digits of Chinese (1–99)."""
    tens, ones = divmod(value, 10)
    if tens == 0:
        return str(ones).translate(_DIGITS)
    head = "十" if tens == 1 else f"{str(tens).translate(_DIGITS)}十"
    return head + (str(ones).translate(_DIGITS) if ones else "")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "day": chinese_day,
    "moment": chinese_moment,
    "money": money,
    "or_blank": or_blank,
    "yes_no": yes_no,
    "cn": row_number,
}

"""What can be counted, as data: the day that places a matter in a period, and what is added up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Adds(StrEnum):
    """What is added up over the matters of a cell."""

    MATTERS = "matters"
    PEOPLE = "people"
    FEN = "fen"
    DAYS = "days"  # not added: the median


@dataclass(frozen=True, slots=True)
class Measure:
    """``day`` is the column of ``cases`` that must lie in the period; ``column`` what is added, ``since`` where days
    begin. ``definition`` is what a page says about the figure."""

    code: str
    title: str
    unit: str
    day: str
    definition: str
    adds: Adds = Adds.MATTERS
    column: str = "matter"
    since: str = "opened"


MEASURES: Mapping[str, Measure] = {
    measure.code: measure
    for measure in (
        Measure("opened", "新登记", "件", "opened", "期内登记的人民调解事项，不论后来是否受理。"),
        Measure("accepted", "受理", "件", "accepted", "期内受理的人民调解事项。"),
        Measure("concluded", "调解终结", "件", "concluded", "期内第一次达成协议，或者受理后以别的方式结束的。"),
        Measure("agreed", "达成协议", "件", "agreed", "期内协议第一次生效的：书面的签字盖章之日，口头的达成之日。"),
        Measure("performed", "履行完毕", "件", "performed", "期内约定的事情全部做完的。"),
        Measure("confirmed", "司法确认", "件", "confirmed", "期内法院裁定协议有效的。"),
        Measure("people", "涉及人数", "人", "concluded", "期内调解终结的事项登记的涉及人数之和。",
                Adds.PEOPLE, "people"),
        Measure("agreed_fen", "协议涉及金额", "元", "agreed", "期内生效的协议约定给付的金额之和。",
                Adds.FEN, "agreed_fen"),
        Measure("days_to_agree", "从登记到达成协议", "天（中位数）", "agreed", "期内达成协议的，从登记到协议生效的天数，取中间值。",
                Adds.DAYS, "agreed"),
        Measure("days_to_perform", "从协议到履行完毕", "天（中位数）", "performed", "期内履行完毕的，从协议生效到全部做完的天数，取中间值。",
                Adds.DAYS, "performed", "agreed"),
    )
}  # fmt: skip

"""A warning made by hand, for the small county of tests.world."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gongdao.trends.warnings.actions import open_warnings
from gongdao.trends.warnings.alarms import Alarm, Place
from gongdao.trends.warnings.models import AreaWarning
from tests.world import now_on

WEEK = date(2025, 5, 26)
ALARM = Alarm(
    kind="migrant_wages", level="township", week=WEEK, starts=date(2025, 5, 5), ends=date(2025, 6, 1), observed=14,
    expected=3.2, once_in=8.0, promise=1.0, places=(Place("990101100", 14, 3.2),), method="与往年同期相比，连续四周明显偏多。",
    recipe={"seed": 1, "replicates": 999, "lake": "0" * 64},
)  # fmt: skip
AT = now_on("2025-06-02")


def alarm(**more: Any) -> Alarm:
    return replace(ALARM, **more)


def later(weeks: int, **more: Any) -> Alarm:
    """The same rise seen some weeks later."""
    return alarm(week=WEEK + timedelta(weeks=weeks), ends=ALARM.ends + timedelta(weeks=weeks), **more)


def a_warning(**more: Any) -> AreaWarning:
    (opened,) = open_warnings([alarm(**more)], at=AT)
    return opened

"""The city's map, and what its watch said in the weeks of its rises: the first warning was answered, done and judged,
the second is being worked on, what is new waits."""

from datetime import datetime, timedelta
from pathlib import Path

from gongdao.law.calendar import SHANGHAI
from gongdao.people.models import Account
from gongdao.trends.maps.actions import import_boundaries
from gongdao.trends.warnings.actions import answer, judge, open_warnings, report_done
from gongdao.trends.warnings.asked import Measure, Verdict
from gongdao.trends.warnings.computing import compute
from gongdao.trends.warnings.models import AreaWarning
from gongdao.trends.warnings.queries import assignable

_MAP = Path(__file__).with_name("minghe.geojson")
_WATCHED = (38, 37, 18, 17, 1, 0)  # weeks ago: when a rise was going on, see rises.py
_CHIEF = "minghe.chief"


def put_on_the_map(now: datetime) -> None:
    """Where the townships lie."""
    import_boundaries(_MAP.read_text(), at=now)


def watch_the_past(now: datetime) -> None:
    """Warnings as the nightly run would have opened them, and what people made of the first two."""
    for ago in _WATCHED:
        at = now - timedelta(weeks=ago)
        open_warnings(compute(at.astimezone(SHANGHAI).date()).alarms, at=at)
    chief = Account.objects.get(username=_CHIEF)
    old = [one for one in AreaWarning.objects.order_by("week") if now - one.opened_at > timedelta(weeks=8)]
    for number, warning in enumerate(old[:2]):
        _answer(warning, chief, done=number == 0)


def _answer(warning: AreaWarning, chief: Account, *, done: bool) -> None:
    """Answered on the next day; the first was done within three weeks and judged afterwards."""
    at = warning.opened_at + timedelta(days=1)
    measures = [Measure.EDUCATION.value, Measure.VISIT.value]
    answer(
        warning, by=chief, at=at, measures=measures, note="走访有关小区和单位，讲清楚怎样定价、怎样投诉。",
        responsible=assignable(warning, at.date())[0], due_on=at.date() + timedelta(days=30), key=f"demo-answer-{warning.pk}",
    )  # fmt: skip
    if done:
        at += timedelta(days=20)
        report_done(
            warning, by=chief, at=at, measures=measures, note="走访三个小区，开了两场说明会。", done_on=at.date(),
            key=f"demo-done-{warning.pk}",
        )  # fmt: skip
        at += timedelta(days=20)
        judge(
            warning, by=chief, at=at, verdict=Verdict.RIGHT.value, note="新物业公司一次涨价，确有其事。",
            key=f"demo-judge-{warning.pk}",
        )  # fmt: skip

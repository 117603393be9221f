"""Reading clocks: a deadline is computed from what happened, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from gongdao.law.calendar import SHANGHAI, Deadline, Pause
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Clock


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock as it stands: when it started and stopped, when it ends (None while paused), and why."""

    clock: Clock
    started: datetime
    stopped: datetime | None
    paused: bool
    deadline: Deadline | None

    def running(self) -> bool:
        """Whether somebody still has to act."""
        return self.stopped is None

    def overdue(self, at: datetime) -> bool:
        """Whether the end has passed with nobody having acted in time."""
        if self.deadline is None:
            return False
        return (self.stopped or at) > self.deadline.due_at


def read_clock(clock: Clock, case: Case) -> Reading | None:
    """The clock's reading, or None where it does not apply, has no amount or has not started."""
    amount = case.setting(clock.amount)
    if amount is None or (clock.applies_if and not clock.applies_if(case)):
        return None
    started = _started(clock, case)
    if started is None:
        return None
    index, moment = started
    later = case.happened[index + 1 :]
    stop = next((event for event in later if event.step in clock.stops), None)
    pauses = _pauses(clock, case, index)
    deadline = case.calendar.deadline(moment, amount, clock.unit, pauses)
    return Reading(
        clock=clock,
        started=moment,
        stopped=case.moment(stop) if stop else None,
        paused=deadline is None,
        deadline=_extended(clock, case, deadline),
    )


def read_clocks(case: Case) -> Sequence[Reading]:
    """Every clock that has started, the soonest end first; paused ones last."""
    readings = [reading for clock in case.procedure.clocks if (reading := read_clock(clock, case))]
    far = datetime.max.replace(tzinfo=SHANGHAI)
    return sorted(readings, key=lambda r: r.deadline.due_at if r.deadline else far)


def next_due(case: Case) -> datetime | None:
    """The soonest end that somebody still has to meet."""
    return next((r.deadline.due_at for r in read_clocks(case) if r.running() and r.deadline), None)


def _started(clock: Clock, case: Case) -> tuple[int, datetime] | None:
    """The position and the moment of the latest starting event."""
    for index in range(len(case.happened) - 1, -1, -1):
        event = case.happened[index]
        for on in clock.starts:
            if event.step == on.step:
                return index, case.moment(event, on.fact)
    return None


def _pauses(clock: Clock, case: Case, since: int) -> list[Pause]:
    """Days that do not count, as (stops, runs on again) pairs of steps; the last may be open."""
    pauses = []
    for begin, end in clock.pauses:
        opened = None
        for event in case.happened[since:]:
            if event.step == begin and opened is None:
                opened = case.moment(event)
            elif event.step == end and opened is not None:
                pauses.append(Pause(_day(opened), _day(case.moment(event))))
                opened = None
        if opened is not None:
            pauses.append(Pause(_day(opened), None))
    return pauses


def _day(moment: datetime):  # type: ignore[no-untyped-def]
    return moment.astimezone(SHANGHAI).date()


def _extended(clock: Clock, case: Case, deadline: Deadline | None) -> Deadline | None:
    """The later day the parties agreed on, where the article lets them."""
    if clock.extended_by is None or deadline is None:
        return deadline
    agreed = case.latest_moment(clock.extended_by)
    if agreed is None or agreed.date() <= deadline.last_day:
        return deadline
    due_at = datetime.combine(agreed.date(), time(23, 59, 59), SHANGHAI)
    return Deadline(agreed.date(), due_at, (*deadline.reasons, f"各方约定延长到{agreed:%Y年%-m月%-d日}"))

"""Reading clocks: a deadline is computed from what happened, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from gongdao.law.calendar import SHANGHAI, Deadline, Pause
from gongdao.procedures.engine.case import Case, Happened, as_moment
from gongdao.procedures.engine.declaration import PARTIES, Clock, Due, Schedule


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock as it stands: when it started and stopped, when it ends (None while paused), and why."""

    clock: Clock | Schedule
    title: str
    started: datetime
    stopped: datetime | None
    paused: bool
    deadline: Deadline | None

    def running(self) -> bool:
        """Whether somebody still has to act."""
        return self.stopped is None

    @property
    def binds_staff(self) -> bool:
        """Whether an office must act; a right that only the parties may use or let lapse is not overdue work."""
        return not self.clock.who or bool(set(self.clock.who) - set(PARTIES))

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
    stop = _stop(clock, case.happened[index + 1 :])
    pauses = _pauses(clock, case, index)
    deadline = case.calendar.deadline(moment, amount, clock.unit, pauses)
    return Reading(
        clock=clock,
        title=clock.title,
        started=moment,
        stopped=case.moment(stop) if stop else None,
        paused=deadline is None and stop is None,
        deadline=_extended(clock, case, deadline),
    )


def read_clocks(case: Case) -> Sequence[Reading]:
    """Every clock that has started, the soonest end first; paused ones last."""
    readings = [reading for clock in case.procedure.clocks if (reading := read_clock(clock, case))]
    for schedule in case.procedure.schedules:
        readings += [_read_due(schedule, due, case) for due in schedule.dues(case)]
    far = datetime.max.replace(tzinfo=SHANGHAI)
    return sorted(readings, key=lambda r: r.deadline.due_at if r.deadline else far)


def next_due(case: Case) -> datetime | None:
    """The soonest end that the office still has to meet."""
    waiting = (r for r in read_clocks(case) if r.running() and r.binds_staff and r.deadline)
    return next((r.deadline.due_at for r in waiting if r.deadline), None)


def _read_due(schedule: Schedule, due: Due, case: Case) -> Reading:
    """A day the people agreed on; it does not roll over a day off unless they said so."""
    due_at = datetime.combine(due.day, time(23, 59, 59), SHANGHAI)
    return Reading(
        clock=schedule,
        title=due.title,
        started=case.happened[-1].at if case.happened else case.now,  # a child may owe before it begins
        stopped=as_moment(due.done_at),
        paused=False,
        deadline=Deadline(due.day, due_at, (f"各方约定的日期：{due.day:%Y年%-m月%-d日}",)),
    )


def _started(clock: Clock, case: Case) -> tuple[int, datetime] | None:
    """The position and the moment of the latest starting event; -1 for one of the parent."""
    for on in clock.starts:
        if on.of_parent and (moment := case.latest_moment(on)):
            return -1, moment
    for index in range(len(case.happened) - 1, -1, -1):
        event = case.happened[index]
        for on in clock.starts:
            if event.step == on.step and not on.of_parent and (moment := case.moment_of(event, on)):
                return index, moment
    return None


def _stop(clock: Clock, later: Sequence[Happened]) -> Happened | None:
    """The event that stopped the clock: the first one since it last ran."""
    stop = None
    for event in later:
        if event.step in clock.reopened_by:
            stop = None
        elif stop is None and event.step in clock.stops:
            stop = event
    return stop


def _pauses(clock: Clock, case: Case, since: int) -> list[Pause]:
    """Days that do not count, as (stops, runs on again) pairs of steps; the last may be open."""
    pauses = []
    for begin, end in clock.pauses:
        opened = None
        for event in case.happened[max(since, 0) :]:
            if event.step == begin and opened is None:
                opened = case.moment(event)
            elif event.step == end and opened is not None:
                pauses.append(Pause(_day(opened), _day(case.moment(event))))
                opened = None
        if opened is not None:
            pauses.append(Pause(_day(opened), None))
    return pauses


def _day(moment: datetime) -> date:
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

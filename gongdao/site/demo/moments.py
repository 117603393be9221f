"""When things happen in the city: offices act on working days in working hours, people write at any time."""

from datetime import date, datetime, time, timedelta
from random import Random

from gongdao.law.calendar import SHANGHAI, Calendar

_OFFICE_HOURS = (9, 10, 11, 14, 15, 16)
_EVENING = (7, 8, 9, 12, 13, 18, 19, 20, 21, 22)


def office_moment(after: datetime, days: int, rng: Random, calendar: Calendar) -> datetime:
    """A moment in office hours some days after ``after``, never before it; a day off moves on."""
    local = after.astimezone(SHANGHAI)
    day = local.date() + timedelta(days=days)
    if days == 0 and calendar.is_working_day(day) and _OFFICE_HOURS[0] <= local.hour < _OFFICE_HOURS[-1]:
        return local + timedelta(minutes=rng.randint(4, 50))
    if days == 0:
        day += timedelta(days=1)
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return _at(day, rng.choice(_OFFICE_HOURS), rng)


def any_moment(after: datetime, days: int, rng: Random) -> datetime:
    """A moment at which somebody sits down at home, at least an hour after ``after``."""
    local = after.astimezone(SHANGHAI)
    if days == 0:
        return local + timedelta(minutes=rng.randint(60, 200))
    return _at(local.date() + timedelta(days=days), rng.choice(_EVENING), rng)


def on_day(day: date, rng: Random, calendar: Calendar, *, office: bool) -> datetime:
    """A moment on this day, or on the next working day for somebody who comes to the office."""
    while office and not calendar.is_working_day(day):
        day += timedelta(days=1)
    return _at(day, rng.choice(_OFFICE_HOURS if office else _EVENING), rng)


def _at(day: date, hour: int, rng: Random) -> datetime:
    return datetime.combine(day, time(hour, rng.randrange(60), rng.randrange(60)), SHANGHAI)

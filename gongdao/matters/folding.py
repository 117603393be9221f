"""From a matter's events to its case."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol

from django.conf import settings

from gongdao.law.calendar import Calendar, load_calendar
from gongdao.matters.models import Matter
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.declaration import Actor, Procedure
from gongdao.procedures.registry import procedure_version


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The working-day calendar with the office's yearly override file, if there is one."""
    path = settings.GONGDAO_VAR / "calendar.yaml"
    return load_calendar(path if path.exists() else None)


def declaration_of(matter: Matter) -> Procedure:
    """The declaration this matter began under."""
    return procedure_version(matter.procedure, matter.effective)


class Foldable(Protocol):
    """What a case needs of an event: the row itself, or as much of it as was read."""

    @property
    def step(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def actor(self) -> str: ...
    @property
    def facts(self) -> dict[str, Any]: ...


def fold(matter: Matter, events: Iterable[Foldable], now: datetime) -> Case:
    """The case of ``matter`` at ``now``, from events in order of ``seq``."""
    happened = tuple(Happened(e.step, e.at, Actor(e.actor), e.facts) for e in events)
    return Case(
        procedure=declaration_of(matter),
        now=now,
        calendar=calendar(),
        happened=happened,
        given_kind=matter.kind,
        settings=matter.office.settings or {},
        parent=fold(matter.parent, matter.parent.events.order_by("seq"), now) if matter.parent else None,
    )

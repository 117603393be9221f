"""A case: a procedure and what has happened in it so far. Everything else is read from these two.

A case is folded from its events; nothing about it is stored twice. Facts here are the event's JSON: sealed
texts and parties appear as pointers, never as raw personal data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from gongdao.law.calendar import SHANGHAI, Calendar
from gongdao.procedures.engine.declaration import Actor, On, Procedure, Setting
from gongdao.procedures.engine.marks import names_parties


@dataclass(frozen=True, slots=True)
class Happened:
    """One event as the engine sees it: which step, when it was noted down, in which capacity, with which facts."""

    step: str
    at: datetime
    actor: Actor
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """What is known at ``now``. ``given_kind`` is the kind of dispute a child takes over from its parent;
    ``settings`` the office's figures; ``parent`` the case a child belongs to, whose parties are its own."""

    procedure: Procedure
    now: datetime
    calendar: Calendar
    happened: tuple[Happened, ...] = ()
    given_kind: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    parent: "Case | None" = None

    @cached_property
    def state(self) -> str:
        """Where the events have led."""
        state = self.procedure.initial
        for event in self.happened:
            state = self.procedure.step_by_code[event.step].target or state
        return state

    @property
    def kind(self) -> str:
        """The kind of dispute: the latest fact named ``kind``, else the one given."""
        return self.fact("kind") or self.given_kind

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """The latest value of every fact; a fact has one name in the whole procedure."""
        merged: dict[str, Any] = {}
        for event in self.happened:
            merged.update(event.facts)
        return merged

    def fact(self, name: str, default: Any = None) -> Any:
        """The latest value of one fact."""
        return self.facts.get(name, default)

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """The side of every party by its reference: {"p1": "applicant"}; an amended party keeps its side."""
        found: dict[str, str] = dict(self.parent.parties) if self.parent else {}
        for event in self.happened:
            if names_parties(self.procedure.step_by_code[event.step].asks):
                _collect_parties(event.facts, found)
        return found

    def times(self, *steps: str) -> Sequence[Happened]:
        """Every time one of these steps was taken, in order."""
        return [event for event in self.happened if event.step in steps]

    def last(self, *steps: str) -> Happened | None:
        """The latest time one of these steps was taken."""
        return next((event for event in reversed(self.happened) if event.step in steps), None)

    def has(self, *steps: str) -> bool:
        """Whether one of these steps was ever taken."""
        return self.last(*steps) is not None

    def setting(self, value: int | Setting) -> int | None:
        """A number, or what the office has filled in for a setting; None while it has not."""
        if not isinstance(value, Setting):
            return value
        found = self.settings.get(value.name)
        return figure_on(found, self.began_on) if value.dated else found

    @property
    def began_on(self) -> date:
        """The day the case began in law; today while nothing has happened."""
        moment = self.moment(self.happened[0]) if self.happened else self.now
        return moment.astimezone(SHANGHAI).date()

    def moment(self, event: Happened, fact: str | None = None) -> datetime:
        """When the act took place in law: the day its fact names, else when it was noted down."""
        name = fact or self.procedure.step_by_code[event.step].dated_by
        value = event.facts.get(name) if name else None
        return as_moment(value) or event.at

    def latest_moment(self, on: On) -> datetime | None:
        """The latest moment of what ``on`` names, or None if it has not happened."""
        if on.of_parent:
            return self.parent.latest_moment(replace(on, of_parent=False)) if self.parent else None
        event = self.last(on.step)
        return None if event is None else self.moment_of(event, on)

    def moment_of(self, event: Happened, on: On) -> datetime | None:
        """The moment that ``on`` reads from this event."""
        if on.day:
            return as_moment(on.day(self))
        return as_moment(event.facts.get(on.fact)) if on.fact else self.moment(event)

    def after(self, event: Happened) -> "Case":
        """The case once this has happened too."""
        return replace(self, happened=(*self.happened, event), now=max(self.now, event.at))

    def at(self, now: datetime) -> "Case":
        """The same case looked at at another time."""
        return replace(self, now=now)


def figure_on(dated: Mapping[str, int] | None, day: date) -> int | None:
    """The figure in force on a day, of those filled in by the day from which they hold: {"2025-01-01": 1800}."""
    begun = [start for start in dated or {} if date.fromisoformat(start) <= day]
    return (dated or {})[max(begun)] if begun else None


def as_moment(value: Any) -> datetime | None:
    """A fact's date or time as a moment in Shanghai; a bare date is its first instant."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=SHANGHAI)
    if isinstance(value, date):
        return datetime.combine(value, time(), SHANGHAI)
    return None


def _collect_parties(value: Any, found: dict[str, str]) -> None:
    if isinstance(value, Mapping):
        if "party" in value and "side" in value and "seal" in value:
            found[value["party"]] = value["side"]
        else:
            for inner in value.values():
                _collect_parties(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _collect_parties(inner, found)

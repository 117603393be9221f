"""Reads: who can be asked for what, where, in which language; and how an entry came to be what it is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from gongdao.people.models import Area, StaffEvent
from gongdao.services.register.actions import PRACTICE_EVENT, PRACTITIONER_EVENT
from gongdao.services.register.fields import PRACTISES_IN, PracticeKind, PractitionerKind, ServiceField
from gongdao.services.register.models import Practice, Practitioner


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; empty means any."""

    field: str = ""
    language: str = ""
    area: Area | None = None
    name: str = ""


def practising(on: date) -> Q:
    """Who practises on a day."""
    return Q(ended_on=None) | Q(ended_on__gt=on)


def practitioners(
    kinds: tuple[PractitionerKind, ...], wanted: Wanted, on: date | None
) -> QuerySet[Practitioner]:
    """People of these kinds who fit, by area and name; on a day, or (None) also those who no longer practise."""
    found = Practitioner.objects.filter(kind__in=kinds).select_related("practice", "area")
    if on:
        found = found.filter(practising(on)).filter(
            Q(practice=None) | Q(practice__ended_on=None) | Q(practice__ended_on__gt=on)
        )
    if wanted.language:
        found = found.filter(pk__in=_with(found, "languages", wanted.language))
    if wanted.name:
        found = found.filter(Q(name__icontains=wanted.name) | Q(practice__name__icontains=wanted.name))
    return _of_field_and_area(found, wanted).order_by("area__code", "name", "pk")


def practices(kinds: tuple[PracticeKind, ...], wanted: Wanted, on: date | None) -> QuerySet[Practice]:
    """Bodies that fit, each with those who practise there; a language is that of somebody in it."""
    people = Practitioner.objects.order_by("name")
    found = Practice.objects.filter(kind__in=kinds).select_related("area")
    if on:
        people, found = people.filter(practising(on)), found.filter(practising(on))
    if wanted.language:
        found = found.filter(practitioners__in=_with(people, "languages", wanted.language)).distinct()
    if wanted.name:
        found = found.filter(name__icontains=wanted.name)
    found = _of_field_and_area(found, wanted).order_by("area__code", "name", "pk")
    return found.prefetch_related(Prefetch("practitioners", queryset=people, to_attr="people"))


def _of_field_and_area(found: QuerySet[Any], wanted: Wanted) -> QuerySet[Any]:
    if wanted.area:
        found = found.filter(area__path__startswith=wanted.area.path)
    if wanted.field:
        found = found.filter(pk__in=_with(found, "fields", wanted.field))
    return found


def _with(found: QuerySet[Any], column: str, value: str) -> list[int]:
    """The entries whose list holds this value: read here, because SQLite cannot look into a list of JSON."""
    return [pk for pk, held in found.order_by().values_list("pk", column) if value in held]


def languages_known(on: date) -> list[str]:
    """Every language that somebody who practises speaks."""
    kinds = [kind.value for kind in PRACTISES_IN]
    rows = Practitioner.objects.filter(practising(on), kind__in=kinds).values_list("languages", flat=True)
    return sorted({language for held in rows for language in held})


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an entry in words: when, by whom, what it said before and after."""

    at: datetime
    by: str
    lines: tuple[tuple[str, str, str], ...]


def history_of(entry: Practice | Practitioner) -> list[Change]:
    """Every change of an entry, newest first."""
    what = PRACTICE_EVENT if isinstance(entry, Practice) else PRACTITIONER_EVENT
    titles = {field.name: str(field.verbose_name) for field in type(entry)._meta.concrete_fields}
    events = StaffEvent.objects.filter(what=what, facts__entry=entry.pk).select_related("by").order_by("-pk")
    return [
        Change(
            event.at, event.by.display_name if event.by else "命令行",
            tuple(
                (titles.get(name, name), _words(name, before), _words(name, after))
                for name, (before, after) in event.facts["changed"].items()
            ),
        )
        for event in events
    ]  # fmt: skip


def _words(name: str, value: Any) -> str:
    if name == "fields":
        return "、".join(ServiceField(one).label for one in value or ())
    if name == "area" and value:
        return Area.objects.get(code=value).name
    if name == "practice" and value:
        return Practice.objects.get(code=value).name
    return "、".join(value) if isinstance(value, list) else str(value or "")

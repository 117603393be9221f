"""Reads: which warnings a person sees, where each stands, and how often earlier ones were right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from gongdao.matters.models import Matter
from gongdao.matters.queries import visible_to
from gongdao.people.models import Account, Area, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.trends.warnings.asked import Verdict
from gongdao.trends.warnings.models import Answer, AreaWarning
from gongdao.triage.kinds import finer_kinds


class Standing(StrEnum):
    """Where a warning stands, in words."""

    OPEN = "还没答复"
    PLANNED = "正在办"
    LATE = "过了期限还没办结"
    DONE = "办结，还没评判"
    JUDGED = "已评判"


def areas_of(account: Account, permission: Permission, on: date) -> list[Area]:
    """The areas of the offices in which this account holds the permission."""
    held = [p.office_id for p in postings(account, on) if permission in p.role.permissions]
    offices = Office.objects.filter(pk__in=held).select_related("area")
    return list({office.area_id: office.area for office in offices}.values())


def within(areas: Iterable[Area], path: str = "path") -> Q:
    """Whatever lies in one of these areas; nothing for none."""
    condition = Q(pk__in=[])
    for area in areas:
        condition |= Q(**{f"{path}__startswith": area.path})
    return condition


def warnings_for(account: Account, on: date) -> QuerySet[AreaWarning]:
    """The warnings that concern a place within this account's areas, newest first."""
    areas = areas_of(account, Permission.TREND_READ, on)
    return (
        AreaWarning.objects.filter(within(areas, "places__area__path"))
        .distinct()
        .prefetch_related("places__area", "answers__responsible", "answers__by", "judgements", "sightings")
        .order_by("-week", "-once_in", "pk")
    )


def may_answer(account: Account, warning: AreaWarning, on: date) -> bool:
    """Whether one of the warning's places lies where this account answers for warnings."""
    paths = [area.path for area in areas_of(account, Permission.TREND_ANSWER, on)]
    return any(place.area.path.startswith(path) for place in warning.places.all() for path in paths)


def may_report(account: Account, warning: AreaWarning, on: date) -> bool:
    """Whoever may answer, and whoever was last made responsible."""
    plan = last_plan(warning)
    return may_answer(account, warning, on) or (plan is not None and plan.responsible_id == account.pk)


def assignable(warning: AreaWarning, on: date) -> list[Account]:
    """The people of stations and bureaus at, above or below the warning's places, by name."""
    condition = Q(pk__in=[])
    for place in warning.places.all():
        condition |= Q(area__path__startswith=place.area.path)
        codes = place.area.path.strip("/").split("/")
        condition |= Q(area__code__in=codes)
    offices = Office.objects.filter(condition, is_active=True)
    return list(
        Account.objects.filter(
            is_active=True, posts__office__in=offices, posts__role__in=("station_officer", "bureau_chief"),
            posts__starts__lte=on,
        )
        .filter(Q(posts__ends__isnull=True) | Q(posts__ends__gte=on))
        .distinct()
        .order_by("display_name", "pk")
    )  # fmt: skip


def last_plan(warning: AreaWarning) -> Answer | None:
    """What was last said is to be done."""
    return next((one for one in reversed(warning.answers.all()) if one.due_on), None)


def last_done(warning: AreaWarning) -> Answer | None:
    """What was last said has been done."""
    return next((one for one in reversed(warning.answers.all()) if one.done_on), None)


def verdict_of(warning: AreaWarning) -> Verdict | None:
    """The latest judgement."""
    judgements = list(warning.judgements.all())
    return Verdict(judgements[-1].verdict) if judgements else None


def standing(warning: AreaWarning, on: date) -> Standing:
    """Computed, never stored."""
    if verdict_of(warning):
        return Standing.JUDGED
    if last_done(warning):
        return Standing.DONE
    plan = last_plan(warning)
    if plan is None or plan.due_on is None:
        return Standing.OPEN
    return Standing.LATE if plan.due_on < on else Standing.PLANNED


@dataclass(frozen=True, slots=True)
class Record:
    """How earlier warnings turned out."""

    right: int
    wrong: int
    unclear: int
    unjudged: int

    @property
    def judged(self) -> int:
        return self.right + self.wrong + self.unclear


def record_of(warnings: Iterable[AreaWarning]) -> Record:
    """Counted over these warnings."""
    found = Counter(verdict_of(warning) for warning in warnings)
    return Record(found[Verdict.RIGHT], found[Verdict.WRONG], found[Verdict.UNCLEAR], found[None])


def matters_behind(warning: AreaWarning, account: Account, on: date) -> QuerySet[Matter]:
    """The matters this account may open among those the warning counts, oldest first."""
    kinds = [warning.kind, *(kind.code for kind in finer_kinds(warning.kind))]
    return (
        visible_to(account, on)
        .filter(within([place.area for place in warning.places.all()], "area__path"))
        .filter(
            kind__in=kinds,
            parent=None,
            opened_at__date__gte=warning.starts,
            opened_at__date__lte=warning.ends,
        )
        .order_by("opened_at")
    )

"""Reads: services by village and quarter. A count of matters from 1 to below the threshold is not shown to whoever may
not open those matters; visits of an adviser name nobody and are shown as they are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, visible_to
from gongdao.people.models import Account, Area, Office
from gongdao.people.models.office import AreaLevel
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures.registry import PROCEDURES, is_child
from gongdao.procedures.village_counsel.facts import CounselService
from gongdao.procedures.village_counsel.visits import AWAITED, CONFIRMED, first_day, last_day, visits

_QUARTER = re.compile(r"20[0-9]{2}Q[1-4]", re.ASCII)
CONTRACT = "village_counsel"
# The columns of the table beside the adviser's, with the procedures counted in each.
SERVICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "mediation": ("调解", tuple(p.code for p in PROCEDURES if p.code.endswith("_mediation") and not is_child(p))),
    "consultation": ("咨询", ("consultation",)),
    "aid": ("法律援助", ("legal_aid", "duty_lawyer")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A count of matters as this reader may see it: ``hidden`` says only that there are some."""

    value: int
    hidden: bool = False


@dataclass(slots=True)
class Row:
    """One village in one quarter. ``visits``, ``lectures`` and ``last_visit`` are what the village has confirmed,
    ``awaited`` what it has still to say something about; what it says did not happen is in neither."""

    area: Area
    contract: Matter | None = None
    may_open: bool = False
    adviser: str = ""
    visits: int = 0
    awaited: int = 0
    lectures: int = 0
    last_visit: date | None = None
    counts: dict[str, Number] = field(default_factory=dict)

    @property
    def had_any(self) -> bool:
        """Whether anybody gave any service here in this quarter."""
        return bool(self.visits or self.awaited) or any(number.value for number in self.counts.values())


@dataclass(frozen=True, slots=True)
class Coverage:
    """A quarter over the reader's areas: every village by place, and what was filed with no village named."""

    quarter: str
    rows: Sequence[Row]
    unplaced: Sequence[Row]

    @property
    def without(self) -> Sequence[Row]:
        """Where nobody had any service that is on record here."""
        return [row for row in self.rows if not row.had_any]


def may_read(account: Account, on: date) -> Q | None:
    """The areas whose coverage this person reads; None if there are none."""
    held = [p.office_id for p in postings(account, on) if Permission.STATISTICS_READ in p.role.permissions]
    condition = Q()
    for office in Office.objects.filter(pk__in=held).select_related("area"):
        condition |= Q(path__startswith=office.area.path)
    return condition or None


def is_quarter(text: str, on: date) -> bool:
    """Whether this names a quarter that has begun by a day."""
    return bool(_QUARTER.fullmatch(text)) and text <= quarter_on(on)


def quarter_on(day: date) -> str:
    """The quarter in which a day lies: 2025Q1."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def quarters_up_to(on: date, count: int = 8) -> list[str]:
    """This quarter and those before, newest first."""
    found, day = [], on
    for _ in range(count):
        found.append(quarter_on(day))
        day = first_day(found[-1]) - timedelta(days=1)
    return found


def coverage(account: Account, quarter: str, on: date) -> Coverage | None:
    """The table of a quarter as this person may see it; None for who reads no coverage."""
    reach = may_read(account, on)
    if reach is None:
        return None
    levels = (AreaLevel.VILLAGE, AreaLevel.TOWNSHIP)
    areas = Area.objects.filter(reach, level__in=levels).select_related("parent").order_by("code")
    rows = {area.pk: Row(area) for area in areas}
    _count_matters(rows, account, quarter, on)
    _add_visits(rows, account, quarter, on)
    found = list(rows.values())
    return Coverage(
        quarter,
        [row for row in found if row.area.level == AreaLevel.VILLAGE],
        [row for row in found if row.area.level == AreaLevel.TOWNSHIP and row.had_any],
    )


def matters_behind(account: Account, area: Area, service: str, quarter: str, on: date) -> QuerySet[Matter]:
    """The matters behind one number that this person may open."""
    return _within(visible_to(account, on), quarter).filter(area=area, procedure__in=SERVICES[service][1])


def _within(matters: QuerySet[Matter], quarter: str) -> QuerySet[Matter]:
    return matters.filter(
        parent=None, opened_at__date__gte=first_day(quarter), opened_at__date__lte=last_day(quarter)
    )


def _count_matters(rows: dict[int, Row], account: Account, quarter: str, on: date) -> None:
    service_of = {code: name for name, (_, codes) in SERVICES.items() for code in codes}
    whole = _counted(_within(Matter.objects.all(), quarter), service_of)
    open_ones = _counted(_within(visible_to(account, on), quarter), service_of)
    for area_id, row in rows.items():
        for service in SERVICES:
            count = whole[area_id, service]
            small = 0 < count < settings.GONGDAO_SUPPRESS_BELOW
            row.counts[service] = Number(count, hidden=small and open_ones[area_id, service] < count)


def _counted(matters: QuerySet[Matter], service_of: dict[str, str]) -> Counter[tuple[int, str]]:
    found: Counter[tuple[int, str]] = Counter()
    asked = matters.filter(procedure__in=service_of, area__isnull=False)
    for area_id, code, count in asked.values_list("area_id", "procedure").annotate(Count("pk")).order_by():
        found[area_id, service_of[code]] += count
    return found


def _add_visits(rows: dict[int, Row], account: Account, quarter: str, on: date) -> None:
    contracts = Matter.objects.filter(
        procedure=CONTRACT, area__in=rows, opened_at__date__lte=last_day(quarter)
    )
    readable = set(visible_to(account, on).filter(procedure=CONTRACT).values_list("pk", flat=True))
    by_area: dict[int, list[Matter]] = defaultdict(list)
    for contract in contracts.select_related("office", "owner", "parent").order_by("opened_at"):
        if contract.area_id:
            by_area[contract.area_id].append(contract)
    for area_id, held in by_area.items():
        _add_contracts(rows[area_id], held, readable, quarter)


def _add_contracts(row: Row, contracts: Iterable[Matter], readable: set[int], quarter: str) -> None:
    for contract in contracts:
        if contract.closed_at and contract.closed_at.date() < first_day(quarter):
            continue
        row.contract, row.may_open = contract, contract.pk in readable
        row.adviser = contract.owner.display_name if contract.owner else ""
        noted = [v for v in visits(case_of(contract, contract.changed_at)) if v.on <= last_day(quarter)]
        came = [visit for visit in noted if visit.standing == CONFIRMED]
        now = [visit for visit in came if visit.quarter == quarter]
        row.visits += len(now)
        row.awaited += sum(visit.quarter == quarter and visit.standing == AWAITED for visit in noted)
        row.lectures += sum(CounselService.LECTURE in visit.services for visit in now)
        row.last_visit = max([row.last_visit or date.min, *(v.on for v in came)]) if came else row.last_visit

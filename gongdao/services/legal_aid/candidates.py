"""Who fits a matter: field, language, distance, load. An order with its reasons; a named person chooses."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.people.queries import holders_of
from gongdao.procedures.engine.declaration import Actor
from gongdao.services.legal_aid.conflicts import conflicts_with, same_names
from gongdao.services.legal_aid.models import Undertaker
from gongdao.services.register.fields import PractitionerKind
from gongdao.services.register.models import Practitioner
from gongdao.services.register.queries import practising

MOST = 30
DISTANCES = ("同乡镇街道", "同县区", "同市", "外地")
_DIGITS = (9, 6, 4)  # of the area code that two places of the same township, county, city share


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be appointed, and what speaks for it. ``same_name``: a question to look into first."""

    account_id: int
    name: str
    kind: str
    firm: str
    knows_field: bool
    speaks: bool | None  # None: nobody asked for a language
    distance: int  # place in DISTANCES
    open_matters: int
    same_name: bool = False

    @property
    def distance_title(self) -> str:
        return DISTANCES[self.distance]

    @property
    def fit(self) -> tuple[bool, bool, int]:
        """Field first, then language, then near."""
        return (not self.knows_field, self.speaks is False, self.distance)

    @property
    def order(self) -> tuple[tuple[bool, bool, int], int, str]:
        """Among those who fit alike, whoever has least to do."""
        return (self.fit, self.open_matters, self.name)


def candidates(matter: Matter, at: datetime, *, most: int = MOST) -> tuple[list[Candidate], int]:
    """Those who fit best, and how many were left out because of a conflict of interest."""
    on = at.astimezone(SHANGHAI).date()
    case = case_of(matter, at)
    wanted, language = str(case.fact("aid_matter", "")), str(case.fact("language", "") or "")
    excluded = conflicts_with(matter)
    away = Undertaker.objects.filter(away_until__gte=on)
    entries = (
        Practitioner.objects.filter(
            practising(on), account__in=holders_of(matter.office, Actor.UNDERTAKER, on).order_by()
        )
        .exclude(undertaker=None)
        .exclude(undertaker__in=away)
    )
    if case.has("receive_notice"):
        entries = entries.filter(kind=PractitionerKind.LAWYER)
    here = matter.area.code if matter.area else ""
    found, left_out = [], 0
    for row in entries.values_list(
        "account_id", "name", "kind", "practice__name", "fields", "languages", "area__code"
    ):
        if row[0] in excluded:
            left_out += 1
            continue
        found.append(_candidate(row, wanted, language, here))
    best = sorted(_with_load(found, most), key=lambda candidate: candidate.order)[:most]
    doubtful = same_names(matter, [candidate.account_id for candidate in best])
    return [replace(one, same_name=one.account_id in doubtful) for one in best], left_out


def _with_load(found: list[Candidate], most: int) -> list[Candidate]:
    """Those among whom the best ``most`` are, with what each has to do: nobody else's matters need be counted."""
    if len(found) > most:
        last = sorted(candidate.fit for candidate in found)[most - 1]
        found = [candidate for candidate in found if candidate.fit <= last]
    ids = [candidate.account_id for candidate in found]
    open_ones = Matter.objects.filter(owner__in=ids, closed_at=None, procedure="legal_aid")
    load = dict(open_ones.values_list("owner_id").annotate(Count("pk")).order_by())
    return [replace(candidate, open_matters=load.get(candidate.account_id, 0)) for candidate in found]


def _candidate(row: tuple, wanted: str, language: str, here: str) -> Candidate:  # type: ignore[type-arg]
    account_id, name, kind, firm, fields, languages, there = row
    speaks = any(language in one or one in language for one in languages) if language else None
    return Candidate(
        account_id,
        name,
        PractitionerKind(kind).label,
        firm or "",
        wanted in fields,
        speaks,
        distance(here, there),
        0,
    )


def distance(here: str, there: str) -> int:
    """How far apart two areas are in the tree of areas: their codes share fewer digits."""
    for step, digits in enumerate(_DIGITS):
        if len(here) >= digits and here[:digits] == there[:digits]:
            return step
    return len(_DIGITS)

"""Reads: who may judge what triage said, and how often it was right, by kind and by month."""

from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter
from gongdao.matters.queries import can
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import scope
from gongdao.trends.checks.models import TriageCheck
from gongdao.trends.suppression import Sums, protect
from gongdao.triage.kinds import FIRST_LEVEL, first_level

ALLOWED = "keeps_learning_texts"
ASKED = ("kind", "field", "road")
PARTS = ("kind", "finer", "field", "road")
"""What triage can have right: the first-level kind, the finer one, the field, the channel of the first road."""
_TOTAL = "total"


def keeps_texts(office: Office) -> bool:
    """Whether the office has decided to keep texts to learn from; off unless somebody turned it on."""
    return bool((office.settings or {}).get(ALLOWED))


def may_check(account: Account, matter: Matter, on: date) -> bool:
    """Whoever handles the matter and may read it."""
    return all(
        can(account, needed, matter, on) for needed in (Permission.MATTER_ACT, Permission.PARTY_REVEAL)
    )


def offices_reported(account: Account, on: date) -> frozenset[int]:
    """The offices of whose checks this account may read the counts."""
    return scope(account, Permission.STATISTICS_READ, on).office_ids


def check_of(matter: Matter) -> TriageCheck | None:
    """The latest check of a matter."""
    return TriageCheck.objects.filter(matter=matter).select_related("by").order_by("-at", "-pk").first()


@dataclass(frozen=True, slots=True)
class Line:
    """One kind or one month: how many were looked at, and how many of them triage had right; None is a number that is
    hidden because it or what follows from it is small."""

    name: str
    checked: int | None
    right: Mapping[str, int | None]

    def share(self, part: str) -> float | None:
        """The part right, where both numbers are shown."""
        right = self.right[part]
        return right / self.checked if self.checked and right is not None else None


@dataclass(frozen=True, slots=True)
class Report:
    """Lines by first-level kind (as people found it) and by month, and all together, from the first day to the last."""

    first: date
    last: date
    kinds: tuple[Line, ...]
    months: tuple[Line, ...]
    total: Line
    hides: bool


Atom = tuple[str, ...]


def whole_months(first: date, last: date, today: date) -> tuple[date, date]:
    """The first day of the month of ``first`` and the last of the month of ``last``, at the latest of the month before
    this one. Two periods a day apart would otherwise give, by subtraction, the rows of one day; so would one that ends
    today, asked for on two days. What two periods that differ by a month tell of that month is not hidden. ``first``
    may come out after ``last``: then there is nothing to count yet."""
    ended = today.replace(day=1) - timedelta(days=1)
    last = min(last, ended)
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def accuracy(office_ids: Collection[int], first: date, last: date, *, today: date) -> Report:
    """How often triage was right in the matters of these offices that somebody looked at in the whole months that two
    days span (``whole_months``)."""
    first, last = whole_months(first, last, today)
    latest: dict[int, TriageCheck] = {}
    for one in TriageCheck.objects.filter(office_id__in=office_ids).order_by("at", "pk"):
        latest[one.matter_id] = one
    atoms: dict[Atom, int] = {}
    for one in latest.values():
        day = one.at.astimezone(SHANGHAI).date()
        if first <= day <= last:
            atom = (first_level(one.kind), f"{day:%Y-%m}", *_outcome(one))
            atoms[atom] = atoms.get(atom, 0) + 1
    return _report(atoms, first, last)


def _outcome(one: TriageCheck) -> tuple[str, ...]:
    """For each part whether triage had it right."""
    right = (
        first_level(one.kind) == first_level(one.said_kind), one.kind == one.said_kind, one.field == one.said_field,
        one.road == one.said_road,
    )  # fmt: skip
    return tuple("01"[each] for each in right)


def _report(atoms: Mapping[Atom, int], first: date, last: date) -> Report:
    kinds = [kind.code for kind in FIRST_LEVEL if any(atom[0] == kind.code for atom in atoms)]
    months = sorted({atom[1] for atom in atoms})
    groups: dict[tuple[str, str], Callable[[Atom], bool]] = {("", _TOTAL): lambda atom: True}
    groups |= {("kind", code): lambda atom, code=code: atom[0] == code for code in kinds}  # type: ignore[misc]
    groups |= {("month", month): lambda atom, month=month: atom[1] == month for month in months}  # type: ignore[misc]
    sums = Sums(dict(atoms))
    candidates, sensitive = [], []
    for name, holds in groups.items():
        mine = [atom for atom in atoms if holds(atom)]
        candidates.append(_add(sums, (*name, "checked"), mine))
        for place, part in enumerate(PARTS, 2):
            candidates.append(_add(sums, (*name, part), [atom for atom in mine if atom[place] == "1"]))
            sensitive.append(
                _add(sums, (*name, f"not {part}"), [atom for atom in mine if atom[place] == "0"])
            )
    threshold = settings.GONGDAO_SUPPRESS_BELOW
    hidden = (
        protect(sums, candidates=candidates, sensitive=sensitive, threshold=threshold) if atoms else set()
    )
    shown = {sums.names[n]: None if n in hidden else sums.value(n) for n in candidates}

    def line(axis: str, name: str) -> Line:
        return Line(name, shown[axis, name, "checked"], {part: shown[axis, name, part] for part in PARTS})

    return Report(
        first, last, tuple(line("kind", code) for code in kinds), tuple(line("month", month) for month in months),
        line("", _TOTAL), bool(hidden),
    )  # fmt: skip


def _add(sums: Sums, name: tuple[str, ...], atoms: Iterable[Atom]) -> int:
    sums.add(name, atoms)
    return len(sums.names) - 1

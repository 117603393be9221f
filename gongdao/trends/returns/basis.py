"""What the numbers shown to wider audiences are added up from: cases by month, office and one property at a time.

A month's atoms of an office are fixed when the first return that covers them is published, and every later table for
wider audiences is added up from the same atoms. So two published tables never differ by what came late, and nothing
can be learnt from their difference.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongdao.trends.lake.opening import Lake
from gongdao.trends.lake.sources import REFERRED, SOURCES
from gongdao.trends.returns.columns import BY_CODE, Column, Part
from gongdao.trends.statistics.cases import cases
from gongdao.trends.statistics.periods import Period
from gongdao.triage.kinds import FIRST_LEVEL

if TYPE_CHECKING:
    import ibis.expr.types as ir

# property → the days in whose month a case stands; its values are atoms
PROPERTIES: Mapping[str, str] = {
    "kind": "concluded", "source": "concluded", "form": "concluded",
    "performed": "performed", "confirmed": "confirmed", "people": "concluded", "amount": "concluded",
}  # fmt: skip
NONE = "none"  # the form of a case without an agreement
COUNTED = ("kind", "source", "form")  # properties that split the same cases
# Every value that a case may have, whether or not any has it: an outsider knows what is possible.
VALUES: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(kind.code for kind in FIRST_LEVEL), "source": tuple(SOURCES), "form": ("oral", "written", NONE),
    "performed": ("",), "confirmed": ("",), "people": ("",), "amount": ("",),
}  # fmt: skip
Cell = tuple[str, str, str, str]  # month, office, property, value


@dataclass(frozen=True)
class Basis:
    """Atoms by (month, office, property, value), the offices' kinds of committee, and what is covered."""

    atoms: Mapping[Cell, int]
    committee: Mapping[str, str]

    def covered_by(self, months: Collection[str], offices: Collection[str]) -> "Basis":
        """The part of it in these months and offices."""
        kept = {cell: n for cell, n in self.atoms.items() if cell[0] in months and cell[1] in offices}
        return Basis(kept, {office: kind for office, kind in self.committee.items() if office in offices})

    def figure(self, column: Column, months: Collection[str], offices: Collection[str]) -> int:
        """What a column shows for some months and offices."""
        wanted = self.of(column, offices)
        return sum(self.atoms.get((month, *rest), 0) for month in months for rest in wanted)

    def of(self, column: Column, offices: Collection[str]) -> "list[tuple[str, str, str]]":
        """The (office, property, value) whose atoms a column adds up."""
        if column.part is Part.COMMITTEE:
            kind = column.code.removeprefix("committee_")
            offices = [office for office in offices if self.committee.get(office) == kind]
            column = BY_CODE["cases"]
        name, values = _atoms_of(column.code)
        return [(office, name, value) for office in sorted(offices) for value in values]


def _atoms_of(code: str) -> tuple[str, tuple[str, ...]]:
    """A column's property and the values of it that it adds up."""
    known: dict[str, tuple[str, tuple[str, ...]]] = {
        "cases": ("kind", VALUES["kind"]), "people": ("people", ("",)), "amount": ("amount", ("",)),
        "agreed": ("form", ("oral", "written")), "source_referred": ("source", REFERRED),
        "performed": ("performed", ("",)), "confirmed": ("confirmed", ("",)),
    }  # fmt: skip
    if code in known:
        return known[code]
    name, _, value = code.partition("_")
    return name, (value,)


def compute_basis(lake: Lake, period: Period, offices: Collection[str]) -> Basis:
    """The atoms of these offices in the period's months, as the lake has them now."""
    found = cases(lake.events, period.days)
    found = found.filter(found.office.isin(sorted(offices))) if offices else found.limit(0)
    atoms: dict[Cell, int] = {}
    committee: dict[str, str] = {}
    for name, day in PROPERTIES.items():
        for row in _counted(found, name, day, period).to_pyarrow().to_pylist():
            month = f"{row['month'] // 100}-{row['month'] % 100:02d}"
            atoms[month, row["office"], name, row["value"]] = int(row["n"] or 0)
            committee[row["office"]] = row["committee"]
    return Basis({cell: n for cell, n in atoms.items() if n}, committee)


def _counted(found: "ir.Table", name: str, day: str, period: Period) -> "ir.Table":
    import ibis

    of_day = found[day]
    found = found.filter(of_day >= period.first, of_day < period.after)
    month = (found[day].year() * 100 + found[day].month()).cast("int64")
    agreed = found.agreed.notnull()
    value = {
        "kind": found.kind, "source": found.source, "form": agreed.ifelse(found.form, NONE),
    }.get(name, ibis.literal(""))  # fmt: skip
    added = {"people": found.people.cast("int64").sum(), "amount": found.agreed_fen.sum(where=agreed)}
    keys = {"month": month, "office": found.office, "value": value}
    return found.group_by(**keys).agg(n=added.get(name, found.count()), committee=found.committee.max())

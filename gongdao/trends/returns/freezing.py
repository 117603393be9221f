"""Tables and atoms as canonical text, and the fingerprint over a published return and the one before it."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from gongdao.matters.chain import sm3
from gongdao.procedures.engine.recording import canonical
from gongdao.trends.returns.basis import Basis
from gongdao.trends.returns.columns import COLUMNS
from gongdao.trends.returns.computing import Table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.units import Row
from gongdao.trends.statistics.periods import period


def frozen_table(table: Table) -> str:
    """The whole table as text."""
    rows = [[row.code, row.title, sorted(row.offices)] for row in table.rows]
    return canonical({"rows": rows, "figures": {code: dict(own) for code, own in table.figures.items()}})


def thawed_table(published: PublishedReturn) -> Table:
    """The table as it was published."""
    found = published.figures
    rows = [Row(code, title, frozenset(offices)) for code, title, offices in found["rows"]]
    return Table(period(published.period), rows, found["figures"])


def frozen_basis(basis: Basis) -> str:
    """Atoms as text."""
    return canonical(
        {
            "atoms": [[*cell, n] for cell, n in sorted(basis.atoms.items())],
            "committee": dict(basis.committee),
        }
    )


def thawed_basis(published: PublishedReturn) -> Basis:
    """The atoms that a return was added up from."""
    found = published.basis
    return Basis({tuple(cell): n for *cell, n in found["atoms"]}, found["committee"])


def definitions_fingerprint() -> str:
    """Changes with any column's title or definition."""
    return sm3(canonical([[c.code, c.title, c.definition, c.collected] for c in COLUMNS]))


def fingerprint_of(published: PublishedReturn) -> str:
    """SM3 over everything that must not change, and the fingerprint before it."""
    content: Mapping[str, Any] = {
        "unit": published.unit.code, "period": published.period, "version": published.version, "definitions": published.definitions,
        "lake_event": published.lake_event, "figures": published.figures_text, "shown": published.shown_text,
        "basis": published.basis_text, "restates": published.restates.fingerprint if published.restates else "",
        "reason": published.reason, "by": published.by_id,
        "at": published.at.astimezone(UTC).isoformat(timespec="microseconds"),
    }  # fmt: skip
    return sm3(canonical([content, published.previous]))

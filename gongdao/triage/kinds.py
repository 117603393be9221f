"""The kinds of dispute: 18 first-level kinds (the national statistics table of people's mediation) and our own
finer second level, which always rolls up to exactly one of the 18. Codes are stable keys; titles are Chinese.
"""

from dataclasses import dataclass
from functools import cached_property

from gongdao.triage.tables import read_rows


@dataclass(frozen=True)
class Kind:
    """A kind of dispute. ``parent`` is the first-level code, None for a first-level kind."""

    code: str
    title: str
    parent: str | None
    plain: str

    @cached_property
    def first(self) -> str:
        """The first-level code this kind is counted under."""
        return self.parent or self.code


def _load() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for row in read_rows("kinds.csv"):
        if row["code"] in kinds:
            raise ValueError(f"kinds.csv: {row['code']} stands twice")
        kinds[row["code"]] = Kind(row["code"], row["title"], row["parent"] or None, row["plain"])
    for kind in kinds.values():
        if kind.parent and (kind.parent not in kinds or kinds[kind.parent].parent):
            raise ValueError(f"kinds.csv: {kind.code} has no first-level parent {kind.parent}")
    return kinds


KINDS: dict[str, Kind] = _load()
FIRST_LEVEL: tuple[Kind, ...] = tuple(kind for kind in KINDS.values() if kind.parent is None)


def kind_of(code: str) -> Kind:
    """The kind with this code. Raises KeyError with a plain sentence for a code that is none."""
    try:
        return KINDS[code]
    except KeyError:
        raise KeyError(f"没有这个纠纷类型：{code}") from None


def first_level(code: str) -> str:
    """The first-level code that this kind of either level is counted under."""
    return kind_of(code).first


def finer_kinds(code: str) -> tuple[Kind, ...]:
    """The second-level kinds of a first-level kind, in the order of the table."""
    return tuple(kind for kind in KINDS.values() if kind.parent == code)

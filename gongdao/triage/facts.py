"""What is already known of a matter (facts.csv): a judgment, an award, an IOU for wages. Said in the text or answered.

A fact brings a road forward or says more about it; it never takes another away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gongdao.triage.patterns import Pattern, read_patterns
from gongdao.triage.tables import read_rows


@dataclass(frozen=True)
class Fact:
    """Something known: its code, what people are shown, and the words that say it."""

    code: str
    title: str
    words: tuple[Pattern, ...]


@lru_cache(maxsize=1)
def all_facts() -> dict[str, Fact]:
    """Every fact of the table by its code."""
    return {
        row["fact"]: Fact(row["fact"], row["title"], read_patterns(row["words"], f"facts.csv {row['fact']}"))
        for row in read_rows("facts.csv")
    }


def facts_in(text: str, answered: Iterable[str] = ()) -> tuple[Fact, ...]:
    """The facts that a normalised text says or that were answered, in the order of the table."""
    given = frozenset(answered)
    return tuple(
        fact
        for fact in all_facts().values()
        if fact.code in given or any(pattern.stands_in(text) for pattern in fact.words)
    )


def read_facts(cell: str, where: str) -> frozenset[str]:
    """The codes in a cell. Raises ValueError naming ``where`` for a code that is none."""
    for code in cell.split():
        if code not in all_facts():
            raise ValueError(f"{where}：没有这个情况：{code}")
    return frozenset(cell.split())

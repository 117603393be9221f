"""What changed between two statute books, and which declarations cite a changed article."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongdao.law.book import StatuteBook, in_order
from gongdao.law.citation import Citation, Law
from gongdao.law.numerals import article_title
from gongdao.law.verifying import plain, said, verify

ADDED = "新增"
REMOVED = "删除"
CHANGED = "修改"


@dataclass(frozen=True, slots=True)
class Change:
    """One article whose text differs between the newest versions of two books."""

    law: Law
    number: str
    kind: str
    old: str | None
    new: str | None

    def __str__(self) -> str:
        return f"{self.kind}：{self.law.short}{article_title(self.number)}"


@dataclass(frozen=True, slots=True)
class Drift:
    """All differences. The articles of a law that is only in the new book are not listed one by one."""

    changes: tuple[Change, ...]
    new_laws: tuple[Law, ...]
    lost_laws: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A declaration that cites a changed article; ``problem`` says what no longer stands, if anything."""

    where: str
    citation: Citation
    change: Change
    problem: str | None

    def __str__(self) -> str:
        return f"{self.where}：引用的{said(self.citation)}已{self.change.kind}" + (
            f"；{self.problem}" if self.problem else "；引文仍在，请核对"
        )


def compare(old: StatuteBook, new: StatuteBook) -> Drift:
    """Compare the newest version of every law, article by article."""
    before, after = _texts(old), _texts(new)
    changes: list[Change] = []
    for law in sorted(before, key=lambda law: law.name):
        was, now = before[law], after.get(law, {})
        if was == now:
            continue
        for number in in_order(list(was | now)):
            text, fresh = was.get(number), now.get(number)
            if text is None or fresh is None or plain(text) != plain(fresh):
                kind = ADDED if text is None else REMOVED if fresh is None else CHANGED
                changes.append(Change(law, number, kind, text, fresh))
    return Drift(
        tuple(changes), _by_name(after.keys() - before.keys()), _by_name(before.keys() - after.keys())
    )


def touched(drift: Drift, citations: Iterable[tuple[str, Citation]], new: StatuteBook) -> list[Touched]:
    """The declarations, as (where, citation), that cite an article which changed or is gone."""
    changed = {(change.law.name, change.number): change for change in drift.changes}
    return [
        Touched(where, citation, change, verify(citation, new).problem)
        for where, citation in citations
        if (change := changed.get((citation.law.name, citation.article)))
    ]


def _by_name(laws: set[Law]) -> tuple[Law, ...]:
    return tuple(sorted(laws, key=lambda law: law.name))


def _texts(book: StatuteBook) -> dict[Law, dict[str, str]]:
    texts: dict[Law, dict[str, str]] = {law: {} for law in book.laws()}
    for name, number, text in book.rows(
        "SELECT l.name, a.number, a.text FROM articles a JOIN versions v ON v.id = a.version"
        " JOIN laws l ON l.key = v.law WHERE v.newest ORDER BY a.position"
    ):
        law = book.law_with_full_name(name)
        if law is not None:
            held = texts[law].get(number)
            texts[law][number] = text if held is None else f"{held}\n{text}"
    return texts

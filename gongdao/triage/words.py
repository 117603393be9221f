"""Lay words → kinds of dispute: a weighted lexicon, explained by the words that were found.

No learned model yet: a kind's score is the sum of the weights of its strongest words. ``score_kinds`` has the
shape a learned scorer would have (text → score and reasons by kind), so one can take its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from gongdao.triage.kinds import kind_of
from gongdao.triage.patterns import Pattern, beginnings_in, read_patterns
from gongdao.triage.tables import read_rows

HIDING = "-"
COUNTED_WORDS = 6
"""A long story repeats many words of many kinds; only the strongest few of a kind count."""


@dataclass(frozen=True)
class Word:
    """A way of saying something that points to a kind, with its weight (0.5 a hint … 3 names the kind)."""

    pattern: Pattern
    kind: str
    weight: float


@dataclass
class Evidence:
    """Why a kind is likely: its score and the words of the text that led there, strongest first. ``answered`` is
    what the person's answers to questions add."""

    score: float = 0.0
    answered: float = 0.0
    words: dict[str, float] = field(default_factory=dict)


@lru_cache(maxsize=1)
def lexicon() -> tuple[Word, ...]:
    """The whole table. Raises ValueError naming the row that is wrong."""
    words = []
    for row in read_rows("words.csv"):
        kind, weight = row["kind"], float(row["weight"])
        if kind != HIDING:
            kind_of(kind)
        for pattern in read_patterns(row["words"], f"words.csv {kind}"):
            words.append(Word(pattern, kind, weight))
    return tuple(words)


@lru_cache(maxsize=1)
def _by_beginning() -> Mapping[str, tuple[Word, ...]]:
    """The words by how they begin, so that a text is held against those alone that it can say."""
    found: dict[str, list[Word]] = {}
    for word in lexicon():
        for beginning in word.pattern.beginnings:
            found.setdefault(beginning, []).append(word)
    return {beginning: tuple(words) for beginning, words in found.items()}


def score_kinds(text: str) -> Mapping[str, Evidence]:
    """Scores by kind (either level) of a normalised text."""
    index = _by_beginning()
    possible = dict.fromkeys(word for start in beginnings_in(text) for word in index.get(start, ()))
    found = [word for word in possible if word.pattern.stands_in(text)]
    plain = {word.pattern.written for word in found if word.pattern.is_plain}
    hidden = _hidden(text, plain)
    evidence: dict[str, Evidence] = {}
    for word in found:
        if word.kind != HIDING and word.pattern.written not in hidden:
            words = evidence.setdefault(word.kind, Evidence()).words
            words[word.pattern.written] = max(word.weight, words.get(word.pattern.written, 0.0))
    for kind in evidence.values():
        kind.words = dict(sorted(kind.words.items(), key=lambda item: (-item[1], item[0])))
        kind.score = sum(list(kind.words.values())[:COUNTED_WORDS])
    return evidence


def _hidden(text: str, plain: set[str]) -> set[str]:
    """Words that stand only inside longer found words: 物业 in 物业费, 打人 in 打人命官司."""
    hidden = set()
    for short in plain:
        longer = [word for word in plain if len(word) > len(short) and short in word]
        if longer and text.count(short) <= sum(text.count(word) * word.count(short) for word in longer):
            hidden.add(short)
    return hidden

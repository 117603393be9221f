"""Which kinds of dispute a story may be, best first. The share is about the dispute, never about a person.

A first-level kind is as likely as its strongest finer kind, helped a little by the others, so that three
faint hints of one family do not beat one clear word of another. Within it the strongest finer kind leads.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from gongdao.triage.kinds import KINDS, Kind, first_level
from gongdao.triage.words import Evidence

UNCLEAR = KINDS["unclear"]
ENOUGH = 1.0
"""Below this score nothing was said that tells one kind from another."""
_HELP = 0.4
_SURE_AT = 3.0


@dataclass(frozen=True)
class Guess:
    """A kind, its first-level kind, how likely (0..1) and the words of the story that led there."""

    kind: Kind
    first: Kind
    share: float
    words: tuple[str, ...]


def rank(evidence: Mapping[str, Evidence]) -> tuple[Guess, ...]:
    """The guesses, best first; never none. Where the best is too faint, 还说不清 stands before it."""
    scores = {
        code: found.score for code, found in evidence.items() if found.score > 0 and code != UNCLEAR.code
    }
    firsts = _first_level_scores(scores)
    total = sum(scores.values())
    order = sorted(scores, key=lambda code: (-_strength(code, scores, firsts), -scores[code], code))
    sure = 1 - math.exp(-max(scores.values(), default=0) / _SURE_AT)
    guesses = [
        Guess(
            KINDS[code],
            KINDS[first_level(code)],
            round(sure * scores[code] / total, 3),
            tuple(evidence[code].words),
        )
        for code in order
    ]
    if not scores or max(scores.values()) < ENOUGH:
        faint = evidence.get(UNCLEAR.code)
        guesses.insert(0, Guess(UNCLEAR, KINDS[UNCLEAR.first], 0.0, tuple(faint.words) if faint else ()))
    return tuple(guesses)


def _first_level_scores(scores: Mapping[str, float]) -> dict[str, float]:
    families: dict[str, list[float]] = {}
    for code, score in scores.items():
        families.setdefault(first_level(code), []).append(score)
    return {first: max(family) + _HELP * (sum(family) - max(family)) for first, family in families.items()}


def _strength(code: str, scores: Mapping[str, float], firsts: Mapping[str, float]) -> float:
    """A finer kind's own score, with the help of its family."""
    return scores[code] + _HELP * (firsts[first_level(code)] - scores[code])

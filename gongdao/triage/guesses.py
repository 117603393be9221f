"""Which kinds of dispute a story may be, best first. The share is about the dispute, never about a person.

The words of the tables and the learned likelihoods are put together as evidence for each kind; a first-level
kind is as likely as its finer kinds together, and within the likeliest the likeliest finer kind leads. The weights were chosen on the
sentences that are not set aside for testing, so that a share of 0.7 is right about seven times of ten.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gongdao.triage.kinds import KINDS, Kind, finer_kinds, first_level
from gongdao.triage.words import Evidence

UNCLEAR = KINDS["unclear"]
ENOUGH = 1.0
"""Below this score of words nothing was said that tells one kind from another …"""
ENOUGH_LEARNED = 0.55
"""… unless a first-level kind is at least this likely by what was learned."""
NOT_ONE_OF_MANY = 0.2
"""A first-level kind that is less likely than this, words or not, is no answer."""
_WORD_WEIGHT = 0.8
"""Little, because what was learned has read the words too. Chosen on sentences newer than the tables that were not set
aside, each through a model that had not seen it: as many right as with 1.2, and the share far less too sure."""
_MOST_SCORE = 9.0
_ANSWER_WEIGHT = 2.4
"""An answer to a question counts twice as much as words found."""
_WHOLE_FAMILY = 0.1
"""A first-level kind by itself is this part as likely as its finer kinds together."""
_DOUBT = 0.15
"""Part of what was learned that is spread over all kinds, so that plain words can overrule it."""
_FEW = 12
NOTHING_LEARNED: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Guess:
    """A kind, its first-level kind, how likely (0..1) and the words of the story that led there."""

    kind: Kind
    first: Kind
    share: float
    words: tuple[str, ...]


def rank(
    evidence: Mapping[str, Evidence], learned: Mapping[str, float] = NOTHING_LEARNED
) -> tuple[Guess, ...]:
    """The guesses, best first; never none. Where the best is too faint, 还说不清 stands before it."""
    shares = _shares(evidence, learned)
    families: dict[str, float] = {}
    for code, share in shares.items():
        families[first_level(code)] = families.get(first_level(code), 0.0) + share
    first = max(families, key=lambda code: families[code], default="")
    order = sorted(shares, key=lambda code: (-shares[code], code))
    leader = next((code for code in order if first_level(code) == first), None)
    if leader:
        order.remove(leader)
        order.insert(0, leader)
    guesses = [_guess(code, shares[code], evidence) for code in order[:_FEW]]
    if not _is_enough(evidence, families, learned):
        guesses.insert(0, _guess(UNCLEAR.code, 0.0, evidence))
    return tuple(guesses)


def _guess(code: str, share: float, evidence: Mapping[str, Evidence]) -> Guess:
    found = evidence.get(code)
    return Guess(KINDS[code], KINDS[first_level(code)], round(share, 3), tuple(found.words) if found else ())


def _shares(evidence: Mapping[str, Evidence], learned: Mapping[str, float]) -> dict[str, float]:
    """How likely each kind is by words and learning together, adding up to one; unlikely ones left out."""
    told = {code for code, found in evidence.items() if found.score + found.answered > 0} - {UNCLEAR.code}
    codes = sorted(told | (set(learned) - {UNCLEAR.code}))
    if not codes:
        return {}
    strengths = {
        code: math.log(_prior(code, learned)) + (_told(evidence[code]) if code in told else 0.0)
        for code in codes
    }
    most = max(strengths.values())
    raised = {code: math.exp(strength - most) for code, strength in strengths.items()}
    total = sum(raised.values())
    return {code: value / total for code, value in raised.items() if code in told or value / total > 0.01}


def _told(found: Evidence) -> float:
    return _WORD_WEIGHT * min(found.score, _MOST_SCORE) + _ANSWER_WEIGHT * found.answered


def _prior(code: str, learned: Mapping[str, float]) -> float:
    if not learned:
        return 1.0
    share = learned.get(code)
    if share is None:
        share = _WHOLE_FAMILY * sum(learned.get(kind.code, 0.0) for kind in finer_kinds(code))
    return (1 - _DOUBT) * share + _DOUBT / len(learned)


def _is_enough(
    evidence: Mapping[str, Evidence], families: Mapping[str, float], learned: Mapping[str, float]
) -> bool:
    """Whether words tell, and a first-level kind is not just one of many; or what was learned is sure by itself."""
    said = (found.score + found.answered for code, found in evidence.items() if code != UNCLEAR.code)
    told = max(said, default=0.0)
    likeliest = max(families.values(), default=0.0)
    if told >= ENOUGH and (not learned or likeliest >= NOT_ONE_OF_MANY):
        return True
    return bool(learned and likeliest >= ENOUGH_LEARNED)

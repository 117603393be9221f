"""A text as numbers: its pieces of one to three characters, hashed, and the weight of its words by kind.

Hashing keeps no text in the weights, so they can be shipped whatever they were learned from.
"""

import zlib
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from gongdao.triage.kinds import KINDS
from gongdao.triage.words import Evidence

BUCKETS = 1 << 13
LONGEST = 3
READ_AT_MOST = 600
"""Characters: what a story is about stands near its beginning."""
_FULL = 6.0
_KIND_PLACE = {code: place for place, code in enumerate(KINDS)}
WORDS = len(_KIND_PLACE)


def pieces(text: str) -> list[str]:
    """The different runs of one to three characters, with the edges of the text as blanks."""
    padded = f" {text[:READ_AT_MOST]} "
    runs = (
        padded[start : start + length]
        for length in range(1, LONGEST + 1)
        for start in range(len(padded) - length + 1)
    )
    return list(dict.fromkeys(runs))


def bucket(piece: str) -> int:
    """The place of a piece among the weights; the same on every machine."""
    return zlib.crc32(piece.encode("utf-8", "surrogatepass")) % BUCKETS


def buckets(text: str) -> npt.NDArray[np.intp]:
    """The different places that a text touches."""
    return np.unique(np.fromiter((bucket(piece) for piece in pieces(text)), dtype=np.intp))


def word_scores(evidence: Mapping[str, Evidence]) -> npt.NDArray[np.float32]:
    """The score of each kind in the tables' words, from 0 to 1."""
    scores = np.zeros(WORDS, dtype=np.float32)
    for code, found in evidence.items():
        scores[_KIND_PLACE[code]] = min(found.score, _FULL) / _FULL
    return scores

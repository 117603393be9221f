"""IBM model 1: how likely a lay word stands for a statute word, from questions with their articles and answers."""

from collections.abc import Iterable

import numpy as np

from gongdao.law.search.terms import query_words
from gongdao.law.search.translation import Translation
from gongdao.law.words import STOP_WORDS, cut

_NOTHING = ""  # the lay word that explains what every statute says
_ROUNDS = 8
_KEPT = 12
_LIKELY = 0.012


def pairs_of(question: str, answer: str, articles: Iterable[str]) -> list[tuple[list[str], list[str]]]:
    """(lay words, statute words) pairs."""
    said = [_NOTHING, *query_words(question)]
    return [(said, _telling(text)) for text in [*articles, *([answer[:500]] if answer else [])]]


def _telling(text: str) -> list[str]:
    return [w for w in dict.fromkeys(cut(text)) if len(w) > 1 and w not in STOP_WORDS]


def learn(pairs: list[tuple[list[str], list[str]]], vocabulary: set[str]) -> Translation:
    """By expectation and maximisation; statute words outside the vocabulary are learned but not kept."""
    lay, said = np.unique([w for a, b in pairs for w in a for _ in b], return_inverse=True)
    law, written = np.unique([w for a, b in pairs for _ in a for w in b], return_inverse=True)
    target = np.concatenate(
        [
            np.tile(np.arange(len(b)), len(a)) + start
            for (a, b), start in zip(pairs, _starts(pairs), strict=True)
        ]
    )
    cells, cell = np.unique(said.astype(np.int64) * len(law) + written, return_inverse=True)
    of_lay = cells // len(law)
    likely = np.full(len(cells), 1.0)
    for _ in range(_ROUNDS):
        share = likely[cell]
        share /= np.bincount(target, share)[target]
        counts = np.bincount(cell, share)
        likely = counts / np.bincount(of_lay, counts, minlength=len(lay))[of_lay]
    known = np.isin(law, list(vocabulary))
    order = np.lexsort((-likely, of_lay))
    place = np.arange(len(cells)) - np.searchsorted(of_lay[order], of_lay[order])
    kept = order[(place < _KEPT) & (likely[order] >= _LIKELY)]
    kept = kept[known[cells[kept] % len(law)] & (lay[of_lay[kept]] != _NOTHING)]
    words, first = np.unique(of_lay[kept], return_index=True)
    return Translation(
        lay[words],
        np.append(first, len(kept)).astype(np.int32),
        law[cells[kept] % len(law)],
        likely[kept].astype(np.float32),
    )


def _starts(pairs: list[tuple[list[str], list[str]]]) -> np.ndarray:
    return np.concatenate([[0], np.cumsum([len(b) for _, b in pairs])[:-1]]).astype(np.int64)

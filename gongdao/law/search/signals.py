"""One question against every article: how much each speaks for it, seen in several ways."""

from dataclasses import dataclass, field

import numpy as np

from gongdao.law.search.index import SearchIndex
from gongdao.law.search.learned import Learned
from gongdao.law.search.memory import Recall
from gongdao.law.search.terms import pairs, query_words
from gongdao.law.search.translation import by_hand
from gongdao.law.search.vectors import nearness

_TRANSLATED = 60  # statute words that a question is translated to, at most
_LEARNED_SHARE = 0.6
_HARDLY_EVER = 40  # articles


@dataclass
class Signals:
    """Arrays of float32 [n] by name, and what they were made of, for the explanation."""

    said: list[str]
    bridges: dict[str, list[tuple[str, float]]]  # lay word → statute words with their weight
    by_hand: list[tuple[str, tuple[str, ...]]]
    of: dict[str, np.ndarray] = field(default_factory=dict)
    led: tuple[np.ndarray, np.ndarray, np.ndarray] = ()  # type: ignore[assignment]


def in_words_of_law(question: str, index: SearchIndex) -> str:
    """The question, and what statutes write for those of its words that they hardly ever use: its meaning is read so."""
    foreign = [written for said, written in by_hand(question) if _foreign(said, index)]
    added = dict.fromkeys(word for written in foreign for word in written if word not in question)
    return f"{question} {' '.join(added)}" if added else question


def _foreign(said: str, index: SearchIndex) -> bool:
    ids = index.word_ids([said])
    return ids[0] < 0 or int(index.words.starts[ids[0] + 1] - index.words.starts[ids[0]]) < _HARDLY_EVER


def read(
    question: str, vector: np.ndarray | None, index: SearchIndex, learned: Learned, recall: Recall
) -> Signals:
    """All signals of a question. ``vector`` is the meaning of ``in_words_of_law`` as the model gives it [384], or None."""
    said = query_words(question)
    signals = Signals(said, {w: learned.translation.of(w) for w in said}, by_hand(question))
    signals.of |= _words(said, index) | _pairs(question, index)
    signals.of["translated"] = _translated(signals, index)
    signals.of["by_hand"], signals.of["by_hand_held"] = _otherwise(signals.by_hand, index)
    meanings = None
    if vector is not None and index.vectors is not None and index.spread is not None:
        meanings = learned.maps.of_question(vector)
        near = nearness(index.vectors, index.spread, *meanings)
        signals.of |= {"meaning": near[0], "meaning_learned": near[1]}
    signals.led = recall.lead(recall.likeness(said, meanings))
    return signals


def _words(said: list[str], index: SearchIndex) -> dict[str, np.ndarray]:
    ids = index.word_ids(said)
    unknown = float((ids < 0).sum())
    ids = ids[ids >= 0]
    idf = index.words.idf[ids]
    all_of_it = max(float(idf.sum()) + unknown * 6.0, 1e-6)
    return {
        "words": index.words.scores(ids, idf),
        "words_held": index.words.held(ids, idf / all_of_it),
    }


def _pairs(question: str, index: SearchIndex) -> dict[str, np.ndarray]:
    found, times = np.unique(index.pair_ids(pairs(question[:200])), return_counts=True)
    idf = index.pairs.idf[found]
    # pairs that half the statutes hold tell nothing and cost most
    telling = idf > 1.5
    return {"pairs": index.pairs.scores(found[telling], (idf * np.minimum(times, 2))[telling])}


def _translated(signals: Signals, index: SearchIndex) -> np.ndarray:
    weights: dict[str, float] = {}
    for word, written in signals.bridges.items():
        weights[word] = weights.get(word, 0.0) + (1 - _LEARNED_SHARE if written else 1.0)
        for other, likely in written:
            weights[other] = weights.get(other, 0.0) + _LEARNED_SHARE * likely
    for said, by_a_lawyer in signals.by_hand:
        if _foreign(said, index):
            for other in by_a_lawyer:
                weights[other] = weights.get(other, 0.0) + 1 / len(by_a_lawyer)
    ids = index.word_ids(list(weights))
    importance = np.array(list(weights.values()), np.float32)[ids >= 0]
    ids = ids[ids >= 0]
    importance = importance * index.words.idf[ids]
    most = np.argsort(-importance)[:_TRANSLATED]
    return index.words.scores(ids[most], importance[most])


def _otherwise(
    by_hand: list[tuple[str, tuple[str, ...]]], index: SearchIndex
) -> tuple[np.ndarray, np.ndarray]:
    """BM25 of what statutes write instead, and how many of the lay words an article holds in any such form."""
    scores = np.zeros(index.size, np.float32)
    held = np.zeros(index.size, np.float32)
    for _, written in by_hand:
        ids = index.word_ids(list(written))
        ids = ids[ids >= 0]
        best = np.zeros(index.size, np.float32)
        for term in ids:
            here = slice(index.words.starts[term], index.words.starts[term + 1])
            documents = index.words.documents[here]
            best[documents] = np.maximum(best[documents], index.words.idf[term] * index.words.weights[here])
        scores += best
        held += (best > 0) / len(by_hand)
    return scores, held

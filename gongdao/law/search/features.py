"""Candidates for a question, and what the ranker is told of each."""

import numpy as np

from gongdao.law.search.index import SearchIndex
from gongdao.law.search.signals import Signals

_NEAREST = {  # candidates by each signal
    "words": 100, "words_held": 50, "pairs": 120, "translated": 150, "by_hand": 80, "meaning": 120, "meaning_learned": 400,
}  # fmt: skip
_MEANING = ("meaning", "meaning_learned")
_RANKED = ("words", "pairs", "translated", "by_hand", *_MEANING)


def candidates(signals: Signals, allowed: np.ndarray | None, from_memory: bool = True) -> np.ndarray:
    """Documents worth ranking, sorted: the best by each signal. ``allowed`` is a bool [n] or None for all."""
    found = [signals.led[0]] if from_memory else []
    for name, most in _NEAREST.items():
        if (values := signals.of.get(name)) is None:
            continue
        # from many equal zeros a partition is slow
        worth = np.flatnonzero(values > (0 if name not in _MEANING else -np.inf))
        if allowed is not None:
            worth = worth[allowed[worth]]
        if most < len(worth):
            worth = worth[np.argpartition(values[worth], -most)[-most:]]
        found.append(worth)
    documents = np.unique(np.concatenate(found)).astype(np.int64)
    return documents if allowed is None else documents[allowed[documents]]


def names(with_meaning: bool) -> list[str]:
    """The columns of ``features`` in order."""
    ranked = [name for name in _RANKED if with_meaning or name not in _MEANING]
    return [
        *(f"{name}{suffix}" for name in ranked for suffix in ("", "_share", "_rank", "_law", "_in_law", "_beside")),
        "words_held", "by_hand_held", "agreeing",
        "remembered", "remembered_sum", "law_remembered", "law_remembered_share",
        "kind", "length", "law_size", "position", "title_held", "question_words", "law_candidates",
    ]  # fmt: skip


def features(
    signals: Signals, documents: np.ndarray, index: SearchIndex, from_memory: bool = True
) -> np.ndarray:
    """float32 [candidates, columns]: the values, how they stand among the candidates, in their law, next door."""
    columns: list[np.ndarray] = []
    laws, law_of = np.unique(index.laws[documents], return_inverse=True)
    agreeing = np.zeros(len(documents), np.float32)
    for name in _RANKED:
        if (everywhere := signals.of.get(name)) is None:
            continue
        values = everywhere[documents]
        top = max(float(values.max(initial=0)), 1e-6)
        rank = np.empty(len(values), np.float32)
        rank[np.argsort(-values, kind="stable")] = np.arange(len(values))
        agreeing += 1 / (rank + 20)
        law_best = np.full(len(laws), -np.inf, np.float32)
        np.maximum.at(law_best, law_of, values)
        columns += [
            values, values / top, np.log1p(rank), law_best[law_of] / top, values - law_best[law_of],
            _beside(everywhere, documents, index) / top,
        ]  # fmt: skip
    columns += [signals.of["words_held"][documents], signals.of["by_hand_held"][documents], agreeing]
    columns += _remembered(signals, documents, index, from_memory)
    sizes = np.bincount(index.laws, minlength=len(index.law_names))
    columns += [
        index.kinds[documents],
        np.log1p(index.lengths[documents]),
        np.log1p(sizes[index.laws[documents]]),
        index.positions[documents] / sizes[index.laws[documents]],
        _title_held(signals.said, documents, index),
        np.full(len(documents), len(signals.said)),
        np.bincount(law_of)[law_of] / len(documents),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _beside(everywhere: np.ndarray, documents: np.ndarray, index: SearchIndex) -> np.ndarray:
    """The better of the articles before and after, if they are of the same law: neighbours treat one matter."""
    best = np.zeros(len(documents), np.float32)
    for step in (-1, 1):
        other = np.clip(documents + step, 0, index.size - 1)
        same = index.laws[other] == index.laws[documents]
        best = np.maximum(best, np.where(same, everywhere[other], 0))
    return best


def _remembered(
    signals: Signals, documents: np.ndarray, index: SearchIndex, from_memory: bool
) -> list[np.ndarray]:
    led, best, sums = signals.led
    columns = [np.zeros(len(documents), np.float32) for _ in range(4)]
    if not from_memory or not len(led):
        return columns
    places = np.minimum(np.searchsorted(led, documents), len(led) - 1)
    here = led[places] == documents
    columns[0][here], columns[1][here] = best[places[here]], sums[places[here]]
    law_sums = np.bincount(index.laws[led], weights=sums, minlength=len(index.law_names))
    columns[2] = law_sums[index.laws[documents]].astype(np.float32)
    columns[3] = columns[2] / max(float(law_sums.sum()), 1e-6)
    return columns


def _title_held(said: list[str], documents: np.ndarray, index: SearchIndex) -> np.ndarray:
    laws, law_of = np.unique(index.laws[documents], return_inverse=True)
    held = [sum(word in name for word in said) for name in index.law_names[laws].tolist()]
    return np.array(held, np.float32)[law_of]

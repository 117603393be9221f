"""Cross-fitting: every training question is described by what was learned from the others, as a new one will be."""

from dataclasses import dataclass, replace

import numpy as np

from benchmarks.search.adapting import adapt
from benchmarks.search.questions import Question
from benchmarks.search.ranking import Described
from benchmarks.search.remembering import remember
from benchmarks.search.translating import learn, pairs_of
from gongdao.law.search.features import candidates, features
from gongdao.law.search.index import SearchIndex
from gongdao.law.search.learned import Learned, Maps
from gongdao.law.search.memory import Recall
from gongdao.law.search.signals import read
from gongdao.law.search.vectors import unpack


@dataclass(frozen=True)
class Material:
    """All that learning needs: the index with vectors, the questions with their vectors, texts of articles by document."""

    index: SearchIndex
    allowed: np.ndarray
    questions: list[Question]
    vectors: np.ndarray
    answers: np.ndarray
    texts: dict[int, str]
    maps: Maps

    @property
    def vocabulary(self) -> set[str]:
        return set(self.index.word_list.tolist())


def learn_from(material: Material, chosen: np.ndarray, seed: int) -> Learned:
    """Everything but the ranker, from the chosen questions (bool [m])."""
    some = [q for q, is_in in zip(material.questions, chosen, strict=True) if is_in]
    pairs = [p for q in some for p in pairs_of(q.text, q.answer, [material.texts[d] for d in q.gold])]
    vectors = material.vectors[chosen]
    articles = unpack(material.index.vectors, material.index.spread)
    answered = chosen & ~np.isnan(material.answers).any(1)
    said = np.concatenate([vectors, material.answers[answered]])
    gold = [q.gold for q in some] + [material.questions[i].gold for i in np.flatnonzero(answered)]
    maps = adapt(material.maps, said, gold, articles, seed)
    return Learned(maps, learn(pairs, material.vocabulary), remember(some, vectors, maps))


def folds(size: int, parts: int, seed: int) -> np.ndarray:
    """Which part each question is in: int [size]."""
    return np.random.default_rng(seed).permutation(np.arange(size) % parts)


def describe(
    material: Material,
    learned: Learned,
    which: np.ndarray,
    with_meaning: bool = True,
    from_memory: bool = True,
) -> list[Described]:
    """The candidates of some questions (indices) as the engine would see them."""
    index = material.index if with_meaning else replace(material.index, vectors=None, spread=None)
    recall = Recall(learned.memory, index)
    described = []
    for i in which:
        vector = material.vectors[i] if with_meaning else None
        signals = read(material.questions[i].text, vector, index, learned, recall)
        found = candidates(signals, material.allowed, from_memory)
        described.append(
            Described(found, features(signals, found, index, from_memory), material.questions[i].gold)
        )
    return described

"""What was learned from questions and statutes, read from data/ once (benchmarks/search/training.py makes it anew)."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gongdao.law.search.memory import Memory
from gongdao.law.search.translation import DATA, Translation
from gongdao.law.search.vectors import PackedVectors


@dataclass(frozen=True)
class Maps:
    """From the model's 384 numbers to the dimensions kept: ``(v - centre) @ passage`` for articles, made
    of length 1.

    A question is read twice: as it is, through ``passage`` too, and through ``adapter`` with ``shift``, which learned
    how the questions of laypeople lie beside the articles that answer them.
    """

    model: str  # whose numbers: meaning.identity()
    centre_of_articles: np.ndarray  # float32 [384]
    centre_of_questions: np.ndarray
    passage: np.ndarray  # float32 [384, dimensions]
    adapter: np.ndarray

    def of_articles(self, vectors: np.ndarray) -> np.ndarray:
        """Of length 1."""
        mapped = (vectors - self.centre_of_articles) @ self.passage
        return mapped / np.maximum(np.linalg.norm(mapped, axis=1, keepdims=True), 1e-6)

    def of_question(self, vector: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """As it is, and as it was learned."""
        centred = vector - self.centre_of_questions
        return centred @ self.passage, centred @ self.adapter


@dataclass(frozen=True)
class Learned:
    maps: Maps
    translation: Translation
    memory: Memory


@lru_cache(maxsize=1)
def learned() -> Learned:
    """As shipped."""
    maps, translation, memory = _load("maps"), _load("translation"), _load("memory")
    return Learned(Maps(model=str(maps.pop("model")), **maps), Translation(**translation), Memory(**memory))


@lru_cache(maxsize=1)
def known_vectors() -> PackedVectors:
    """As shipped, for the articles known when it was learned."""
    return PackedVectors(**_load("vectors"))


def _load(name: str) -> dict[str, np.ndarray]:
    with np.load(DATA / f"{name}.npz") as stored:
        return {
            key: stored[key].astype(np.float32) if stored[key].dtype == np.float16 else stored[key]
            for key in stored.files
        }

"""Searches one book: signals → candidates → features → rank."""

import threading
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from gongdao.law import meaning
from gongdao.law.book import IN_FORCE, StatuteBook, Version
from gongdao.law.search import ranker
from gongdao.law.search.features import candidates, features
from gongdao.law.search.index import SearchIndex
from gongdao.law.search.indexing import open_index
from gongdao.law.search.learned import Learned, learned
from gongdao.law.search.memory import Recall
from gongdao.law.search.signals import Signals, in_words_of_law, read
from gongdao.law.search.terms import LONGEST_QUERY

_ALL_BEST = 12  # by meaning among all articles, to say that the meaning led there


@dataclass(frozen=True)
class Ranked:
    """Documents of the index, best first, with their scores and what was seen on the way."""

    documents: np.ndarray
    scores: np.ndarray
    signals: Signals


class Engine:
    """One index with what was learned; any number of threads may ask."""

    def __init__(self, index: SearchIndex, what_was_learned: Learned, versions: dict[str, Version]) -> None:
        self.index = index
        self._learned = what_was_learned
        self._versions = [versions[str(id)] for id in index.version_ids] if index.size else []
        self._allowed = lru_cache(maxsize=8)(self._allowed_on)

    @cached_property
    def recall(self) -> Recall:
        return Recall(self._learned.memory, self.index)

    def ask(self, question: str, on: date | None, from_memory: bool = True) -> Ranked:
        """Articles in force on a day, or of the newest versions; without telling words or meaning none."""
        vector = None
        if self.index.vectors is not None:
            vector = meaning.meaning(in_words_of_law(question[:LONGEST_QUERY], self.index))
        signals = read(question, vector, self.index, self._learned, self.recall)
        found = candidates(signals, self._allowed(on), from_memory)
        if not signals.said:
            found = found[:0]
        scores = ranker.rank(features(signals, found, self.index, from_memory), vector is not None)
        order = np.argsort(-scores, kind="stable")
        return Ranked(found[order], scores[order], signals)

    def best_by_meaning(self, signals: Signals) -> frozenset[int]:
        """The documents nearest in meaning."""
        near = signals.of.get("meaning_learned")
        if near is None:
            return frozenset()
        most = min(_ALL_BEST, len(near))
        return frozenset(np.argpartition(near, -most)[-most:].tolist()) if most else frozenset()

    def _allowed_on(self, on: date | None) -> np.ndarray:
        if on is None:
            stands = [v.until is None and v.repealed is None for v in self._versions]
        else:
            stands = [v.status_on(on) == IN_FORCE for v in self._versions]
        return np.array(stands, bool)[self.index.versions] if stands else np.zeros(0, bool)


_opening = threading.Lock()
_engines: dict[tuple[str, int], Engine] = {}


def engine_for(book: StatuteBook) -> Engine:
    """The engine of a book, opened once for each state of its file."""
    with _opening:
        key = (str(book.path.absolute()), book.path.stat().st_mtime_ns)
        if key not in _engines:
            for old in [k for k in _engines if k[0] == key[0]]:
                del _engines[old]
            index = open_index(book)
            versions = {v.id: v for law in book.laws() for v in book.versions(law.name)}
            _engines[key] = Engine(index, learned(), versions)
        return _engines[key]

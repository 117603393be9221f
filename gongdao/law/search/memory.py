"""Questions that lawyers have answered, with their articles: a similar question leads where those led."""

from dataclasses import dataclass

import numpy as np

from gongdao.law.search.index import SearchIndex


@dataclass(frozen=True)
class Memory:
    """m questions. Their sentences are not kept, only what they are compared by (telling words, sorted) and
    the articles they led to."""

    vectors: np.ndarray  # float32 [m, dimensions], of length 1: their meaning as it is
    adapted: np.ndarray  # float32 [m, dimensions], of length 1: as the map for questions learned it
    words: np.ndarray  # str [k], the telling words of question q: starts[q] to starts[q+1]
    starts: np.ndarray  # int32 [m + 1]
    laws: np.ndarray  # str [j], full names; the articles of question q: ends[q] to ends[q+1]
    numbers: np.ndarray  # str [j]
    ends: np.ndarray  # int32 [m + 1]

    def without(self, left_out: np.ndarray) -> "Memory":
        """The memory without some questions (bool [m]), for learning and measuring."""
        kept = np.flatnonzero(~left_out)
        words, starts = _take(self.starts, kept)
        articles, ends = _take(self.ends, kept)
        return Memory(
            self.vectors[kept],
            self.adapted[kept],
            self.words[words],
            starts,
            self.laws[articles],
            self.numbers[articles],
            ends,
        )


def _take(starts: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    spans = [np.arange(starts[i], starts[i + 1]) for i in kept]
    lengths = np.array([len(span) for span in spans], np.int32)
    return (
        np.concatenate(spans) if spans else np.zeros(0, int),
        np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32),
    )


class Recall:
    """A memory made ready for one index."""

    def __init__(self, memory: Memory, index: SearchIndex) -> None:
        self._memory = memory
        asked, self._asked_ids = np.unique(memory.words, return_inverse=True)
        self._vocabulary = {str(word): i for i, word in enumerate(asked)}
        self._of_word = np.repeat(np.arange(len(memory.starts) - 1), np.diff(memory.starts))
        often = np.bincount(self._asked_ids, minlength=len(asked))
        self._rare = np.log1p(len(memory.vectors) / np.maximum(often, 1)).astype(np.float32)
        self._weight = np.bincount(
            self._of_word, self._rare[self._asked_ids] ** 2, minlength=len(memory.starts) - 1
        )
        place = {
            (str(index.law_names[law]), str(number)): d
            for d, (law, number) in enumerate(zip(index.laws, index.numbers, strict=True))
        }
        led = [place.get((str(a), str(n)), -1) for a, n in zip(memory.laws, memory.numbers, strict=True)]
        self._led = np.array(led, np.int64)
        self._led_of = np.repeat(np.arange(len(memory.ends) - 1), np.diff(memory.ends))

    def likeness(self, words: list[str], meanings: tuple[np.ndarray, np.ndarray] | None) -> np.ndarray:
        """How much each remembered question is like this one, about 0 to 1: float32 [m]. By words, and by its
        meaning as it is and as learned where that is known."""
        known = [self._vocabulary[word] for word in words if word in self._vocabulary]
        mask = np.zeros(len(self._rare), bool)
        mask[known] = True
        shared = np.bincount(
            self._of_word,
            np.where(mask[self._asked_ids], self._rare[self._asked_ids] ** 2, 0),
            minlength=len(self._weight),
        )
        unknown = len(words) - len(known)
        mine = float((self._rare[known] ** 2).sum()) + unknown * float(self._rare.max(initial=1.0)) ** 2
        alike = shared / np.sqrt(np.maximum(self._weight * mine, 1e-6))
        if meanings is not None:
            as_it_is, as_learned = (one / max(float(np.linalg.norm(one)), 1e-6) for one in meanings)
            near = self._memory.vectors @ as_it_is + self._memory.adapted @ as_learned
            alike = 0.4 * alike + 0.3 * near
        return alike.astype(np.float32)

    def lead(self, likeness: np.ndarray, nearest: int = 24) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Documents the nearest questions led to, the likeness of the nearest, and the sum of squares over all."""
        if not len(likeness):
            return np.zeros(0, int), np.zeros(0, np.float32), np.zeros(0, np.float32)
        cut = np.partition(likeness, -min(nearest, len(likeness)))[-min(nearest, len(likeness))]
        near = np.flatnonzero((likeness[self._led_of] >= cut) & (self._led >= 0))
        documents, inverse = np.unique(self._led[near], return_inverse=True)
        best = np.zeros(len(documents), np.float32)
        weights = likeness[self._led_of[near]]
        np.maximum.at(best, inverse, weights)
        return documents, best, np.bincount(inverse, weights**2, minlength=len(documents)).astype(np.float32)

"""Everything that a search reads about the articles of a book, as arrays; document d is article ``rows[d]``."""

from dataclasses import dataclass

import numpy as np

from gongdao.law.search.postings import Postings


@dataclass(frozen=True)
class SearchIndex:
    """n articles of l laws. ``vectors`` are packed (vectors.py), with the spread of each dimension."""

    rows: np.ndarray  # int32 [n], articles.id in the book
    laws: np.ndarray  # int32 [n], which of law_names
    versions: np.ndarray  # int32 [n], which of version_ids
    numbers: np.ndarray  # str [n]
    positions: np.ndarray  # int32 [n], how-manieth document of its law
    lengths: np.ndarray  # int32 [n], characters
    law_names: np.ndarray  # str [l]
    version_ids: np.ndarray  # str [v]
    kinds: np.ndarray  # int8 [n]: see KINDS
    word_list: np.ndarray  # str [terms], sorted
    words: Postings
    pair_list: np.ndarray  # uint32 [terms], sorted
    pairs: Postings
    vectors: np.ndarray | None  # uint8 [n, dimensions / 2]; None where no model reads questions
    spread: np.ndarray | None  # float32 [dimensions]

    @property
    def size(self) -> int:
        return len(self.rows)

    def word_ids(self, words: list[str]) -> np.ndarray:
        """Terms of these words; -1 for a word that no article holds."""
        return _places(self.word_list, np.array(words, dtype=self.word_list.dtype) if words else None, words)

    def pair_ids(self, pairs: np.ndarray) -> np.ndarray:
        """Terms of these pairs that some article holds."""
        found = _places(self.pair_list, pairs, pairs)
        return found[found >= 0]


def _places(known: np.ndarray, wanted: np.ndarray | None, given: object) -> np.ndarray:
    if wanted is None or not len(wanted) or not len(known):
        return np.full(0 if wanted is None else len(wanted), -1)
    places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    same = known[places] == wanted
    if isinstance(given, list):  # a word longer than the longest known one was cut to fit
        same &= np.array([len(word) for word in given]) <= known.dtype.itemsize // 4
    return np.where(same, places, -1)


KINDS = ("法律", "宪法", "司法解释", "行政法规", "部门规章", "立法解释", "修正案", "修改决定")

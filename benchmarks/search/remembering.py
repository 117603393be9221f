"""The memory of answered questions."""

import numpy as np

from benchmarks.search.questions import Question
from gongdao.law.search.learned import Maps
from gongdao.law.search.memory import Memory
from gongdao.law.search.terms import query_words


def remember(questions: list[Question], vectors: np.ndarray, maps: Maps) -> Memory:
    """``vectors`` float32 [m, 384] as the model gives them."""
    # sorted: what was asked cannot be read out of them
    words = [sorted(query_words(question.text)) for question in questions]
    articles = [question.articles for question in questions]
    as_they_are, adapted = zip(*(maps.of_question(vector) for vector in vectors), strict=True)
    return Memory(
        _unit(np.stack(as_they_are)),
        _unit(np.stack(adapted)),
        np.array([w for some in words for w in some]),
        _ends([len(some) for some in words]),
        np.array([law for some in articles for law, _ in some]),
        np.array([number for some in articles for _, number in some]),
        _ends([len(some) for some in articles]),
    )


def _ends(lengths: list[int]) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)


def _unit(vectors: np.ndarray) -> np.ndarray:
    """Of length 1, with the precision that is shipped."""
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)

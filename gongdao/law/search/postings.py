"""An inverted index: term → the documents that hold it, each with its BM25 weight (Robertson & Zaragoza 2009)."""

from dataclasses import dataclass

import numpy as np

_K1, _B = 1.2, 0.7


@dataclass(frozen=True, slots=True)
class Postings:
    """Documents of term t: ``documents[starts[t]:starts[t+1]]``, with ``weights`` (BM25 without the idf) beside."""

    size: int  # documents in all
    starts: np.ndarray  # int64 [terms + 1]
    documents: np.ndarray  # int32 [postings]
    weights: np.ndarray  # float32 [postings]
    idf: np.ndarray  # float32 [terms]

    def scores(self, terms: np.ndarray, importance: np.ndarray) -> np.ndarray:
        """Σ importance × weight over the terms a document holds: float32 [size]. Without idf: bring it along."""
        found = np.zeros(self.size, np.float32)
        for term, factor in zip(terms, importance, strict=True):
            here = slice(self.starts[term], self.starts[term + 1])
            found[self.documents[here]] += np.float32(factor) * self.weights[here]
        return found

    def held(self, terms: np.ndarray, importance: np.ndarray) -> np.ndarray:
        """Σ importance over the terms a document holds at all: float32 [size]."""
        found = np.zeros(self.size, np.float32)
        for term, factor in zip(terms, importance, strict=True):
            found[self.documents[self.starts[term] : self.starts[term + 1]]] += np.float32(factor)
        return found


def post(terms: np.ndarray, documents: np.ndarray, vocabulary: int, size: int) -> Postings:
    """Postings from occurrences: term and document of each, repeats counted (int arrays of one length)."""
    spots, counts = np.unique(terms.astype(np.int64) * size + documents, return_counts=True)
    term, document = np.divmod(spots, size)
    lengths = np.bincount(documents, minlength=size).astype(np.float32)
    starts = np.searchsorted(term, np.arange(vocabulary + 1))
    longish = 1 - _B + _B * lengths[document] / max(float(lengths.mean()), 1.0)
    holding = np.diff(starts)
    return Postings(
        size,
        starts,
        document.astype(np.int32),
        (counts * (_K1 + 1) / (counts + _K1 * longish)).astype(np.float32),
        np.log1p((size - holding + 0.5) / (holding + 0.5)).astype(np.float32),
    )

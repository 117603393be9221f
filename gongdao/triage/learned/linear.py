"""A small linear model read from its file of weights: text → how likely each label is, and the pieces that told.

Made by ``training.py``; the files beside this one are derived numbers only.
"""

from dataclasses import dataclass
from typing import IO

import numpy as np
import numpy.typing as npt

from gongdao.law.words import cut
from gongdao.triage.learned.features import READ_AT_MOST, bucket, buckets, pieces

Vector = npt.NDArray[np.float32]
MEANING_WEIGHT = 1.5
"""How much the vector of meaning counts beside pieces and words, chosen by cross-validation."""


@dataclass(frozen=True)
class Linear:
    """Weights by feature and label. ``centre`` is empty where the model reads no meaning; ``sharpness`` divides the
    logits so that 0.7 is right seven times of ten."""

    labels: tuple[str, ...]
    piece_weights: Vector
    idf: Vector
    word_weights: Vector
    meaning_weights: Vector
    centre: Vector
    bias: Vector
    sharpness: float
    made_with: str

    def logits(self, text: str, words: Vector, meant: Vector | None) -> Vector:
        """Unnormalised log probabilities, calibrated."""
        score = self.bias + self._of_pieces(text) + words @ self.word_weights
        if meant is not None and self.centre.size:
            score = score + centred(meant, self.centre) @ self.meaning_weights
        return np.asarray(score / self.sharpness, dtype=np.float32)

    def _of_pieces(self, text: str) -> Vector:
        places = buckets(text)
        weights = self.idf[places]
        total: Vector = weights @ self.piece_weights[places] / max(float(np.linalg.norm(weights)), 1e-9)
        return total

    def telling(self, text: str, label: str, most: int = 3) -> tuple[str, ...]:
        """The text's own words whose pieces speak most for a label."""
        place = self.labels.index(label)
        words = dict.fromkeys(word for word in cut(text[:READ_AT_MOST]) if len(word.strip()) > 1)
        found = [(self._speaks(word, place), word) for word in words]
        return tuple(word for weight, word in sorted(found, reverse=True)[:most] if weight > 0)

    def _speaks(self, word: str, label: int) -> float:
        places = [bucket(piece) for piece in pieces(word)]
        weights = self.idf[places, None] * self.piece_weights[places]
        return float((weights[:, label] - weights.mean(1)).sum())


def centred(meant: Vector, centre: Vector) -> Vector:
    """The direction in which a meaning differs from the average one."""
    apart = meant - centre
    return np.asarray(MEANING_WEIGHT * apart / max(float(np.linalg.norm(apart)), 1e-9), dtype=np.float32)


def likelihoods(logits: Vector) -> Vector:
    """Probabilities that add up to one."""
    raised = np.exp(logits - logits.max())
    return np.asarray(raised / raised.sum(), dtype=np.float32)


def load(file: IO[bytes]) -> Linear:
    """The model in a file of weights."""
    with np.load(file) as kept:
        return Linear(
            labels=tuple(str(label) for label in kept["labels"]),
            piece_weights=kept["pieces"].astype(np.float32) * float(kept["pieces_unit"]),
            idf=kept["idf"].astype(np.float32),
            word_weights=kept["words"].astype(np.float32),
            meaning_weights=kept["meanings"].astype(np.float32),
            centre=kept["centre"].astype(np.float32),
            bias=kept["bias"].astype(np.float32),
            sharpness=float(kept["sharpness"]),
            made_with=str(kept["made_with"]),
        )

"""Ranks candidates with learned trees (LambdaMART, Burges 2010): one forest with meaning, one for words alone."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gongdao.law.search.translation import DATA


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees behind one another. Inner node i asks ``features[column[i]] <= limit[i]`` and goes on at ``left[i]`` or
    ``right[i]``; a number below 0 is a leaf, ``~number`` its place in ``leaves``."""

    roots: np.ndarray  # int32 [trees]
    column: np.ndarray  # int16 [nodes]
    limit: np.ndarray  # float64 [nodes]
    left: np.ndarray  # int32 [nodes]
    right: np.ndarray  # int32 [nodes]
    leaves: np.ndarray  # float64

    def scores(self, features: np.ndarray) -> np.ndarray:
        """The sum of the leaves reached, for each row: float64 [rows]."""
        from gongdao.law.search.kernels import sum_of_leaves  # numba takes a second: only who searches waits

        return sum_of_leaves(
            np.ascontiguousarray(features, np.float32),
            self.roots, self.column, self.limit, self.left, self.right, self.leaves,
        )  # fmt: skip


def rank(features: np.ndarray, with_meaning: bool) -> np.ndarray:
    """A score for each candidate, higher is better; comparable within one question only: float64 [candidates]."""
    return forest(with_meaning).scores(features) if len(features) else np.zeros(0)


def file_name(with_meaning: bool) -> str:
    return f"ranker-{'meaning' if with_meaning else 'words'}.npz"


@lru_cache(maxsize=2)
def forest(with_meaning: bool) -> Forest:
    """As shipped."""
    with np.load(DATA / file_name(with_meaning)) as stored:
        return Forest(**stored)

"""How good a ranking is: what share of the wanted articles is among the first, and how early the first one comes."""

from collections.abc import Sequence

import numpy as np


def recall(found: Sequence[int], wanted: Sequence[int], first: int) -> float:
    """The share of the wanted among the first so many."""
    return len(set(found[:first]) & set(wanted)) / len(wanted)


def reciprocal_rank(found: Sequence[int], wanted: Sequence[int], first: int = 10) -> float:
    """1 / place of the first wanted one among the first so many, 0 if there is none."""
    return next((1 / place for place, d in enumerate(found[:first], 1) if d in wanted), 0.0)


def table(rankings: list[tuple[Sequence[int], Sequence[int]]]) -> dict[str, float]:
    """Means over (found, wanted)."""
    return {
        "R@10": float(np.mean([recall(f, w, 10) for f, w in rankings])),
        "MRR@10": float(np.mean([reciprocal_rank(f, w) for f, w in rankings])),
        "R@100": float(np.mean([recall(f, w, 100) for f, w in rankings])),
    }

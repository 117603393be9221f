"""What people say → what statutes say: weights learned from questions and their articles, and a table by hand."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Translation:
    """P(statute word | lay word), as IBM's first model has it (Brown et al. 1993), likeliest first for each word."""

    said: np.ndarray  # str [m], sorted
    starts: np.ndarray  # int32 [m + 1]
    written: np.ndarray  # str [k]
    likely: np.ndarray  # float32 [k]

    def of(self, word: str) -> list[tuple[str, float]]:
        """Statute words for a lay word with their probabilities; empty for a word never met."""
        place = int(np.searchsorted(self.said, word)) if len(self.said) else 0
        if place >= len(self.said) or self.said[place] != word:
            return []
        here = slice(self.starts[place], self.starts[place + 1])
        return [
            (str(w), float(p))
            for w, p in zip(self.written[here], self.likely[here], strict=True)
            if w != word
        ]


@lru_cache(maxsize=1)
def said_otherwise() -> dict[str, tuple[str, ...]]:
    """said_otherwise.csv: lay word → statute words, written by hand."""
    with (DATA / "said_otherwise.csv").open(encoding="utf-8") as file:
        return {row["said"]: tuple(row["written"].split()) for row in csv.DictReader(file)}


def by_hand(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The lay words of the table that stand in a text, longest first, with what statutes write instead."""
    table = said_otherwise()
    found: list[tuple[str, tuple[str, ...]]] = []
    for said in sorted((s for s in table if s in text), key=lambda s: (-len(s), s)):
        if not any(said in longer for longer, _ in found):
            found.append((said, table[said]))
    return found

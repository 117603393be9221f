"""Kinds on the sentences set aside: first and second level, by words, by learning and by both."""

from collections.abc import Callable, Mapping

import numpy as np

from gongdao.triage.guesses import UNCLEAR, Guess, rank
from gongdao.triage.kinds import first_level
from gongdao.triage.learned.reading import read_learned
from gongdao.triage.learned.rows import is_for_testing, sentences
from gongdao.triage.text import normalise
from gongdao.triage.words import Evidence, score_kinds

Way = Callable[[str, Mapping[str, Evidence]], Guess]


def run() -> None:
    """Print the table."""
    rows = [row for row in sentences() if is_for_testing(row.text)]
    ways: list[tuple[str, Way]] = [
        ("tables of words alone", lambda text, told: _first(rank(told))),
        ("learned alone", lambda text, told: _first(rank({}, read_learned(text, told).kinds))),
        ("both, without meaning",
         lambda text, told: _first(rank(told, read_learned(text, told, with_meaning=False).kinds))),
        ("both", lambda text, told: _first(rank(told, read_learned(text, told).kinds))),
    ]  # fmt: skip
    print(
        f"| kinds ({len(rows)} sentences set aside) | first level (18) | finer | mean share of the best |\n|---|---|---|---|"
    )
    for name, way in ways:
        read = [normalise(row.text) for row in rows]
        best = [way(text, score_kinds(text)) for text in read]
        right = np.array(
            [guess.first.code == first_level(row.kind) for guess, row in zip(best, rows, strict=True)]
        )
        finer = np.array([guess.kind.code == row.kind for guess, row in zip(best, rows, strict=True)])
        half = 1.96 * np.sqrt(right.mean() * (1 - right.mean()) / len(rows))
        print(
            f"| {name} | {right.mean():.3f} ± {half:.3f} | {finer.mean():.3f} | {np.mean([g.share for g in best]):.3f} |"
        )


def _first(guesses: tuple[Guess, ...]) -> Guess:
    """The best guess; behind 还说不清 there may still be one."""
    return next((guess for guess in guesses if guess.kind is not UNCLEAR), guesses[0])

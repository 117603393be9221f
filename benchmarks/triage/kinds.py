"""Kinds and roads on sentences set aside: first and second level, the roads shown, and how sure the answer was, by
words, by learning and by both."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from benchmarks.triage.plot import expected_error
from gongdao.triage.guesses import UNCLEAR, Guess, rank
from gongdao.triage.kinds import first_level
from gongdao.triage.learned.reading import read_learned
from gongdao.triage.learned.rows import Row, is_for_testing, sentences
from gongdao.triage.roads import roads_for
from gongdao.triage.text import normalise
from gongdao.triage.words import Evidence, score_kinds

Way = Callable[[str, Mapping[str, Evidence]], Guess]
_KNOWN = 777
"""The rows up to here lay on the table when its words were last written; those behind were written afterwards."""


def run() -> None:
    """Print a table for all sentences set aside, and one for those that no table of words was written with."""
    every = sentences()
    _table("set aside", [row for row in every if is_for_testing(row.text)])
    _table("set aside and newer than the tables", [row for row in every[_KNOWN:] if is_for_testing(row.text)])


def _table(name: str, rows: Sequence[Row]) -> None:
    ways: list[tuple[str, Way]] = [
        ("tables of words alone", lambda text, told: _first(rank(told))),
        ("learned alone", lambda text, told: _first(rank({}, read_learned(text, told).kinds))),
        ("both, without meaning",
         lambda text, told: _first(rank(told, read_learned(text, told, with_meaning=False).kinds))),
        ("both", lambda text, told: _first(rank(told, read_learned(text, told).kinds))),
    ]  # fmt: skip
    print(
        f"| {len(rows)} sentences {name} | kind (18) | finer kind | first road | roads shown | calibration error |"
    )
    print("|---|---|---|---|---|---|")
    read = [normalise(row.text) for row in rows]
    for way_name, way in ways:
        best = [way(text, score_kinds(text)) for text in read]
        pairs = list(zip(best, rows, strict=True))
        right = np.array([guess.first.code == first_level(row.kind) for guess, row in pairs])
        finer = np.array([guess.kind.code == row.kind for guess, row in pairs])
        sure = np.array([guess.share for guess in best])
        half = 1.96 * np.sqrt(right.mean() * (1 - right.mean()) / len(rows))
        first = np.mean([_channels(guess.kind.code)[0] == _channels(row.kind)[0] for guess, row in pairs])
        shown = np.mean([_part_shown(guess.kind.code, row.kind) for guess, row in pairs])
        print(
            f"| {way_name} | {right.mean():.3f} ± {half:.3f} | {finer.mean():.3f} | {first:.3f} | {shown:.3f} | "
            f"{expected_error(sure, finer):.3f} |"
        )


def _channels(kind: str) -> list[str]:
    return [road.channel for road in roads_for(kind)]


def _part_shown(guessed: str, right: str) -> float:
    """Which part of the right kind's roads is among those shown; what is on every list does not count."""
    everywhere = {"legal_advice", "legal_aid", "lawyer"}
    wanted = set(_channels(right)) - everywhere
    return len(wanted & set(_channels(guessed))) / max(len(wanted), 1)


def _first(guesses: tuple[Guess, ...]) -> Guess:
    """The best guess; behind 还说不清 there may still be one."""
    return next((guess for guess in guesses if guess.kind is not UNCLEAR), guesses[0])

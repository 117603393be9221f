"""Labelled sentences to learn from (sentences.csv, written for this project) and how they are split.

The split was fixed before any result was seen: a sentence is for testing where the first byte of the SHA-256
of its text is divisible by three. Kinds are learned from the others only.
"""

import hashlib
from dataclasses import dataclass

from gongdao.triage.kinds import kind_of
from gongdao.triage.tables import read_rows


@dataclass(frozen=True)
class Row:
    """A sentence as people say it, the kind of dispute it tells of and the field it is counted under."""

    text: str
    kind: str
    field: str


def is_for_testing(text: str) -> bool:
    """Whether a sentence is set aside to measure kinds on."""
    return hashlib.sha256(text.encode()).digest()[0] % 3 == 0


def sentences() -> tuple[Row, ...]:
    """The table. Raises KeyError for a row whose kind does not exist."""
    return tuple(
        Row(row["text"], kind_of(row["kind"]).code, row["field"]) for row in read_rows("sentences.csv")
    )

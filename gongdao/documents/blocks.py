"""What a paper is made of, before it becomes a Word file or a PDF: both are written from the same blocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A line feed in the text is a line break on paper."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the paper's title, centred; level 2 a section."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, first line indented by two characters; ``listed`` paragraphs are not."""

    runs: tuple[Run, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; the first row is its head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines for ink: who signs, each with room for a date."""

    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo in the paper, by the fingerprint of its file."""

    fingerprint: str


Block = Heading | Paragraph | Table | Signatures | Picture

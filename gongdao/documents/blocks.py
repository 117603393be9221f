"""What a paper is made of, before it becomes a Word file or a PDF: both are written from the same blocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A line feed in the text is a line break on paper."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the paper's title, centred; levels 2 to 4 are sections within sections."""

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
    """A photo or a drawing in the paper, by the fingerprint of its file or the name of its drawing; a caption below."""

    fingerprint: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official document: who issues it, its number, who it goes to."""

    organ: str
    number: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The issuing organ and the day, at the right below the text."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Colophon:
    """The last lines of an official document between rules: copies, who printed it and when."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Table | Signatures | Picture | Letterhead | Closing | Colophon | NewPage

"""What every chart is made of: elements of SVG, and a chart with its words and its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

WIDTH = 360.0  # of every chart in its own units: a narrow phone shows it unscaled
FONT = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
INK, QUIET, LINE, BAND = "#1c2430", "#4d5866", "#9aa3ad", "#dfe6ec"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, the sentence that says what it shows, and the same numbers as a table."""

    title: str
    says: str
    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tag(name: str, *children: str, **attributes: object) -> str:
    """An element; an underscore in an attribute's name is a hyphen, numbers are kept short. Children are SVG already."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def words(text: str, x: float, y: float, *, size: float = 12, anchor: str = "start", **more: object) -> str:
    """A line of text."""
    more = {"fill": INK, **more}
    return tag("text", escape(text), x=x, y=y, font_size=size, text_anchor=anchor, **more)


def halo(text: str, x: float, y: float, **more: Any) -> str:
    """Text with a white edge, so that it can be read on a pattern."""
    return words(text, x, y, stroke="#fff", stroke_width=4, stroke_linejoin="round", **more) + words(
        text, x, y, **more
    )


def path(points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    """The data of a path through points."""
    said = "L".join(f"{_short(x)} {_short(y)}" for x, y in points)
    return f"M{said}{'Z' if closed else ''}" if said else ""


def drawing(title: str, says: str, height: float, *parts: str) -> str:
    """The whole picture. Screen readers hear title and description; presentation attributes need no style sheet."""
    return tag(
        "svg", *parts, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_short(WIDTH)} {_short(height)}",
        role="img", aria_label=f"{title}。{says}", font_family=FONT, class_="chart",
    )  # fmt: skip


def _short(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)

"""An article's text into paragraphs (款) and items (项)."""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"[（(]([一二三四五六七八九十百]{1,5})[）)]\s*")
# what belongs to the line above it: 1. / 1、 / (1) / ① and table rows
_DEEPER = re.compile(r"(?:\d{1,3}\s*[.．、]|[（(]\d{1,3}[）)]|[①-⑳]|\|)")
_HEADING = re.compile(r"第[一二三四五六七八九十百]+(?:分编|编|章|节)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One 款: its own words, then its items as (label, text): ("一", "工资、奖金……")."""

    number: int
    text: str
    items: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> str:
        """The words with all items, one a line."""
        return "\n".join([self.text, *(f"（{label}）{text}" for label, text in self.items)])

    def item(self, label: str) -> str | None:
        """The text of item 一, or None."""
        return next((text for name, text in self.items if name == label), None)


def without_headings(text: str) -> str:
    """Drop part and chapter titles that a source glued to the end of the article before them."""
    lines = [line.strip(" \t\u3000") for line in text.splitlines()]
    lines = [line for line in lines if line]
    while len(lines) > 1 and _HEADING.match(lines[-1]) and len(lines[-1]) < 40 and "。" not in lines[-1]:
        lines.pop()
    return "\n".join(lines)


def split(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article. A line after the items starts a new paragraph, as the courts count."""
    built: list[tuple[str, list[tuple[str, str]]]] = []
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            continue
        found = _ITEM.match(line)
        if found and built:
            built[-1][1].append((found[1], line[found.end() :]))
        elif built and _DEEPER.match(line):
            words, items = built[-1]
            if items:
                label, words = items[-1]
                items[-1] = (label, f"{words}\n{line}")
            else:
                built[-1] = (f"{words}\n{line}", items)
        else:
            built.append((line, []))
    return tuple(Paragraph(n, words, tuple(items)) for n, (words, items) in enumerate(built, 1))

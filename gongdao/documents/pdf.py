"""Blocks as PDF pages, set by Typst with the font that comes with the package."""

import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import typst

from gongdao.documents.blocks import (
    Block,
    Closing,
    Colophon,
    Heading,
    Letterhead,
    NewPage,
    Paragraph,
    Picture,
    Run,
    Signatures,
    Table,
)
from gongdao.documents.drawings import SVG
from gongdao.documents.fonts import FONT, font_folders
from gongdao.documents.layouts import ORDINARY, Layout

_PNG = b"\x89PNG"
_PICTOGRAPH = re.compile("[\U0001f000-\U0001faff]")
_PREAMBLE = """
#set document(title: {title}, author: "公道", date: none)
#set page(paper: "a4", margin: (left: {left}mm, right: {right}mm, top: {top}mm, bottom: {bottom}mm), footer: {footer})
#set text(font: {font}, size: {size}pt, lang: "zh", region: "cn")
#set par(leading: {leading}, spacing: {leading}, justify: true)
#let bold(body) = text(stroke: 0.35pt, body)
#let red = rgb("#c8102e")
#set table(stroke: 0.5pt, inset: 6pt)
"""
_FOOTER = """context align(center,
  text(size: 9pt)[#{footer} #h(1em) 第 #counter(page).display() 页，共 #counter(page).final().first() 页])"""
# GB/T 9704: one-digit numbers between dashes, on the outer side of the page.
_PAGE_NUMBER = """context {
  let page = counter(page).get().first()
  align(if calc.odd(page) { right } else { left }, text(size: 14pt)[#h(1em)— #page —#h(1em)])
}"""
# The body of the dossier's papers was set at 12 pt where Word has 14: the packaged font is larger to the eye.
_SMALLER = 12 / 14
_NARROW = 10  # letters


def write_pdf(
    blocks: Sequence[Block],
    *,
    title: str,
    footer: str,
    pictures: Mapping[str, bytes] | None = None,
    layout: Layout = ORDINARY,
) -> bytes:
    """The bytes of the PDF; ``pictures`` (JPEG, PNG or SVG) by fingerprint. The same blocks give the same bytes."""
    setting = _Setting(layout)
    source = setting.preamble(title, footer)
    with tempfile.TemporaryDirectory() as folder:
        for fingerprint, data in (pictures or {}).items():
            name = fingerprint + _extension(data)
            (Path(folder) / name).write_bytes(data)
            setting.pictures[fingerprint] = name
        source += "\n".join(setting.block(block) for block in blocks)
        main = Path(folder) / "paper.typ"
        main.write_text(source, encoding="utf-8")
        return bytes(
            typst.compile(
                str(main), root=folder, font_paths=font_folders(), ignore_system_fonts=True, timestamp=0
            )
        )


def _extension(data: bytes) -> str:
    if data.startswith(SVG):
        return ".svg"
    return ".png" if data.startswith(_PNG) else ".jpg"


def _text(text: str) -> str:
    """A Typst string: whatever a person wrote stays text. The font has no pictographs: their names stand for them."""
    escaped = _PICTOGRAPH.sub(lambda found: f"［{unicodedata.name(found[0], '表情').lower()}］", text)
    escaped = escaped.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _content(text: str) -> str:
    """Text with its line breaks."""
    return " + linebreak() + ".join(f"[#{_text(line)}]" for line in text.split("\n"))


def _runs(runs: Sequence[Run]) -> str:
    parts = [f"bold({_content(run.text)})" if run.bold else f"({_content(run.text)})" for run in runs]
    return " + ".join(parts) or "[]"


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Narrow columns take what they need, the widest share the rest; at least one is wide."""
    longest = [max(len(row[number]) for row in (head, *rows)) for number in range(len(head))]
    wide = [length > _NARROW for length in longest]
    return ["1fr" if one or not any(wide) else "auto" for one in wide]


class _Setting:
    """One paper in one layout; ``pictures``: fingerprint → file name."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.pictures: dict[str, str] = {}

    def preamble(self, title: str, footer: str) -> str:
        layout = self.layout
        size = layout.body * (1 if layout.official else _SMALLER)
        leading = f"{layout.line - size}pt" if layout.line else "0.95em"
        return _PREAMBLE.format(
            title=_text(title), left=layout.left, right=layout.right, top=layout.top, bottom=layout.bottom,
            footer=_PAGE_NUMBER if layout.official else _FOOTER.format(footer=_text(footer)),
            font=_text(FONT), size=size, leading=leading,
        )  # fmt: skip

    def block(self, block: Block) -> str:
        match block:
            case Heading(level=level, text=text):
                return self._heading(level, text)
            case Paragraph(runs=runs, listed=listed):
                indent = "0em" if listed else "(amount: 2em, all: true)"
                return f"#par(first-line-indent: {indent}, {_runs(runs)})\n"
            case Table(head=head, rows=rows):
                return self._table(head, rows)
            case Signatures(who=who):
                lines = "".join(
                    f"#par([#{_text(line + '：')} #box(width: 1fr, line(length: 100%, stroke: 0.5pt)) #{_text('　　　　年　　月　　日')}])\n"
                    for line in who
                )
                return f"#v(1.2em)\n{lines}"
            case Picture(fingerprint=fingerprint, caption=caption):
                return self._picture(self.pictures.get(fingerprint), caption)
            case Letterhead(organ=organ, number=number):
                return (
                    f"#align(center, text(size: 34pt, fill: red, stroke: 0.6pt + red, {_content(organ)}))\n#v(0.4em)\n"
                    f"#align(center, {_content(number)})\n#line(length: 100%, stroke: 1.6pt + red)\n#v(1.2em)\n"
                )
            case Closing(lines=lines):
                said = "".join(f"#align(right, [#{_text(line)} #h(2em)])\n" for line in lines)
                return f"#v(1.6em)\n#block(width: 100%, breakable: false)[{said}]\n"
            case Colophon(lines=lines):
                said = "".join(f"#par([#h(1em) #{_text(line)}])\n#rule\n" for line in lines)
                return f"#v(1fr)\n#let rule = line(length: 100%, stroke: 0.6pt)\n#block(breakable: false)[#set text(size: 14pt)\n#rule\n{said}]\n"
            case NewPage():
                return "#pagebreak(weak: true)\n"

    def _heading(self, level: int, text: str) -> str:
        if level == 1:
            size = self.layout.title if self.layout.official else 18
            return f"#align(center, text(size: {size}pt, stroke: 0.4pt, {_content(text)}))\n#v(0.6em)\n"
        if self.layout.official:
            stroke = "0.4pt" if level == 2 else "none"
            return f"#par(first-line-indent: (amount: 2em, all: true), text(stroke: {stroke}, {_content(text)}))\n"
        return f"#v(0.4em)\n#text(size: 13pt, stroke: 0.4pt, {_content(text)})\n"

    def _picture(self, name: str | None, caption: str) -> str:
        if name is None:
            return ""
        below = f" + linebreak() + {_content(caption)}" if caption else ""
        return f"#align(center, block(breakable: false, image({_text(name)}, width: 75%){below}))\n"

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        bold = [f"bold({_content(cell)})" for cell in head]
        cells = [f"({_content(cell)})" for row in rows for cell in row]
        first = ", ".join(bold)
        if not self.layout.official:
            columns = ", ".join(["auto", *["1fr"] * (len(head) - 1)]) if len(head) > 1 else "1fr"
            return f"#table(columns: ({columns},), align: left + horizon, {', '.join([first, *cells])})\n"
        columns = ", ".join(_columns(head, rows))
        inside = ", ".join([f"table.header({first})", *cells])
        return (
            f"#[#set text(size: {self.layout.table}pt)\n#set par(leading: 0.6em, justify: false)\n"
            f"#table(columns: ({columns},), align: left + horizon, {inside})]\n"
        )

"""Blocks as PDF pages, set by Typst with the font that comes with the package."""

import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import files
from pathlib import Path

import typst

from gongdao.documents.blocks import Block, Heading, Paragraph, Picture, Run, Signatures, Table

_FONT_PACKAGE = "noto-cjk-sans-otc"
_PNG = b"\x89PNG"
FONT = "Noto Sans CJK SC"
_PICTOGRAPH = re.compile("[\U0001f000-\U0001faff]")
_PREAMBLE = """
#set document(title: {title}, author: "公道", date: none)
#set page(paper: "a4", margin: (x: 2.6cm, top: 3cm, bottom: 2.5cm), footer: context align(center,
  text(size: 9pt)[#{footer} #h(1em) 第 #counter(page).display() 页，共 #counter(page).final().first() 页]))
#set text(font: {font}, size: 12pt, lang: "zh", region: "cn")
#set par(leading: 0.95em, spacing: 0.95em, justify: true)
#let bold(body) = text(stroke: 0.35pt, body)
#set table(stroke: 0.5pt, inset: 6pt)
"""


def write_pdf(
    blocks: Sequence[Block], *, title: str, footer: str, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """The bytes of the PDF; ``pictures`` (JPEG or PNG) by fingerprint. The same blocks give the same bytes."""
    source = _PREAMBLE.format(title=_text(title), footer=_text(footer), font=_text(FONT))
    with tempfile.TemporaryDirectory() as folder:
        known = {}
        for fingerprint, data in (pictures or {}).items():
            name = fingerprint + (".png" if data.startswith(_PNG) else ".jpg")
            (Path(folder) / name).write_bytes(data)
            known[fingerprint] = name
        source += "\n".join(_block(block, known) for block in blocks)
        main = Path(folder) / "paper.typ"
        main.write_text(source, encoding="utf-8")
        return bytes(
            typst.compile(
                str(main), root=folder, font_paths=_font_folders(), ignore_system_fonts=True, timestamp=0
            )
        )


@lru_cache(maxsize=1)
def _font_folders() -> list[str]:
    """Where the packaged font lies, so that a bare machine prints Chinese."""
    fonts = [file for file in files(_FONT_PACKAGE) or [] if file.suffix in (".otf", ".ttf", ".ttc")]
    return [str(Path(str(font.locate())).parent) for font in fonts]


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


def _block(block: Block, pictures: Mapping[str, str]) -> str:
    match block:
        case Heading(level=1, text=text):
            return f"#align(center, text(size: 18pt, stroke: 0.4pt, {_content(text)}))\n#v(0.6em)\n"
        case Heading(text=text):
            return f"#v(0.4em)\n#text(size: 13pt, stroke: 0.4pt, {_content(text)})\n"
        case Paragraph(runs=runs, listed=listed):
            indent = "0em" if listed else "(amount: 2em, all: true)"
            return f"#par(first-line-indent: {indent}, {_runs(runs)})\n"
        case Table(head=head, rows=rows):
            cells = [f"bold({_content(cell)})" for cell in head]
            cells += [f"({_content(cell)})" for row in rows for cell in row]
            columns = ", ".join(["auto", *["1fr"] * (len(head) - 1)]) if len(head) > 1 else "1fr"
            return f"#table(columns: ({columns},), align: left + horizon, {', '.join(cells)})\n"
        case Signatures(who=who):
            lines = "".join(
                f"#par([#{_text(line + '：')} #box(width: 1fr, line(length: 100%, stroke: 0.5pt)) #{_text('　　　　年　　月　　日')}])\n"
                for line in who
            )
            return f"#v(1.2em)\n{lines}"
        case Picture(fingerprint=fingerprint):
            name = pictures.get(fingerprint)
            return f"#align(center, image({_text(name)}, width: 75%))\n" if name else ""

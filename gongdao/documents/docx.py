"""Blocks as a Word file that people may edit. The same blocks give the same bytes."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run as DocxRun

from gongdao.documents.blocks import (
    Block,
    Closing,
    Colophon,
    Heading,
    Letterhead,
    NewPage,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from gongdao.documents.drawings import SVG, as_png
from gongdao.documents.layouts import ORDINARY, Layout

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_RED = RGBColor(0xC8, 0x10, 0x2E)


def write_docx(
    blocks: Sequence[Block],
    *,
    title: str,
    footer: str,
    pictures: Mapping[str, bytes] | None = None,
    layout: Layout = ORDINARY,
) -> bytes:
    """The bytes of the .docx; ``pictures`` (JPEG, PNG or SVG) by fingerprint."""
    setting = _Setting(Document(), layout, pictures or {})
    setting.page(title, footer)
    for block in blocks:
        setting.write(block)
    raw = io.BytesIO()
    setting.document.save(raw)
    return _without_times(raw.getvalue())


class _Setting:
    """One paper in one layout."""

    def __init__(self, document: DocumentType, layout: Layout, pictures: Mapping[str, bytes]) -> None:
        self.document, self.layout, self.pictures = document, layout, pictures
        self.body_font, *self.heading_fonts = layout.fonts

    def page(self, title: str, footer: str) -> None:
        layout, section = self.layout, self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Mm(layout.left), Mm(layout.right)
        section.top_margin, section.bottom_margin = Mm(layout.top), Mm(layout.bottom)
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = title, "公道", "zh-CN"
        properties.created = properties.modified = _NO_TIME
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(layout.body)
        normal.font.name = self.body_font
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), self.body_font)
        if layout.line:
            normal.paragraph_format.line_spacing = Pt(layout.line)
            normal.paragraph_format.space_after = Pt(0)
        if layout.official:
            self.document.settings.odd_and_even_pages_header_footer = True
            _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
            _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
        else:
            paragraph = section.footer.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self.font(paragraph.add_run(footer), size=9)

    def write(self, block: Block) -> None:
        match block:
            case Heading(level=level, text=text):
                self._heading(level, text)
            case Paragraph(runs=runs, listed=listed):
                paragraph = self._paragraph(indented=not listed)
                for run in runs:
                    self.font(paragraph.add_run(run.text), bold=run.bold)
            case Table(head=head, rows=rows):
                self._table(head, rows)
            case Signatures(who=who):
                self.document.add_paragraph()
                for line in who:
                    self.document.add_paragraph(f"{line}：______________　　______年____月____日")
            case Picture(fingerprint=fingerprint, caption=caption):
                self._picture(self.pictures.get(fingerprint), caption)
            case Letterhead(organ=organ, number=number):
                self._letterhead(organ, number)
            case Closing(lines=lines):
                self.document.add_paragraph()
                for line in lines:
                    paragraph = self._paragraph(WD_ALIGN_PARAGRAPH.RIGHT)
                    paragraph.paragraph_format.right_indent = Pt(self.layout.body) * 2
                    self.font(paragraph.add_run(line))
            case Colophon(lines=lines):
                self._colophon(lines)
            case NewPage():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def font(self, run: DocxRun, name: str = "", size: float = 0, bold: bool = False) -> None:
        name = name or self.body_font
        run.font.name, run.font.size, run.bold = name, Pt(size or self.layout.body), bold
        run._element.rPr.rFonts.set(qn("w:eastAsia"), name)  # type: ignore[union-attr]

    def _paragraph(
        self, alignment: WD_ALIGN_PARAGRAPH | None = None, *, indented: bool = False
    ) -> DocxParagraph:
        paragraph = self.document.add_paragraph()
        if alignment is not None:
            paragraph.alignment = alignment
        if indented:
            paragraph.paragraph_format.first_line_indent = Pt(self.layout.body) * 2
        return paragraph

    def _heading(self, level: int, text: str) -> None:
        layout = self.layout
        name = self.heading_fonts[min(level, 4) - 1]
        if level == 1:
            paragraph = self._paragraph(WD_ALIGN_PARAGRAPH.CENTER)
            paragraph.paragraph_format.space_after = Pt(14)
            if layout.official:
                paragraph.paragraph_format.line_spacing = Pt(layout.title * 1.4)
        else:
            paragraph = self._paragraph(indented=layout.official)
        size = layout.title if level == 1 else layout.body
        self.font(paragraph.add_run(text), name, size, bold=not layout.official)

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = self.document.add_table(rows=0, cols=len(head))
        table.style = "Table Grid"
        for number, row in enumerate((head, *rows)):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                paragraph = cell.paragraphs[0]
                if self.layout.line:
                    paragraph.paragraph_format.line_spacing = Pt(self.layout.table * 1.5)
                self.font(paragraph.add_run(text), size=self.layout.table, bold=number == 0)
        self.document.add_paragraph()

    def _picture(self, data: bytes | None, caption: str) -> None:
        if data is None:
            return
        paragraph = self._paragraph(WD_ALIGN_PARAGRAPH.CENTER if self.layout.official else None)
        paragraph.paragraph_format.line_spacing = 1.0  # an exact pitch would cut the picture off
        shown = as_png(data) if data.startswith(SVG) else data
        paragraph.add_run().add_picture(io.BytesIO(shown), width=Cm(12))
        if caption:
            paragraph.paragraph_format.keep_with_next = True
            self.font(self._paragraph(WD_ALIGN_PARAGRAPH.CENTER).add_run(caption))

    def _letterhead(self, organ: str, number: str) -> None:
        paragraph = self._paragraph(WD_ALIGN_PARAGRAPH.CENTER)
        paragraph.paragraph_format.line_spacing = Pt(48)
        run = paragraph.add_run(organ)
        self.font(run, self.heading_fonts[0], 34)
        run.font.color.rgb = _RED
        below = self._paragraph(WD_ALIGN_PARAGRAPH.CENTER)
        self.font(below.add_run(number))
        _rule(below, "bottom", "C8102E", 16)
        self.document.add_paragraph()

    def _colophon(self, lines: Sequence[str]) -> None:
        self.document.add_paragraph()
        for number, line in enumerate(lines):
            paragraph = self._paragraph()
            self.font(paragraph.add_run(f"　{line}"), size=14)
            if number == 0:
                _rule(paragraph, "top", "000000", 6)
            _rule(paragraph, "bottom", "000000", 6)


def _rule(paragraph: DocxParagraph, side: str, colour: str, eighths: int) -> None:
    """A line along the paragraph; its width in eighths of a point."""
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "1"), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)


def _page_number(paragraph: DocxParagraph, alignment: WD_ALIGN_PARAGRAPH) -> None:
    """GB/T 9704: — 1 — on the outer side."""
    paragraph.alignment = alignment
    paragraph.add_run("　— ").font.size = Pt(14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
    paragraph.add_run(" —　").font.size = Pt(14)


def _without_times(data: bytes) -> bytes:
    """The same zip with one fixed date on every member: equal papers have equal fingerprints."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in sorted(before.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            member = zipfile.ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return out.getvalue()

"""Blocks as a Word file that people may edit. The same blocks give the same bytes."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.run import Run as DocxRun

from gongdao.documents.blocks import Block, Heading, Paragraph, Picture, Signatures, Table

BODY_FONT, TITLE_FONT = "仿宋", "黑体"
BODY_SIZE, TITLE_SIZE = Pt(14), Pt(20)
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def write_docx(
    blocks: Sequence[Block], *, title: str, footer: str, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """The bytes of the .docx; ``pictures`` by fingerprint."""
    document = Document()
    _page(document, title, footer)
    for block in blocks:
        _write(document, block, pictures or {})
    raw = io.BytesIO()
    document.save(raw)
    return _without_times(raw.getvalue())


def _page(document: DocumentType, title: str, footer: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.5)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "公道", "zh-CN"
    properties.created = properties.modified = _NO_TIME
    normal = document.styles["Normal"]
    normal.font.size = BODY_SIZE
    normal.font.name = BODY_FONT
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), BODY_FONT)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _font(paragraph.add_run(footer), size=Pt(9))


def _write(document: DocumentType, block: Block, pictures: Mapping[str, bytes]) -> None:
    match block:
        case Heading(level=level, text=text):
            paragraph = document.add_paragraph()
            if level == 1:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.paragraph_format.space_after = Pt(14)
            _font(paragraph.add_run(text), TITLE_FONT, TITLE_SIZE if level == 1 else BODY_SIZE, bold=True)
        case Paragraph(runs=runs, listed=listed):
            paragraph = document.add_paragraph()
            if not listed:
                paragraph.paragraph_format.first_line_indent = BODY_SIZE * 2
            for run in runs:
                _font(paragraph.add_run(run.text), bold=run.bold)
        case Table(head=head, rows=rows):
            _table(document, head, rows)
        case Signatures(who=who):
            document.add_paragraph()
            for line in who:
                document.add_paragraph(f"{line}：______________　　______年____月____日")
        case Picture(fingerprint=fingerprint):
            if fingerprint in pictures:
                document.add_picture(io.BytesIO(pictures[fingerprint]), width=Cm(12))


def _table(document: DocumentType, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(head))
    table.style = "Table Grid"
    for number, row in enumerate((head, *rows)):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _font(cell.paragraphs[0].add_run(text), size=Pt(12), bold=number == 0)
    document.add_paragraph()


def _font(run: DocxRun, name: str = BODY_FONT, size: int = BODY_SIZE, bold: bool = False) -> None:
    run.font.name, run.font.size, run.bold = name, size, bold  # type: ignore[assignment]
    run._element.rPr.rFonts.set(qn("w:eastAsia"), name)  # type: ignore[union-attr]


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

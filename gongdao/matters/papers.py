"""Opening a paper: rendered once from the events up to the one that produced it, then kept.

The paper shows what was known at that event. Every opening is logged with its reader.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from gongdao.documents.actions import store_file
from gongdao.documents.docx import write_docx
from gongdao.documents.models import StoredFile
from gongdao.documents.pdf import write_pdf
from gongdao.documents.queries import read_file
from gongdao.documents.templates import fill
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Paper
from gongdao.matters.paper_context import PaperContext
from gongdao.matters.revealing import Reader, log_reading
from gongdao.procedures.engine.declaration import Paper as PaperDeclaration

PDF_TYPE = "application/pdf"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PICTURES = ("image/jpeg", "image/png")
_EXTENSIONS = {PDF_TYPE: "pdf", DOCX_TYPE: "docx", "image/jpeg": "jpg", "image/png": "png"}


class Form(StrEnum):
    """In which form a paper is wanted."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Opened:
    """A paper's bytes, ready to be sent."""

    data: bytes
    media_type: str
    filename: str


def open_paper(paper: Paper, *, form: Form, reader: Reader, at: datetime) -> Opened:
    """The paper in this form; a scan has only the form it was uploaded in. The reading is logged."""
    declaration = declaration_of(paper.matter).paper_by_code[paper.code]
    root = paper.matter.parent or paper.matter
    log_reading(
        root, reader, at, purpose=f"打开文书“{declaration.title}”", what=f"paper:{paper.code}:{paper.seq}"
    )
    file = paper.pdf if form is Form.PDF or paper.is_scan else paper.docx
    file = file or _render(paper, declaration, form, at)
    name = f"{declaration.title}_{root.number}.{_EXTENSIONS.get(file.media_type, 'bin')}"
    return Opened(read_file(file), file.media_type, name)


def _render(paper: Paper, declaration: PaperDeclaration, form: Form, at: datetime) -> StoredFile:
    """Render and keep. Two readers at once produce the same bytes, which are kept once."""
    context = PaperContext(paper)
    filled = fill(
        declaration.template, {"c": context, "f": context.facts, "r": context.read_by(declaration.reads)}
    )
    footer = f"{context.number}　{declaration.title}　{paper.code}-{paper.seq}"
    write, media_type = (write_pdf, PDF_TYPE) if form is Form.PDF else (write_docx, DOCX_TYPE)
    data = write(
        filled.blocks, title=declaration.title, footer=footer, pictures=_pictures(context.file_refs())
    )
    with transaction.atomic():
        stored = store_file(data, at=at, media_type=media_type)
        setattr(paper, form.value, stored)
        paper.template_version = filled.version
        paper.save(update_fields=[form.value, "template_version"])
    return stored


def _pictures(fingerprints: Iterable[str]) -> Mapping[str, bytes]:
    files = StoredFile.objects.filter(pk__in=list(fingerprints), media_type__in=_PICTURES)
    return {file.pk: read_file(file) for file in files}


def render_all(papers: Iterable[Paper], *, at: datetime) -> int:
    """Render what has not been rendered yet, for a whole dossier; returns how many."""
    count = 0
    for paper in papers:
        if not paper.is_scan and paper.pdf_id is None:
            _render(paper, declaration_of(paper.matter).paper_by_code[paper.code], Form.PDF, at)
            count += 1
    return count

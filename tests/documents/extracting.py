"""The text of a Word file and of a PDF, as a reader would copy it out, spaces and line breaks aside."""

import io
import re
import shutil
import subprocess
import unicodedata

import pytest
from docx import Document


def squeezed(text: str) -> str:
    """Without spaces, line breaks and the marks that only steer layout."""
    return re.sub(r"[\s\u200b\u200d\ufe0f\u00ad]+", "", text)


def docx_text(data: bytes) -> str:
    """Every paragraph, table cell and footer."""
    document = Document(io.BytesIO(data))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts += [paragraph.text for section in document.sections for paragraph in section.footer.paragraphs]
    return squeezed("\n".join(parts))


def as_pdf_shows(text: str) -> str:
    """The font has no pictographs: their names stand for them."""
    return "".join(f"［{unicodedata.name(c).lower()}］" if 0x1F000 <= ord(c) < 0x1FB00 else c for c in text)


def pdf_text(data: bytes, footer: str = "") -> str:
    """Through pdftotext; ``footer`` is taken out so that a text running over a page stays in one piece."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed here")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    text = squeezed(done.stdout.decode())
    return re.sub(re.escape(squeezed(footer)) + r"第\d+页，共\d+页", "", text) if footer else text

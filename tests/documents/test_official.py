"""The official document: its page as GB/T 9704 wants it, in Word and as PDF, and drawings on both."""

import io
import re
import shutil
import subprocess

import pytest
from docx import Document
from docx.shared import Mm, Pt

from gongdao.documents.docx import write_docx
from gongdao.documents.drawings import as_png
from gongdao.documents.layouts import OFFICIAL
from gongdao.documents.markdown import read_blocks
from gongdao.documents.pdf import write_pdf
from tests.documents.extracting import docx_text, pdf_text

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><text x="2" y="12" font-size="9">\xe5\x9b\xbe</text></svg>'
TEXT = """```版头
示例市司法局
示司研〔2026〕1号
```

# 分析研判报告

## 一、总体情况

### （一）数量

#### 1. 与上月比

一共12件。

| 种类 | 件数 |
|---|---|
| 邻里 | 12 |

```图
map
```

```落款
示例市司法局
2026年2月3日
```

```另页
```

附件的文字。

```版记
抄送：示例市人民法院。
示例市司法局办公室　2026年2月3日印发
```
"""
WORDS = (
    "示司研〔2026〕1号", "分析研判报告", "一、总体情况", "（一）数量", "1.与上月比", "一共12件。", "邻里", "抄送：示例市人民法院。",
)  # fmt: skip


def written(write):  # type: ignore[no-untyped-def]
    return write(read_blocks(TEXT), title="报告", footer="", pictures={"map": SVG}, layout=OFFICIAL)


@pytest.mark.parametrize(
    ("write", "read"), [(write_docx, docx_text), (write_pdf, pdf_text)], ids=["docx", "pdf"]
)
def test_every_part_is_on_paper(write, read) -> None:  # type: ignore[no-untyped-def]
    text = read(written(write))
    assert [word for word in WORDS if word not in text] == []
    assert text.index("示司研") < text.index("分析研判报告") < text.index("附件的文字") < text.index("抄送")


@pytest.mark.parametrize("write", [write_docx, write_pdf], ids=["docx", "pdf"])
def test_the_same_text_gives_the_same_bytes(write) -> None:  # type: ignore[no-untyped-def]
    assert written(write) == written(write)


def test_the_word_file_has_margins_sizes_and_fonts_of_an_official_document() -> None:
    document = Document(io.BytesIO(written(write_docx)))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin / Mm(1)) for margin in margins] == [37, 35, 28, 26]
    title, section_head, plain = (
        next(p for p in document.paragraphs if p.text == text)
        for text in ("分析研判报告", "一、总体情况", "一共12件。")
    )
    assert (title.runs[0].font.size, title.runs[0].font.name) == (Pt(22), "方正小标宋简体")
    assert (section_head.runs[0].font.size, section_head.runs[0].font.name) == (Pt(16), "黑体")
    assert (plain.runs[0].font.name, plain.paragraph_format.first_line_indent) == ("仿宋", Pt(32))
    assert document.styles["Normal"].paragraph_format.line_spacing == Pt(29)
    assert len(document.inline_shapes) == 1


def test_pages_are_numbered_between_dashes_on_the_outer_side() -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed here")
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=written(write_pdf), capture_output=True, check=True
    )
    first, second = [
        next(line for line in page.splitlines()[::-1] if line.strip())
        for page in done.stdout.decode().split("\f")[:2]
    ]
    assert re.fullmatch(r" {20,}— ?1 ?—\s*", first)
    assert re.fullmatch(r" {0,12}— ?2 ?—\s*", second)


def test_a_drawing_becomes_a_picture_that_word_can_show_always_the_same() -> None:
    assert as_png(SVG).startswith(b"\x89PNG")
    assert as_png(SVG) == as_png(SVG)

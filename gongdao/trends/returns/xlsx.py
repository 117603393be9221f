"""A return as a workbook: the table as offices file it, and a second sheet that says what every figure means.

Heading and figures of a column are written in the same turn of one loop, so a figure cannot stand under another heading.
"""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gongdao.trends.returns.columns import COLUMNS, NOT_COLLECTED, Unit
from gongdao.trends.returns.sheets import HIDDEN, Sheet, shown

_FIRST = 3  # the column of the first figure: serial number and unit stand before it
_PARTS, _TITLES, _ROWS = 4, 5, 6  # lines of the sheet
_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def workbook(sheet: Sheet) -> bytes:
    """The .xlsx file."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "统计表"
    _head(page, sheet)
    for number, column in enumerate(COLUMNS, start=_FIRST):
        _put(page, _TITLES, number, f"{column.title}（{column.unit.value}）", bold=True)
        for line, (_, figures) in enumerate(sheet.lines, start=_ROWS):
            _put(page, line, number, shown(column, figures))
        page.column_dimensions[get_column_letter(number)].width = 9 if column.unit is not Unit.YUAN else 16
    _part_headings(page)
    _foot(page, sheet)
    _definitions(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(page: Worksheet, sheet: Sheet) -> None:
    last = _FIRST + len(COLUMNS) - 1
    for line, text, size in (
        (1, sheet.title, 16),
        (2, f"填报单位：{sheet.unit}    统计期：{sheet.period}", 11),
    ):
        page.merge_cells(start_row=line, start_column=1, end_row=line, end_column=last)
        cell = page.cell(line, 1, text)
        cell.font, cell.alignment = Font(bold=line == 1, size=size), Alignment(horizontal="center")
    for line, (title, _) in enumerate(sheet.lines, start=_ROWS):
        last_line = line == _ROWS + len(sheet.lines) - 1
        _put(page, line, 1, "" if last_line else line - _ROWS + 1)
        _put(page, line, 2, title, bold=last_line)
    for number, text in ((1, "序号"), (2, "单位")):
        page.merge_cells(start_row=_PARTS, start_column=number, end_row=_TITLES, end_column=number)
        _put(page, _PARTS, number, text, bold=True)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 6, 34
    page.freeze_panes = page.cell(_ROWS, _FIRST)
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{_PARTS}:{_TITLES}"


def _part_headings(page: Worksheet) -> None:
    """The heading above columns of one part spans exactly those."""
    places: dict[str, list[int]] = {}
    for number, column in enumerate(COLUMNS, start=_FIRST):
        places.setdefault(column.part.value, []).append(number)
    for title, numbers in places.items():
        page.merge_cells(start_row=_PARTS, start_column=numbers[0], end_row=_PARTS, end_column=numbers[-1])
        _put(page, _PARTS, numbers[0], title, bold=True)


def _foot(page: Worksheet, sheet: Sheet) -> None:
    for line, note in enumerate(sheet.notes, start=_ROWS + len(sheet.lines) + 1):
        page.cell(line, 1, note)


def _definitions(book: Workbook) -> None:
    page = book.create_sheet("指标解释")
    for number, (text, width) in enumerate((("指标", 22), ("单位", 8), ("怎么算", 90)), start=1):
        _put(page, 1, number, text, bold=True)
        page.column_dimensions[get_column_letter(number)].width = width
    for line, column in enumerate(COLUMNS, start=2):
        for number, text in enumerate((column.title, column.unit.value, column.definition), start=1):
            _put(page, line, number, text)
            page.cell(line, number).alignment = Alignment(wrap_text=True, vertical="top")


def _put(page: Worksheet, line: int, number: int, value: Any, *, bold: bool = False) -> None:
    cell = page.cell(line, number, value)
    cell.border, cell.font = _BOX, Font(bold=bold)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if isinstance(value, str):
        cell.data_type = "s"  # a name that begins with "=" is a name, not a formula
    if isinstance(value, float):
        cell.number_format = "#,##0.00"
    if value in (HIDDEN, NOT_COLLECTED):
        cell.fill = PatternFill("solid", fgColor="F2F2F2")

"""A register from a table (CSV): the whole of it or nothing, and every line that is wrong is named."""

import csv
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from typing import Any, get_args

from django.db import IntegrityError, transaction
from pydantic import ValidationError

from gongdao.people.actions import StaffError
from gongdao.people.models import Account, Area
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.plainly import in_chinese
from gongdao.services.register.actions import enter_practice, enter_practitioner
from gongdao.services.register.entries import Entry, PracticeEntry, PractitionerEntry

MOST_ROWS = 20_000
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Imported:
    """How many lines were new or different, and how many said what the register said already."""

    changed: int
    unchanged: int


class NotImported(Exception):
    """Nothing was changed; ``problems`` says why, line by line, in Chinese."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def columns(model: type[Entry]) -> list[str]:
    """The heads of the table."""
    return [str(field.title) for field in model.model_fields.values()]


def decoded(content: bytes) -> str:
    """The text of an uploaded table, as Excel or anything else writes it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotImported(["读不懂这个文件的文字编码，请用 Excel 另存为“CSV UTF-8”再试。"])


def import_entries(
    model: type[Entry], text: str, *, by: Account | None, at: datetime, within: Area | None = None
) -> Imported:
    """Enter every line. Raises NotImported with every problem; then nothing has changed."""
    rows = _rows(model, text)
    problems: list[str] = []
    entries: list[tuple[int, Entry]] = []
    for number, row in rows:
        try:
            entries.append((number, model.model_validate(_values(model, row))))
        except ValidationError as error:
            titles = {name: str(field.title) for name, field in model.model_fields.items()}
            problems += [
                f"第{number}行，{titles.get(path.split('-')[0], path)}：{'；'.join(said)}"
                for path, said in in_chinese(error).items()
            ]
    if problems:
        raise NotImported(_first(problems))
    changed = 0
    try:
        with transaction.atomic():
            for number, entry in entries:
                try:
                    changed += _enter(entry, by=by, at=at, within=within)
                except StaffError as error:
                    problems.append(f"第{number}行：{error}")
            if problems:
                raise NotImported(_first(problems))
    except IntegrityError:
        raise NotImported(["同时有人在登记同样的证号，这次什么都没有改，请再导入一次。"]) from None
    return Imported(changed, len(entries) - changed)


def _enter(entry: Entry, *, by: Account | None, at: datetime, within: Area | None) -> bool:
    if isinstance(entry, PracticeEntry):
        return enter_practice(entry, by=by, at=at, within=within)[1]
    return enter_practitioner(entry, by=by, at=at, within=within)[1]


def _first(problems: list[str]) -> list[str]:
    more = len(problems) - MOST_TOLD
    return problems if more <= 0 else [*problems[:MOST_TOLD], f"还有{more}处，改好这些再导入一次。"]


def _rows(model: type[Entry], text: str) -> list[tuple[int, dict[str, str]]]:
    if "\0" in text:
        raise NotImported(["这不是 CSV 文件。"])
    reader = csv.DictReader(StringIO(text))
    try:
        heads = set(reader.fieldnames or ())
        if missing := [
            title for title in columns(model) if title not in heads and _is_required(model, title)
        ]:
            raise NotImported(
                [f"缺少这些列：{'、'.join(missing)}。第一行要写列名：{'、'.join(columns(model))}"]
            )
        rows = [(reader.line_num, row) for row in reader if any(row.values())]
    except csv.Error as error:
        raise NotImported([f"第{reader.line_num}行读不出来，请检查引号和逗号。"]) from error
    if not rows:
        raise NotImported(["表里一行也没有。"])
    if len(rows) > MOST_ROWS:
        raise NotImported([f"一次最多{MOST_ROWS}行，这张表有{len(rows)}行，请分开导入。"])
    return rows


def _is_required(model: type[Entry], title: str) -> bool:
    return next(field.is_required() for field in model.model_fields.values() if field.title == title)


def _values(model: type[Entry], row: dict[str, str]) -> dict[str, Any]:
    """A line by field name; choices by their words too, several parted by 、."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        cell = (row.get(str(field.title)) or "").strip()
        if not cell:
            continue
        inner = next((one for one in get_args(field.annotation) if isinstance(one, type)), field.annotation)
        labels = {one.label: one.value for one in inner} if issubclass(inner, Choice) else {}  # type: ignore[union-attr,arg-type]
        if name == "fields":
            found[name] = [labels.get(part, part) for part in _parted(cell, labels)]
        else:
            found[name] = labels.get(cell, cell)
    return found


def _parted(cell: str, labels: dict[str, str]) -> list[str]:
    """Several fields in one cell: parted by ；, or by 、 where no field itself has one in its name."""
    if cell in labels:
        return [cell]
    parts = cell.replace(";", "；").replace("|", "；").split("；")
    return [part.strip() for part in parts if part.strip()]


__all__ = ["Imported", "NotImported", "PractitionerEntry", "columns", "decoded", "import_entries"]

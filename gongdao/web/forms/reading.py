"""From what a browser sends to the facts of a step, or to errors in plain Chinese by field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from pydantic import ValidationError

from gongdao.documents.actions import MAX_BYTES, TOO_LARGE, FileRefused, store_file
from gongdao.procedures.engine.facts import FactMark, Facts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.engine.plainly import MUST_BE_ANSWERED, in_chinese
from gongdao.web.forms.building import inner_type, is_list_type

F = TypeVar("F", bound=Facts)
MOST_ROWS = 200


@dataclass
class Read(Generic[F]):
    """What was sent: ``given`` as typed, to show again; the facts if they are in order; else the errors."""

    given: dict[str, Any]
    facts: F | None = None
    errors: dict[str, list[str]] = field(default_factory=dict)


def read(
    model: type[F],
    post: QueryDict,
    files: Mapping[str, UploadedFile],
    *,
    at: datetime,
    fixed: Mapping[str, Any] | None = None,
) -> Read[F]:
    """Read one form. Uploaded files are kept at once, so that an error elsewhere does not lose them."""
    errors: dict[str, list[str]] = {}
    given = _model(model, post, files, "", at, errors) | dict(fixed or {})
    if errors:
        return Read(given, errors=errors)
    try:
        return Read(given, facts=model.model_validate(_without_blanks(given)))
    except ValidationError as error:
        return Read(given, errors=_in_first_rows(model, _at_their_rows(in_chinese(error), given), given))


def with_row(given: dict[str, Any], path: str) -> dict[str, Any]:
    """The same with one empty row more under ``path``."""
    rows = list(given.get(path) or [{}])
    return given | {path: [*rows, {}] if len(rows) < MOST_ROWS else rows}


def without_row(given: dict[str, Any], path: str) -> dict[str, Any]:
    """The same without the row ``path`` ("applicants-1")."""
    name, _, index = path.rpartition("-")
    rows = list(given.get(name) or [])
    if index.isdecimal() and int(index) < len(rows):
        del rows[int(index)]
    return given | {name: rows or [{}]}


def _model(
    model: type[Facts],
    post: QueryDict,
    files: Mapping[str, UploadedFile],
    prefix: str,
    at: datetime,
    errors: dict[str, list[str]],
) -> dict[str, Any]:
    given: dict[str, Any] = {}
    marks = marked_fields(model)
    for name, info in model.model_fields.items():
        path = f"{prefix}{name}"
        inner, is_list = inner_type(info.annotation), is_list_type(info.annotation)
        if isinstance(inner, type) and issubclass(inner, Facts):
            if is_list:
                given[name] = [
                    _model(inner, post, files, f"{path}-{index}-", at, errors) for index in _rows(post, path)
                ]
            else:
                given[name] = _model(inner, post, files, f"{path}-", at, errors)
        elif FactMark.FILE in marks[name]:
            given[name] = _file(path, post, files, at, errors)
        elif is_list:
            given[name] = post.getlist(path)
        elif inner is bool:
            given[name] = path in post
        else:
            given[name] = post.get(path, "")
    return given


def _rows(post: QueryDict, path: str) -> list[int]:
    found = {int(m[1]) for key in post if (m := re.match(rf"{re.escape(path)}-(\d{{1,4}})-", key))}
    return sorted(found)[:MOST_ROWS]


def _file(
    path: str, post: QueryDict, files: Mapping[str, UploadedFile], at: datetime, errors: dict[str, list[str]]
) -> str:
    uploaded = files.get(path)
    if uploaded is None:
        return post.get(path, "")
    try:
        if (uploaded.size or 0) > MAX_BYTES:  # before it is read into memory
            raise FileRefused(TOO_LARGE)
        return store_file(uploaded.read(), at=at).pk
    except FileRefused as refused:
        errors[path] = [str(refused)]
        return ""


def _is_blank(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_is_blank(inner) or inner is False for inner in value.values())
    if isinstance(value, (list, tuple)):
        return all(_is_blank(inner) for inner in value)
    return value is None or (isinstance(value, str) and not value.strip())


def _without_blanks(given: Mapping[str, Any]) -> dict[str, Any]:
    """Blanks left out, so that what need not be answered takes its default; empty rows are no rows."""
    kept: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, dict):
            kept[name] = _without_blanks(value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            kept[name] = [_without_blanks(row) for row in value if not _only_defaults(row)]
        elif not _is_blank(value):
            kept[name] = value
    return kept


def _at_their_rows(errors: dict[str, list[str]], given: Mapping[str, Any]) -> dict[str, list[str]]:
    """Errors of a row at the place where it was typed: blank rows before it were left out of the count."""
    placed = {}
    for path, messages in errors.items():
        name, _, rest = path.partition("-")
        number, _, field_name = rest.partition("-")
        rows = given.get(name)
        if number.isdecimal() and isinstance(rows, list) and rows and isinstance(rows[0], dict):
            kept = [index for index, row in enumerate(rows) if not _only_defaults(row)]
            if int(number) < len(kept):
                path = f"{name}-{kept[int(number)]}-{field_name}"
        placed[path] = messages
    return placed


def _in_first_rows(
    model: type[Facts], errors: dict[str, list[str]], given: Mapping[str, Any]
) -> dict[str, list[str]]:
    """Nobody named at all: said at the first question of the empty row, where the answer goes."""
    placed = {}
    for path, messages in errors.items():
        info = model.model_fields.get(path)
        inner = inner_type(info.annotation) if info else None
        many = info is not None and is_list_type(info.annotation)
        if (
            many
            and isinstance(inner, type)
            and issubclass(inner, Facts)
            and all(map(_only_defaults, given[path]))
        ):
            first = next(name for name, field in inner.model_fields.items() if field.is_required())
            placed[f"{path}-0-{first}"] = [MUST_BE_ANSWERED]
        else:
            placed[path] = messages
    return placed


def _only_defaults(row: Mapping[str, Any]) -> bool:
    """A row in which nothing was typed; a preset choice alone does not make a row."""
    return _is_blank({k: v for k, v in row.items() if k != "deed"})

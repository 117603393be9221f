"""From a facts model to the questions of a form."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import FactMark, Facts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.web.forms.fields import FormContext, FormField

_LONG = 200
_AUTOCOMPLETE = {"name": "name", "phone": "tel", "address": "street-address"}


def build(
    model: type[Facts],
    context: FormContext,
    given: Mapping[str, Any],
    errors: Mapping[str, list[str]] | None = None,
    prefix: str = "",
) -> list[FormField]:
    """The questions for ``model`` in its order; ``given`` are values so far, ``errors`` by field path."""
    marks = marked_fields(model)
    infos = model.model_fields
    order = [*model.asked_first, *(name for name in infos if name not in model.asked_first)]
    made = {
        name: _field(name, infos[name], marks[name], context, given.get(name), errors or {}, prefix)
        for name in order
        if prefix or name not in context.fixed
    }
    for name, field in made.items():
        field.aside = name in model.asked_aside
    return list(made.values())


def _field(
    name: str,
    info: FieldInfo,
    marks: frozenset[Any],
    context: FormContext,
    value: Any,
    errors: Mapping[str, list[str]],
    prefix: str,
) -> FormField:
    path = f"{prefix}{name}"
    made = FormField(
        name=path,
        title=info.title or name,
        kind="text",
        value="" if value is None else value,
        help=info.description or "",
        required=info.is_required(),
        errors=list(errors.get(path, [])),
        max_length=_max_length(info),
        autocomplete=_AUTOCOMPLETE.get(name, "off"),
    )
    inner = inner_type(info.annotation)
    is_list = is_list_type(info.annotation)
    if isinstance(inner, type) and issubclass(inner, Facts):
        _nest(made, inner, is_list, context, value, errors)
    else:
        _choose_kind(made, name, inner, is_list, marks, context, value, info)
    return made


def _nest(
    made: FormField,
    inner: type[Facts],
    is_list: bool,
    context: FormContext,
    value: Any,
    errors: Mapping[str, list[str]],
) -> None:
    if not is_list:
        made.kind = "group"
        made.children = build(inner, context, value or {}, errors, f"{made.name}-")
        return
    made.kind = "rows"
    made.rows = [
        build(inner, context, row, errors, f"{made.name}-{index}-") for index, row in enumerate(value or [{}])
    ]


def _choose_kind(
    made: FormField,
    name: str,
    inner: Any,
    is_list: bool,
    marks: frozenset[Any],
    context: FormContext,
    value: Any,
    info: FieldInfo,
) -> None:
    if name in context.options:
        made.kind, made.options = "checkboxes" if is_list else "select", context.options[name]
    elif FactMark.PARTY in marks:
        made.kind, made.options = ("checkboxes" if is_list else "radio"), context.parties
    elif FactMark.STAFF in marks:
        chosen = [option for option in context.staff if option[0]]
        made.kind, made.options = ("checkboxes", chosen) if is_list else ("select", context.staff)
    elif FactMark.OFFICE in marks:
        made.kind, made.options = "select", context.offices
    elif FactMark.AREA in marks:
        made.kind, made.options = "select", context.areas
    elif FactMark.FILE in marks:
        made.kind = "file"
    elif isinstance(inner, type) and issubclass(inner, Choice):
        made.kind = "checkboxes" if is_list else "radio"
        made.options = [(m.value, m.label) for m in inner]
        made.value = value.value if isinstance(value, Choice) else (value or _default(info))
    elif inner is bool:
        made.kind, made.value, made.required = "checkbox", bool(value), False
    elif inner is datetime:
        made.kind, made.value = "moment", local_minute(value)
    elif inner is date:
        made.kind = "date"
        made.value = value or (context.today.isoformat() if info.is_required() else "")
    elif inner is int:
        made.kind = "number"
        made.value = value if value not in (None, "") else _default(info)
    elif inner is Decimal:
        made.kind = "money"
    elif FactMark.SEALED in marks and (made.max_length or _LONG + 1) > _LONG:
        made.kind = "textarea"


def local_minute(value: Any) -> str:
    """A moment as a browser's field for one takes it: 2025-03-03T10:30."""
    return str(value)[:16] if value else ""


def _default(info: FieldInfo) -> Any:
    default = info.get_default()
    if isinstance(default, Choice):
        return default.value
    return default if isinstance(default, (int, str)) else ""


def _max_length(info: FieldInfo) -> int | None:
    return next((m.max_length for m in info.metadata if hasattr(m, "max_length")), None)


def inner_type(annotation: Any) -> Any:
    """The type inside ``list[...]``, ``... | None`` and ``Annotated``."""
    arguments = [a for a in get_args(annotation) if a is not type(None)]
    if get_origin(annotation) is not None and arguments:
        return inner_type(arguments[0])
    return annotation


def is_list_type(annotation: Any) -> bool:
    """Whether the field holds several values."""
    origin = get_origin(annotation)
    if origin is list:
        return True
    return any(is_list_type(a) for a in get_args(annotation)[:1]) if origin is not None else False

"""Finding what a field holds: the mark may sit inside ``list[...]`` or ``... | None``."""

from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from gongdao.procedures.engine.facts import Amends, FactMark, Facts, PartySide, StartsFrom


@lru_cache(maxsize=4096)
def marked_fields(model: type[Facts]) -> dict[str, frozenset[Any]]:
    """For every field its marks: FactMark, PartySide, Amends and StartsFrom values found anywhere in its type."""
    return {
        name: frozenset(_marks_in(field.metadata) | _marks_in(_metadata_of(field.annotation)))
        for name, field in model.model_fields.items()
    }


def _metadata_of(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return [*metadata, *_metadata_of(inner)]
    return [mark for inner in get_args(annotation) for mark in _metadata_of(inner)]


def _marks_in(metadata: list[Any]) -> set[Any]:
    return {mark for mark in metadata if isinstance(mark, FactMark | PartySide | Amends | StartsFrom)}

"""Finding what a field holds: the mark may sit inside ``list[...]`` or ``... | None``."""

from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from gongdao.procedures.engine.facts import Amends, FactMark, Facts, PartyFacts, PartySide, StartsFrom


@lru_cache(maxsize=4096)
def marked_fields(model: type[Facts]) -> dict[str, frozenset[Any]]:
    """For every field its marks: FactMark, PartySide, Amends and StartsFrom values found anywhere in its type."""
    return {
        name: frozenset(_marks_in(field.metadata) | _marks_in(_metadata_of(field.annotation)))
        for name, field in model.model_fields.items()
    }


@lru_cache(maxsize=4096)
def names_parties(model: type[Facts]) -> bool:
    """Whether such facts can bring in a person or an organisation, however deep."""
    return any(_holds_party(field.annotation) for field in model.model_fields.values())


@lru_cache(maxsize=4096)
def offices_in(model: type[Facts]) -> tuple[str, ...]:
    """The fields that name an office."""
    return tuple(name for name, marks in marked_fields(model).items() if FactMark.OFFICE in marks)


def _holds_party(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return issubclass(annotation, PartyFacts) or names_parties(annotation)
    return any(_holds_party(inner) for inner in get_args(annotation))


def _metadata_of(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return [*metadata, *_metadata_of(inner)]
    return [mark for inner in get_args(annotation) for mark in _metadata_of(inner)]


def _marks_in(metadata: list[Any]) -> set[Any]:
    return {mark for mark in metadata if isinstance(mark, FactMark | PartySide | Amends | StartsFrom)}

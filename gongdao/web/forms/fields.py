"""What a form is made of, before it becomes HTML."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class FormContext:
    """What a form may offer: the parties, people, offices and papers of this matter, and today.

    ``options`` are answers to choose from by field name; ``fixed`` are values that are not asked at all.
    """

    today: date
    parties: Options = ()
    staff: Options = ()
    offices: Options = ()
    areas: Options = ()
    options: Mapping[str, Options] = field(default_factory=dict)
    fixed: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class FormField:
    """One question. ``kind`` says how it is asked; groups have ``children``, repeated groups ``rows``."""

    name: str
    title: str
    kind: str
    value: Any = ""
    help: str = ""
    required: bool = False
    options: Options = ()
    errors: list[str] = field(default_factory=list)
    children: list["FormField"] = field(default_factory=list)
    rows: list[list["FormField"]] = field(default_factory=list)
    max_length: int | None = None
    autocomplete: str = "off"
    aside: bool = False
    form: str = ""  # where a page has several forms: keeps their ids apart

    @property
    def html_id(self) -> str:
        return f"id-{self.form}{self.name}"

    @property
    def chosen(self) -> set[str]:
        """The values chosen, for checkboxes and selects."""
        values = self.value if isinstance(self.value, (list, tuple)) else [self.value]
        return {str(value) for value in values}

    @property
    def is_filled(self) -> bool:
        """Whether something has been said here, or is wrong here: then it is not folded away."""
        return bool(self.errors) or self.value not in ("", None, False, [], ())

    @property
    def described_by(self) -> str:
        """The ids of the texts that explain the field."""
        ids = ([f"{self.html_id}-help"] if self.help else []) + (
            [f"{self.html_id}-error"] if self.errors else []
        )
        return " ".join(ids)


def wrong_fields(fields: Sequence[FormField], before: str = "") -> Iterator[tuple[str, str, str]]:
    """Every error as (the id to go to, what was asked, what is wrong), in the order of the page."""
    for one in fields:
        title = f"{before}{one.title}"
        yield from ((one.html_id, title, error) for error in one.errors)
        yield from wrong_fields(one.children, f"{title}，")
        for number, row in enumerate(one.rows, 1):
            yield from wrong_fields(row, f"{title}{number}，")


def main_fields(fields: list[FormField]) -> list[FormField]:
    """What everybody is asked."""
    return [field for field in fields if not field.aside]


def aside_fields(fields: list[FormField]) -> list[FormField]:
    """What is folded away."""
    return [field for field in fields if field.aside]

"""What the computation hands over: a rise of one kind in areas that lie together, and how to compute it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the rise with its own numbers."""

    area: str
    observed: int
    expected: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rise. ``week`` is the Monday of the last week looked at; ``once_in``: how many years pass before a city without
    any rise shows one as strong; ``promise``: how many false warnings a year to expect."""

    kind: str
    level: str
    week: date
    starts: date
    ends: date
    observed: int
    expected: float
    once_in: float
    promise: float
    places: tuple[Place, ...]
    method: str
    recipe: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The same rise computed again in the same week has the same key."""
        return f"{self.week}/{self.level}/{self.kind}/{min(place.area for place in self.places)}"

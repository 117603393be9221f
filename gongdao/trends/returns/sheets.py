"""What goes into a workbook or onto a page: lines of figures, and how a figure is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongdao.trends.returns.columns import NOT_COLLECTED, Column, Unit

HIDDEN = "*"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written. A figure that is None is hidden; ``lines`` are (title, figures)."""

    title: str
    unit: str
    period: str
    notes: Sequence[str]
    lines: Sequence[tuple[str, Mapping[str, int | None]]]


def shown(column: Column, figures: Mapping[str, int | None]) -> Any:
    """A figure as it stands in a cell: fen as yuan, hidden as a star, not collected in words."""
    if not column.collected:
        return NOT_COLLECTED
    value = figures[column.code]
    if value is None:
        return HIDDEN
    return value / 100 if column.unit is Unit.YUAN else value

"""Reading events out of the database as rows, matter by matter, for a span of event ids."""

from collections.abc import Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING

from django.db.models import Max

from gongdao.matters.anchoring import settled
from gongdao.matters.models import Event, Matter, Paper
from gongdao.trends.lake.columns import NAMES, schema
from gongdao.trends.lake.places import read_register
from gongdao.trends.lake.rows import Row, RowBuilder

if TYPE_CHECKING:
    import pyarrow

CHUNK = 20_000  # rows turned into columns at a time; a row as Python objects takes about 2 kB


def last_event() -> int:
    """The id up to which every event is committed and no further one can appear; 0 if there is none."""
    with settled():
        return Event.objects.aggregate(last=Max("pk"))["last"] or 0


def table_between(first: int, last: int) -> "pyarrow.Table":
    """The rows of the events with ``first`` <= id <= ``last``, in order of id."""
    import pyarrow as pa

    rows = (row for row in _rows(first, last) if first <= row["event"] <= last)
    parts = []
    while chunk := list(islice(rows, CHUNK)):
        parts.append(pa.table({name: [row[name] for row in chunk] for name in NAMES}, schema=schema()))
    return pa.concat_tables([schema().empty_table(), *parts]).sort_by("event").combine_chunks()


def _rows(first: int, last: int) -> Iterator[Row]:
    """Every row of every matter that has an event in the span: a row needs the events before it."""
    touched = Event.objects.filter(pk__gte=first, pk__lte=last).values("matter")
    builder = RowBuilder(read_register(), _first_offices())
    events = (
        Event.objects.filter(matter__in=touched, pk__lte=last)
        .select_related("matter")
        .defer("key", "request", "previous")
        .order_by("matter_id", "seq")
    )
    for _, group in groupby(events.iterator(chunk_size=5000), key=lambda event: event.matter_id):
        own = list(group)
        yield from builder.rows(own[0].matter, own)


def _first_offices() -> dict[int, int]:
    """Who held each matter that was handed over before it was: who made its first paper."""
    taken = Event.objects.filter(step="take_over").values("matter")
    papers = Paper.objects.filter(matter__in=taken).order_by("-seq", "-pk").values_list("matter", "office")
    return dict(papers.iterator())


def matter_numbers(ids: "list[int]") -> dict[int, str]:
    """The numbers of some matters, to name them to an operator."""
    return dict(Matter.objects.filter(pk__in=ids).values_list("pk", "number"))

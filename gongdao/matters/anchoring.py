"""Periodic anchors: what a per-matter chain cannot show alone, a missing tail or a missing matter, shows here.

Every anchor covers all events kept since the previous one, in order of id. Its line, with one leaf per event,
is also written to a file outside the database, so that rewriting the database alone is noticed.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from gongdao.matters.chain import GENESIS, root_of
from gongdao.matters.models import Anchor, Event

Leaf = tuple[int, str, int, str]  # event id, matter number, seq, fingerprint


def anchor_now(at: datetime) -> Anchor | None:
    """Anchor every event kept since the last anchor; None if there is nothing new."""
    with settled():
        last = Anchor.objects.order_by("-id").first()
        first_event = last.last_event + 1 if last else 1
        leaves = list(leaves_between(first_event, None))
        if not leaves:
            return None
        previous = last.root if last else GENESIS
        root, count = root_of((leaf[3] for leaf in leaves), previous)
        anchor = Anchor.objects.create(
            first_event=first_event,
            last_event=leaves[-1][0],
            events=count,
            root=root,
            previous=previous,
            at=at,
        )
        _write_outside(anchor, leaves)
        return anchor


def leaves_between(first: int, last: int | None) -> Iterator[Leaf]:
    """The events of a span as leaves, in order of id."""
    events = Event.objects.filter(pk__gte=first).order_by("pk")
    if last is not None:
        events = events.filter(pk__lte=last)
    return events.values_list("pk", "matter__number", "seq", "fingerprint").iterator(chunk_size=5000)


def read_outside() -> Iterator[tuple[dict, list[Leaf]]]:  # type: ignore[type-arg]
    """The anchors as they stand in the files outside the database, oldest first."""
    for path in sorted(_folder().glob("*.jsonl")):
        lines = path.read_text().splitlines()
        yield json.loads(lines[0]), [tuple(json.loads(line)) for line in lines[1:]]  # type: ignore[misc]


@contextmanager
def settled() -> Iterator[None]:
    """Inside, no event can appear whose id lies below one that is already there.

    On PostgreSQL ids are given before commit: let every writer in flight finish first. On SQLite the transaction
    already holds the only write lock."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {Event._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
        yield


def _write_outside(anchor: Anchor, leaves: list[Leaf]) -> None:
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    head = {
        "first_event": anchor.first_event, "last_event": anchor.last_event, "events": anchor.events,
        "root": anchor.root, "previous": anchor.previous, "at": anchor.at.isoformat(),
    }  # fmt: skip
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in [head, *leaves])
    path = folder / f"{anchor.last_event:012d}.jsonl"
    path.write_text(text + "\n")
    path.chmod(0o440)


def _folder() -> Path:
    return Path(settings.GONGDAO_ANCHORS)

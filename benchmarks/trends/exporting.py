"""Measures one database: ``python -m benchmarks.trends.exporting 5000``. One JSON line."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import django

MONTHS = 24
_BATCH = 2000


def main() -> None:
    """Fill two years, export, add a month, export again, once more without news, verify, and build it anew."""
    django.setup()
    from django.core.management import call_command

    from gongdao.trends.lake.exporting import export
    from gongdao.trends.lake.verifying import verify

    size = int(sys.argv[1])
    call_command("migrate", verbosity=0)
    like = _one_matter()
    _fill(like, 0, size, months=range(MONTHS))
    took: dict[str, Any] = {}
    with TemporaryDirectory() as folder, TemporaryDirectory() as second:
        lake, anew = Path(folder), Path(second)
        took["everything"], done = _timed(lambda: export(lake))
        took |= {"events": done.events, "months": len(done.months)}
        _fill(like, size, size // MONTHS, months=range(MONTHS, MONTHS + 1))
        took["one more month"], done = _timed(lambda: export(lake))
        print(f"one more month: {done.events} events, written: {sorted(done.months)}", file=sys.stderr)
        took["without news"], _ = _timed(lambda: export(lake))
        took["verifying"], found = _timed(lambda: list(verify(lake)))
        assert not found, found[0]
        export(anew, everything=True)
        took["same"] = {p.name for p in lake.glob("*.parquet")} == {p.name for p in anew.glob("*.parquet")}
    print(json.dumps(took))


def _timed(what: Any) -> tuple[float, Any]:
    began = perf_counter()
    result = what()
    return perf_counter() - began, result


def _one_matter() -> Any:
    """A mediation from the application to the request for confirmation, taken through the doorway."""
    from tests.matters.playing import TO_CONFIRMING, matter_after
    from tests.world import build_world

    return matter_after(build_world(), *TO_CONFIRMING)


def _fill(like: Any, first: int, count: int, months: range) -> None:
    """Copies of the matter with all its events, spread over these months from its own; random-looking fingerprints."""
    import hashlib

    from gongdao.matters.models import Event, Matter

    events = list(Event.objects.filter(matter=like).order_by("seq"))
    for start in range(first, first + count, _BATCH):
        numbers = range(start, min(start + _BATCH, first + count))
        later = {n: timedelta(days=30 * months[n % len(months)] + n % 20) for n in numbers}
        matters = Matter.objects.bulk_create(
            Matter(
                number=f"bench-{n}", procedure=like.procedure, effective=like.effective, state=like.state, office=like.office,
                owner=like.owner, area=like.area, kind=like.kind, seq=like.seq, opened_at=like.opened_at + later[n],
                changed_at=like.changed_at + later[n],
            )
            for n in numbers
        )  # fmt: skip
        Event.objects.bulk_create(
            Event(
                matter=matter, seq=one.seq, step=one.step, actor=one.actor, account_id=one.account_id, party=one.party,
                channel=one.channel, at=one.at + later[n], facts_text=one.facts_text, key=f"bench-{n}-{one.seq}",
                request="", previous="", fingerprint=hashlib.sha256(f"{n}/{one.seq}".encode()).hexdigest(),
            )
            for n, matter in zip(numbers, matters, strict=True) for one in events
        )  # fmt: skip


if __name__ == "__main__":
    main()

"""A lake written straight to Parquet: as many mediations as a test needs, without a database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from gongdao.trends.lake.columns import NAMES, schema
from gongdao.trends.lake.exporting import _by_month, keep_month
from gongdao.trends.lake.manifest import Manifest, write_manifest
from gongdao.trends.lake.opening import Lake, open_lake


@dataclass(frozen=True)
class Life:
    """One mediation; ``form`` None means it failed."""

    office: str
    accepted: date
    kind: str = "neighbour"
    source: str = "application"
    committee: str = "town"
    people: int = 2
    form: str | None = "written"
    fen: int = 100_000
    performed: date | None = None
    confirmed: date | None = None
    county: str = "990101"
    township: str | None = None


def lake_of(folder: Path, lives: Iterable[Life]) -> Lake:
    """The lake of these lives, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for number, life in enumerate(lives, start=1) for row in _rows(number, life)]
    for number, row in enumerate(rows, start=1):
        row["event"] = number
    table = pa.table({name: [row.get(name) for row in rows] for name in NAMES}, schema=schema())
    months = {name: keep_month(folder, name, part) for name, part in _by_month(table)}
    write_manifest(folder, Manifest(len(rows), months))
    return open_lake(folder)


def _rows(matter: int, life: Life) -> Iterator[dict[str, Any]]:
    ends = life.accepted + timedelta(days=9)
    ending = {"written": "sign_agreement", "oral": "settle_orally", None: "fail"}[life.form]
    steps = [("apply", life.accepted), ("accept", life.accepted), (ending, ends)]
    steps += [("close_performed", life.performed)] if life.performed else []
    steps += [("confirmed", life.confirmed)] if life.confirmed else []
    for seq, (step, day) in enumerate(steps, start=1):
        yield {
            "matter": matter, "root": matter, "procedure": "people_mediation", "seq": seq, "step": step, "actor": "committee",
            "channel": "counter", "state": "x", "day": day, "at": datetime(day.year, day.month, day.day, 2, tzinfo=UTC),
            "office": life.office, "committee": life.committee, "area": life.township or life.county,
            "city": f"{life.county[:4]}00", "county": life.county, "township": life.township,
            "kind": life.kind, "source": life.source if seq == 1 else None, "people": life.people if seq == 1 else None,
            "form": life.form if step == ending else None,
            "agreed_fen": life.fen if step == ending and life.form else None, "fingerprint": bytes(32),
        }  # fmt: skip

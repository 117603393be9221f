"""Bringing the lake up to the database: only months with new events are written again.

A month is that of ``at`` in Shanghai. An event that was kept later than it is dated (noted down offline, brought in
with an older date) still has a new id; its month is found by it and written again.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gongdao.matters.chain import GENESIS, root_of
from gongdao.trends.lake.manifest import (
    Manifest,
    Month,
    NotALake,
    read_manifest,
    replace_file,
    sm3_of_file,
    sweep,
    write_manifest,
)
from gongdao.trends.lake.reading import last_event, table_between

if TYPE_CHECKING:
    import pyarrow

SLICE = (
    1_000_000  # event ids at a time: memory stays bounded, an interrupted first export goes on where it was
)


@dataclass
class Exported:
    """What an export did."""

    events: int = 0
    months: set[str] = field(default_factory=set)


class Busy(Exception):
    """Another export is running."""


def export(folder: Path, *, everything: bool = False, slice_size: int = SLICE) -> Exported:
    """Add the events that the lake does not hold yet; ``everything`` builds it anew. Raises Busy, NotALake."""
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        before = Manifest() if everything else read_manifest(folder)
        manifest, done = before, Exported()
        last = last_event()
        if manifest.last_event > last:
            raise NotALake("数据湖比数据库还新：数据库可能恢复过旧的备份。请先核验，再用 --all 重新导出。")
        while manifest.last_event < last:
            upto = min(manifest.last_event + slice_size, last)
            manifest = _add(folder, manifest, upto, done)
            if not everything:
                write_manifest(folder, manifest)
        write_manifest(folder, manifest)
        sweep(folder, before, manifest)
    return done


def _add(folder: Path, manifest: Manifest, upto: int, done: Exported) -> Manifest:
    """The lake with the events up to this id."""
    new = table_between(manifest.last_event + 1, upto)
    months = {}
    for name, part in _by_month(new):
        months[name] = _write_month(folder, manifest, name, part)
    done.events += new.num_rows
    done.months |= set(months)
    return manifest.with_months(months, upto)


def _by_month(table: "pyarrow.Table") -> "Iterator[tuple[str, pyarrow.Table]]":
    """The rows of each month in Shanghai, oldest month first."""
    import pyarrow as pa
    import pyarrow.compute as pc

    local = pc.local_timestamp(table["at"].cast(pa.timestamp("us", "Asia/Shanghai")))
    names = pc.strftime(local, format="%Y-%m")
    for name in sorted(pc.unique(names).to_pylist()):
        yield name, table.filter(pc.equal(names, name))


def _write_month(folder: Path, manifest: Manifest, name: str, new: "pyarrow.Table") -> Month:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if name in manifest.months:
        kept = pq.read_table(folder / manifest.months[name].file_name(name), partitioning=None)
        new = pa.concat_tables([kept, new]).sort_by("event")
    return keep_month(folder, name, new)


def keep_month(folder: Path, name: str, rows: "pyarrow.Table") -> Month:
    """Write a month's rows, in order of event, and say what was written. The same rows give the same bytes."""
    import pyarrow.parquet as pq

    waiting = folder / f".events-{name}.writing"
    pq.write_table(rows.combine_chunks(), waiting, compression="zstd", write_statistics=True)
    root, count = root_of((value.hex() for value in rows["fingerprint"].to_pylist()), GENESIS)
    month = Month(count, sm3_of_file(waiting), root)
    replace_file(folder / month.file_name(name), lambda path: waiting.replace(path))
    return month


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy("另一个导出正在进行，请等它结束。") from None
        yield

"""Whether the lake says what the events say: every row is built again from the database and compared.

That the events themselves were not altered is for ``gongdao audit verify``; here a missing, an altered or an extra row
of the lake shows, and the first one is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongdao.matters.chain import GENESIS, root_of
from gongdao.matters.models import Event
from gongdao.trends.lake.columns import NAMES
from gongdao.trends.lake.exporting import SLICE
from gongdao.trends.lake.manifest import Manifest, Month, read_manifest, sm3_of_file
from gongdao.trends.lake.reading import matter_numbers, table_between

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the lake and the database differ. ``place`` is a month or a matter's event."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}：{self.problem}"


def verify(folder: Path) -> Iterator[Difference]:
    """Every month whose file is wrong, then the first row that is missing, altered or extra. Raises NotALake."""
    manifest = read_manifest(folder)
    broken = list(_broken_files(folder, manifest))
    yield from broken
    if not broken and (difference := _first_difference(folder, manifest)):
        yield difference


def not_yet_exported(folder: Path) -> int:
    """How many events came after the last export; that is no difference."""
    return Event.objects.filter(pk__gt=read_manifest(folder).last_event).count()


def _broken_files(folder: Path, manifest: Manifest) -> Iterator[Difference]:
    for name, month in sorted(manifest.months.items()):
        path = folder / month.file_name(name)
        if not path.exists():
            yield Difference(f"{name}月", f"文件缺失：{path.name}")
        elif sm3_of_file(path) != month.file_sm3:
            yield Difference(f"{name}月", f"文件被改动，与清单里的指纹不符：{path.name}")
        elif problem := _month_problem(path, month):
            yield Difference(f"{name}月", problem)


def _month_problem(path: Path, month: Month) -> str | None:
    import pyarrow.parquet as pq

    prints = pq.read_table(path, columns=["fingerprint"], partitioning=None)["fingerprint"].to_pylist()
    root, rows = root_of((value.hex() for value in prints), GENESIS)
    if rows != month.rows:
        return f"文件有{rows}条，清单写的是{month.rows}条"
    return None if root == month.root else "各条指纹合起来与清单的总指纹不符"


def _first_difference(folder: Path, manifest: Manifest) -> Difference | None:
    """Slice by slice of event ids, so that memory stays bounded."""
    import pyarrow.compute as pc
    import pyarrow.dataset as ds

    files = manifest.files(folder)
    if not files:
        return None
    lake = ds.dataset([str(path) for path in files], format="parquet")
    # beyond the last event too: nothing may lie there
    for first in [*range(1, manifest.last_event + 1, SLICE), manifest.last_event + 1]:
        last = min(first + SLICE - 1, manifest.last_event) if first <= manifest.last_event else None
        span = pc.field("event") >= first
        kept = lake.to_table(filter=span & (pc.field("event") <= last) if last else span).sort_by("event")
        right = table_between(first, last) if last else kept.slice(0, 0)
        if not kept.select(NAMES).equals(right):
            return _named(kept, right)
    below = lake.to_table(filter=pc.field("event") < 1)
    return _named(below, below.slice(0, 0)) if below.num_rows else None


def _named(kept: "pyarrow.Table", right: "pyarrow.Table") -> Difference | None:
    """The first row by event id that is not the same on both sides."""
    there, due = _by_event(kept), _by_event(right)
    for event in sorted(there.keys() | due.keys()):
        ours, theirs = there.get(event, []), due.get(event, [])
        if ours != theirs:
            row = (theirs or ours)[0]
            number = matter_numbers([row["matter"]]).get(row["matter"], f"（库里没有，id {row['matter']}）")
            return Difference(f"事项 {number} 第{row['seq']}条（{row['at']:%Y-%m}）", _problem(ours, theirs))
    return None


def _by_event(table: "pyarrow.Table") -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in table.select(NAMES).to_pylist():
        found.setdefault(row["event"], []).append(row)
    return found


def _problem(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> str:
    if not ours:
        return "数据湖缺这一条"
    if len(ours) > len(theirs):
        return "数据湖里多出这一条"
    changed = [name for name in NAMES if ours[0][name] != theirs[0][name]]
    shown = "，".join(
        f"{name} 应为 {theirs[0][name]}，却是 {ours[0][name]}" for name in changed if name != "fingerprint"
    )
    return f"数据湖里的内容不同：{shown or '指纹不同'}"

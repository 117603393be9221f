"""The manifest says which files make up the lake. Files are named by month and content and never change, so whoever
opened the lake reads one state of it while the next export is running."""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from gongdao.trends.lake.columns import NAMES

NAME = "manifest.json"
_FILE = re.compile(r"^events-(\d{4}-\d{2})-[0-9a-f]{16}\.parquet$")


@dataclass(frozen=True, slots=True)
class Month:
    """One month's file: how many rows, the SM3 of the file, and the SM3 over its events' fingerprints by id."""

    rows: int
    file_sm3: str
    root: str

    def file_name(self, month: str) -> str:
        """The name that the content gives the file."""
        return f"events-{month}-{self.file_sm3[:16]}.parquet"


@dataclass(frozen=True)
class Manifest:
    """Every month of the lake, up to ``last_event``; ``columns`` tells an older layout apart."""

    last_event: int = 0
    months: Mapping[str, Month] = field(default_factory=dict)
    columns: tuple[str, ...] = NAMES

    @property
    def rows(self) -> int:
        """How many events the lake holds."""
        return sum(month.rows for month in self.months.values())

    def files(self, folder: Path) -> list[Path]:
        """The files that make up the lake, oldest month first."""
        return [folder / month.file_name(name) for name, month in sorted(self.months.items())]

    def with_months(self, months: Mapping[str, Month], last_event: int) -> "Manifest":
        """The next state: these months instead of the ones there were."""
        return replace(self, months={**self.months, **months}, last_event=last_event)


class NotALake(Exception):
    """What lies in the folder cannot be read as this version's lake; the text says why in Chinese."""


def read_manifest(folder: Path) -> Manifest:
    """The manifest in force; an empty one where nothing was exported yet. Raises NotALake."""
    try:
        found = json.loads((folder / NAME).read_text())
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError) as error:
        raise NotALake(f"数据湖清单读不出来：{folder / NAME}") from error
    if tuple(found.get("columns", ())) != NAMES:
        raise NotALake("数据湖是旧版本的列，请运行 gongdao trends lake export --all 重新导出。")
    months = {name: Month(**month) for name, month in found["months"].items()}
    return Manifest(found["last_event"], months)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a new manifest in force, all at once."""
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True)
    replace_file(folder / NAME, lambda path: path.write_text(text + "\n"))


def replace_file(path: Path, write) -> None:  # type: ignore[no-untyped-def]
    """Write beside, flush, and rename: a reader finds the old file or the new one, never half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(beside)
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def sm3_of_file(path: Path) -> str:
    """SM3 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.new("sm3")).hexdigest()


def sweep(folder: Path, *kept: Manifest) -> None:
    """Remove data files that none of these manifests names, and leftovers of an interrupted export."""
    names = {path.name for manifest in kept for path in manifest.files(folder)}
    for path in folder.iterdir():
        unfinished = path.name.startswith(".events-")
        if unfinished or (_FILE.match(path.name) and path.name not in names):
            path.unlink(missing_ok=True)

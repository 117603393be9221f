"""Opening the lake as an Ibis table. DuckDB by default; any other Ibis connection reads the same files."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from gongdao.trends.lake.columns import schema
from gongdao.trends.lake.manifest import NAME, Manifest, read_manifest

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Lake:
    """One state of the lake. ``events`` is an Ibis table with the columns of columns.py."""

    events: "ir.Table"
    manifest: Manifest
    connection: Any


def open_lake(folder: Path | None = None, connection: Any = None) -> Lake:
    """The lake in this folder (else the configured one), as its manifest stands now. Raises NotALake.

    An empty lake has no rows but all columns. Ibis is imported here and not before: it takes a third of a second.
    """
    import ibis

    folder = folder or Path(settings.GONGDAO_LAKE)
    manifest = read_manifest(folder)
    connection = connection or ibis.duckdb.connect()
    files = manifest.files(folder)
    if files and connection.name == "pyspark":  # takes one pattern, not a list
        events = connection.read_parquet(f"{folder.resolve()}/{{{','.join(path.name for path in files)}}}")
    elif files:
        events = connection.read_parquet([str(path) for path in files])
    else:
        events = connection.create_table("empty_lake", schema().empty_table(), temp=True)
    return Lake(events, manifest, connection)


def exported_at(folder: Path | None = None) -> datetime | None:
    """When the lake was last brought up to date; None if it never was."""
    path = (folder or Path(settings.GONGDAO_LAKE)) / NAME
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else None

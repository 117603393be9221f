"""A database and keys of its own for a benchmark, on PostgreSQL or SQLite."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENGINES = ("PostgreSQL", "SQLite")


@contextmanager
def installation(engine: str, settings: str) -> Iterator[dict[str, str]]:
    """An environment with keys and a database of its own; every commit goes to the disk, as in production."""
    from tests.with_postgres import postgres

    folder = Path(tempfile.mkdtemp(prefix="gongdao-bench-"))
    environment = {
        **os.environ, "GONGDAO_VAR": str(folder), "GONGDAO_KEYS": str(folder / "keys.json"), "GONGDAO_DEBUG": "0",
        "GONGDAO_SECRET_KEY": "only-for-benchmarks", "DJANGO_SETTINGS_MODULE": settings,
        "GONGDAO_DATABASE_URL": "",
    }  # fmt: skip
    try:
        if engine == "PostgreSQL":
            with postgres("shared_buffers=1GB", "max_wal_size=4GB") as url:
                yield environment | {"GONGDAO_DATABASE_URL": url}
        else:
            yield environment
    finally:
        shutil.rmtree(folder, ignore_errors=True)

"""The book in use: opened once, and again when its file is replaced."""

from functools import lru_cache
from pathlib import Path

from gongdao.law.book import StatuteBook


def book_at(path: Path) -> StatuteBook | None:
    """The book of this file, or None where there is none yet."""
    return _open(str(path), path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=2)
def _open(path: str, changed: int) -> StatuteBook:
    return StatuteBook(path)

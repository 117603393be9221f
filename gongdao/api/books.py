"""The statute book for the interface."""

from functools import lru_cache

from django.conf import settings
from ninja.errors import HttpError

from gongdao.law.book import StatuteBook


@lru_cache(maxsize=2)
def _open(path: str, changed: int) -> StatuteBook:
    return StatuteBook(path)


def book() -> StatuteBook:
    """The book; an answer 503 where it has not been built."""
    path = settings.GONGDAO_STATUTES
    if not path.is_file():
        raise HttpError(503, "法律书还没有准备好。")
    return _open(str(path), path.stat().st_mtime_ns)

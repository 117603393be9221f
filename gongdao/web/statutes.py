"""The statute book that pages read from; a page without it still works and says so."""

from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from gongdao.law.book import Article, StatuteBook
from gongdao.law.citation import Citation


@lru_cache(maxsize=2)
def _open(path: str, changed: int) -> StatuteBook:
    return StatuteBook(path)


def statute_book() -> StatuteBook | None:
    """The book, or None where it has not been built yet. A book that is replaced is opened anew."""
    path = settings.GONGDAO_STATUTES
    return _open(str(path), path.stat().st_mtime_ns) if path.is_file() else None


def article_of(citation: Citation) -> Article | None:
    """The cited article as the book has it, or None."""
    book = statute_book()
    return book.article(citation.law.name, citation.article, timezone.localdate()) if book else None

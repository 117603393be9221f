"""The statute book that pages read from; a page without it still works and says so."""

from django.conf import settings
from django.utils import timezone

from gongdao.law.book import Article, StatuteBook
from gongdao.law.citation import Citation
from gongdao.law.shelf import book_at


def statute_book() -> StatuteBook | None:
    """The book, or None where it has not been built yet."""
    return book_at(settings.GONGDAO_STATUTES)


def article_of(citation: Citation) -> Article | None:
    """The cited article as the book has it today, or None."""
    book = statute_book()
    return book.article(citation.law.name, citation.article, timezone.localdate()) if book else None

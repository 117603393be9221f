"""The statute book for the interface."""

from django.conf import settings
from ninja.errors import HttpError

from gongdao.law.book import StatuteBook
from gongdao.law.shelf import book_at


def book() -> StatuteBook:
    """The book; an answer 503 where it has not been built."""
    found = book_at(settings.GONGDAO_STATUTES)
    if found is None:
        raise HttpError(503, "法律书还没有准备好。")
    return found

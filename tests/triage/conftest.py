"""A fixed day, so that no test depends on when it runs."""

from datetime import date

import pytest

from gongdao.law.calendar import Calendar
from tests.law.conftest import book_path

__all__ = ["book_path"]


@pytest.fixture
def today() -> date:
    return date(2026, 3, 16)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()

"""Pages read from the statute book of the tests."""

import pytest

from tests.law.conftest import book_path as the_book_path

book_path = the_book_path


@pytest.fixture(autouse=True)
def statutes(settings, book_path) -> None:  # type: ignore[no-untyped-def]
    settings.GONGDAO_STATUTES = book_path

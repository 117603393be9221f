"""Eleven accounts are made for every test: their passwords need not be slow to guess here."""

import pytest


@pytest.fixture(autouse=True)
def quick_passwords(settings):  # type: ignore[no-untyped-def]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

"""Shared by all tests: a key file and a data folder that vanish with the run."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
import pytest
from django.conf import settings

# Before Django reads its settings: they are named here and not in pyproject.toml, which is read too early.
_HOME = Path(tempfile.mkdtemp(prefix="gongdao-test-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["DJANGO_SETTINGS_MODULE"] = "gongdao.site.settings"
os.environ["GONGDAO_VAR"] = str(_HOME)
os.environ["GONGDAO_KEYS"] = str(_HOME / "keys.json")
os.environ["GONGDAO_SECRET_KEY"] = "only-for-tests"
os.environ["GONGDAO_DEBUG"] = "0"
os.environ["GONGDAO_DEMO"] = "1"  # pages find their style without collecting it first
(_HOME / "static").mkdir()

django.setup()
# A worker of pytest-xdist may have read its settings before this file, with its parent's folder.
settings.GONGDAO_VAR, settings.GONGDAO_KEYS = _HOME, _HOME / "keys.json"
settings.GONGDAO_FILES, settings.GONGDAO_ANCHORS = _HOME / "files", _HOME / "anchors"
settings.GONGDAO_LAKE = _HOME / "lake"
settings.STATIC_ROOT = _HOME / "static"
# A strong hash for eleven people in every test would take most of the time.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def world(db):  # type: ignore[no-untyped-def]
    """The small fictional county, fresh for every test."""
    from tests.world import build_world

    return build_world()


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes and odd strings in the name of a test, escaped: neither can be joined to Chinese names or sent to a worker."""
    if isinstance(val, bytes):
        return repr(val[:20])
    if isinstance(val, str) and not val.isprintable():
        return ascii(val[:40])
    return None

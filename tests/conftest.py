"""Shared by all tests: a key file and a data folder that vanish with the run."""

import os
import tempfile
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="gongdao-test-"))
os.environ["GONGDAO_VAR"] = str(_HOME)
os.environ["GONGDAO_KEYS"] = str(_HOME / "keys.json")
os.environ.setdefault("GONGDAO_SECRET_KEY", "only-for-tests")
os.environ.setdefault("GONGDAO_DEBUG", "0")

import pytest  # noqa: E402


@pytest.fixture
def world(db):  # type: ignore[no-untyped-def]
    """The small fictional county, fresh for every test."""
    from tests.world import build_world

    return build_world()

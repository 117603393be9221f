"""Shared by all tests: a key file and a data folder that vanish with the run."""

import os
import tempfile
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="gongdao-test-"))
os.environ["GONGDAO_VAR"] = str(_HOME)
os.environ["GONGDAO_KEYS"] = str(_HOME / "keys.json")
os.environ.setdefault("GONGDAO_SECRET_KEY", "only-for-tests")
os.environ.setdefault("GONGDAO_DEBUG", "0")

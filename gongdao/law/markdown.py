"""Reads one statute from a Markdown file: `# title`, history lines, `<!-- INFO END -->`, `## chapter`, articles.

The file name carries the date of the version: 信访工作条例(2022-02-25).md. The folder below the collection's
root says what kind of text it is.
"""

import hashlib
import re
from datetime import date
from pathlib import Path

from gongdao.law.numerals import CHINESE, article_number, to_int
from gongdao.law.sources import SourceArticle, SourceText

_IN_NAME = re.compile(r"[(（](\d{4}-\d{2}-\d{2})[)）]$")
_ARTICLE = re.compile(rf"(第[{CHINESE}\d]+条(?:之[{CHINESE}\d]+)?)(?:[\s\u3000：:]+|$)(.*)")
_POINT = re.compile(r"([一二三四五六七八九十]{1,3})、(.*)")
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_STARTS = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日起?\s*(?:施行|实施|生效)")
_INFO_END = "<!-- INFO END -->"


class Unreadable(Exception):
    """The file is no statute that can be read; the message says why in Chinese."""


def read_statute(path: Path, root: Path) -> SourceText:
    """The text of one file. Raises Unreadable."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("不是 UTF-8 编码的文本") from None
    except OSError as error:
        raise Unreadable(f"读不出来（{error.strerror}）") from None
    head, found, body = content.partition(_INFO_END)
    if not found:
        first, _, body = content.lstrip().partition("\n")
        head = first
    title = next((line for line in head.splitlines() if line.strip()), "")
    if not title.startswith("# "):
        raise Unreadable("第一行不是“# 法规名称”")
    name = re.sub(r"\s+", " ", title[2:]).strip()
    articles = _articles(body)
    if not name or not articles:
        raise Unreadable("没有名称" if not name else "没有正文")
    published = _published(path.stem, head)
    starts, exact = _starts(head, articles, published)
    relative = path.relative_to(root).as_posix()
    return SourceText(
        hashlib.sha256(relative.encode()).hexdigest()[:12],
        name,
        relative.split("/")[0] if "/" in relative else "",
        published,
        starts,
        exact,
        "",
        f"md:{relative}",
        articles,
    )


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _published(stem: str, head: str) -> str:
    """The date in the file name, else the newest adoption date in the history lines, else none."""
    if in_name := _IN_NAME.search(stem):
        return _iso(*in_name[1].split("-")) or ""
    adopted = [
        day
        for line in head.splitlines()
        if "施行" not in line
        for found in _DATE.finditer(line)
        if (day := _iso(*found.groups()))
    ]
    return max(adopted, default="")


def _starts(head: str, articles: tuple[SourceArticle, ...], published: str) -> tuple[str, bool]:
    """The first day in force; a day before the version's own date is that of the first version."""
    said = [
        day
        for line in head.splitlines()
        if "施行" in line and "修" not in line
        for found in _DATE.finditer(line)
        if (day := _iso(*found.groups()))
    ]
    said += [
        day
        for article in articles[-2:]
        for found in _STARTS.finditer(article.text)
        if (day := _iso(*found.groups()))
    ]
    own = [day for day in said if day >= published]
    if own:
        return max(own), True
    return published, False


def _articles(body: str) -> tuple[SourceArticle, ...]:
    lines = [line.strip(" \t\r\u3000") for line in body.splitlines()]
    lines = [line for line in lines if line and not line.startswith("<!--")]
    pattern = _ARTICLE if any(_ARTICLE.match(line) for line in lines) else _POINT
    undivided = not any(pattern.match(line) for line in lines)
    built: list[tuple[str, str, list[str]]] = []
    heading = ""
    for line in lines:
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
            continue
        found = pattern.match(line)
        number = None
        if found:
            number = article_number(found[1]) if pattern is _ARTICLE else f"条目{to_int(found[1])}"
        if found and number:
            built.append((number, heading, [found[2]] if found[2] else []))
        elif built:
            built[-1][2].append(line)
        elif undivided:
            built.append(("全文", heading, [line]))
    return tuple(SourceArticle(n, h, "\n".join(text)) for n, h, text in built if text)

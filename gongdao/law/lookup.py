"""Finds every citation of a law in a text that people wrote: 民法典675, 《民法典》第六百七十五条, 第1254条第二款.

One pass over the text finds the names of laws, one finds the article numbers; an article belongs to the law named
right before it, else to the law the text named last. A name that is not in the book (《某某办法》第三条) makes no
citation and is not taken for the law named before it. Never raises, and takes time in proportion to the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gongdao.law.book import StatuteBook
from gongdao.law.citation import Citation, Law
from gongdao.law.numerals import CHINESE, to_chinese, to_int

LONGEST_RANGE = 60

_N = rf"[{CHINESE}]{{1,9}}|[0-9０-９]{{1,4}}"
_SUB = rf"(?:\s?之\s?(?:[{CHINESE}]{{1,3}}|[0-9]{{1,2}}))?"
# right after a name, 第 and 条 may both be missing; elsewhere 第…条 must be there
_SPACE = r"[ \t\u3000]{0,3}"
_FIRST = re.compile(
    rf"(?:第{_SPACE}(?P<lead>{_N}){_SPACE}(?P<mark>条)?|(?P<bare>{_N}){_SPACE}(?P<baremark>条)?)(?P<sub>{_SUB})"
)
_ANCHOR = re.compile(rf"第{_SPACE}(?:{_N})(?={_SPACE}(?:条|[、,，和及与至到\-—－~～]))")
_MORE = re.compile(
    rf"{_SPACE}(?P<join>、|,|，|和|及|与|或|以及|或者|至|到|-|—|－|~|～){_SPACE}(?P<lead>第)?{_SPACE}"
    rf"(?P<number>{_N}){_SPACE}(?P<mark>条)?(?P<sub>{_SUB})"
)
_PARAGRAPHS = re.compile(
    rf"{_SPACE}第?{_SPACE}(?P<one>{_N})(?P<more>(?:[、和及与]第?(?:{_N})){{0,9}}){_SPACE}款"
)
_ITEM = r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]?"
_ITEMS = re.compile(
    rf"{_SPACE}第?{_SPACE}(?P<one>{_ITEM})(?P<more>(?:项?[、和及与]第?{_ITEM}){{0,9}}){_SPACE}项"
)
_NEXT_PARAGRAPH = re.compile(rf"[、和及与](?=第(?:{_N})款)")
_TO = frozenset("至到-—－~～")
_NOT_AN_ARTICLE = re.compile(
    r"[ \t]?(?:[年月日号元个人天岁万亿%％.．:：点章节编款项/次名位周倍届级楼室分题页]|[0-9０-９A-Za-z])"
)
_BEFORE_NUMBER = re.compile(r"[》〉」』\"”\s]{0,4}(?:[（(][^（）()\n]{1,20}[）)]){0,2}[\s,，:：的§#]{0,3}")
_SAME_LAW = re.compile(r"(?:本|该|此|同|上述|前述|这部|那部)(?:法典|法律|法|条例|规定|办法|解释|规则|细则)$")
_UNKNOWN_LAW = re.compile(r"(?:法|法典|条例|办法|规则|细则|解释|章程|意见|通知|合同|协议|批复)$")
_PLACE = re.compile(r"(?:省|市|自治区|自治州|县|区|特区)$")
_QUOTED = re.compile(r"《(?:[^《》\n]|《[^《》\n]{1,60}》){1,120}》")
_LARGEST_SUB = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A citation and where the text says it; the articles of a range (第1条至第3条) share one place."""

    start: int
    end: int
    citation: Citation


class _Named(NamedTuple):
    start: int
    end: int
    law: Law | None  # None: a law that the book does not hold


class _Numbered(NamedTuple):
    number: str
    start: int
    end: int


def find_citations(text: str, book: StatuteBook, default_law: Law | None = None) -> list[Found]:
    """Every citation, in the order of the text. The article need not exist: verifying tells."""
    names = _names(text, book)
    ends = [named.end for named in names]
    found: list[Found] = []
    after = 0  # everything before this place has been read
    for start, adjacent in _candidates(text, names):
        if start < after:
            continue
        law = adjacent.law if adjacent else _law_of(text, start, names, ends, default_law)
        read = _read_articles(text, start, bool(adjacent))
        if read is None:
            continue
        articles, after = read
        if law is None:
            continue
        if adjacent and articles:
            whole = adjacent.start - (text[adjacent.start - 1 : adjacent.start] == "《")
            articles = [a._replace(start=whole) if a.start == start else a for a in articles]
        for place, article in enumerate(articles):
            parts: list[tuple[int | None, str | None]] = [(None, None)]
            article_end = article.end
            if place == len(articles) - 1 or article.end != articles[place + 1].end:
                parts, article_end = _read_parts(text, article.end, book, law, article.number)
                after = max(after, article_end)
            found += [
                Found(article.start, article_end, Citation(law, article.number, paragraph, item))
                for paragraph, item in parts
            ]
    return found


def resolve(text: str, book: StatuteBook, default_law: Law | None = None) -> list[Citation]:
    """The citations of a text that lead somewhere: their article stands in the book. Each once."""
    seen: dict[Citation, None] = {}
    for found in find_citations(text, book, default_law):
        if found.citation not in seen and book.article(found.citation.law.name, found.citation.article):
            seen[found.citation] = None
    return list(seen)


def _names(text: str, book: StatuteBook) -> list[_Named]:
    index = book.names
    names: list[_Named] = []
    quoted = {match.start() + 1: match.end() - 1 for match in _QUOTED.finditer(text)}
    place = 0
    while place < len(text) - 1:
        if place in quoted:  # what stands in 《》 is a name as a whole, or an unknown law
            end = quoted[place]
            names.append(_Named(place, end, book.law(text[place:end])))
            place = end + 1
            continue
        way = index.at(text, place)
        if way is None:
            place += 1
            continue
        place += len(way)
        local = _PLACE.search(text, max(0, place - len(way) - 4), place - len(way))
        names.append(_Named(place - len(way), place, None if local else index.ways[way]))
    return names


def _candidates(text: str, names: list[_Named]) -> Iterator[tuple[int, _Named | None]]:
    """Places where an article number may start, in order; with the law's name where it stands right before."""
    adjacent: dict[int, _Named] = {}
    for named in names:
        between = _BEFORE_NUMBER.match(text, named.end)
        place = between.end() if between else named.end
        if _FIRST.match(text, place):
            adjacent[place] = named
    places = set(adjacent) | {match.start() for match in _ANCHOR.finditer(text)}
    for place in sorted(places):
        yield place, adjacent.get(place)


def _law_of(
    text: str, start: int, names: list[_Named], ends: list[int], default_law: Law | None
) -> Law | None:
    """The law an article without a name belongs to."""
    last = bisect_right(ends, start) - 1
    before = text[max(0, start - 12) : start].rstrip("》〉」』 \t\u3000的")
    if not _SAME_LAW.search(before) and _UNKNOWN_LAW.search(before):
        return None
    return names[last].law if last >= 0 else default_law


def _number(main: str, sub: str | None) -> str | None:
    number = to_int(main)
    if not number:
        return None
    tail = to_int(sub.strip()[1:].strip()) if sub else None
    return f"{number}-{tail}" if tail else str(number)


def _read_articles(text: str, start: int, named: bool) -> tuple[list[_Numbered], int] | None:
    """第1062、1063条, 第1062条至第1064条, 第38条和第39条: the articles, and up to where the text was read."""
    first = _FIRST.match(text, start)
    if first is None:
        return None
    marked = bool(first["mark"] or first["baremark"])
    number = _number(first["lead"] or first["bare"], first["sub"] if marked else None)
    if number is None:
        return None
    end = first.end() if marked else first.end() - len(first["sub"])
    read = [_Numbered(number, start, end)]
    sure = len(read) if marked else 0  # how many of them are known to be articles, by a 条 at or after them
    bare_list = not marked and first["bare"] is not None
    while len(read) <= LONGEST_RANGE * 2 and (more := _MORE.match(text, end)):
        if sure == len(read) and not more["lead"] and not more["mark"]:
            break  # 第1062条、3人
        following = _number(more["number"], more["sub"] if more["mark"] else None)
        if following is None:
            break
        end = more.end() if more["mark"] else more.end() - len(more["sub"])
        if _is_sub(more, read[-1].number, following):
            read[-1] = _Numbered(f"{read[-1].number}-{following}", read[-1].start, end)
        else:
            _extend(read, following, more, end)
        bare_list = bare_list and not more["lead"] and more["join"] in "、,，"
        if more["mark"]:
            sure = len(read)
    if sure:
        return read[:sure], read[sure - 1].end
    if named and first["bare"]:  # 民法典675, 民诉法205、206: only where it can be nothing else (民法典2020年)
        plain = [n for n in read if not _NOT_AN_ARTICLE.match(text, n.end)] if bare_list else read[:1]
        if plain and first["bare"][0] not in CHINESE and not _NOT_AN_ARTICLE.match(text, read[0].end):
            return plain, plain[-1].end
    return [], end  # whatever starts inside ends at the same place, so it need not be read again


def _is_sub(more: re.Match[str], number: str, following: str) -> bool:
    """第133-1条 is 第一百三十三条之一; 第1062-1064条 is a range."""
    if more["join"] != "-" or more["lead"] or not number.isdigit() or not following.isdigit():
        return False
    return int(following) <= min(_LARGEST_SUB, int(number) - 1)


def _extend(read: list[_Numbered], following: str, more: re.Match[str], end: int) -> None:
    """Add the next article of an enumeration; for a range all from the last one on, sharing one place."""
    start = more.start("lead") if more["lead"] else more.start("number")
    last = read[-1]
    first, final = int(last.number.partition("-")[0]), int(following.partition("-")[0])
    if more["join"] not in _TO or not first < final <= first + LONGEST_RANGE:
        read.append(_Numbered(following, start, end))
        return
    inside = [str(n) for n in range(first + 1, final + ("-" in following))]
    read[-1:] = [_Numbered(n, last.start, end) for n in (last.number, *inside, following)]


def _read_parts(
    text: str, place: int, book: StatuteBook, law: Law, number: str
) -> tuple[list[tuple[int | None, str | None]], int]:
    """第一款第（三）项, 第一、二款, 第三项: what stands after the article number."""
    parts: list[tuple[int | None, str | None]] = []
    while True:
        paragraphs: list[int | None] = []
        if found := _PARAGRAPHS.match(text, place):
            paragraphs = [to_int(word) for word in re.findall(_N, found["one"] + found["more"])]
            paragraphs = [p for p in paragraphs if p]
        if found and paragraphs:
            place = found.end()
        items, place = _read_items(text, place)
        if not paragraphs and not items:
            break
        if items:
            last = paragraphs[-1] if paragraphs else _paragraph_with(book, law, number, items[0])
            parts += [(paragraph, None) for paragraph in paragraphs[:-1]]
            parts += [(last, item) for item in items]
        else:
            parts += [(paragraph, None) for paragraph in paragraphs]
        following = _NEXT_PARAGRAPH.match(text, place)
        if following is None:
            break
        place = following.end()
    return parts or [(None, None)], place


def _read_items(text: str, place: int) -> tuple[list[str], int]:
    found = _ITEMS.match(text, place)
    if found is None:
        return [], place
    numbers = [to_int(word) for word in re.findall(r"[一二三四五六七八九十]+|[0-9]+", found[0])]
    return [to_chinese(n) for n in numbers if n], found.end()


def _paragraph_with(book: StatuteBook, law: Law, number: str, item: str) -> int:
    """第三项 without 款: the first paragraph that has such an item."""
    article = book.article(law.name, number)
    for paragraph in article.paragraphs if article else ():
        if paragraph.item(item) is not None:
            return paragraph.number
    return 1

"""Words → articles: the first, lexical search. Ranks by bm25, and by how many of the words an article holds."""

import re
from dataclasses import dataclass
from datetime import date

from gongdao.law.book import IN_FORCE, Article, StatuteBook
from gongdao.law.words import STOP_WORDS, cut

LONGEST_QUERY = 200
SNIPPET = 90
_CANDIDATES = 150
_MAX_WORDS = 24
# what people say → what statutes say
SAID_OTHERWISE = {
    "老板": ("用人单位",),
    "欠薪": ("拖欠", "工资", "劳动报酬"),
    "讨薪": ("拖欠", "工资", "劳动报酬"),
    "薪水": ("工资",),
    "工钱": ("工资", "劳动报酬"),
    "工资": ("劳动报酬",),
    "开除": ("解除", "劳动合同"),
    "辞退": ("解除", "劳动合同"),
    "炒鱿鱼": ("解除", "劳动合同"),
    "借钱": ("借款",),
    "欠钱": ("借款", "债务"),
    "还钱": ("返还", "借款"),
    "打人": ("殴打", "伤害"),
    "家暴": ("家庭暴力",),
    "邻居": ("相邻",),
    "噪音": ("噪声",),
    "扰民": ("干扰",),
    "漏水": ("相邻", "排水"),
    "高空": ("建筑物", "抛掷"),
    "抛物": ("抛掷", "物品"),
    "房东": ("出租人",),
    "租客": ("承租人",),
    "退货": ("退货", "消费者"),
    "车祸": ("交通事故",),
    "撞": ("交通事故",),
    "小孩": ("子女", "未成年人"),
    "孩子": ("子女", "未成年人"),
    "老人": ("老年人", "赡养"),
    "遗产": ("继承",),
    "打官司": ("诉讼",),
    "律师费": ("法律援助",),
}
# texts that change or explain other texts come after the texts themselves
_KIND_WEIGHT = {"修正案": 0.5, "修改决定": 0.5, "立法解释": 0.7, "司法解释": 0.85, "部门规章": 0.9}


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found; ``spans`` are the places (start, end) of the matched words in the snippet."""

    article: Article
    score: float
    snippet: str
    spans: tuple[tuple[int, int], ...]


def search(query: str, book: StatuteBook, on: date | None = None, limit: int = 20) -> list[Hit]:
    """Articles for the words of a query: in force on a day, or without a day in the newest versions.

    Any text is a query; one without words finds nothing.
    """
    words = query_words(query)
    if not words or limit < 1:
        return []
    said = dict.fromkeys(words)
    implied = {other for w in words for other in SAID_OTHERWISE.get(w, ())} - said.keys()
    rows = book.rows(
        "SELECT rowid, bm25(lexicon, 1.5, 1.0) FROM lexicon WHERE lexicon MATCH ? ORDER BY 2 LIMIT ?",
        (" OR ".join(f'"{word}"' for word in [*words, *sorted(implied)]), _CANDIDATES + limit),
    )
    articles = book.by_row([row for row, _ in rows])
    whole = "".join(query.split())
    hits = []
    for row, rank in rows:
        article = articles[row]
        if not _wanted(article, on, book):
            continue
        score = -rank * _coverage(article, list(said), implied) * _KIND_WEIGHT.get(article.version.kind, 1.0)
        if len(whole) > 1 and whole in article.text:
            score *= 1.3
        hits.append((score, article))
    hits.sort(key=lambda hit: -hit[0])
    marked = [*said, *implied]
    return [Hit(article, round(score, 4), *_snippet(article.text, marked)) for score, article in hits[:limit]]


def query_words(query: str) -> list[str]:
    """The words of a query that are worth looking for; single characters only if there is nothing longer."""
    words = list(dict.fromkeys(cut(query[:LONGEST_QUERY])))
    telling = [w for w in words if len(w) > 1 and w not in STOP_WORDS]
    return (telling or [w for w in words if w not in STOP_WORDS])[:_MAX_WORDS]


def _wanted(article: Article, on: date | None, book: StatuteBook) -> bool:
    if on is not None:
        return article.version.status_on(on) == IN_FORCE
    return article.version.until is None and article.version.repealed is None


def _coverage(article: Article, said: list[str], implied: set[str]) -> float:
    text = article.law.name + article.text
    held = sum(
        1.0 if word in text else 0.7 if any(o in text for o in SAID_OTHERWISE.get(word, ())) else 0.0
        for word in said
    )
    return 0.2 + held / len(said)


def _snippet(text: str, words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of the text that holds the most matched words, and where they are in it."""
    text = text.replace("\n", " ")
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))
    places = [match.span() for match in pattern.finditer(text)]
    best = max(
        (start for start, _ in places),
        key=lambda s: (len({text[a:b] for a, b in places if s <= a < s + SNIPPET - 10}), -s),
        default=0,
    )
    start = max(0, best - 10)
    end = min(len(text), start + SNIPPET)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    spans = tuple((a + shift, b + shift) for a, b in places if start <= a and b <= end)
    return before + text[start:end] + after, spans

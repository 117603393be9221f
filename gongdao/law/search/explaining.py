"""Why an article was found: the person's own words in it, the bridges from them to its words, and what is marked."""

import re
from dataclasses import dataclass

from gongdao.law.book import Article
from gongdao.law.search.signals import Signals

SNIPPET = 90
_SURE_ENOUGH = 0.1  # of a learned bridge: less likely ones are noise to a reader
_MOST_BRIDGES = 3


@dataclass(frozen=True, slots=True)
class Why:
    """What led to an article. ``bridges``: lay word → word of the article."""

    words: tuple[str, ...]
    bridges: tuple[tuple[str, str], ...]
    by_meaning: bool
    remembered: bool

    def __str__(self) -> str:
        parts = []
        if self.words:
            parts.append("条文里有“" + "”“".join(self.words[:4]) + "”")
        parts += [f"您说的“{said}”，法律写作“{written}”" for said, written in self.bridges]
        if self.remembered:
            parts.append("律师答过相近的问题，用的是这一条")
        if self.by_meaning or not parts:
            parts.append("意思与您说的相近")
        return "；".join(parts)


def explain(article: Article, signals: Signals, by_meaning: bool, remembered: bool) -> Why:
    """The reasons a reader can check in the text of the article or its law's name."""
    text = article.law.name + article.text
    held = [word for word in signals.said if word in text]
    words = tuple(word for word in held if not any(word != longer and word in longer for longer in held))
    bridges: dict[str, str] = {}
    for said, written in signals.by_hand:
        if said not in text and (hit := next((w for w in written if w in article.text), None)):
            bridges[said] = hit
    for said, translations in signals.bridges.items():
        if said in text or any(said in known for known in bridges):
            continue
        likely = [w for w, p in translations if p >= _SURE_ENOUGH and len(w) > 1 and w in article.text]
        if likely:
            bridges[said] = likely[0]
    return Why(words, tuple(bridges.items())[:_MOST_BRIDGES], by_meaning, remembered)


def snippet(text: str, words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of the text that holds the most of the words, and where (start, end) they are in it."""
    text = text.replace("\n", " ")
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)")
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

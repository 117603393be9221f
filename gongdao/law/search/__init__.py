"""A question in a person's own words → articles, best first, each with why.

Read in order: ``terms`` and ``translation`` (words), ``gongdao.law.meaning`` and ``learned`` (meaning), ``memory``
(questions answered before), ``signals`` (all of them against every article), ``features``, ``ranker``, ``explaining``.
"""

from dataclasses import dataclass
from datetime import date

from gongdao.law.book import IN_FORCE, Article, StatuteBook
from gongdao.law.search.engine import Engine, Ranked, engine_for
from gongdao.law.search.explaining import Why, explain, snippet
from gongdao.law.search.indexing import open_index
from gongdao.law.search.terms import query_words

__all__ = ["Hit", "Why", "open_index", "query_words", "search"]


_ALIKE = 0.6  # of an answered question: less is another matter


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found; ``spans`` are the places (start, end) of the telling words in the snippet."""

    article: Article
    score: float
    snippet: str
    spans: tuple[tuple[int, int], ...]
    why: Why


def search(query: str, book: StatuteBook, on: date | None = None, limit: int = 20) -> list[Hit]:
    """Articles for a question: in force on a day, or without a day in the newest versions.

    Any text is a question; one without words finds nothing. Scores rank within one question only.
    """
    if limit < 1 or not query_words(query):
        return []
    engine = engine_for(book)
    ranked = engine.ask(query, on)
    return _hits(ranked, engine, book, on, limit)


def _hits(ranked: Ranked, engine: Engine, book: StatuteBook, on: date | None, limit: int) -> list[Hit]:
    # some more than asked for: an article that a later law amended is left out
    best = ranked.documents[: limit + 20]
    articles = book.by_row([int(engine.index.rows[d]) for d in best])
    near = engine.best_by_meaning(ranked.signals)
    documents, likeness, _ = ranked.signals.led
    led = set(documents[likeness >= _ALIKE].tolist())
    hits: list[Hit] = []
    for document, score in zip(best.tolist(), ranked.scores, strict=False):
        article = articles[int(engine.index.rows[document])]
        if on is not None and article.status_on(on) != IN_FORCE:
            continue
        why = explain(article, ranked.signals, document in near, document in led)
        marked = [*ranked.signals.said, *(written for _, written in why.bridges)]
        hits.append(Hit(article, round(float(score), 4), *snippet(article.text, marked), why))
        if len(hits) == limit:
            break
    return hits

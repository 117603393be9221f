"""An understanding as plain data: what programs read from the interface and from batches of texts."""

from collections.abc import Sequence
from typing import Any

from gongdao.law.citation import Citation
from gongdao.law.numerals import article_title
from gongdao.triage.merging import merged
from gongdao.triage.understanding import Understanding

MOST_ARTICLES = 10


def told(found: Understanding, hits: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """Field, kind, roads, alerts and articles. ``hits`` are articles that a search found, best first: law and title.
    Those that the table of the kind names count by how likely the kind is; an article that both name rises."""
    return {
        "field": found.field,
        "field_top3": [guess.field for guess in found.fields],
        "field_shares": [guess.share for guess in found.fields],
        "kind": found.kind.code,
        "kind_title": found.kind.title,
        "first_level": found.kinds[0].first.title,
        "share": found.kinds[0].share,
        "why": found.why,
        "cut": found.cut,
        "roads": [
            {
                "row": road.code, "channel": road.channel, "title": road.title, "office": road.office,
                "phone": road.phone, "cites": [_written(cite) for cite in road.cites],
            }
            for road in found.roads
        ],
        "alerts": [
            *({"code": a.code, "level": a.level, "title": a.title, "today": a.today} for a in found.alerts),
            *(
                {
                    "code": limit.code, "level": "urgent", "title": limit.title, "today": limit.today,
                    "earliest": limit.earliest.isoformat(), "latest": limit.latest.isoformat(),
                }
                for limit in found.limits
            ),
        ],
        "questions": [question.text for question in found.questions],
        "articles": _articles(found, hits),
    }  # fmt: skip


def _articles(found: Understanding, hits: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    best = merged(found, hits, MOST_ARTICLES)
    return [{"law": law, "article": title, "score": round(score, 4)} for (law, title), score in best]


def _written(cite: Citation) -> str:
    return f"{cite.law.name}{article_title(cite.article)}"

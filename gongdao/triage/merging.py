"""Articles that the table of a kind names and articles that a search found, merged: what both name rises."""

from collections.abc import Sequence

from gongdao.law.numerals import article_title
from gongdao.triage.understanding import Understanding

_HEAD = 2
"""Added to a rank before it is turned into a score, so that one first place does not beat two second places."""


def merged(
    found: Understanding, hits: Sequence[tuple[str, str]], most: int
) -> list[tuple[tuple[str, str], float]]:
    """((law, title), score), best first. ``hits`` are law and title of each article found, best first; those that the
    table names count by how likely the kind is, and little where somebody asks what the law says."""
    share = found.kinds[0].share * (0.4 if found.asks_what_law_says else 1.0)
    named = dict.fromkeys((cite.law.name, article_title(cite.article)) for cite in found.articles)
    scores: dict[tuple[str, str], float] = {}
    for weight, ranked in ((share, list(named)), (1.0, list(dict.fromkeys(hits)))):
        for rank, article in enumerate(ranked):
            scores[article] = scores.get(article, 0.0) + weight / (rank + _HEAD)
    return sorted(scores.items(), key=lambda pair: -pair[1])[:most]

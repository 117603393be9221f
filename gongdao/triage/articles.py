"""Kind of dispute → the articles to read first (articles.csv); a finer kind without its own has its parent's."""

from functools import lru_cache

from gongdao.law.citation import Citation
from gongdao.triage.cites import read_cites
from gongdao.triage.kinds import kind_of
from gongdao.triage.tables import read_rows


def articles_for(kind_code: str) -> tuple[Citation, ...]:
    """The citations of a kind of either level, each with its phrase; never none."""
    kind = kind_of(kind_code)
    return _articles().get(kind.code) or _articles()[kind.first]


@lru_cache(maxsize=1)
def _articles() -> dict[str, tuple[Citation, ...]]:
    return {
        row["kind"]: read_cites(row["cites"], f"articles.csv {row['kind']}")
        for row in read_rows("articles.csv")
    }

"""What to teach and where to go when a kind of dispute rises in an area (themes.csv); never anything about a person."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gongdao.law.citation import Citation
from gongdao.triage.cites import law_called, read_cites
from gongdao.triage.kinds import first_level

TABLE = Path(__file__).parent / "data" / "themes.csv"
# Education goes where it is needed; that is what the law asks for.
BASIS = law_called("法治宣传教育法").article("53", 1, phrase="根据不同地区、行业、群体的法治需求")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of legal education, where to teach it, whom to visit, and the article it explains."""

    kind: str
    theme: str
    where: str
    visit: str
    cites: tuple[Citation, ...]


def themes_for(kind: str) -> tuple[Theme, ...]:
    """The themes of a kind of either level; never none."""
    wanted = first_level(kind)
    return tuple(theme for theme in all_themes() if theme.kind == wanted)


@lru_cache(maxsize=1)
def all_themes() -> tuple[Theme, ...]:
    """The whole table. Raises ValueError naming what cannot be read."""
    lines = TABLE.read_text(encoding="utf-8-sig").splitlines()
    rows = csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(
        Theme(
            row["kind"], row["theme"], row["where"], row["visit"],
            read_cites(row["cites"], f"themes.csv {row['kind']}"),
        )
        for row in rows
    )  # fmt: skip

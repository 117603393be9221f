"""Citations as the tables write them: ``民法典§188¶1「诉讼时效期间为三年」``, several separated by a blank.

A law is written by its short name; one that ``law.names`` does not list is taken as 中华人民共和国 + the short
name, and the test that reads the tables finds every citation, phrase included, in the statute book.
"""

import re
from functools import lru_cache

from gongdao.law import names
from gongdao.law.citation import Citation, Law

_CITATION = re.compile(
    r"(?P<law>[^\s§]+)§(?P<article>\d+(?:-\d+)?)(?:¶(?P<paragraph>\d+))?(?:\((?P<item>[^)]+)\))?"
    r"(?:「(?P<phrase>[^」]+)」)?"
)


@lru_cache(maxsize=1)
def _laws() -> dict[str, Law]:
    return {law.short: law for law in (*names.NATIONAL_LAWS, *names.IMPORTED_RULES)}


def law_called(short: str) -> Law:
    """The law people call by this short name."""
    return _laws().get(short) or Law(f"中华人民共和国{short}", short)


def read_cites(cell: str, where: str) -> tuple[Citation, ...]:
    """The citations of a table cell. Raises ValueError naming ``where`` and what could not be read."""
    rest = _CITATION.sub("", cell).strip()
    if rest:
        raise ValueError(f"{where}：看不懂的法条写法：{rest}")
    return tuple(_citation(match) for match in _CITATION.finditer(cell))


def _citation(match: re.Match[str]) -> Citation:
    paragraph = match["paragraph"]
    return law_called(match["law"]).article(
        match["article"], int(paragraph) if paragraph else None, match["item"], match["phrase"]
    )


def in_package(citation: Citation) -> bool:
    """Whether the citation needs no import of regulations and interpretations."""
    return citation.law not in names.IMPORTED_RULES

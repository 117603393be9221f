"""The table of themes: every kind has one, every article says what it is cited for, and no theme is about a person."""

import re

import pytest

from gongdao.trends.warnings.themes import BASIS, all_themes, themes_for
from gongdao.triage.kinds import FIRST_LEVEL, KINDS
from tests.triage.statutes import package_article, part_of

# Words by which a table could begin to point at people instead of places.
ABOUT_PEOPLE = re.compile(
    r"重点人|人员名单|上访|信访户|缠访|稳控|摸底.*人|逐人|当事人名|前科|外来人口|少数民族|教徒"
)


def test_every_kind_of_either_level_has_a_theme() -> None:
    assert {theme.kind for theme in all_themes()} == {kind.code for kind in FIRST_LEVEL}
    assert all(themes_for(code) for code in KINDS)


@pytest.mark.parametrize("theme", all_themes(), ids=lambda theme: theme.theme)
def test_a_theme_has_a_place_a_visit_and_an_article_with_a_phrase(theme) -> None:  # type: ignore[no-untyped-def]
    assert theme.theme
    assert theme.where
    assert theme.visit
    assert theme.cites
    assert all(citation.phrase for citation in theme.cites)
    assert not ABOUT_PEOPLE.search(f"{theme.theme}{theme.where}{theme.visit}")


@pytest.mark.parametrize(
    "citation", [BASIS, *(c for theme in all_themes() for c in theme.cites)], ids=lambda c: c.key
)
def test_each_phrase_stands_in_the_cited_paragraph(citation) -> None:  # type: ignore[no-untyped-def]
    assert citation.phrase in part_of(package_article(citation) or "", citation)

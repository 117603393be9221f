"""The tables a lawyer edits: every code is known, every row readable, every citation found in the statute book."""

from collections.abc import Iterator

import pytest

from gongdao.law import names
from gongdao.law.citation import Citation
from gongdao.triage.alerts import LEVELS, alerts_for
from gongdao.triage.articles import articles_for
from gongdao.triage.cites import in_package, read_cites
from gongdao.triage.coverage import kinds_in
from gongdao.triage.fields import field_of
from gongdao.triage.kinds import FIRST_LEVEL, KINDS, finer_kinds, kind_of
from gongdao.triage.limits import limits_for
from gongdao.triage.questions import all_questions
from gongdao.triage.roads import roads_for
from gongdao.triage.tables import read_rows
from gongdao.triage.words import lexicon
from tests.triage.statutes import IMPORTED, imported_article, package_article, part_of

CITING = {"articles": "kind", "roads": "row", "channels": "code", "alerts": "flag", "clocks": "code"}


def all_citations() -> Iterator[tuple[str, Citation]]:
    for table, name in CITING.items():
        for row in read_rows(f"{table}.csv"):
            where = f"{table}.csv {row[name]}"
            for citation in read_cites(row["cites"], where):
                yield where, citation


def test_there_are_the_eighteen_first_level_kinds_of_the_national_table():
    assert len(FIRST_LEVEL) == 18


def test_every_first_level_kind_can_be_reached_by_words():
    reached = {KINDS[word.kind].first for word in lexicon() if word.kind in KINDS}
    assert reached == {kind.code for kind in FIRST_LEVEL}


def test_every_finer_kind_has_words():
    spoken = {word.kind for word in lexicon()}
    assert [kind.code for kind in KINDS.values() if kind.parent and kind.code not in spoken] == []


@pytest.mark.parametrize("table", ["roads", "alerts", "clocks"])
def test_every_kind_a_table_is_for_exists(table):
    assert all(kinds_in(row["kinds"], table) or not row["kinds"] for row in read_rows(f"{table}.csv"))


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_has_roads_of_its_own_and_the_road_to_free_advice(code):
    roads = roads_for(code)
    assert len(roads) >= 3
    assert "12348" in {road.phone for road in roads}
    assert all(road.title and road.office and road.limit and road.cost and road.bring for road in roads)


@pytest.mark.parametrize("code", KINDS)
def test_no_road_of_a_kind_is_told_twice(code):
    told = [(road.title, road.office) for road in roads_for(code)]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_has_articles_with_phrases_and_a_field(code):
    assert articles_for(code)
    assert all(citation.phrase for citation in articles_for(code))
    assert field_of(code) in {row["field"] for row in read_rows("fields.csv")}


def test_there_are_twenty_fields():
    assert len(list(read_rows("fields.csv"))) == 20


def test_every_finer_kind_rolls_up_to_one_first_level_kind():
    for kind in FIRST_LEVEL:
        assert {finer.first for finer in finer_kinds(kind.code)} <= {kind.code}


def test_every_question_has_at_least_two_answers():
    assert all(len(question.options) >= 2 for question in all_questions().values())


def test_every_alert_says_what_to_do_today_and_why():
    every = [alert for row in read_rows("alerts.csv") for alert in alerts_for(row["words"], KINDS, due=True)]
    assert every
    assert all(alert.today and alert.text and alert.cites and alert.level in LEVELS for alert in every)


def test_every_clock_is_readable(calendar, today):
    assert limits_for("", "loan", (), today, calendar) == ()


def test_a_table_row_with_an_unknown_kind_is_named():
    with pytest.raises(ValueError, match="某表：没有这个纠纷类型：nothing"):
        kinds_in("loan nothing", "某表")
    with pytest.raises(KeyError, match="没有这个纠纷类型"):
        kind_of("nothing")


def test_a_citation_that_cannot_be_read_is_named():
    with pytest.raises(ValueError, match="某表：看不懂的法条写法"):
        read_cites("民法典188条", "某表")


def test_every_law_cited_is_in_the_package_or_among_the_imported_rules():
    lost = {
        f"{where}: {citation.law.name}"
        for where, citation in all_citations()
        if in_package(citation) and package_article(citation) is None
    }
    assert lost == set()


def test_every_phrase_stands_in_the_paragraph_it_is_cited_from():
    missing = [
        f"{where}: {citation.key} {citation.phrase}"
        for where, citation in all_citations()
        if in_package(citation)
        and (citation.phrase or "") not in part_of(package_article(citation) or "", citation)
    ]
    assert missing == []


@pytest.mark.reference
def test_every_phrase_of_an_imported_rule_stands_in_its_article():
    if not IMPORTED.is_dir():
        pytest.skip("no imported regulations beside the checkout")
    rules = [(where, c, imported_article(c)) for where, c in all_citations() if c.law in names.IMPORTED_RULES]
    read = [(where, citation, text) for where, citation, text in rules if text is not None]
    assert read
    assert [f"{w}: {c.key} {c.phrase}" for w, c, text in read if (c.phrase or "") not in text] == []

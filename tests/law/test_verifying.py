import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdao.law.calendar import COUNTING_CITATIONS as CALENDAR_CITATIONS
from gongdao.law.citation import Law
from gongdao.law.counting import COUNTING_CITATIONS
from gongdao.law.names import CIVIL_CODE, PEOPLES_MEDIATION_LAW
from gongdao.law.numerals import article_title
from gongdao.law.verifying import plain, verify, verify_lines, verify_row

FALSIFICATIONS = ("law", "article", "paragraph", "phrase")


def problem(book, *args, **kwargs):
    return verify(CIVIL_CODE.article(*args, **kwargs), book).problem


def test_a_citation_that_stands_has_no_problem(book):
    assert problem(book, 675) is None
    assert problem(book, 1062, 2, phrase="有平等的处理权") is None
    assert problem(book, 1062, 1, "一", "工资、奖金、劳务报酬") is None
    assert problem(book, 1062, phrase="有平等的处理权") is None


def test_spaces_and_kinds_of_quotes_make_no_difference(book):
    assert plain("“甲” 乙") == plain('"甲"乙')
    assert problem(book, 1062, 2, phrase="夫妻 对共同财产，有平等的处理权") is None


def test_each_failure_is_named(book):
    nobody = Law("中华人民共和国和睦法", "和睦法")
    assert verify(nobody.article(1), book).problem == "没有这部法：中华人民共和国和睦法"
    assert problem(book, 9999) == "《民法典》没有第九千九百九十九条"
    assert problem(book, 1062, 3) == "第一千零六十二条没有第3款，只有2款"
    assert problem(book, 1062, 1, "九") == "第一千零六十二条第1款没有第（九）项"
    assert problem(book, 1062, 1, phrase="有平等的处理权") == "引文不在所指之处，而在第2款"
    assert problem(book, 1062, 2, phrase="工资、奖金、劳务报酬") == "引文不在所指之处，而在第1款第（一）项"
    assert problem(book, 1062, 1, "二", "工资、奖金") == "引文不在所指之处，而在第1款第（一）项"
    assert problem(book, 1063, phrase="有平等的处理权").startswith("第一千零六十三条没有这句话，")
    assert problem(book, 1062, phrase="子虚乌有") == "第一千零六十二条没有这句话：「子虚乌有」"


def test_a_day_chooses_the_version(book):
    from datetime import date

    citation = CIVIL_CODE.article(675)
    assert verify(citation, book, date(2021, 1, 1)).stands
    assert "没有《中华人民共和国民法典》的有效文本" in verify(citation, book, date(2020, 1, 1)).problem


ROW = {
    "law": CIVIL_CODE.name,
    "article": "第一千零六十二条",
    "article_no": "1062",
    "paragraph": 2,
    "phrase": "平等的处理权",
}


def test_a_row_that_stands_passes(book):
    assert verify_row(ROW, book).stands
    assert verify_row({"law": CIVIL_CODE.name, "article": "第675条"}, book).stands
    assert verify_row({**ROW, "short": "民法典", "item": None}, book).stands


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"law": "中华人民共和国民法"}, "没有这部法"),
        ({"law": "民法典"}, "没有这部法"),
        ({"law": None}, "没有这部法"),
        ({"law": ["x"]}, "没有这部法"),
        ({"short": "刑法"}, "不是同一部法"),
        ({"article": "第一千零六十三条"}, "条号前后不一"),
        ({"article": "某条"}, "看不懂的条号"),
        ({"article": None, "article_no": None}, "没有写条号"),
        ({"paragraph": "二"}, "看不懂的款号"),
        ({"paragraph": 0}, "看不懂的款号"),
        ({"paragraph": 100_000_000}, "看不懂的款号"),
        ({"phrase": 5}, "看不懂的引文"),
        ({"phrase": "长" * 26}, "引文过长"),
        ({"item": "一"}, "没有第（一）项"),
    ],
)
def test_each_bad_row_is_named(book, change, said):
    assert said in verify_row({**ROW, **change}, book).problem


def test_items_are_read_in_every_way(book):
    for item in ("一", "（一）", "(一)", "1", 1):
        assert verify_row({**ROW, "paragraph": 1, "item": item, "phrase": "工资"}, book).stands


def test_lines_that_are_no_rows_are_reported_with_their_number(book):
    checked = verify_lines(["", json.dumps(ROW), "不是", "[1]", "[" * 100_000], book)
    assert [(n, v.stands) for n, v in checked] == [(2, True), (3, False), (4, False), (5, False)]
    assert checked[1][1].problem == "这一行不是 JSON 对象"


values = st.none() | st.integers() | st.text(max_size=6) | st.lists(st.integers(), max_size=2) | st.floats()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(st.sampled_from([*ROW, "item", "short", "source"]), values))
def test_no_row_makes_it_fail(book, changes):
    verify_row({**ROW, **changes}, book)


def falsified(kind, row, book, rng):
    """The row with one field wrong, or None where the change would happen to be right as well."""
    row = dict(row)
    article = book.article(row["law"], row["article_no"])
    if kind == "law":
        at = rng.randrange(len(row["law"]))
        row["law"] = row["law"][:at] + "伪" + row["law"][at + 1 :]
    elif kind == "article":
        number = rng.choice(
            [a.number for a in book.articles(row["law"]) if a.number != row["article_no"]] + ["9999"]
        )
        row["article_no"], row["article"] = number, article_title(number)
        other = book.article(row["law"], number)
        if other and plain(row["phrase"]) in plain(other.text):
            return None
    elif kind == "paragraph":
        row["paragraph"] = rng.choice([n for n in range(1, 8) if n != row["paragraph"]])
        other = article.paragraph(row["paragraph"])
        if other and plain(row["phrase"]) in plain(other.whole):
            return None
    else:
        at = rng.randrange(len(row["phrase"]))
        row["phrase"] = row["phrase"][:at] + "龘" + row["phrase"][at + 1 :]
    return row


def falsified_rows(rows, book, of_each, seed=20261123):
    rng = random.Random(seed)
    for kind in FALSIFICATIONS:
        made = 0
        while made < of_each:
            row = falsified(kind, rng.choice(rows), book, rng)
            if row is not None:
                made += 1
                yield kind, row


def test_falsified_citations_of_our_own_are_all_caught(book):
    ours = [c for c in (*CALENDAR_CITATIONS, *COUNTING_CITATIONS) if book.law_with_full_name(c.law.name)]
    ours.append(PEOPLES_MEDIATION_LAW.article(33, 1, phrase="自调解协议生效之日起三十日内共同"))
    rows = [
        {"law": c.law.name, "article_no": c.article, "paragraph": c.paragraph, "phrase": c.phrase}
        for c in ours
    ]
    assert [verify_row(row, book).problem for row in rows] == [None] * len(rows)
    missed = [(kind, row) for kind, row in falsified_rows(rows, book, 15) if verify_row(row, book).stands]
    assert missed == []


@pytest.mark.reference
def test_every_reference_citation_from_the_installed_laws_passes_without_an_import(book, reference_rows):
    lines = [line for line in reference_rows if json.loads(line)["source"].startswith("db:")]
    assert len(lines) > 800
    assert [v for _, v in verify_lines(lines, book) if not v.stands] == []


@pytest.mark.reference
def test_every_reference_citation_passes_after_an_import(full_book, reference_rows):
    checked = verify_lines(reference_rows, full_book)
    assert len(checked) == len(reference_rows)
    assert [v for _, v in checked if not v.stands] == []


@pytest.mark.reference
def test_sixty_falsified_reference_citations_are_all_caught(full_book, reference_rows):
    rows = [json.loads(line) for line in reference_rows]
    made = list(falsified_rows(rows, full_book, 15))
    assert len(made) == 60
    assert [(kind, row) for kind, row in made if verify_row(row, full_book).stands] == []

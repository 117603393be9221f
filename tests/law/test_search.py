from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdao.law.book import IN_FORCE
from gongdao.law.search import search

TODAY = date(2026, 11, 23)


def found(query, book, on=TODAY, limit=10):
    return [(hit.article.law.short, hit.article.number) for hit in search(query, book, on, limit)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("拖欠工资", ("劳动法", "50")),
        ("高空抛物", ("民法典", "1254")),
        ("借钱不还", ("民法典", "675")),
        ("楼上漏水", ("民法典", "296")),
        ("调解协议司法确认", ("人民调解法", "33")),
        ("人身安全保护令", ("反家庭暴力法", "23")),
        ("离婚孩子抚养", ("民法典", "1084")),
        ("法律援助经济困难", ("法律援助法", "41")),
        ("老板不给钱，干了三个月", ("劳动法", "50")),
        ("朋友借了我五万块一直不还", ("民法典", "675")),
        ("被狗咬了谁来赔", ("民法典", "1245")),
        ("孩子在学校被同学打伤了", ("民法典", "1201")),
    ],
)
def test_lay_words_lead_to_the_article(book, query, expected):
    assert expected in found(query, book)


@pytest.mark.parametrize(
    ("query", "law", "first", "last"),
    [
        ("房东不退押金", "民法典", 703, 734),
        ("老公打我怎么办", "反家庭暴力法", 1, 38),
        ("楼上天天半夜跳舞吵得睡不着", "民法典", 288, 296),
        ("网上买到假货", "电子商务法", 9, 59),
        ("公司不给交社保", "社会保险法", 57, 86),
    ],
)
def test_lay_words_lead_to_the_chapter(book, query, law, first, last):
    assert any(
        short == law and first <= int(number) <= last
        for short, number in found(query, book)
        if number.isdigit()
    )


def test_questions_are_searched_by_their_telling_words(book):
    assert ("劳动法", "50") in found("请问老板拖欠工资怎么办？", book, limit=20)


def test_only_versions_in_force_on_the_day_are_found(book):
    for day in (date(2026, 11, 23), date(2027, 1, 1), date(2015, 5, 1)):
        hits = search("农业 农民 农村", book, day, 50)
        assert hits
        assert all(hit.article.version.status_on(day) == IN_FORCE for hit in hits)
    published = {day: {h.article.version.published for h in search("农业法 农民", book, day, 50) if h.article.law.short == "农业法"} for day in (date(2026, 11, 23), date(2027, 1, 1))}  # fmt: skip
    assert published == {date(2026, 11, 23): {date(2012, 12, 28)}, date(2027, 1, 1): {date(2026, 8, 28)}}


def test_without_a_day_the_newest_versions_are_searched(book):
    hits = search("农业法 农民", book, None, 50)
    assert hits
    assert all(hit.article.version.until is None for hit in hits)


def test_the_snippet_marks_the_words_and_is_short(book):
    hits = search("拖欠工资", book, TODAY)
    assert hits[0].spans
    for hit in hits:
        assert len(hit.snippet) <= 92
        marked = {hit.snippet[a:b] for a, b in hit.spans}
        assert marked <= {"拖欠", "工资", *(written for _, written in hit.why.bridges)}


def test_each_hit_says_why_with_words_that_stand_in_the_article(book):
    for question in ("老板拖欠工资", "邻居家漏水把我家天花板泡了", "老公打我怎么办"):
        for hit in search(question, book, TODAY, 10):
            held = hit.article.law.name + hit.article.text
            assert str(hit.why)
            assert all(word in held and word in question for word in hit.why.words)
            assert all(said in question and written in held for said, written in hit.why.bridges)


def test_a_bridge_from_lay_words_is_told(book):
    whys = [str(hit.why) for hit in search("老板不给钱", book, TODAY, 10)]
    assert any("您说的“老板不给钱”，法律写作“" in why for why in whys)


def test_better_hits_come_first(book):
    scores = [hit.score for hit in search("拖欠工资", book, TODAY)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0


@pytest.mark.parametrize(
    "query",
    ["", " ", "。，！？", '"', '" OR 1', "NEAR(", "工资*", "col:x", "-工资", "^", "的了吗", "\0", "😀", "a" * 9, "AND OR NOT", "'; DROP TABLE articles"],
)  # fmt: skip
def test_bad_queries_find_nothing_or_something_but_never_fail(book, query):
    assert isinstance(search(query, book, TODAY), list)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60))
def test_no_query_makes_it_fail(book, query):
    search(query, book, TODAY)


def test_no_hits_are_asked_for_none_are_given(book):
    assert search("工资", book, TODAY, 0) == []


def test_of_a_huge_query_the_beginning_counts(book):
    huge = "拖欠工资，" * 100_000
    assert found(huge, book) == found(huge[:200], book)

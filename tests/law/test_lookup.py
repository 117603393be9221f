import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdao.law.lookup import find_citations, resolve


def keys(text, book, default=None):
    return [found.citation.key for found in find_citations(text, book, default)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民法典675", ["民法典:675"]),
        ("民法典 675", ["民法典:675"]),
        ("民法典675条", ["民法典:675"]),
        ("民法典§675", ["民法典:675"]),
        ("民法典第675条", ["民法典:675"]),
        ("民法典 第 675 条", ["民法典:675"]),
        ("《民法典》第六百七十五条", ["民法典:675"]),
        ("《中华人民共和国民法典》第六百七十五条", ["民法典:675"]),
        ("民法典六百七十五条", ["民法典:675"]),
        ("民法典的第675条", ["民法典:675"]),
        ("《中华人民共和国民法典》（2020年5月28日通过）第六百七十五条", ["民法典:675"]),
        ("中华人民共和国刑法第一百三十三条之一", ["刑法:133-1"]),
        ("刑法133条之一第1款第2项", ["刑法:133-1:1:二"]),
        ("刑法第133-1条", ["刑法:133-1"]),
        ("人民调解法第三条第一款第（三）项", ["人民调解法:3:1:三"]),
        ("人民调解法第三条第(三)项", ["人民调解法:3:1:三"]),
        ("民法典第一千零六十二条第三项", ["民法典:1062:1:三"]),
        ("民法典第1062、1063条", ["民法典:1062", "民法典:1063"]),
        ("民法典第1062条和第1063条", ["民法典:1062", "民法典:1063"]),
        ("民法典第1062条至第1064条", ["民法典:1062", "民法典:1063", "民法典:1064"]),
        ("民法典第1062条到1064条", ["民法典:1062", "民法典:1063", "民法典:1064"]),
        ("民法典第1062-1064条", ["民法典:1062", "民法典:1063", "民法典:1064"]),
        ("民诉法205、206", ["民事诉讼法:205", "民事诉讼法:206"]),
        ("民诉法第205条第一、二款", ["民事诉讼法:205:1", "民事诉讼法:205:2"]),
        ("民法典第585条第一款、第二款", ["民法典:585:1", "民法典:585:2"]),
        ("人民调解法第23条第（一）、（二）项", ["人民调解法:23:1:一", "人民调解法:23:1:二"]),
        ("民法典第1062条第1款第1项、第2项", ["民法典:1062:1:一", "民法典:1062:1:二"]),
        ("民法典第10条、第12条和行政处罚法第二十条", ["民法典:10", "民法典:12", "行政处罚法:20"]),
        ("反家暴法23条；消法第55条", ["反家庭暴力法:23", "消费者权益保护法:55"]),
    ],
)
def test_citations_are_found_in_every_way_people_write_them(book, text, expected):
    assert keys(text, book) == expected


def test_an_article_without_a_law_belongs_to_the_law_named_last(book):
    text = "依照民法典的规定处理。该法第1254条第二款另有要求；行政处罚法第三条、本法第四条。"
    assert keys(text, book) == ["民法典:1254:2", "行政处罚法:3", "行政处罚法:4"]


def test_an_article_without_any_law_needs_a_default(book):
    assert keys("第1254条第二款", book) == []
    assert keys("第1254条第二款", book, book.law("民法典")) == ["民法典:1254:2"]


@pytest.mark.parametrize(
    "text",
    [
        "民法典2020年通过",
        "民法典100分",
        "民法典第二编第三章",
        "民法典编纂",
        "《某某办法》第三条",
        "北京市物业管理条例第12条",
        "民法典实施条例第3条",
        "婚姻登记法第三十二条",
        "工资2000元",
        "双方合同第三条",
        "",
    ],
)
def test_what_is_no_citation_of_a_law_in_the_book_is_not_taken_for_one(book, text):
    assert keys(text, book) == []


def test_a_law_unknown_to_the_book_takes_its_articles_with_it(book):
    assert keys("民法典第1条，《某某办法》第三条、第四条", book) == ["民法典:1"]
    assert keys("民法典第1条，双方合同第三条", book) == ["民法典:1"]


def test_found_says_where_in_the_text(book):
    text = "请看《民法典》第六百七十五条，以及第676条。"
    assert [text[f.start : f.end] for f in find_citations(text, book)] == [
        "《民法典》第六百七十五条",
        "第676条",
    ]


def test_the_articles_of_a_range_share_one_place(book):
    text = "民法典第1062条至第1064条"
    assert {(f.start, f.end) for f in find_citations(text, book)} == {(0, len(text))}


def test_resolve_keeps_only_what_stands_in_the_book_and_each_once(book):
    assert [c.key for c in resolve("民法典675、民法典9999条、民法典第675条", book)] == ["民法典:675"]


@pytest.mark.reference
def test_the_interpretation_is_not_taken_for_its_law(full_book):
    full = "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释"
    for name in (full, f"《{full}》", "民诉解释", "民诉法解释"):
        assert keys(f"{name}第六十一条", full_book) == ["民诉解释:61"]


PIECES = ["民法典", "《", "》", "第", "条", "款", "项", "之一", "至", "、", "-", "（", "）", "一百", "12", "9" * 9, "本法", "\n", "中华人民共和国", "最高人民法院", "😀", " "]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join))
def test_no_text_makes_it_fail_and_places_are_in_the_text(book, text):
    last = 0
    for found in find_citations(text, book):
        assert last <= found.start < found.end <= len(text)
        last = found.start
        assert found.citation.article
    resolve(text, book)


@pytest.mark.parametrize(
    "piece",
    [
        "民法典第1条、",
        "第一、",
        "第1条",
        "《",
        "最高人民法院",
        "1、",
        "民法典第",
        "（",
        "第1-",
        "民法典1、",
        "第一款",
    ],
)
def test_twenty_thousand_characters_take_well_under_a_second(book, piece):
    find_citations("民法典1", book)
    started = time.perf_counter()
    find_citations(piece * (20_000 // len(piece)), book)
    assert time.perf_counter() - started < 1

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdao.law.numerals import LARGEST, article_number, article_title, sort_key, to_chinese, to_int


@given(st.integers(0, LARGEST))
def test_every_number_reads_back_as_it_was_written(number):
    assert to_int(to_chinese(number)) == number


@given(st.integers(1, 9999), st.integers(0, 99))
def test_every_article_title_reads_back_as_its_number(main, sub):
    number = f"{main}-{sub}" if sub else str(main)
    assert article_number(article_title(number)) == number


@given(st.text(alphabet="零〇一二三四五六七八九十百千万两之第条 0123456789０１-x", max_size=14))
def test_no_string_makes_numerals_fail(text):
    assert to_int(text) is None or to_int(text) >= 0
    article_number(text)
    article_title(text)
    sort_key(text)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("十", 10),
        ("一十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百三十三", 133),
        ("一千二百六十", 1260),
        ("一千零二", 1002),
        ("两千", 2000),
        ("一万零一", 10001),
        ("十万", 100000),
        ("二〇二五", 2025),
        ("１２", 12),
        ("0675", 675),
    ],
)
def test_numbers_are_read_as_people_write_them(written, number):
    assert to_int(written) == number


@pytest.mark.parametrize(
    "written", ["", "条", "百", "一二百", "一百二百", "十千", "-3", "1.5", "9" * 30, "万"]
)
def test_what_is_no_number_is_none(written):
    assert to_int(written) is None


def test_statute_style_is_written():
    assert [to_chinese(n) for n in (0, 10, 15, 110, 101, 1260, 1005, 10010)] == [
        "零",
        "十",
        "十五",
        "一百一十",
        "一百零一",
        "一千二百六十",
        "一千零五",
        "一万零一十",
    ]


def test_an_inserted_article_has_a_number_of_its_own_and_stands_after_its_neighbour():
    assert article_number("第一百三十三条之一") == "133-1"
    assert article_number("第133条之一") == "133-1"
    assert article_title("133-1") == "第一百三十三条之一"
    assert sorted(["134", "133-2", "133", "133-10"], key=sort_key) == ["133", "133-2", "133-10", "134"]


def test_other_titles_stay_as_they_are():
    assert article_number("全文") is None
    assert article_title("全文") == "全文"

"""Dates and sums as people say them."""

from datetime import date

import pytest

from gongdao.triage.amounts import find_amounts
from gongdao.triage.dates import find_dates
from gongdao.triage.numerals import read_number


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("去年五月", (2025, 5, 1), (2025, 5, 31)),
        ("2024年3月", (2024, 3, 1), (2024, 3, 31)),
        ("2024年3月5号", (2024, 3, 5), (2024, 3, 5)),
        ("2024-03-05", (2024, 3, 5), (2024, 3, 5)),
        ("24年3月份", (2024, 3, 1), (2024, 3, 31)),
        ("二〇二四年三月", (2024, 3, 1), (2024, 3, 31)),
        ("昨天", (2026, 3, 15), (2026, 3, 15)),
        ("前天", (2026, 3, 14), (2026, 3, 14)),
        ("上个月15号", (2026, 2, 15), (2026, 2, 15)),
        ("上周三", (2026, 3, 11), (2026, 3, 11)),
        ("十天前", (2026, 3, 6), (2026, 3, 6)),
        ("去年年底", (2025, 11, 1), (2025, 12, 31)),
        ("前年", (2024, 1, 1), (2024, 12, 31)),
        ("5月3号", (2025, 5, 3), (2025, 5, 3)),
        ("2019年", (2019, 1, 1), (2019, 12, 31)),
    ],
)
def test_a_date_is_the_span_of_days_it_can_mean(said, first, last, today):
    (mention,) = find_dates(f"他{said}借的", today)
    assert (mention.text, mention.first, mention.last) == (said, date(*first), date(*last))


@pytest.mark.parametrize(
    ("said", "about"), [("三个月前", 90), ("三年前", 3 * 365), ("半年前", 182), ("两个月之前", 60)]
)
def test_a_count_of_months_or_years_is_about_so_long_ago(said, about, today):
    (mention,) = find_dates(said, today)
    assert (today - mention.last).days <= about <= (today - mention.first).days


@pytest.mark.parametrize(
    "said",
    [
        "拖欠三个月工资",
        "2月31日",
        "9999年9月",
        "18岁",
        "一天到晚",
        "13800000000",
        "三月工资没发",
        "工作22年",
        "耕种了23年",
    ],
)
def test_what_is_no_date_is_left_alone(said, today):
    assert find_dates(said, today) == ()


def test_the_span_of_a_date_points_into_the_text(today):
    text = "去年五月借的，说好今年一月还"
    assert [text[m.start : m.end] for m in find_dates(text, today)] == ["去年五月", "今年一月"]


@pytest.mark.parametrize(
    ("said", "yuan", "about"),
    [
        ("三万块", 30_000, False),
        ("2万多", 20_000, True),
        ("5000元", 5_000, False),
        ("一万二", 12_000, False),
        ("两千五百块钱", 2_500, False),
        ("1.5万", 15_000, False),
        ("80w", 800_000, False),
        ("几千块", 3_000, True),
        ("十几万", 130_000, True),
        ("三万五千块", 35_000, False),
    ],
)
def test_a_sum_of_money_is_read_as_people_say_it(said, yuan, about):
    (amount,) = find_amounts(f"欠我{said}")
    assert (amount.text, amount.yuan, amount.about) == (said, yuan, about)


@pytest.mark.parametrize("said", ["千万别", "三千斤", "万一", "3万人", "十几个人", "块头大", "二十亩"])
def test_what_is_no_money_is_left_alone(said):
    assert find_amounts(said) == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [("十二", 12), ("一百零五", 105), ("两千五", 2500), ("二〇二四", 2024), ("3万5", 35000), ("十", 10)],
)
def test_numbers_are_read_in_either_writing(written, value):
    assert read_number(written) == value


def test_a_word_is_no_number():
    assert read_number("钱") is None


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("从22年干到现在", "22年"),
        ("2012年9月一直拖", "2012年9月"),
        ("三月五号借的", "三月五号"),
        ("二〇一九年底", "二〇一九年底"),
    ],
)
def test_a_date_ends_where_it_ends(said, text, today):
    assert [mention.text for mention in find_dates(said, today)] == [text]


@pytest.mark.parametrize(
    ("said", "text", "first", "last"),
    [
        ("2024年春节前借的", "2024年春节前", (2024, 1, 11), (2024, 2, 9)),
        ("去年国庆他打了我", "去年国庆", (2025, 10, 1), (2025, 10, 8)),
        ("中秋节后就没来", "中秋节后", (2025, 10, 7), (2025, 11, 5)),
        ("干到上个月底", "上个月底", (2026, 2, 21), (2026, 2, 28)),
        ("上周五收到的", "上周五", (2026, 3, 13), (2026, 3, 13)),
        ("前年五一那天", "前年五一", (2024, 5, 1), (2024, 5, 5)),
        ("去年3月份开始", "去年3月份", (2025, 3, 1), (2025, 3, 31)),
        ("干到年底", "年底", (2025, 11, 1), (2025, 12, 31)),
        ("今年正月里", "今年正月", (2026, 2, 15), (2026, 3, 17)),
    ],
)
def test_festivals_and_parts_of_months_are_dates(said, text, first, last, today):
    (mention,) = find_dates(said, today)
    assert (mention.text, mention.first, mention.last) == (text, date(*first), date(*last))


@pytest.mark.parametrize(
    "said", ["我们十一个人", "快过年了", "五一劳动奖章他也有", "国庆是我邻居的名字吗", "大年纪的人"]
)
def test_what_only_sounds_like_a_festival_is_no_certain_date(said, today):
    assert all(mention.first <= mention.last <= today for mention in find_dates(said, today))

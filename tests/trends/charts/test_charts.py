"""Charts are well-formed, keep to the content policy, can be read without colour and tell their numbers as a table."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdao.trends.charts.drawing import Chart
from gongdao.trends.charts.intervals import rate_intervals
from gongdao.trends.charts.mapping import Place, area_map
from gongdao.trends.charts.multiples import Small, small_multiples
from gongdao.trends.charts.rates import Against, rate
from gongdao.trends.charts.scales import ticks
from gongdao.trends.charts.series import Week, week_series

CITY = json.loads(
    (Path(__file__).parents[3] / "gongdao/site/demo/minghe.geojson").read_text(encoding="utf-8")
)["features"]
MONDAY = date(2026, 1, 5)


def a_map(name: str = "桥头街道") -> Chart:
    rates = [
        rate(name, 40, 10_000),
        rate("乙镇", None, 10_000),
        rate("丙镇", 2, 10_000),
        rate("丁镇", 9, 10_000),
    ]
    places = [
        Place(one.name, [shape["geometry"]["coordinates"]], one.against(10.0), "1.0", number == 0)
        for number, (one, shape) in enumerate(zip(rates, CITY, strict=False))
    ]
    return area_map(name, "每万人件数", places)


def a_series(name: str = "每周件数") -> Chart:
    weeks = [
        Week(MONDAY + timedelta(weeks=n), n if n < 9 else None, 3.0, 1.0, 6.0, n == 8) for n in range(12)
    ]
    return week_series(name, "说明", weeks)


def all_charts(name: str) -> list[Chart]:
    rates = [rate(name, 40, 10_000), rate("乙镇", None, 10_000)]
    small = [Small(name, (3, 0, None), ("3", "0", "数太小")), Small("无", (None,) * 3, ("数太小",) * 3)]
    return [a_map(name), a_series(name), rate_intervals(name, "说明", rates, 12.0), small_multiples(name, "说明", ["1月", "2月", "3月"], small)]  # fmt: skip


@pytest.mark.parametrize("chart", all_charts("<b>\"&'桥头"), ids=["map", "series", "intervals", "multiples"])
def test_a_chart_is_a_picture_with_a_name_and_without_style_or_script(chart: Chart) -> None:
    root = ElementTree.fromstring(chart.svg)
    assert root.get("role") == "img"
    assert "<b>" in (root.get("aria-label") or "")
    assert not re.search(r"<(script|style|b)\b|style=|\son\w+=", chart.svg)


@pytest.mark.parametrize("chart", all_charts("桥头"), ids=["map", "series", "intervals", "multiples"])
def test_every_row_of_the_table_has_every_column(chart: Chart) -> None:
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.head)}


def test_the_map_tells_its_classes_apart_by_pattern_and_a_warning_by_a_thick_edge() -> None:
    svg = a_map().svg
    assert set(re.findall(r'fill="url\(#([\w-]+)\)"', svg)) == {"map-hatch", "map-dots"}
    assert 'stroke-width="3.2"' in svg
    assert "▲桥头街道" in svg


def test_a_number_that_may_not_be_told_is_in_neither_picture_nor_table() -> None:
    chart = rate_intervals("比较", "说明", [rate("乙镇", None, 10_000), rate("丙镇", 30, 10_000)], 20.0)
    row = next(row for row in chart.rows if row[0] == "乙镇")
    assert row[1] == "数太小"
    assert not row[3]
    assert chart.svg.count("<circle") == 1


def test_areas_stand_in_the_order_given_and_not_by_rate() -> None:
    rates = [rate("甲", 5, 10_000), rate("乙", 50, 10_000), rate("丙", 1, 10_000)]
    assert [row[0] for row in rate_intervals("比较", "说明", rates, 5.0).rows] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.69), (1, 0.03, 5.57), (10, 4.80, 18.39), (100, 81.36, 121.63)])  # fmt: skip
def test_the_interval_of_a_rate_is_the_exact_one_to_two_percent(count: int, low: float, high: float) -> None:
    found = rate("甲", count, 10_000)
    assert found.low == pytest.approx(low, abs=0.03)
    assert found.high == pytest.approx(high, rel=0.02)


def test_more_scatter_widens_the_interval_and_few_cases_never_look_different() -> None:
    assert rate("甲", 30, 10_000, scatter=2.5).high > rate("甲", 30, 10_000).high
    assert rate("甲", 1, 10_000).against(4.0) is Against.SAME
    assert rate("甲", 40, 10_000).against(4.0) is Against.HIGHER


@given(st.floats(0.001, 1e6))
def test_ticks_reach_the_top_in_round_steps(high: float) -> None:
    found = ticks(high)
    assert found[0] == 0
    assert found[-1] >= high * 0.999
    assert 2 <= len(found) <= 7


def test_an_area_of_a_hundred_is_numbered() -> None:
    ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)]
    places = [Place(f"镇{n}", [[[(x + n, y) for x, y in ring]]], Against.SAME, "1.0") for n in range(100)]
    chart = area_map("图", "说明", places)
    assert "镇7" not in re.sub(r"<title>.*?</title>", "", chart.svg)
    assert chart.rows[7][:2] == ("8", "镇7")


def test_a_series_of_one_week_and_one_of_nothing_can_be_drawn() -> None:
    ElementTree.fromstring(week_series("图", "说明", [Week(MONDAY, 0)]).svg)
    ElementTree.fromstring(week_series("图", "说明", [Week(MONDAY, None)]).svg)

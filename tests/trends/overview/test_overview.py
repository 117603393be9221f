"""What a chief sees, and what those who may not open the matters do not see."""

from datetime import date, timedelta

import pytest

from gongdao.people.models import Area
from gongdao.trends.overview.numbers import lake_fingerprint, open_days, series, weekly
from gongdao.trends.overview.pictures import (
    areas_side_by_side,
    comparison,
    kinds_side_by_side,
    map_of_rates,
    year_of,
)
from gongdao.trends.overview.reach import reach_of, whole_city
from gongdao.trends.overview.totals import hidden_of_year, totals, year_before
from tests.matters.playing import play_steps
from tests.trends.town import TOWNS, build_towns, town_lake, two_years
from tests.world import World

TODAY = date(2025, 11, 26)  # a Wednesday


@pytest.fixture
def county(world: World, settings, tmp_path) -> World:  # type: ignore[no-untyped-def]
    build_towns(world)
    settings.GONGDAO_LAKE = tmp_path / "lake"
    town_lake(tmp_path / "lake", TODAY)
    return world


def reach(world: World, who: str = "bureau_chief"):  # type: ignore[no-untyped-def]
    found = reach_of(world.people[who], TODAY)
    assert found is not None
    return found


def test_every_registered_town_is_counted_up_to_the_last_whole_week(county: World) -> None:
    found = weekly("township", TODAY)
    assert list(found.areas) == sorted(TOWNS)
    assert found.weeks[-1] == date(2025, 11, 17)
    until = date(2025, 11, 24)
    for code in TOWNS:
        inside = [life for life in two_years(TODAY) if life.township == code and life.accepted < until]
        assert series([Area.objects.get(code=code)], None, TODAY).counts.sum() == len(inside)


def test_another_state_of_the_lake_gives_other_numbers(county: World, settings) -> None:  # type: ignore[no-untyped-def]
    before, fingerprint = weekly("county", TODAY).counts.sum(), lake_fingerprint()
    town_lake(settings.GONGDAO_LAKE, TODAY, count=100)
    assert lake_fingerprint() != fingerprint
    assert weekly("county", TODAY).counts.sum() < before


def test_a_week_with_a_long_holiday_has_fewer_open_days(county: World) -> None:
    days = dict(zip(weekly("county", TODAY).weeks, open_days(weekly("county", TODAY).weeks), strict=False))
    assert days[date(2025, 9, 29)] <= 3
    assert days[date(2025, 11, 3)] == 5


def test_a_chief_sees_the_county_and_a_station_the_towns_around_it(county: World) -> None:
    chief, station = reach(county), reach(county, "station_officer")
    assert (chief.home.name, chief.around.name, len(chief.parts)) == ("示例县", "示例县", 4)
    assert (station.home.name, station.around.name, len(station.parts)) == ("示例镇", "示例县", 4)
    assert whole_city(station.home).level == "city"
    assert reach_of(county.people["committee_head"], TODAY) is None


def test_all_pictures_can_be_drawn(county: World) -> None:
    seen = reach(county)
    drawn = map_of_rates(seen, None, {"990101101"})
    assert drawn is not None
    assert "▲东镇" in drawn.svg
    found = comparison(seen, "property_management")
    assert found is not None
    assert {row[0]: row[5] for row in found[0].rows}["东镇"] == "明显高于全市"
    assert len(year_of([seen.home], "property_management", seen).rows) == 52
    assert len(kinds_side_by_side(seen.home, seen).rows) >= 15
    assert [row[0] for row in areas_side_by_side(None, seen).rows] == [name for name, _ in TOWNS.values()]


def test_without_boundaries_or_population_there_is_no_map_but_no_error(county: World) -> None:
    Area.objects.filter(code="990101103").update(population=None)
    assert map_of_rates(reach(county), None, ()) is None
    Area.objects.update(population=None)
    assert comparison(reach(county), None) is None


# -- small numbers --------------------------------------------------------------------------------------------------


def test_who_may_open_every_matter_sees_exact_numbers_up_to_last_week(county: World) -> None:
    seen = reach(county)
    assert seen.sees_all(seen.around, None)
    found = totals(seen, seen.parts, whole_city(seen.around), "tourism")
    assert None not in found.cases.values()
    assert found.until == date(2025, 11, 24)


def test_who_may_not_sees_a_fixed_year_with_small_numbers_hidden(county: World) -> None:
    taker = play_steps(county, ("2025-03-03", "申请人", "申请调解"))
    assert taker.matter
    type(taker.matter).objects.update(area=Area.objects.get(code="990101101"), office=county.bureau)
    seen = reach(county, "station_officer")
    assert not seen.sees_all(seen.around, "neighbour")
    assert seen.sees_all(seen.around, "tourism")
    found = totals(seen, seen.parts, whole_city(seen.around), "neighbour")
    assert found.until < date(2025, 11, 24)
    shown = [number for number in found.cases.values() if number is not None]
    assert shown
    assert all(number == 0 or number >= 5 for number in shown)


def test_the_fixed_year_moves_once_in_thirteen_weeks() -> None:
    days = [TODAY + timedelta(weeks=week) for week in range(52)]
    assert len({year_before(day, exact=False) for day in days}) in (4, 5)
    assert all(before[1] <= day for day in days for before in [year_before(day, exact=False)])


def test_a_single_hidden_town_is_never_alone_beside_a_shown_total(county: World) -> None:
    hidden = hidden_of_year("township", TODAY)
    kinds = {kind for _, kind in hidden if kind}
    assert kinds
    for kind in kinds:
        towns = [code for code, one in hidden if one == kind and code in TOWNS]
        total_hidden = {("990101", kind), ("990100", kind)} <= hidden
        assert len(towns) != 1 or total_hidden or any(code in TOWNS for code, one in hidden if one != kind)

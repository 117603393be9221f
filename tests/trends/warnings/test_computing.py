"""Warnings out of the lake: what rose last week is found, named, told once; nothing is told that should not be."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.utils import timezone

from gongdao.site.cli import main
from gongdao.trends.maps.models import Boundary
from gongdao.trends.warnings.actions import judge, open_warnings
from gongdao.trends.warnings.asked import Verdict
from gongdao.trends.warnings.computing import compute
from gongdao.trends.warnings.models import AreaWarning
from tests.trends.synthetic import Life, lake_of
from tests.trends.town import RISING, build_towns, town_lake, two_years
from tests.world import World, now_on

TODAY = date(2025, 6, 3)  # a Tuesday


@pytest.fixture
def county(world: World, settings, tmp_path: Path) -> World:  # type: ignore[no-untyped-def]
    build_towns(world)
    settings.GONGDAO_LAKE = tmp_path / "lake"
    town_lake(settings.GONGDAO_LAKE, TODAY)
    return world


def test_a_rise_is_found_with_its_place_kind_numbers_and_recipe(county: World) -> None:
    (alarm,) = compute(TODAY).alarms  # and not once more for its county
    assert alarm.level == "township"
    assert (alarm.kind, alarm.week, alarm.ends) == (
        "property_management",
        date(2025, 5, 26),
        date(2025, 6, 1),
    )
    assert RISING in {place.area for place in alarm.places}
    assert alarm.observed >= 12
    assert alarm.expected < 4
    assert alarm.once_in > 1
    assert alarm.observed == sum(place.observed for place in alarm.places)
    assert set(alarm.recipe) == {"level", "seed", "replicates", "promise", "lake"}


def test_run_every_night_it_tells_a_rise_once_and_notes_it_again_next_week(county: World) -> None:
    (first,) = open_warnings(compute(TODAY).alarms, at=now_on("2025-06-03"))
    assert open_warnings(compute(TODAY + timedelta(days=1)).alarms, at=now_on("2025-06-04")) == []
    assert compute(TODAY).alarms == compute(TODAY).alarms
    assert open_warnings(compute(TODAY + timedelta(weeks=1)).alarms, at=now_on("2025-06-10")) == []
    assert first.sightings.count() == 1


def test_an_ordinary_past_gives_no_warning(county: World, settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.GONGDAO_LAKE = tmp_path / "quiet"
    quiet = [
        life for life in two_years(TODAY) if life.township != RISING or life.kind != "property_management"
    ]
    lake_of(settings.GONGDAO_LAKE, quiet)
    assert compute(TODAY).alarms == []


def test_fewer_matters_than_are_ever_shown_are_no_warning(county: World, settings) -> None:  # type: ignore[no-untyped-def]
    settings.GONGDAO_SUPPRESS_BELOW = 100
    assert compute(TODAY).alarms == []


def test_a_rise_that_was_judged_real_does_not_become_the_rule(
    county: World, settings, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    (warning,) = open_warnings(compute(TODAY).alarms, at=now_on("2025-06-03"))
    later = TODAY + timedelta(weeks=14)
    lives = [*two_years(TODAY), *(Life("TWH", later - timedelta(days=3 + n), "property_management", form=None, township=RISING) for n in range(12))]  # fmt: skip
    settings.GONGDAO_LAKE = tmp_path / "later"
    lake_of(settings.GONGDAO_LAKE, lives)
    before = next(one for one in compute(later).alarms if one.level == "township")
    judge(warning, by=county.people["bureau_chief"], at=now_on("2025-06-20"), verdict=Verdict.RIGHT, note="确有其事。", key="k1")  # fmt: skip
    after = next(one for one in compute(later).alarms if one.level == "township")
    assert after.expected < before.expected


def test_an_area_that_nobody_put_on_the_map_is_named_and_still_counts_in_its_county(county: World) -> None:
    Boundary.objects.filter(area__code=RISING).delete()
    found = compute(TODAY)
    assert found.without_boundary == ["东镇"]
    assert {one.level for one in found.alarms} == {"county"}


def test_without_any_map_nothing_is_compared_and_all_are_named(county: World) -> None:
    Boundary.objects.all().delete()
    found = compute(TODAY)
    assert found.alarms == []
    assert set(found.without_boundary) == {"示例镇", "东镇", "南镇", "小镇", "示例县"}


def run(*more: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["trends", "watch", *more])
    return result.exit_code, result.output


def test_the_command_says_what_is_new_and_says_it_once(
    county: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now_on("2025-06-03"))
    code, said = run()
    assert code == 0
    assert "新预警：" in said
    assert "东镇" in said
    assert "没有界线" not in said  # the county lies where its towns lie
    assert "没有新的预警" in run()[1]
    assert AreaWarning.objects.count() == 1


def test_the_command_says_what_is_missing(county: World, settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("--promise", "0") == (1, "Error: --promise要填1到52之间的整数，不能是“0”。\n")
    settings.GONGDAO_LAKE = tmp_path / "none"
    code, said = run()
    assert code == 0
    assert "乡镇（街道）一级的记录不到34周" in said
    settings.GONGDAO_LAKE.mkdir()
    (settings.GONGDAO_LAKE / "manifest.json").write_text("{}")
    code, said = run()
    assert code == 1
    assert "--all 重新导出" in said

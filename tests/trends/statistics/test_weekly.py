"""Weekly counts: whole weeks, every area and kind, under the kind last known."""

from datetime import date
from pathlib import Path

import pytest

from gongdao.trends.lake.exporting import export
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.statistics import weekly_counts
from tests.matters.playing import play_steps
from tests.world import World

MONDAYS = (date(2025, 3, 3), date(2025, 3, 10), date(2025, 3, 17))


@pytest.fixture
def lake(world: World, tmp_path: Path):  # type: ignore[no-untyped-def]
    for day in ("2025-03-03", "2025-03-09", "2025-03-10", "2025-03-24"):
        play_steps(world, (day, "申请人", "申请调解"))
    taker = play_steps(world, ("2025-03-18", "申请人", "申请调解"))
    play_steps(
        world,
        ("2025-04-18", "调委会", "更正纠纷种类"),
        facts={"更正纠纷种类": {"kind": "contract"}},
        taker=taker,
    )
    export(tmp_path)
    return open_lake(tmp_path)


def test_counts_stand_in_their_week_area_and_kind(lake) -> None:  # type: ignore[no-untyped-def]
    found = weekly_counts(lake, level="township", until=date(2025, 3, 25))
    assert (found.areas, found.weeks) == (("990101100",), MONDAYS)
    assert len(found.kinds) == 18
    assert found.counts.sum() == 4  # the last one lies in a week that is not over
    assert found.counts[0, found.kinds.index("neighbour")].tolist() == [2, 1, 0]
    assert found.counts[0, found.kinds.index("contract")].tolist() == [0, 0, 1]
    assert (found.unplaced, found.elsewhere) == (0, 0)


def test_areas_and_kinds_asked_for_are_there_even_if_nothing_happened(lake) -> None:  # type: ignore[no-untyped-def]
    found = weekly_counts(
        lake,
        level="county",
        kinds=["pollution", "neighbour"],
        areas=["990199", "990101"],
        until=date(2025, 3, 17),
    )
    assert found.counts.tolist() == [[[0, 0], [0, 0]], [[0, 0], [2, 1]]]


def test_what_has_no_place_at_a_level_or_lies_elsewhere_is_counted_apart(lake) -> None:  # type: ignore[no-untyped-def]
    assert weekly_counts(lake, level="village", until=date(2025, 3, 24)).unplaced == 4
    assert weekly_counts(lake, level="county", areas=["1"], until=date(2025, 3, 24)).elsewhere == 4


def test_since_begins_with_its_week(lake) -> None:  # type: ignore[no-untyped-def]
    found = weekly_counts(lake, level="county", since=date(2025, 3, 12), until=date(2025, 3, 24))
    assert found.weeks == MONDAYS[1:]
    assert found.counts.sum() == 2


def test_a_level_that_is_none_is_refused(lake) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="street"):
        weekly_counts(lake, level="street", until=date(2025, 3, 24))

"""A published return stays as it was; what differs later is said, with a reason and a name."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from gongdao.people.models import Office
from gongdao.trends.returns.actions import ReturnRefused, publish_return, restate
from gongdao.trends.returns.computing import compute
from gongdao.trends.returns.freezing import thawed_table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.queries import broken, current, differences, history
from gongdao.trends.returns.units import rows_of
from gongdao.trends.statistics.periods import NotAPeriod, period
from tests.matters.playing import TO_CONFIRMING, matter_after
from tests.matters.test_append_only import run
from tests.trends.returns.conftest import LATER, a_year
from tests.trends.synthetic import Life
from tests.world import World, now_on


def published(world: World, code: str, unit: Office | None = None) -> PublishedReturn:
    return publish_return(unit or world.bureau, code, by=world.people["bureau_chief"], at=LATER)


def test_a_published_table_is_kept_whole_with_its_fingerprint(world: World, given_lake: Callable) -> None:  # type: ignore[type-arg]
    lake = given_lake(a_year(300))
    kept = published(world, "2025-03")
    assert thawed_table(kept).total == compute(lake, rows_of(world.bureau), period("2025-03")).total
    assert len(kept.fingerprint) == 64
    assert list(broken()) == []


def test_publishing_brings_the_lake_up_to_date(world: World, settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    settings.GONGDAO_LAKE = tmp_path
    matter_after(world, *TO_CONFIRMING)
    assert thawed_table(published(world, "2025-03")).total["agreed"] == 1


def test_a_difference_is_restated_with_reason_and_name_and_the_old_one_stays(
    world: World,
    given_lake: Callable,  # type: ignore[type-arg]
) -> None:
    lives = a_year(300)
    given_lake(lives)
    first = published(world, "2025-03")
    lake = given_lake([*lives, Life("TWH", date(2025, 3, 10), kind="pollution")])
    now = compute(lake, rows_of(world.bureau), period("2025-03"))
    changed = {(c.row, c.column): c.now - c.then for c in differences(first, now)}
    assert changed[("total", "kind_pollution")] == 1
    assert changed[("SFS", "cases")] == 1
    second = restate(first, "补录了一件三月的纠纷", by=world.people["bureau_chief"], at=LATER)
    assert [(one.version, one.reason) for one in history(second)] == [(1, ""), (2, "补录了一件三月的纠纷")]
    assert current(world.bureau, "2025-03") == second
    assert (
        second.shown_text == first.shown_text
    )  # a reader of both learns nothing about the one that came late
    assert list(broken()) == []


@pytest.mark.parametrize(
    ("code", "why"), [("2026-02", "没有结束"), ("2026", "没有结束"), ("2025-03", "已经发布过")]
)
def test_what_cannot_be_published(world: World, given_lake: Callable, code: str, why: str) -> None:  # type: ignore[type-arg]
    given_lake(a_year(50))
    published(world, "2025-03")
    with pytest.raises(ReturnRefused, match=why):
        published(world, code)


@pytest.mark.parametrize("code", ["2025-13", "2025Q5", "03-2025", "", "2025-3", "9" * 500, "2025年", "0001"])
def test_a_period_that_is_none(world: World, given_lake: Callable, code: str) -> None:  # type: ignore[type-arg]
    given_lake([])
    with pytest.raises(NotAPeriod):
        published(world, code)


def test_only_who_heads_the_unit_publishes(world: World, given_lake: Callable) -> None:  # type: ignore[type-arg]
    given_lake(a_year(50))
    for name, account in world.people.items():
        may = name in ("bureau_chief", "station_officer")
        if not may:
            with pytest.raises(ReturnRefused, match="不能发布"):
                publish_return(world.station, "2025-03", by=account, at=LATER)
    with pytest.raises(ReturnRefused, match="不能发布"):
        publish_return(world.bureau, "2025-03", by=world.people["station_officer"], at=LATER)
    publish_return(world.station, "2025-03", by=world.people["station_officer"], at=LATER)


def test_restating_needs_a_reason_a_difference_and_the_latest_version(
    world: World,
    given_lake: Callable,  # type: ignore[type-arg]
) -> None:
    chief = world.people["bureau_chief"]
    lives = a_year(300)
    given_lake(lives)
    first = published(world, "2025-03")
    with pytest.raises(ReturnRefused, match="一样"):
        restate(first, "再看一遍", by=chief, at=LATER)
    with pytest.raises(ReturnRefused, match="为什么"):
        restate(first, " 错 ", by=chief, at=LATER)
    given_lake([*lives, Life("TWH", date(2025, 3, 10))])
    restate(first, "补录一件", by=chief, at=LATER)
    with pytest.raises(ReturnRefused, match="最新"):
        restate(first, "再补一件", by=chief, at=LATER)


def test_two_at_once_do_not_both_go_through(world: World, given_lake: Callable, monkeypatch) -> None:  # type: ignore[no-untyped-def, type-arg]
    given_lake(a_year(50))
    from gongdao.trends.returns import actions

    before = actions._last()
    published(world, "2025-03")
    monkeypatch.setattr(actions, "_last", lambda: before)
    with pytest.raises(ReturnRefused, match="另一个人"):
        published(world, "2025-04")
    assert PublishedReturn.objects.count() == 1


@pytest.mark.parametrize(
    "statement",
    ["UPDATE returns_publishedreturn SET shown_text = '{}'", "DELETE FROM returns_publishedreturn"],
)
def test_the_database_refuses_to_change_it(world: World, given_lake: Callable, statement: str) -> None:  # type: ignore[type-arg]
    given_lake(a_year(50))
    published(world, "2025-03")
    with pytest.raises(DatabaseError, match="append-only"):
        run(statement)


def test_a_forged_table_shows(world: World, given_lake: Callable) -> None:  # type: ignore[type-arg]
    from gongdao.people import append_only

    given_lake(a_year(50))
    first = published(world, "2025-03")
    second = published(world, "2025-04")
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for statement in append_only._remove("returns_publishedreturn", connection.vendor):
            cursor.execute(statement)
    PublishedReturn.objects.filter(pk=first.pk).update(figures_text='{"rows":[],"figures":{}}')
    assert list(broken()) == [first]
    PublishedReturn.objects.filter(pk=second.pk).update(previous="0" * 63 + "1")
    assert list(broken()) == [first, second]


def test_the_day_of_publication_is_that_of_shanghai(world: World, given_lake: Callable) -> None:  # type: ignore[type-arg]
    given_lake([])
    chief = world.people["bureau_chief"]
    with pytest.raises(ReturnRefused):
        publish_return(world.bureau, "2025-03", by=chief, at=now_on("2025-03-31", "23:59"))
    publish_return(world.bureau, "2025-03", by=chief, at=now_on("2025-04-01", "00:00"))

"""A warning is opened once, answered and judged by named people, and nothing of it is ever changed."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from gongdao.people import actions as people
from gongdao.people.models import Area, Office
from gongdao.trends.warnings.actions import answer, judge, open_warnings, report_done
from gongdao.trends.warnings.alarms import Place
from gongdao.trends.warnings.errors import WarningRefused
from gongdao.trends.warnings.models import Answer, AreaWarning, Judgement, Note, Sighting
from gongdao.trends.warnings.queries import (
    Standing,
    assignable,
    matters_behind,
    record_of,
    standing,
    warnings_for,
)
from gongdao.trends.warnings.reading import note_of
from tests.matters.playing import play_steps
from tests.trends.warnings.making import AT, WEEK, a_warning, alarm, later
from tests.world import BY, World, add_person, now_on

DUE = date(2025, 6, 20)


def plan(world: World, warning: AreaWarning, **more):  # type: ignore[no-untyped-def]
    asked = {"by": world.people["bureau_chief"], "at": AT, "measures": ["visit"], "note": "走访工地。",
             "responsible": world.people["station_officer"], "due_on": DUE, "key": "a1"} | more  # fmt: skip
    return answer(warning, **asked)


def done(world: World, warning: AreaWarning, **more):  # type: ignore[no-untyped-def]
    asked = {"by": world.people["station_officer"], "at": now_on("2025-06-18"), "measures": ["visit"],
             "note": "已走访三个工地。", "done_on": date(2025, 6, 17), "key": "d1"} | more  # fmt: skip
    return report_done(warning, **asked)


def verdict(world: World, warning: AreaWarning, **more):  # type: ignore[no-untyped-def]
    asked = {"by": world.people["bureau_chief"], "at": now_on("2025-07-01"), "verdict": "right", "note": "确实欠薪。",
             "key": "j1"} | more  # fmt: skip
    return judge(warning, **asked)


def another_county(world: World) -> tuple[Area, Office]:
    city = Area.objects.get(level="city")
    county = people.create_area(**BY, code="990102", name="另一县", level="county", parent=city)
    bureau = people.create_office(
        **BY, code="BJ2", name="另一县司法局", kind="county_bureau", area=county, parent=None
    )
    add_person("other_chief", "bureau_chief", bureau)
    return county, bureau


# -- opening --------------------------------------------------------------------------------------------------------


def test_the_same_week_computed_twice_opens_one_warning(world: World) -> None:
    assert len(open_warnings([alarm()], at=AT)) == 1
    assert open_warnings([alarm()], at=AT) == []
    assert AreaWarning.objects.count() == 1
    assert Sighting.objects.count() == 0


def test_a_rise_that_goes_on_is_seen_again_and_opens_no_second_warning(world: World) -> None:
    warning = a_warning()
    for weeks in (1, 2, 2, 5):
        assert open_warnings([later(weeks)], at=AT) == []
    assert list(warning.sightings.order_by("week").values_list("week", flat=True)) == [
        WEEK + timedelta(weeks=weeks) for weeks in (1, 2, 5)
    ]


def test_a_rise_after_a_quiet_month_is_a_new_warning(world: World) -> None:
    a_warning()
    assert len(open_warnings([later(5)], at=AT)) == 1


def test_the_county_above_and_the_township_in_it_are_one_warning_and_the_stronger_is_told(
    world: World,
) -> None:
    county = alarm(level="county", places=(Place("990101", 20, 9.0),), once_in=2.0)
    (opened,) = open_warnings([county, alarm()], at=AT)
    assert opened.level == "township"


def test_another_kind_or_another_place_is_another_warning(world: World) -> None:
    another_county(world)
    opened = open_warnings(
        [alarm(), alarm(kind="neighbour"), alarm(level="county", places=(Place("990102", 14, 3.0),))], at=AT
    )
    assert len(opened) == 3


def test_the_recipe_is_kept_so_that_it_can_be_computed_again(world: World) -> None:
    assert a_warning().recipe == {"seed": 1, "replicates": 999, "lake": "0" * 64}


# -- who sees, answers, judges --------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["bureau_chief", "station_officer"])
def test_the_chief_and_the_station_of_the_place_see_it(world: World, who: str) -> None:
    warning = a_warning()
    assert list(warnings_for(world.people[who], AT.date())) == [warning]


@pytest.mark.parametrize("who", ["mediator", "committee_clerk", "committee_head", "auditor", "administrator"])
def test_nobody_else_sees_it(world: World, who: str) -> None:
    warning = a_warning()
    assert not warnings_for(world.people[who], AT.date()).exists()
    with pytest.raises(WarningRefused, match="不能答复"):
        plan(world, warning, by=world.people[who])
    with pytest.raises(WarningRefused, match="不能评判"):
        verdict(world, warning, by=world.people[who])


def test_the_chief_of_another_county_neither_sees_nor_answers_nor_is_made_responsible(world: World) -> None:
    another_county(world)
    warning = a_warning()
    chief = people.Account.objects.get(username="other_chief")
    assert not warnings_for(chief, AT.date()).exists()
    with pytest.raises(WarningRefused, match="不能答复"):
        plan(world, warning, by=chief)
    with pytest.raises(WarningRefused, match="负责人"):
        plan(world, warning, responsible=chief)
    assert set(assignable(warning, AT.date())) == {
        world.people["bureau_chief"],
        world.people["station_officer"],
    }


def test_whoever_was_made_responsible_reports_and_nobody_else_below(world: World) -> None:
    warning = a_warning()
    with pytest.raises(WarningRefused, match="不是交给您办的"):
        done(world, warning)
    plan(world, warning)
    warning = AreaWarning.objects.get()
    assert done(world, warning).by == world.people["station_officer"]


# -- its life -------------------------------------------------------------------------------------------------------


def test_where_it_stands_is_computed_from_what_was_said(world: World) -> None:
    a_warning()

    def stands(day: str) -> Standing:
        return standing(AreaWarning.objects.get(), date.fromisoformat(day))

    assert stands("2025-06-03") is Standing.OPEN
    plan(world, AreaWarning.objects.get())
    assert stands("2025-06-20") is Standing.PLANNED
    assert stands("2025-06-21") is Standing.LATE
    done(world, AreaWarning.objects.get())
    assert stands("2025-06-21") is Standing.DONE
    verdict(world, AreaWarning.objects.get())
    assert stands("2025-07-02") is Standing.JUDGED


def test_the_latest_judgement_counts_and_the_earlier_stays(world: World) -> None:
    warning = a_warning()
    verdict(world, warning)
    verdict(world, warning, verdict="wrong", note="是补录的旧案。", key="j2")
    found = record_of(AreaWarning.objects.all())
    assert (found.right, found.wrong, found.unclear, found.unjudged, found.judged) == (0, 1, 0, 0, 1)
    assert Judgement.objects.count() == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"measures": []}, "选定"), ({"measures": ["detain"]}, "选定"), ({"measures": ["none", "visit"]}, "不能和别的"),
        ({"note": "  "}, "写几句"), ({"note": "字" * 1001}, "太长"), ({"note": "找 13912345678"}, "不要写身份证号"),
        ({"note": "证件110101199001011234"}, "不要写身份证号"), ({"due_on": date(2025, 6, 1)}, "今天以后"),
        ({"due_on": date(2027, 6, 1)}, "一年以内"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_refused_in_words_and_leaves_nothing(world: World, more: dict, said: str) -> None:
    warning = a_warning()
    with pytest.raises(WarningRefused, match=said):
        plan(world, warning, **more)
    assert not Answer.objects.exists()
    assert not Note.objects.exists()


def test_a_day_of_completion_lies_between_the_warning_and_today(world: World) -> None:
    plan(world, a_warning())
    warning = AreaWarning.objects.get()
    for day in (date(2025, 5, 1), date(2025, 6, 19)):
        with pytest.raises(WarningRefused, match="办结日期"):
            done(world, warning, done_on=day)


def test_pressing_twice_keeps_one_answer_and_a_borrowed_key_is_refused(world: World) -> None:
    warning = a_warning()
    assert plan(world, warning) == plan(world, warning)
    assert Answer.objects.count() == 1
    other = a_warning(kind="neighbour")
    with pytest.raises(WarningRefused, match="提交编号"):
        plan(world, other)


@pytest.mark.parametrize("model", [AreaWarning, Sighting, Answer, Judgement])
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_the_database_refuses_to_change_what_was_said(world: World, model: type, verb: str) -> None:
    warning = a_warning()
    open_warnings([later(1)], at=AT)
    plan(world, warning)
    verdict(world, warning)
    table = model._meta.db_table  # type: ignore[attr-defined]
    sql = f"UPDATE {table} SET id = id" if verb == "UPDATE" else f"DELETE FROM {table}"
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_what_was_written_is_sealed_and_can_be_read_back(world: World) -> None:
    kept = plan(world, a_warning(), note="走访新厂工地")
    assert "新厂".encode() not in bytes(kept.note.text_sealed)
    assert note_of(kept) == "走访新厂工地"


# -- the matters behind it ------------------------------------------------------------------------------------------


def test_the_matters_behind_it_open_only_to_those_who_may_read_them(world: World) -> None:
    for day in ("2025-05-04", "2025-05-06", "2025-06-01", "2025-06-02"):
        play_steps(world, (day, "申请人", "申请调解"))
    warning = a_warning(kind="neighbour")
    seen = matters_behind(warning, world.people["bureau_chief"], AT.date())
    assert [matter.opened_at.date().isoformat() for matter in seen] == ["2025-05-06", "2025-06-01"]
    assert not matters_behind(warning, world.people["auditor"], AT.date()).exists()
    assert not matters_behind(a_warning(kind="contract"), world.people["bureau_chief"], AT.date()).exists()

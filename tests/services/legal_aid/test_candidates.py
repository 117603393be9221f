"""Who fits: field, language, distance, load, in this order, each said; whoever must not is left out."""

import pytest

from gongdao.matters.models import Matter
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.services.legal_aid.candidates import candidates, distance
from tests.matters.playing import play_steps
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.services.legal_aid.register import another, enter
from tests.services.legal_aid.test_conflicts import APPOINT, BOSS, TO_GRANTED, WORKER, granted
from tests.world import World, now_on

AT = now_on("2025-06-01")


def waiting(world: World, **facts: object) -> Matter:
    """A matter that waits for somebody."""
    told = {"申请法律援助": {"applicants": [WORKER], "opponents": [BOSS]} | facts}
    matter = play_steps(world, *TO_GRANTED, facts=told, taker=PointedTaker(world, LEGAL_AID)).matter
    assert matter
    matter.area = world.town
    matter.save()
    return matter


def names(matter: Matter) -> list[str]:
    return [one.name.removeprefix("示例") for one in candidates(matter, AT)[0]]


def test_who_knows_the_field_comes_before_who_is_near(world: World) -> None:
    enter(world, "aid_lawyer", fields=["injury"], area=world.town)
    another(world, "far_expert", fields=["labour"], area=world.county)
    assert names(waiting(world)) == ["far_expert", "aid_lawyer"]


def test_who_speaks_the_language_comes_first_among_equals(world: World) -> None:
    enter(world, "aid_lawyer")
    another(world, "speaker", languages=["彝语"], area=world.county)
    best, _ = candidates(waiting(world, language="彝语"), AT)
    assert [(one.name, one.speaks) for one in best] == [("示例speaker", True), ("示例aid_lawyer", False)]
    assert names(waiting(world)) == ["aid_lawyer", "speaker"]


def test_who_has_less_to_do_comes_first_among_equals(world: World) -> None:
    enter(world, "aid_lawyer")
    another(world, "idle")
    granted(world, {"name": "戊示例"}, {"name": "己示例"}, APPOINT)
    best, _ = candidates(waiting(world), AT)
    assert [(one.name, one.open_matters) for one in best] == [("示例idle", 0), ("示例aid_lawyer", 1)]


def test_whoever_must_not_is_left_out_and_counted(world: World) -> None:
    enter(world, "aid_lawyer")
    another(world, "free")
    granted(world, BOSS, {"name": "丙示例"}, APPOINT)
    best, left_out = candidates(waiting(world), AT)
    assert [one.name for one in best] == ["示例free"]
    assert left_out == 1


def test_a_question_of_names_is_shown_beside_the_person(world: World) -> None:
    enter(world, "aid_lawyer")
    granted(world, {"name": "王示例"}, {"name": "丙示例"}, APPOINT)
    best, left_out = candidates(waiting(world, opponents=[{"name": "王示例"}]), AT)
    assert [(one.name, one.same_name) for one in best] == [("示例aid_lawyer", True)]
    assert left_out == 0


def test_only_people_of_this_centre_are_named(world: World) -> None:
    enter(world, "aid_lawyer")
    enter(world, "mediator")
    assert names(waiting(world)) == ["aid_lawyer"]


@pytest.mark.parametrize(
    ("here", "there", "apart"),
    [("990101100200", "990101100201", 0), ("990101100", "990101101", 1), ("990101", "990101100", 1),
     ("990101", "990199", 2), ("990101", "880101", 3), ("", "990101", 3)],
)  # fmt: skip
def test_places_are_as_far_apart_as_their_codes(here: str, there: str, apart: int) -> None:
    assert distance(here, there) == apart

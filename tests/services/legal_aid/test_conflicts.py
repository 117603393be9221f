"""Nobody gives aid against somebody they have acted for; why is said, and no file is shown."""

from datetime import date
from typing import Any

import pytest

from gongdao.matters.models import Matter
from gongdao.procedures.engine.moves import Refused
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.services.legal_aid.actions import note_mandate, set_away
from gongdao.services.legal_aid.conflicts import conflicts_with, same_names
from tests.matters.playing import play_steps
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.services.legal_aid.register import enter
from tests.world import World, now_on

AT = now_on("2025-06-01")
WORKER = {"name": "甲示例", "id_number": "990101199001010011", "phone": "000-0000-1111"}
BOSS = {
    "name": "乙示例公司",
    "is_organisation": True,
    "id_number": "99990101MA00000001",
    "phone": "000-0000-2222",
}
TO_GRANTED = (
    ("2025-03-03", "申请人", "申请法律援助"),
    ("2025-03-04", "中心", "登记经济状况核查"),
    ("2025-03-04", "中心", "决定给予法律援助"),
)
APPOINT = ("2025-03-05", "中心", "指派法律援助人员")


def granted(
    world: World, applicant: dict[str, Any], opponent: dict[str, Any], *more: tuple[str, str, str]
) -> PointedTaker:
    facts = {"申请法律援助": {"applicants": [applicant], "opponents": [opponent]}}
    return play_steps(world, *TO_GRANTED, *more, facts=facts, taker=PointedTaker(world, LEGAL_AID))


def appoint(world: World, taker: PointedTaker, **facts: Any) -> Matter:
    play_steps(world, APPOINT, facts={"指派法律援助人员": facts}, taker=taker)
    assert taker.matter
    return taker.matter


def refusal(world: World, taker: PointedTaker, **facts: Any) -> str:
    with pytest.raises(AssertionError) as refused:
        appoint(world, taker, **facts)
    assert isinstance(refused.value.__cause__, Refused)
    return str(refused.value.__cause__)


def test_whoever_helped_the_other_side_before_is_not_appointed(world: World) -> None:
    granted(world, BOSS, {"name": "丙示例"}, APPOINT)  # this lawyer has acted for the boss
    said = refusal(world, granted(world, WORKER, BOSS))
    assert "利害冲突" in said
    assert "为本案的对方办过事" in said


def test_what_is_said_names_no_file_and_nobody_in_one(world: World) -> None:
    earlier = granted(world, BOSS, {"name": "丙示例"}, APPOINT)
    assert earlier.matter
    said = refusal(world, granted(world, WORKER, BOSS))
    for secret in (earlier.matter.number, "乙示例", "丙示例", "甲示例", BOSS["id_number"], BOSS["phone"]):
        assert secret not in said


def test_whoever_acted_against_the_recipient_before_is_not_appointed(world: World) -> None:
    granted(world, {"name": "丁示例", "id_number": "990101199202020022"}, WORKER, APPOINT)
    assert "对立的一方" in refusal(world, granted(world, WORKER, BOSS))


@pytest.mark.parametrize(
    "same", [{"id_number": BOSS["id_number"]}, {"phone": "00000002222"}, {"name": "乙示例公司", "is_organisation": True}],
    ids=["identity number", "telephone", "name of an organisation"],
)  # fmt: skip
def test_the_same_party_is_found_by(world: World, same: dict[str, Any]) -> None:
    granted(world, {"name": "另一个名字"} | same, {"name": "丙示例"}, APPOINT)
    assert "利害冲突" in refusal(world, granted(world, WORKER, BOSS))


def test_a_lawyer_who_was_replaced_has_still_acted(world: World) -> None:
    granted(world, BOSS, {"name": "丙示例"}, APPOINT, ("2025-03-06", "中心", "决定更换承办人"))
    assert "利害冲突" in refusal(world, granted(world, WORKER, BOSS))


def test_helping_the_same_person_again_is_no_conflict(world: World) -> None:
    granted(world, WORKER, {"name": "丙示例"}, APPOINT)
    assert appoint(world, granted(world, WORKER, BOSS)).pk


def test_another_lawyer_may_be_appointed_instead(world: World) -> None:
    granted(world, BOSS, {"name": "丙示例"}, APPOINT)
    taker = granted(world, WORKER, BOSS)
    taker.named_for = lambda fact: "second_aid_lawyer"  # type: ignore[method-assign]
    assert appoint(world, taker).pk


def test_a_person_of_the_same_name_is_a_question_not_a_proof(world: World) -> None:
    granted(world, {"name": "王示例"}, {"name": "丙示例"}, APPOINT)
    taker = granted(world, WORKER, {"name": "王示例"})
    assert taker.matter
    assert conflicts_with(taker.matter) == {}
    assert same_names(taker.matter, [world.people["aid_lawyer"].pk]) == {world.people["aid_lawyer"].pk}
    assert "同名" in refusal(world, taker)
    assert appoint(world, taker, same_name_checked=True).pk


def test_a_mandate_elsewhere_counts_and_keeps_nothing_readable(world: World) -> None:
    entry = enter(world, "aid_lawyer")
    kept = note_mandate(entry, side="client", name="乙示例公司", is_organisation=True, at=AT)
    assert "乙示例" not in str(vars(kept))
    assert "利害冲突" in refusal(world, granted(world, WORKER, BOSS))


def test_a_mandate_against_the_recipient_counts(world: World) -> None:
    note_mandate(enter(world, "aid_lawyer"), side="against", name="甲示例", phone=WORKER["phone"], at=AT)
    assert "对立的一方" in refusal(world, granted(world, WORKER, BOSS))


def test_nobody_gives_aid_in_a_matter_in_which_they_are_a_party(world: World) -> None:
    enter(world, "aid_lawyer", id_number="990101199001010011")
    assert "本人就是本案的一方" in refusal(world, granted(world, WORKER, BOSS))


def test_a_corrected_party_is_found_by_what_it_is_now(world: World) -> None:
    earlier = granted(world, {"name": "旧名"}, {"name": "丙示例"}, APPOINT)
    correct = ("2025-03-06", "中心", "更正当事人情况")
    play_steps(world, correct, facts={"更正当事人情况": {"amended_particulars": BOSS}}, taker=earlier)
    assert "利害冲突" in refusal(world, granted(world, WORKER, BOSS))


# -- what the register says ------------------------------------------------------------------------------------------


def by_notice(world: World, **facts: Any) -> PointedTaker:
    notice = (("2025-03-03", "中心", "登记办案机关的通知"),)
    return play_steps(
        world, *notice, facts={"登记办案机关的通知": facts}, taker=PointedTaker(world, LEGAL_AID)
    )


def test_a_defence_is_for_lawyers(world: World) -> None:
    enter(world, "aid_lawyer", kind="legal_worker")
    assert "要指派律师" in refusal(world, by_notice(world))


def test_three_years_are_counted_from_the_licence(world: World) -> None:
    grave = {"notice_ground": "grave"}
    enter(world, "aid_lawyer", licensed_since=date(2022, 3, 6))
    assert "还不满三年" in refusal(world, by_notice(world, **grave), three_years=True)
    enter(world, "aid_lawyer", licensed_since=date(2022, 3, 5))
    assert appoint(world, by_notice(world, **grave), three_years=True).pk


def test_whoever_is_away_is_not_appointed(world: World) -> None:
    set_away(enter(world, "aid_lawyer"), date(2025, 3, 5))
    assert "不接指派" in refusal(world, granted(world, WORKER, BOSS))
    set_away(enter(world, "aid_lawyer"), date(2025, 3, 4))
    assert appoint(world, granted(world, WORKER, BOSS)).pk

"""The list of hand-overs on the page, and the command that carries packages."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongdao.matters.models import Matter
from gongdao.people.actions import set_office_setting
from gongdao.services.exchange.checking import check_all
from gongdao.services.exchange.models import Exchanged
from gongdao.services.exchange.packages import unpack_in
from gongdao.site.cli.exchange import exchange
from tests.matters.test_hand_over import handed_out
from tests.services.exchange.other_side import OtherSide, handover, other_side
from tests.web.test_pages import signed_in
from tests.world import BY, World, now_on


@pytest.fixture
def they(world: World) -> OtherSide:
    return other_side(world)


def run(*words: str) -> Result:
    return CliRunner().invoke(exchange, list(words))


def listed(who: str, query: str = "") -> str:
    return signed_in(who).get(f"/desk/handovers/{query}").content.decode()


def test_each_office_sees_what_it_sent_and_what_came_to_it(world: World, they: OtherSide) -> None:
    out = handed_out(world, world.police)
    assert out.parent
    unpack_in(they.package(handover("综7")), now_on("2025-03-10"))
    for who, seen in (
        ("committee_clerk", True),
        ("officer", True),
        ("other_clerk", False),
        ("bureau_chief", True),
    ):
        assert (out.parent.number in listed(who)) is seen, who
    assert "综7" in listed("committee_clerk")
    assert "综7" not in listed("officer")
    assert signed_in("administrator").get("/desk/handovers/").status_code == 404
    assert "楼上漏水" not in listed("bureau_chief")


def test_the_chief_sees_what_was_refused_and_where_partners_differ(world: World, they: OtherSide) -> None:
    unpack_in(
        they.package(handover("综7"), handover("坏", office="没有"), held={"ZZZX/综7": "result"}),
        now_on("2025-03-10"),
    )
    assert "没有能接收这类事的机构" in listed("bureau_chief")
    assert "ZZZX/综7：我们等签收，对方已有结果" in listed("bureau_chief")
    assert "没有能接收这类事的机构" not in listed("committee_head")


def test_a_late_one_is_on_somebodys_list_and_one_that_nobody_can_act_on_is_found(world: World) -> None:
    set_office_setting(world.committee, "handover_receipt_days", 5, **BY)
    child = handed_out(world, world.police)
    counted, late, wrong = check_all(now_on("2025-03-20"))
    assert (sum(counted.values()), late, wrong) == (1, 1, [])
    world.committee.is_active = world.police.is_active = False
    world.committee.save()
    world.police.save()
    assert check_all(now_on("2025-03-20"))[2] == [f"{child.number}：已经超期，却不在任何人的待办里"]
    Matter.objects.filter(pk=child.pk).update(state="told")
    assert "与记录不符" in check_all(now_on("2025-03-20"))[2][0]


def test_packages_go_out_and_come_in_by_command(world: World, they: OtherSide, tmp_path: Path) -> None:
    child = handed_out(world, they.partner.office)
    packed = run("pack", they.code, "--to", str(tmp_path))
    assert packed.exit_code == 0, packed.output
    letter = they.open(next(tmp_path.glob("*.gdx")).read_text())["messages"][0]
    assert letter["number"] == child.number
    came = tmp_path / "in.gdx"
    came.write_text(they.package(handover("综7")))
    for said in ("已收", "以前收过，没有重复办"):
        unpacked = run("unpack", str(came), "--receipt", str(tmp_path / "receipts"))
        assert said in unpacked.output
    assert they.open(next((tmp_path / "receipts").glob("*.receipt.gdx")).read_text())["receipts"][0][
        "result"
    ] in ("taken", "repeated")
    back = tmp_path / "back.gdx"
    back.write_text(
        they.package(
            {"id": letter["id"], "result": "refused", "why": "看不懂", "number": ""}, wanted="receipts"
        )
    )
    receipts = run("receipts", str(back))
    assert receipts.exit_code == 1
    assert "没有收：看不懂" in receipts.output
    differs = run("reconcile", they.code)
    assert differs.exit_code == 1
    assert "共2处不一样" in differs.output


def test_the_command_refuses_an_altered_package_in_plain_words(they: OtherSide, tmp_path: Path) -> None:
    altered = tmp_path / "in.gdx"
    altered.write_text(they.package(handover("综7")).replace("2025-03-10", "2025-03-11"))
    refused = run("unpack", str(altered), "--receipt", str(tmp_path))
    assert refused.exit_code == 1
    assert "改动过" in refused.output
    assert not Matter.objects.exists()
    assert list(tmp_path.glob("*.receipt.gdx")) == []
    assert Exchanged.objects.get().result == "refused"
    for words in (
        ("pack", "没有"),
        ("reconcile", "没有"),
        ("partner", "没有"),
        ("partner", "PCS", "--signing", "abc"),
    ):
        wrong = run(*words)
        assert wrong.exit_code == 1, words
        assert "Traceback" not in wrong.output

"""A package altered on the way is refused and reported; a replay is harmless; both sides know where they differ."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.actions import take_step
from gongdao.matters.audit import verify
from gongdao.matters.models import Event, Matter
from gongdao.procedures.engine.everyday import PartyCorrectionFacts
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.handing import Body
from gongdao.procedures.handover_in.facts import OutcomeHere
from gongdao.procedures.handover_out import facts as handed
from gongdao.services.exchange.envelope import Tampered, read, unpack
from gongdao.services.exchange.holding import held_with, own_code, reconcile
from gongdao.services.exchange.incoming import kind_of
from gongdao.services.exchange.keys import new_keys
from gongdao.services.exchange.models import Exchanged
from gongdao.services.exchange.names import code_of, rows
from gongdao.services.exchange.outgoing import outgoing
from gongdao.services.exchange.packages import pack_for, take_receipts, unpack_in
from gongdao.triage.kinds import FIRST_LEVEL
from tests.matters.playing import clerk
from tests.matters.test_hand_over import handed_out, letter
from tests.services.exchange.other_side import OtherSide, handover, other_side
from tests.world import World, next_key, now_on

AT = now_on("2025-03-12")


@pytest.fixture
def they(world: World) -> OtherSide:
    return other_side(world)


def word(kind: str, number: str, **said: Any) -> dict[str, Any]:
    return {"kind": kind, "id": f"{kind}-{number}", "number": number, "on": "2025-03-11"} | said


# -- in ------------------------------------------------------------------------------------------------------------------


def test_a_matter_comes_in_by_package_once_however_often_the_package_comes(they: OtherSide) -> None:
    package = they.package(handover())
    first, again = unpack_in(package, AT), unpack_in(package, now_on("2025-03-20"))
    assert [one.result for one in first.receipts] == ["taken"]
    assert [one.result for one in again.receipts] == ["repeated"]
    matter = Matter.objects.get(parent=None)
    assert first.receipts[0].number == again.receipts[0].number == matter.number
    assert matter.kind == "neighbour"
    assert matter.children.get().state == "to_reply"
    assert list(verify()) == []


def test_the_same_number_with_other_content_is_refused_and_the_first_stays(they: OtherSide) -> None:
    unpack_in(they.package(handover()), AT)
    other = unpack_in(they.package(handover(story="换了一个说法。")), AT)
    assert other.receipts[0].result == "refused"
    assert Matter.objects.filter(parent=None).count() == 1


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"office": "没有"}, "没有能接收这类事的机构"), ({"office": "PCS"}, "没有能接收这类事的机构"), ({"dispute": "没有"}, "不认识的纠纷种类"),
        ({"applicants": [{"name": "甲示例", "birth_date": "2015-01-01"}]}, "未满十八周岁"), ({"story": ""}, "看不懂"),
        ({"kind": "别的"}, "看不懂"), ({"extra": 1}, "看不懂"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_with_the_reason_and_the_rest_is_taken(
    they: OtherSide, changed: dict[str, Any], why: str
) -> None:
    done = unpack_in(they.package(handover("坏") | changed, handover("好")), AT)
    assert [one.result for one in done.receipts] == ["refused", "taken"]
    assert why in done.receipts[0].why
    assert they.open(done.receipt_text)["receipts"][0]["result"] == "refused"


def _other(text: str) -> str:
    return ("0" if text[0] != "0" else "1") + text[1:]


ALTERED: dict[str, Callable[[dict[str, str]], Any]] = {
    "from": lambda p: p | {"from": "PCS"},
    "to": lambda p: p | {"to": "别处"},
    "time": lambda p: p | {"made_at": "2025-03-11"},
    "key": lambda p: p | {"fresh_key": _other(p["fresh_key"])},
    "content": lambda p: p | {"sealed": p["sealed"][:60] + ("A" if p["sealed"][60] != "A" else "B") + p["sealed"][61:]},
    "cut off": lambda p: p | {"sealed": p["sealed"][:-8]},
    "signature": lambda p: p | {"signature": _other(p["signature"])},
    "no signature": lambda p: p | {"signature": ""},
    "another format": lambda p: p | {"format": "gongdao-exchange/0"},
    "a field more": lambda p: p | {"note": "x"},
    "a field less": lambda p: {name: value for name, value in p.items() if name != "made_at"},
    "a number": lambda p: p | {"made_at": 1},
    "a list": lambda p: [p],
}  # fmt: skip


@pytest.mark.parametrize("what", ALTERED)
def test_a_package_altered_on_the_way_is_refused_whole_and_reported(they: OtherSide, what: str) -> None:
    altered = json.dumps(ALTERED[what](json.loads(they.package(handover()))), ensure_ascii=False)
    with pytest.raises(Tampered):
        unpack_in(altered, AT)
    assert not Matter.objects.exists()
    assert not Event.objects.exists()
    reported = Exchanged.objects.get()
    assert reported.result == "refused"
    assert "没有处理其中任何内容" in reported.why


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '"包"', "\x00", "中" * 1000])
def test_what_is_no_package_is_refused_and_reported(they: OtherSide, text: str) -> None:
    with pytest.raises(Tampered):
        unpack_in(text, AT)
    assert Exchanged.objects.get().result == "refused"


def test_a_package_for_somebody_else_and_one_of_a_stranger_are_refused(they: OtherSide) -> None:
    stranger = OtherSide(they.partner, new_keys(), they.ours)
    for package in (they.package(handover(), to="别处"), stranger.package(handover())):
        with pytest.raises(Tampered):
            unpack_in(package, AT)
    they.partner.is_active = False
    they.partner.save()
    with pytest.raises(Tampered):
        unpack_in(they.package(handover()), AT)


@pytest.mark.parametrize(
    "changed",
    [
        {"id": None},
        {"id": "x" * 200},
        {"result": 1},
        {"number": "长" * 100},
        {"why": "a\x00b"},
        {"more": "x"},
    ],
)
def test_receipts_that_are_genuine_but_malformed_are_refused_in_plain_words(
    they: OtherSide, changed: dict[str, Any]
) -> None:
    receipt = {"id": "m", "result": "taken", "why": "", "number": "综8"} | changed
    for given in (receipt, {"id": "m"}, "文字"):
        with pytest.raises(Tampered, match="格式不对"):
            take_receipts(they.package(given, wanted="receipts"), AT)  # type: ignore[arg-type]


@pytest.mark.parametrize("held", [{"a": 1}, {"a\x00": "waiting"}, ["a"], {"a": "x" * 500}])
def test_a_package_that_says_nonsense_of_what_is_held_is_refused_whole(they: OtherSide, held: Any) -> None:
    with pytest.raises(Tampered, match="格式不对"):
        unpack_in(they.package(handover(), held=held), AT)
    assert not Matter.objects.exists()


def test_nobody_reads_a_package_on_the_way(they: OtherSide) -> None:
    package = they.package(handover())
    assert "甲示例" not in package
    assert "00011112222" not in package
    with pytest.raises(Tampered):
        unpack(
            read(package),
            receiver=own_code(),
            signer=they.keys.signing.public_key(),
            sealing=new_keys().sealing,
        )


# -- out -----------------------------------------------------------------------------------------------------------------


def test_a_matter_goes_out_and_its_result_comes_back_without_a_network(world: World, they: OtherSide) -> None:
    child = handed_out(world, they.partner.office)
    text, count = pack_for(they.partner, AT)
    letter = they.open(text)["messages"][0]
    assert count == 1
    assert letter["number"] == child.number
    assert [person["name"] for person in letter["applicants"]] == ["甲示例"]
    assert letter["respondents"] == []
    took = they.package(
        {"id": letter["id"], "result": "taken", "why": "", "number": "综8"}, wanted="receipts"
    )
    take_receipts(took, AT)
    assert outgoing(they.partner, AT) == []
    back = they.package(
        word("taken", child.number, their_number="综8"),
        word("result", child.number, outcome="done", text="已经劝和。"),
    )
    for _ in range(2):
        unpack_in(back, AT)
    child.refresh_from_db()
    assert child.state == "answered"
    assert child.seq == 3
    assert list(verify()) == []


WHOLE = {
    "name": "甲示例", "phone": "00011112222", "address": "示例镇一号", "id_number": "000000190001010000", "birth_date": "1990-01-01",
    "gender": "女", "ethnic_group": "汉族", "occupation": "教师",
}  # fmt: skip


def test_a_letter_gives_name_telephone_and_address_as_known_when_it_went_out(
    world: World, they: OtherSide
) -> None:
    child = handed_out(world, they.partner.office, applicants=[WHOLE])
    assert child.parent
    later = PartyCorrectionFacts.model_validate(
        {
            "amended_party": "p1",
            "amended_particulars": WHOLE | {"phone": "00099998888", "address": "新的住处"},
        }
    )
    take_step(child.parent, "correct_party", doer=clerk(world), at=AT, facts=later, key=next_key())
    given = they.open(pack_for(they.partner, AT)[0])["messages"][0]["applicants"][0]
    filled = {name: value for name, value in given.items() if value}
    assert filled == {"name": "甲示例", "phone": "00011112222", "address": "示例镇一号"}


def test_what_the_partner_did_not_receive_is_sent_again(world: World, they: OtherSide) -> None:
    handed_out(world, they.partner.office)
    first = they.open(pack_for(they.partner, AT)[0])["messages"]
    assert they.open(pack_for(they.partner, AT)[0])["messages"] == first
    refused = they.package(
        {"id": first[0]["id"], "result": "refused", "why": "看不懂", "number": ""}, wanted="receipts"
    )
    take_receipts(refused, AT)
    assert [m.id for m in outgoing(they.partner, AT)] == [first[0]["id"]]


def over(world: World, child: Matter, how: str) -> None:
    """The letter ends, or goes out again to the police."""
    facts: dict[str, Facts] = {
        "recall": handed.RecallFacts(recall_reason="已经和好。"),
        "hand_back": handed.HandedBackFacts.model_validate(
            {"handed_back_on": "2025-03-10", "handed_back_reason": "不归我们管。"}
        ),
        "send": letter(world.police),
        "answer": handed.AnswerFacts.model_validate(
            {"answered_on": "2025-03-10", "outcome_there": "done", "answer_text": "电话里说已经办好。"}
        ),
    }
    for step in ("hand_back", "send") if how == "send" else (how,):
        take_step(child, step, doer=clerk(world), at=AT, facts=facts[step], key=next_key())


@pytest.mark.parametrize("how", ["recall", "hand_back", "send", "answer"])
def test_a_letter_that_ended_before_it_was_fetched_never_leaves(
    world: World, they: OtherSide, how: str
) -> None:
    child = handed_out(world, they.partner.office)
    over(world, child, how)
    assert outgoing(they.partner, AT) == []


def test_whoever_has_fetched_a_letter_learns_that_it_is_recalled(world: World, they: OtherSide) -> None:
    by_wire = handed_out(world, they.partner.office)
    assert len(they.request("GET", "/api/exchange/messages").json()) == 1
    by_package = handed_out(world, they.partner.office)
    pack_for(they.partner, AT)
    for child in (by_wire, by_package):
        over(world, child, "recall")
    told = [(one.number, kind_of(one)) for one in outgoing(they.partner, AT)]
    assert told == [(c.number, kind) for c in (by_wire, by_package) for kind in ("handover", "recalled")]


def test_a_partner_has_no_say_in_what_was_handed_to_another(world: World, they: OtherSide) -> None:
    child = handed_out(world, world.police)
    done = unpack_in(they.package(word("taken", child.number), word("taken", "没有这个")), AT)
    assert [one.result for one in done.receipts] == ["refused", "refused"]
    child.refresh_from_db()
    assert child.state == "sent"


def test_the_sender_gets_what_became_of_its_matter_and_may_recall_it(world: World, they: OtherSide) -> None:
    unpack_in(they.package(handover("综7")), AT)
    unpack_in(they.package(word("recalled", "综7", reason="已经和好。")), AT)
    assert Matter.objects.get(procedure="handover_in").state == "withdrawn_by_sender"
    lost = unpack_in(they.package(word("recalled", "没有这个")), AT)
    assert lost.receipts[0].result == "refused"


# -- reconciling -----------------------------------------------------------------------------------------------------


def test_both_sides_know_where_they_differ(world: World, they: OtherSide) -> None:
    child = handed_out(world, they.partner.office)
    unpack_in(they.package(handover("综7"), handover("综8")), AT)
    ours = f"{own_code()}/{child.number}"
    assert held_with(they.partner) == {ours: "waiting", "ZZZX/综7": "waiting", "ZZZX/综8": "waiting"}
    unpack_in(they.package(held={"ZZZX/综7": "waiting", "ZZZX/综8": "result", "ZZZX/综9": "waiting"}), AT)
    said_at, found = reconcile(they.partner)
    assert said_at == AT
    assert {one.key: (one.ours, one.theirs) for one in found} == {
        ours: ("waiting", ""), "ZZZX/综8": ("waiting", "result"), "ZZZX/综9": ("", "waiting"),
    }  # fmt: skip


# -- the interface -----------------------------------------------------------------------------------------------------


def test_the_interface_takes_the_same_messages_and_a_replay_changes_nothing(
    world: World, they: OtherSide
) -> None:
    first, again = (they.request("POST", "/api/exchange/messages", handover()) for _ in range(2))
    assert (first.status_code, first.json()["result"]) == (200, "taken")
    assert (again.status_code, again.json()["result"]) == (200, "repeated")
    assert first.json()["number"] == again.json()["number"]
    assert Matter.objects.filter(parent=None).count() == 1
    wrong = they.request("POST", "/api/exchange/messages", handover(story="换了一个说法。"))
    assert wrong.status_code == 422
    child = handed_out(world, they.partner.office)
    letters = they.request("GET", "/api/exchange/messages").json()
    assert [one["number"] for one in letters] == [child.number]
    held = they.request("POST", "/api/exchange/received", {"ids": [letters[0]["id"], "没有这个"]}).json()[
        "held"
    ]
    assert held[f"{own_code()}/{child.number}"] == "waiting"
    assert they.request("GET", "/api/exchange/messages").json() == []


def test_a_request_signed_for_another_house_is_refused_here(they: OtherSide) -> None:
    path = "/api/exchange/messages"
    assert they.request("POST", path, handover(), to="别的司法局").status_code == 401
    assert not Matter.objects.exists()
    assert they.request("POST", path, handover()).status_code == 200


def test_an_unsigned_an_old_and_an_altered_request_are_refused(they: OtherSide) -> None:
    path, now = "/api/exchange/messages", timezone.now()
    assert Client().get(path).status_code == 401
    assert Client().get(path, HTTP_X_EXCHANGE="a b c").status_code == 401
    for away in (timedelta(minutes=-6), timedelta(minutes=6)):
        assert they.request("GET", path, time=(now + away).isoformat()).status_code == 401
    for time in ("昨天", "2025-03-10", "9999-12-31T23:59:59-23:59"):
        assert they.request("GET", path, time=time).status_code == 401
    changed = json.dumps(handover(story="换了一个说法。")).encode()
    assert they.request("POST", path, handover(), changed=changed).status_code == 401
    assert OtherSide(they.partner, new_keys(), they.ours).request("GET", path).status_code == 401
    assert not Matter.objects.exists()


# -- names -------------------------------------------------------------------------------------------------------------


def test_every_code_has_one_name_in_the_table_and_no_other_stands_there() -> None:
    listed = [(row["table"], row["code"]) for row in rows()]
    assert len(listed) == len(set(listed))
    wanted = {
        "dispute": {kind.code for kind in FIRST_LEVEL}, "body": {one.value for one in Body},
        "outcome": {one.value for one in OutcomeHere},
    }  # fmt: skip
    assert {table: {code for t, code in listed if t == table} for table, _ in listed} == wanted
    for row in rows():
        assert all(row[column] for column in ("name", "source"))
        if row["table"] == "dispute":
            assert code_of("dispute", row["name"]) == code_of("dispute", row["code"]) == row["code"]

"""Two questions at intake change what the people who handle the matter see, may do without a word, and print."""

import pytest
from django.test import Client

from gongdao.matters.models import Matter, Paper
from gongdao.matters.papers import Form, open_paper
from gongdao.matters.queries import case_of
from gongdao.matters.revealing import Reader
from gongdao.web.offering import opening_values
from tests.documents.extracting import docx_text
from tests.matters.playing import TO_SIGNED, play_steps
from tests.web.test_pages import application, signed_in
from tests.world import World, now_on

PHONE, ADDRESS = "00011112222", "示例村藏身的小屋"
APART = {"记录一次调解": {"方式": "分开谈（背靠背）"}}


def filed(**more: object) -> Matter:
    told = {"applicants-0-phone": PHONE, "applicants-0-address": ADDRESS}
    assert Client().post("/file/", application(**told, **more)).status_code == 302
    return Matter.objects.get()


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ("only_message", "不要打电话。短信里只请本人查进度"),
        ("masked", "别人接的，只说“您好，请让某某方便时回个电话”"),
        ("no", "等本人来问"),
    ],
)
def test_the_wish_stands_wherever_somebody_is_about_to_call(world: World, wish: str, says: str) -> None:
    matter = filed(safe_to_contact=wish, safety_note="儿子在家时不要打")
    clerk = signed_in("committee_clerk")
    for page in ("", "attempt_contact/", "accept/"):
        shown = clerk.get(f"/desk/matter/{matter.number}/{page}").content.decode()
        assert says in shown, page
        assert "儿子在家时不要打" in shown
    assert "联系之前先看注意事项" in clerk.get("/desk/").content.decode()


def test_nothing_is_said_where_there_is_nothing_to_mind(world: World) -> None:
    matter = filed()
    clerk = signed_in("committee_clerk")
    assert "联系之前先看" not in clerk.get(f"/desk/matter/{matter.number}/").content.decode()
    assert "联系之前先看" not in clerk.get("/desk/").content.decode()


def test_a_call_against_the_wish_needs_a_reason(world: World) -> None:
    matter = filed(safe_to_contact="no")
    clerk = signed_in("committee_clerk")
    path = f"/desk/matter/{matter.number}/attempt_contact/"
    called = {"contact_party": "p1", "contact_by": "phone"}
    assert "请在“对方怎么说”里写明为什么" in clerk.post(path, called).content.decode()
    assert clerk.post(path, called | {"contact_note": "她自己打来，断线后回拨。"}).status_code == 302


def test_the_other_side_may_be_called_as_ever(world: World) -> None:
    matter = filed(safe_to_contact="no")
    path = f"/desk/matter/{matter.number}/attempt_contact/"
    answer = signed_in("committee_clerk").post(path, {"contact_party": "p2", "contact_by": "phone"})
    assert answer.status_code == 302


def test_somebody_afraid_sees_the_way_to_protection(world: World) -> None:
    citizen = Client()
    assert citizen.post("/file/", application(afraid="on")).status_code == 302
    mine = citizen.get("/mine/").content.decode()
    for word in ("人身安全保护令", "不查经济条件", "不会安排您和对方当面一起谈"):
        assert word in mine


def _agreement(world: World, **apply: object) -> str:
    party = {"applicants": [{"name": "甲示例", "phone": PHONE, "address": ADDRESS}]}
    played = play_steps(world, *TO_SIGNED, facts={"申请调解": party | apply} | APART)
    assert played.matter
    paper = Paper.objects.select_related("matter__office", "matter__parent").get(
        matter=played.matter, code="agreement"
    )
    opened = open_paper(paper, form=Form.DOCX, reader=Reader(), at=now_on("2025-06-01"))
    return docx_text(opened.data)


def test_an_agreement_does_not_tell_where_somebody_afraid_can_be_found(world: World) -> None:
    text = _agreement(world, afraid=True)
    assert PHONE not in text
    assert ADDRESS not in text
    assert "按本人要求不写在这里" in text


def test_an_ordinary_agreement_names_the_address(world: World) -> None:
    text = _agreement(world)
    assert PHONE in text
    assert ADDRESS in text


def test_the_application_to_the_court_reaches_somebody_afraid_through_the_office(world: World) -> None:
    party = {"applicants": [{"name": "甲示例", "phone": PHONE, "address": ADDRESS}], "afraid": True}
    played = play_steps(world, *TO_SIGNED, facts={"申请调解": party} | APART)
    assert played.matter
    case = case_of(played.matter, now_on("2025-03-10"))
    step = case.procedure.step_by_code["request_confirmation"]
    opens_with = opening_values(played.matter, case, step, None, only=None)["service_address"]
    assert opens_with == f"甲示例：由{played.matter.office.name}转"

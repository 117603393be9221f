"""Putting the application aside and going on with it: no account, sealed, gone in two weeks."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from gongdao.matters.drafts import KEPT_FOR, MOST, DraftTooLong, drop_draft, keep_draft, open_draft
from gongdao.matters.models import Draft, Matter
from tests.web.test_pages import application
from tests.world import World, now_on

AT = now_on("2025-03-03")
WRITTEN = {"story": "写到一半的事情", "applicants": [{"name": "甲示例"}]}


def code_on(page: str) -> str:
    found = re.search(r"<dd>([0-9A-Z-]{14})</dd>", page)
    assert found, page
    return found[1]


def test_a_citizen_puts_the_form_aside_and_goes_on_elsewhere(world: World) -> None:
    page = (
        Client()
        .post("/file/", application(save="1", told_data_use="", story="漏水，写到这里"))
        .content.decode()
    )
    code = code_on(page)
    assert "还没有提交" in page
    assert not Matter.objects.exists()
    assert "接着写" in Client().get("/file/later/").content.decode()
    elsewhere = Client()
    again = elsewhere.post(
        "/file/", {"from": "draft", "draft": code.lower().replace("-", " ")}
    ).content.decode()
    assert "漏水，写到这里" in again
    assert "甲示例" in again
    assert '<option value="TWH" selected>' in again
    assert elsewhere.post("/file/", application(draft=code)).status_code == 302
    assert Matter.objects.count() == 1
    assert not Draft.objects.exists(), "提交以后不再留着"


def test_putting_aside_again_keeps_the_same_code(world: World) -> None:
    client = Client()
    code = code_on(client.post("/file/", application(save="1")).content.decode())
    more = application(save="1", draft=code, story="又写了一些")
    assert code_on(client.post("/file/", more).content.decode()) == code
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("code", ["", "AAAA-BBBB-CCCC", "x" * 500, "<script>", "２３４５-ABCD-EFGH"])
def test_a_wrong_code_opens_nothing(world: World, code: str) -> None:
    answer = Client().post("/file/", {"from": "draft", "draft": code})
    assert answer.status_code == 422
    assert "取回码不对" in answer.content.decode()


def test_it_can_be_thrown_away(world: World) -> None:
    client = Client()
    code = code_on(client.post("/file/", application(save="1")).content.decode())
    assert client.post("/file/later/delete/", {"draft": code}).status_code == 302
    assert not Draft.objects.exists()


def test_the_text_is_sealed_in_the_database(db: None) -> None:
    code = keep_draft(WRITTEN, at=AT)
    (row,) = Draft.objects.all()
    assert "写到一半".encode() not in bytes(row.written_sealed)
    assert code.replace("-", "") not in row.code_fingerprint
    assert open_draft(code, at=AT) == WRITTEN


def test_after_two_weeks_it_is_gone(db: None) -> None:
    code = keep_draft(WRITTEN, at=AT)
    assert open_draft(code, at=AT + KEPT_FOR - timedelta(seconds=1)) == WRITTEN
    assert open_draft(code, at=AT + KEPT_FOR) is None
    keep_draft(WRITTEN, at=AT + KEPT_FOR)
    assert Draft.objects.count() == 1, "过期的在下一次存的时候删掉"


def test_an_invented_code_is_not_taken_over(db: None) -> None:
    assert keep_draft(WRITTEN, at=AT, code="AAAA-BBBB-CCCC") != "AAAA-BBBB-CCCC"


def test_nobody_fills_the_database_with_one_draft(db: None) -> None:
    with pytest.raises(DraftTooLong):
        keep_draft({"story": "长" * MOST}, at=AT)
    drop_draft("没有这个码")


def test_too_long_a_form_is_said_and_not_lost(world: World) -> None:
    answer = Client().post("/file/", application(save="1", request="长" * MOST))
    assert answer.status_code == 422
    assert "存不下来" in answer.content.decode()

"""Bad input on everything: a clear answer in plain Chinese, nothing lost, nothing broken."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongdao.matters.models import Event, Matter
from tests.web.test_pages import application, signed_in
from tests.world import World

ODD = [
    "",
    " ",
    "\x00",
    "𠮷😀",
    "<script>alert(1)</script>",
    "'; DROP TABLE matters_event; --",
    "a" * 30_000,
    "\u202e反",
    "{{7*7}}",
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_any_story_is_answered(world: World, odd: str) -> None:
    answer = Client().post("/tell/", {"story": odd})
    assert answer.status_code in (200, 422)
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_any_name_is_kept_or_refused_with_a_reason(world: World, odd: str) -> None:
    answer = Client().post("/file/", application(**{"applicants-0-name": odd}))
    if answer.status_code == 302:
        assert Matter.objects.count() == 1
    else:
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "要改" in page
        assert "楼上漏水。" in page, "写过的内容丢了"


@pytest.mark.parametrize(
    "odd", ["", "民法典", "民法典99999", "%", '"', "AND OR NOT", "*", "第条", "😀" * 300]
)
def test_any_question_to_the_law_is_answered(world: World, odd: str) -> None:
    assert Client().get("/law/", {"q": odd}).status_code in (200, 302)


@pytest.mark.parametrize(
    "path",
    [
        "/law/没有这部法/",
        "/law/民法典/9999/",
        "/desk/matter/x/",
        "/mine/x/y/",
        "/%00/",
        "/law/民法典/675/?on=昨天",
    ],
)
def test_an_odd_address_gets_a_page_with_a_way_on(world: World, path: str) -> None:
    assert Client().get(path).status_code in (200, 302, 404)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("people_involved", "十几", "数字"), ("people_involved", "0", "不能小于1"), ("amount_claimed", "1.234", "两位小数"),
        ("amount_claimed", "9" * 20, "太大"), ("happened_on", "昨天", "年-月-日"), ("happened_on", "2999-01-01", "不能晚于今天"),
        ("kind", "", "要填"), ("safe_to_contact", "maybe", "选"), ("office", "NOWHERE", "调解委员会"),
        ("applicants-0-birth_date", "2020-01-01", "监护人"), ("story", "", "要填"),
    ],
)  # fmt: skip
def test_each_wrong_answer_is_named_and_nothing_is_lost(
    world: World, field: str, value: str, says: str
) -> None:
    answer = Client().post("/file/", application(**{field: value}))
    page = answer.content.decode()
    assert answer.status_code in (409, 422), page
    assert says in page
    assert "甲示例" in page
    assert Matter.objects.count() == 0


def test_every_error_is_listed_at_the_top_with_the_way_to_it(world: World) -> None:
    page = Client().post("/file/", {"people_involved": "十几"}).content.decode()
    top = page[page.index("处要改") : page.index("<form")]
    for place, title in (
        ("id-applicants-0-name", "申请人1，姓名或名称"),
        ("id-respondents-0-name", "对方1，姓名或名称"),
        ("id-story", "事情经过"),
        ("id-people_involved", "涉及多少人"),
        ("office", "请哪里办"),
    ):
        assert f'<a href="#{place}">{title}</a>' in top
        assert f'id="{place}"' in page


def test_the_same_form_sent_twice_files_once(world: World) -> None:
    client = Client()
    key = re.search(r'name="key" value="([^"]+)"', client.get("/file/").content.decode())[1]  # type: ignore[index]
    for _ in range(2):
        assert client.post("/file/", application(key=key)).status_code == 302
    assert Matter.objects.count() == 1


def test_an_added_row_keeps_what_was_typed(world: World) -> None:
    page = Client().post("/file/", application(add="applicants")).content.decode()
    assert 'name="applicants-1-name"' in page
    assert "甲示例" in page
    page = (
        Client()
        .post("/file/", application(**{"applicants-1-name": "丙示例", "remove": "applicants-0"}))
        .content.decode()
    )
    assert "丙示例" in page
    assert "甲示例" not in page


def test_two_people_at_the_same_form_do_not_overwrite_each_other(world: World) -> None:
    Client().post("/file/", application())
    number = Matter.objects.get().number
    clerk = signed_in("committee_clerk")
    path = f"/desk/matter/{number}/attempt_contact/"
    seq = re.search(r'name="seq" value="(\d+)"', clerk.get(path).content.decode())[1]  # type: ignore[index]
    first = {"contact_party": "p2", "contact_by": "phone", "seq": seq}
    assert clerk.post(path, first).status_code == 302
    late = clerk.post(path, first | {"contact_by": "visit"})
    assert late.status_code == 409
    assert "刚刚有了新进展" in late.content.decode()
    assert "上门" in late.content.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "空"), (b"MZ\x90\x00 a program", "只能上传"), (b"x" * (20 * 1024 * 1024 + 1), "20兆")],
    ids=["empty", "program", "huge"],
)
def test_a_wrong_file_is_refused_with_a_reason(world: World, content: bytes, says: str) -> None:
    Client().post("/file/", application())
    matter = Matter.objects.get()
    clerk = signed_in("committee_clerk")
    answer = clerk.post(
        f"/desk/matter/{matter.number}/record_identity/",
        {"identity_party": "p1", "identity_file": SimpleUploadedFile("photo.jpg", content, "image/jpeg")},
    )
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert Event.objects.count() == 1


def test_an_unknown_file_or_party_is_refused(world: World) -> None:
    Client().post("/file/", application())
    number = Matter.objects.get().number
    clerk = signed_in("committee_clerk")
    for data, says in (
        ({"identity_party": "p9"}, "没有编号"), ({"identity_party": "p1", "identity_file": "f" * 64}, "重新上传"),
        ({"identity_party": "<b>"}, "选"),
    ):  # fmt: skip
        answer = clerk.post(f"/desk/matter/{number}/record_identity/", data)
        assert answer.status_code in (403, 409, 422)
        assert says in answer.content.decode()
    assert Event.objects.count() == 1


def test_the_interface_answers_bad_input_in_chinese(world: World) -> None:
    client = Client()
    for body in ("", "{}", "[]", "null", '{"story": 5}', "{"):
        answer = client.post("/api/understand", body, content_type="application/json")
        assert answer.status_code in (400, 422)
    answer = client.post(
        "/api/applications?office=TWH",
        '{"kind": "neighbour"}',
        content_type="application/json",
        headers={"Idempotency-Key": "12345678"},
    )
    assert answer.status_code == 422
    assert answer.json()["fields"]["story"] == ["这一项要填"]

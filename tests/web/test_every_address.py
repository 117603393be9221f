"""Every page and every operation of the interface, from the URL table itself: nobody sees what is not theirs."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from gongdao.matters.models import Event, Matter
from tests.web.test_pages import application, signed_in
from tests.world import World

NAME, PHONE, PLACE, STORY, OTHER = (
    "甲氏示例秘密",
    "00099998888",
    "示例村秘密小巷",
    "楼上漏水的秘密经过",
    "乙氏示例秘密",
)
SECRETS = (NAME, PHONE, PLACE, STORY, OTHER)
# Whoever may open the file of a matter of this office, by design; everybody else must not.
OUTSIDERS = (
    "other_mediator",
    "other_clerk",
    "other_head",
    "second_mediator",
    "mediator",
    "auditor",
    "administrator",
    "bureau_chief",
)
PUBLIC = {
    "home",
    "tell",
    "how",
    "display",
    "file",
    "receipt",
    "progress",
    "mine",
    "forget",
    "law",
    "law_whole",
    "article",
}


def addresses(number: str, paper: int) -> Iterator[tuple[str, str]]:
    """(name, path) of every address, with the real matter and paper filled in."""
    for route, name in _routes(get_resolver().url_patterns, ""):
        path = route.replace("law/<str:name>/<str:number>", "law/民法典/675").replace("^", "")
        path = re.sub(r"\$|\\Z", "", path)
        for pattern, value in (
            (r"<(?:str:)?number>", number), (r"<int:pk>|<int:paper_id>|<paper_id>", str(paper)), (r"<[^>]*form>", "pdf"),
            (r"<[^>]*party>", "p1"), (r"<[^>]*code>", "accept"), (r"<str:name>", "民法典"), (r"<[^>]+>", "x"),
        ):  # fmt: skip
            path = re.sub(pattern, value, path)
        yield name, "/" + path


def _routes(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, str]]:
    for one in patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _routes(one.url_patterns, route)
        else:
            yield route, one.name or route


@pytest.fixture
def matter(world: World) -> Matter:
    answer = Client().post(
        "/file/",
        application(**{"applicants-0-name": NAME, "applicants-0-phone": PHONE, "applicants-0-address": PLACE,
                       "respondents-0-name": OTHER, "story": STORY}),
    )  # fmt: skip
    assert answer.status_code == 302
    return Matter.objects.get()


def _said(answer) -> str:  # type: ignore[no-untyped-def]
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode(errors="replace")


def _ask(client: Client, path: str) -> Iterator[tuple[str, int, str]]:
    for method in ("get", "post", "put", "delete", "patch"):
        kind = "application/json" if path.startswith("/api/") and method != "get" else None
        answer = getattr(client, method)(path, **({"data": "{}", "content_type": kind} if kind else {}))
        yield method, answer.status_code, _said(answer)


def check(client: Client, matter: Matter, who: str) -> int:
    """No address gives this person anything of the matter; how many questions were asked."""
    paper = matter.papers.get(code="application")
    before = Event.objects.count()
    asked = 0
    for name, path in addresses(matter.number, paper.pk):
        for method, status, said in _ask(client, path):
            asked += 1
            where = f"{who} {method} {path} → {status}"
            assert status < 500, where
            assert not any(secret in said for secret in SECRETS), where
            assert not said.startswith("%PDF"), where
            if status == 200 and name not in PUBLIC:
                assert (
                    matter.number not in said
                    or who == "bureau_chief"
                    or f'value="{matter.number}"' in said
                    or "readers" in path
                ), where
    assert Event.objects.count() == before, f"{who} 留下了记录"
    return asked


def test_an_anonymous_caller_gets_nothing_anywhere(matter: Matter) -> None:
    assert check(Client(), matter, "匿名") > 300


@pytest.mark.parametrize("who", OUTSIDERS)
def test_the_wrong_role_gets_nothing_anywhere(matter: Matter, who: str) -> None:
    client = signed_in(who)
    assert check(client, matter, who) > 300


def test_a_party_of_another_matter_gets_nothing_anywhere(matter: Matter) -> None:
    stranger = Client()
    stranger.post("/file/", application())
    check(stranger, matter, "别的当事人")


def test_a_wrong_code_opens_nothing_and_ten_tries_close_the_door(matter: Matter) -> None:
    client = Client()
    for _ in range(10):
        assert client.post("/progress/", {"number": matter.number, "code": "AAAAAAAA"}).status_code == 422
    assert client.post("/progress/", {"number": matter.number, "code": "AAAAAAAA"}).status_code == 429


def test_an_account_without_posts_sees_an_empty_desk(world: World) -> None:
    from gongdao.people import actions
    from tests.world import BY, PASSWORD

    actions.create_account(username="nobody", display_name="示例新人", password=PASSWORD, **BY)
    page = signed_in("nobody").get("/desk/")
    assert page.status_code == 200
    assert "还没有岗位" in page.content.decode()

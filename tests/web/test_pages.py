"""Pages answer, for the right people, with the right words."""

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.models import Matter
from gongdao.people.models import Office
from tests.world import PASSWORD, World

STORY = "老板拖欠我们十几个人三个月工资"


def signed_in(name: str) -> Client:
    client = Client()
    assert client.login(username=name, password=PASSWORD)
    return client


def application(**more: object) -> dict[str, object]:
    return {
        "kind": "neighbour", "applicants-0-name": "甲示例", "respondents-0-name": "乙示例", "story": "楼上漏水。",
        "people_involved": "2", "safe_to_contact": "yes", "told_data_use": "on", "office": "TWH",
    } | more  # fmt: skip


@pytest.fixture
def filed(world: World) -> tuple[Client, Matter]:
    client = Client()
    answer = client.post("/file/", application())
    assert answer.status_code == 302, answer.content.decode()
    return client, Matter.objects.get()


def test_a_story_gets_articles_and_roads(world: World) -> None:
    page = Client().post("/tell/", {"story": STORY}).content.decode()
    assert "可以走的路" in page
    assert "劳动" in page
    assert "申请人民调解" in page


def test_an_empty_story_gets_a_helpful_answer(world: World) -> None:
    answer = Client().post("/tell/", {"story": "  "})
    assert answer.status_code == 422
    assert "一句话就行" in answer.content.decode()


def test_a_citizen_files_without_an_account_and_sees_the_progress(filed: tuple[Client, Matter]) -> None:
    client, matter = filed
    receipt = client.get("/receipt/").content.decode()
    assert matter.number in receipt
    mine = client.get("/mine/")
    assert mine.status_code == 200
    assert "已登记" in mine.content.decode()


def test_the_mediator_walks_a_matter_to_a_signed_agreement_on_pages(
    filed: tuple[Client, Matter], world: World
) -> None:
    citizen, matter = filed
    clerk, mediator = signed_in("committee_clerk"), signed_in("mediator")
    base = f"/desk/matter/{matter.number}/"

    def post(client: Client, step: str, **data: object) -> None:
        shown = client.get(base + f"{step}/")
        assert shown.status_code == 200, (step, shown.status_code)
        answer = client.post(base + f"{step}/", data)
        assert answer.status_code == 302, (step, answer.content.decode()[-3000:])

    post(clerk, "accept")
    post(clerk, "consent", consent_party="p2", consent_told_rights="on", channel="phone")
    post(clerk, "assign_mediator", mediator=str(world.people["mediator"].pk))
    post(mediator, "declare_interest", no_conflict="on")
    post(mediator, "record_identity", identity_party="p1")
    post(mediator, "hold_session", session_on="2025-03-03", session_at="调解室", session_form="together",
         session_parties=["p1", "p2"], session_statements="各自说了经过。")  # fmt: skip
    agreement = {
        "main_facts": "楼上漏水。", "in_dispute": "赔偿。", "obligations-0-payer": "p2", "obligations-0-payee": "p1",
        "obligations-0-deed": "pay", "obligations-0-amount": "3000", "obligations-0-manner": "现金",
        "obligations-0-due_on": "2099-01-01", "breach_term": "可以起诉。",
    }  # fmt: skip
    checked = mediator.post(base + "draft_agreement/", agreement | {"check": "1"}).content.decode()
    assert "没有发现问题" in checked
    post(mediator, "draft_agreement", **agreement)
    citizen.post(f"/mine/{matter.number}/acknowledge_read_back/", {"read_back_understood": "on"})
    post(mediator, "acknowledge_read_back", read_back_party="p2", read_back_understood="on")
    page = mediator.get(base).content.decode()
    assert "协议待签" in page
    for path in (base, "/desk/", "/desk/matters/", base + "readers/"):
        assert mediator.get(path).status_code == 200
    assert signed_in("committee_head").get("/desk/office/").status_code == 200
    assert signed_in("auditor").get("/desk/audit/").status_code == 200
    paper = matter.papers.filter(code="agreement").get()
    pdf = mediator.get(f"/desk/paper/{paper.pk}.pdf")
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")


def test_the_first_thing_to_do_stands_before_everything_else(world: World) -> None:
    page = Client().post("/tell/", {"story": STORY}).content.decode()
    places = [page.index(said) for said in ("先做这一件", "可以走的路", "法律是这样写的")]
    assert places == sorted(places)


def test_danger_comes_before_the_kind(world: World) -> None:
    page = Client().post("/tell/", {"story": "老公拿刀要砍我"}).content.decode()
    assert page.index("tel:110") < page.index("<h1>")


def test_who_asks_what_the_law_says_reads_the_law_first(world: World) -> None:
    page = Client().post("/tell/", {"story": "居住权可以出租吗"}).content.decode()
    assert page.index("先看这一条") < page.index("可以走的路")
    assert "居住权不得转让" in page


def test_a_date_not_to_be_missed_stands_on_the_first_screen(world: World) -> None:
    story = f"{timezone.localdate().year - 3}年12月30号借给他两万块，一直没还"
    page = Client().post("/tell/", {"story": story}).content.decode()
    assert "有一个时间要记住" in page
    assert page.index("有一个时间要记住") < page.index("可以走的路")


def test_who_says_where_they_live_sees_the_office_that_serves_them(world: World) -> None:
    area = Office.objects.get(code="TWH").area
    while area.level not in ("county", "township"):
        assert area.parent
        area = area.parent
    page = Client().post("/tell/", {"story": "邻居漏水", "area": area.code}).content.decode()
    assert "离您最近" in page
    other = Client().post("/tell/", {"story": "邻居漏水", "area": "'; DROP"}).content.decode()
    assert "离您最近" not in other

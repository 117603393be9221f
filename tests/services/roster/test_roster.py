"""Lawyers on duty: who is not on the roster of the day, or is bound to one side, receives no petitioner."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.models import Matter
from gongdao.people.actions import StaffError
from gongdao.people.models import StaffEvent
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.moves import Refused
from gongdao.procedures.petition_reception.facts import LawyerFacts, VisitorFacts
from gongdao.services.legal_aid.actions import note_mandate, register_undertaker
from gongdao.services.roster.actions import put_on_duty, take_off_duty
from gongdao.services.roster.queries import on_duty
from tests.services.legal_aid.register import firm
from tests.web.test_pages import signed_in
from tests.world import World, next_key, now_on

NOW = now_on("2025-03-03")
DAY = date(2025, 3, 3)


def visit(world: World) -> Matter:
    facts = VisitorFacts.model_validate(
        {"received_on": DAY, "reception_place": "接待中心", "visitors": [{"name": "甲示例", "phone": "000-1111-2222"}],
         "against": [{"name": "示例建设公司", "is_organisation": True}], "story": "工程款没有给。", "kind": "contract",
         "told_data_use": True}
    )  # fmt: skip
    doer = Doer(Actor.COMMITTEE, account=world.people["service_clerk"], channel=Channel.COUNTER)
    return open_matter(
        procedure="petition_reception", office=world.centre, step="register_visit", doer=doer, at=NOW, facts=facts, key=next_key()
    ).matter  # fmt: skip


def name(world: World, matter: Matter, who: str) -> None:
    doer = Doer(Actor.COMMITTEE, account=world.people["service_clerk"], channel=Channel.COUNTER)
    take_step(
        matter,
        "name_lawyer",
        doer=doer,
        at=NOW,
        facts=LawyerFacts(lawyer=str(world.people[who].pk)),
        key=next_key(),
    )


def test_a_lawyer_on_duty_receives_the_petitioner(world: World) -> None:
    put_on_duty(world.centre, world.people["adviser"], DAY, by=None, at=NOW)
    matter = visit(world)
    name(world, matter, "adviser")
    assert Matter.objects.get(pk=matter.pk).owner == world.people["adviser"]


def test_a_lawyer_not_on_duty_that_day_is_refused(world: World) -> None:
    put_on_duty(world.centre, world.people["adviser"], DAY + timedelta(days=1), by=None, at=NOW)
    matter = visit(world)
    with pytest.raises(Refused, match="值班表里没有这位律师"):
        name(world, matter, "adviser")


def test_a_lawyer_who_has_acted_for_the_other_side_is_refused(world: World) -> None:
    put_on_duty(world.centre, world.people["adviser"], DAY, by=None, at=NOW)
    undertaker = register_undertaker(
        world.people["adviser"],
        kind="lawyer",
        area=world.town,
        practice=firm(world),
        licence_number="L1",
        at=NOW,
    )
    note_mandate(undertaker, side="client", name="示例建设公司", is_organisation=True, at=NOW)
    with pytest.raises(Refused, match="利害冲突"):
        name(world, visit(world), "adviser")


def test_every_change_of_the_roster_stays_on_record(world: World) -> None:
    adviser = world.people["adviser"]
    put_on_duty(world.centre, adviser, DAY, by=world.people["service_clerk"], at=NOW)
    put_on_duty(world.centre, adviser, DAY, by=world.people["service_clerk"], at=NOW)
    take_off_duty(world.centre, adviser, DAY, by=world.people["service_head"], at=NOW)
    assert not on_duty(world.centre, DAY)
    events = StaffEvent.objects.filter(what__contains="duty").order_by("pk")
    assert [(e.what, e.by) for e in events] == [
        ("put_on_duty", world.people["service_clerk"]), ("taken_off_duty", world.people["service_head"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "day", "why"),
    [
        ("adviser", DAY - timedelta(days=1), "今天起一年以内"),
        ("adviser", DAY + timedelta(days=400), "今天起一年以内"),
        ("mediator", DAY, "不是示例县公共法律服务中心的在任律师"),
    ],
)
def test_nobody_else_and_no_other_day(world: World, who: str, day: date, why: str) -> None:
    with pytest.raises(StaffError, match=why):
        put_on_duty(world.centre, world.people[who], day, by=None, at=NOW)


def test_what_was_not_there_cannot_be_taken_off_nor_the_past_changed(world: World) -> None:
    with pytest.raises(StaffError, match="本来就没有排"):
        take_off_duty(world.centre, world.people["adviser"], DAY, by=None, at=NOW)
    with pytest.raises(StaffError, match="过去的值班不能改"):
        take_off_duty(world.centre, world.people["adviser"], DAY - timedelta(days=1), by=None, at=NOW)


def test_the_clerk_keeps_the_roster_on_a_page(world: World) -> None:
    clerk, day = signed_in("service_clerk"), timezone.localdate() + timedelta(days=3)
    sent = {"day": day.isoformat(), "lawyer": str(world.people["adviser"].pk), "office": "GGZX"}
    assert clerk.post("/desk/roster/", sent).status_code == 302
    assert "示例adviser" in clerk.get("/desk/roster/").content.decode()
    assert clerk.post("/desk/roster/", sent | {"off": "1"}).status_code == 302
    assert not on_duty(world.centre, day)


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "昨天"},
        {"day": ""},
        {"lawyer": "0"},
        {"lawyer": "²"},
        {"lawyer": "9" * 40},
        {"lawyer": "1; DROP"},
    ],
)
def test_odd_input_is_answered_in_words(world: World, wrong: dict[str, str]) -> None:
    sent = {
        "day": timezone.localdate().isoformat(),
        "lawyer": str(world.people["adviser"].pk),
        "office": "GGZX",
    } | wrong
    assert signed_in("service_clerk").post("/desk/roster/", sent).status_code == 422


@pytest.mark.parametrize("who", ["adviser", "mediator", "administrator", "bureau_chief"])
def test_nobody_else_keeps_it(world: World, who: str) -> None:
    client = signed_in(who)
    assert client.get("/desk/roster/").status_code == 404
    assert client.post("/desk/roster/", {"day": "2099-01-01"}).status_code == 404


def test_a_citizen_books_a_notary_and_reads_what_it_costs(world: World) -> None:
    client = Client()
    page = client.get("/file/notary_booking/").content.decode()
    assert "按规定收费" in page
    assert "示例县公证处" in page
    sent = {
        "notary_matter": "mandate", "applicants-0-name": "甲示例", "wished_on": "2099-01-05", "venue": "domicile",
        "told_data_use": "on", "office": "GZC",
    }  # fmt: skip
    answer = client.post("/file/notary_booking/", sent)
    assert answer.status_code == 302, answer.content.decode()
    assert "等待约定时间" in client.get("/mine/").content.decode()
    refused = client.post("/file/notary_booking/", sent | {"notary_matter": "will", "by_agent": "on"})
    assert "要本人来办" in refused.content.decode()

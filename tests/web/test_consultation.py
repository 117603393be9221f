"""One thread of consultation across telephone, counter and web: nothing asked twice, and it becomes a matter as it is."""

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.actions import take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, events_of
from gongdao.matters.revealing import Reader, opened_facts, parties_of
from gongdao.people.models import AccessLog
from gongdao.procedures.consultation.facts import AnswerFacts
from gongdao.procedures.engine.declaration import Actor
from gongdao.web.beside import beside
from gongdao.web.threads import thread
from tests.web.test_pages import signed_in
from tests.world import World, next_key, now_on

STORY = "老板拖欠我三个月工资，没有签合同，怎么办？"
PHONE = "000-1234-5678"


def asked(**more: object) -> dict[str, object]:
    return {
        "story": STORY, "applicants-0-name": "甲示例", "applicants-0-phone": PHONE, "kind": "migrant_wages",
        "safe_to_contact": "masked", "told_data_use": "on", "office": "GGZX",
    } | more  # fmt: skip


@pytest.fixture
def citizen(world: World) -> Client:
    client = Client()
    answer = client.post("/file/consultation/", asked())
    assert answer.status_code == 302, answer.content.decode()
    return client


def consultation() -> Matter:
    return Matter.objects.select_related("office", "parent").get(procedure="consultation")


def test_the_road_to_advice_opens_with_what_was_told(world: World) -> None:
    page = Client().post("/tell/", {"story": STORY}).content.decode()
    assert "申请法律咨询" in page
    form = (
        Client()
        .post("/file/consultation/", {"from": "told", "story": STORY, "kind": "migrant_wages"})
        .content.decode()
    )
    assert STORY in form


def test_who_calls_again_is_found_by_the_telephone_and_the_thread_goes_on(citizen: Client) -> None:
    clerk = signed_in("service_clerk")
    found = clerk.post("/desk/caller/", {"phone": "00012345678"}).content.decode()
    number = consultation().number
    assert number in found
    form = clerk.get(f"/desk/matter/{number}/add_words/").content.decode()
    assert STORY in form  # what was said stands above: nobody asks again
    answer = clerk.post(
        f"/desk/matter/{number}/add_words/", {"more_said": "有微信记录。", "channel": "phone"}
    )
    assert answer.status_code == 302, answer.content.decode()
    mine = citizen.get("/mine/").content.decode()
    assert mine.index(STORY) < mine.index("有微信记录。")
    assert AccessLog.objects.filter(purpose="按来电号码查找", matter_number=number).exists()


@pytest.mark.parametrize("phone", ["", "123", "000-1234-5679", "甲示例", "' OR 1=1 --1234567", "9" * 500])
def test_another_number_finds_nothing(citizen: Client, phone: str) -> None:
    answer = signed_in("service_clerk").post("/desk/caller/", {"phone": phone})
    assert answer.status_code in (200, 422)
    assert consultation().number not in answer.content.decode()


@pytest.mark.parametrize(
    "who", ["mediator", "other_clerk", "auditor", "administrator", "bureau_chief", "second_adviser"]
)
def test_who_does_not_see_the_parties_finds_nobody_by_telephone(citizen: Client, who: str) -> None:
    assert (
        consultation().number not in signed_in(who).post("/desk/caller/", {"phone": PHONE}).content.decode()
    )


def test_a_lawyer_sees_and_answers_only_what_was_given_to_them(citizen: Client, world: World) -> None:
    matter = consultation()
    assert signed_in("adviser").get(f"/desk/matter/{matter.number}/").status_code == 404
    clerk = signed_in("service_clerk")
    clerk.post(f"/desk/matter/{matter.number}/name_answerer/", {"answerer": str(world.people["adviser"].pk)})
    lawyer = signed_in("adviser")
    form = lawyer.get(f"/desk/matter/{matter.number}/answer/").content.decode()
    assert STORY in form
    assert "供参考" in form
    lawyer.post(
        f"/desk/matter/{matter.number}/answer/", {"answer": "可以向劳动监察投诉。", "told_of_aid": "on"}
    )
    assert "可以向劳动监察投诉" in citizen.get("/mine/").content.decode()
    assert signed_in("second_adviser").get(f"/desk/matter/{matter.number}/").status_code == 404


def test_a_consultation_becomes_a_matter_without_a_word_typed_again(citizen: Client, world: World) -> None:
    matter = consultation()
    doer = Doer(Actor.COMMITTEE, account=world.people["service_clerk"], channel=Channel.COUNTER)
    facts = AnswerFacts(answer="可以申请调解。", told_of_aid=True)
    take_step(matter, "answer", doer=doer, at=now_on("2099-01-05"), facts=facts, key=next_key())
    page = citizen.get("/mine/").content.decode()
    assert "/file/people_mediation/?from=mine" in page
    form = citizen.get("/file/people_mediation/?from=mine").content.decode()
    for said in (STORY, "甲示例", PHONE, "不用再说一遍"):
        assert said in form
    sent = asked(
        **{"respondents-0-name": "乙示例公司", "people_involved": "2", "office": "TWH", "carried": "1"}
    )
    assert citizen.post("/file/people_mediation/", sent).status_code == 302
    became = Matter.objects.get(procedure="people_mediation")
    case = case_of(consultation(), now_on("2099-01-06"))
    assert case.fact("carried_number") == became.number
    assert became.kind == "migrant_wages"
    carried = case_of(
        Matter.objects.select_related("office", "parent").get(pk=became.pk), now_on("2099-01-06")
    )
    assert carried.fact("safe_to_contact") == "masked"


def test_a_form_that_says_it_was_carried_without_a_consultation_is_an_ordinary_one(world: World) -> None:
    client = Client()
    assert "不用再说一遍" not in client.get("/file/people_mediation/?from=mine").content.decode()
    sent = asked(
        **{"respondents-0-name": "乙示例公司", "people_involved": "2", "office": "TWH", "carried": "1"}
    )
    assert client.post("/file/people_mediation/", sent).status_code == 302


def test_what_a_caller_adds_is_their_own_turn_though_a_clerk_notes_it(citizen: Client, world: World) -> None:
    clerk, number = signed_in("service_clerk"), consultation().number
    clerk.post(f"/desk/matter/{number}/ask_back/", {"asked_back": "有没有证据？"})
    clerk.post(f"/desk/matter/{number}/add_words/", {"more_said": "昨天又被打伤了。", "channel": "phone"})
    turns = thread(consultation(), Reader(channel="system"), timezone.now())
    assert [(turn.who, turn.by_party) for turn in turns] == [
        ("申请人", True), ("示例service_clerk", False), ("申请人", True),
    ]  # fmt: skip


def test_what_a_clerk_noted_is_understood_with_the_rest(citizen: Client, world: World) -> None:
    clerk, number = signed_in("service_clerk"), consultation().number
    clerk.post(f"/desk/matter/{number}/add_words/", {"more_said": "昨天又被老公打伤了。", "channel": "phone"})
    matter, reader = consultation(), Reader(account=world.people["service_clerk"])
    step = declaration_of(matter).step_by_code["answer"]
    shown = beside(matter, step, reader, timezone.now())
    assert shown
    assert "昨天又被老公打伤了" in shown.shown["found"].text


def test_the_channel_of_every_turn_is_kept(citizen: Client, world: World) -> None:
    clerk = signed_in("service_clerk")
    number = consultation().number
    clerk.post(f"/desk/matter/{number}/add_words/", {"more_said": "到窗口来补充。", "channel": "counter"})
    assert [event.channel for event in events_of(consultation())] == ["web", "counter"]


def test_what_was_asked_is_sealed(citizen: Client) -> None:
    event = consultation().events.get(step="ask")
    assert STORY not in event.facts_text
    assert PHONE not in event.facts_text
    assert opened_facts(consultation(), event.facts)["story"] == STORY
    assert (
        parties_of(consultation(), reader=Reader(channel="system"), at=event.at, purpose="核对")[
            0
        ].particulars.phone
        == PHONE
    )


def test_what_comes_from_a_consultation_one_may_not_read_is_not_filed_halfway(citizen: Client) -> None:
    clerk, number = signed_in("committee_clerk"), consultation().number
    address = f"/desk/new/people_mediation/apply/?from={number}"
    sent = asked(
        **{"respondents-0-name": "乙示例公司", "people_involved": "2", "office": "TWH", "from": number}
    )
    answer = clerk.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert not Matter.objects.filter(procedure="people_mediation").exists()
    assert "您看不到它" in page
    assert STORY in page
    assert 'name="from" value=""' in page
    assert clerk.post(address, sent | {"from": ""}).status_code == 302
    assert "查询码" in clerk.get("/desk/filed/").content.decode()


def test_an_address_that_names_a_consultation_one_may_not_read_opens_nothing(citizen: Client) -> None:
    number = consultation().number
    assert (
        signed_in("committee_clerk").get(f"/desk/new/people_mediation/apply/?from={number}").status_code
        == 404
    )

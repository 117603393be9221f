"""What was agreed on: one tap for who gets it, a reminder that says nothing, and where to turn when it does not come."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.access import issue_code
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.procedures.people_mediation.guards import performed
from gongdao.procedures.safety import SafeContact
from gongdao.web import instalments
from gongdao.web.instalments import Reminder, neutral, reminders
from tests.matters.playing import TO_SIGNED, play_steps
from tests.scenarios.ordinary.mediation import _agreement
from tests.web.test_pages import signed_in
from tests.world import World


def agreed(world: World, in_days: int, owing: str = "p2", **minded: object) -> Matter:
    """An agreement signed, something due so many days from today; ``minded`` is what was said about contact."""
    draft = _agreement(None, timezone.localdate() + timedelta(days=in_days - 20))  # type: ignore[arg-type]
    draft["obligations"][0] |= {"payer": owing, "payee": "p1" if owing == "p2" else "p2"}
    step = (
        "对方的联系和安全事项" if any(name.startswith("respondent_") for name in minded) else "联系和安全事项"
    )
    said = {"写协议书": draft, step: minded}
    asked = (("2025-03-07", "调解员", step),) if minded else ()
    played = play_steps(world, *TO_SIGNED, *asked, facts=said)
    assert played.matter
    return Matter.objects.select_related("office", "parent").get(pk=played.matter.pk)


def entered(matter: Matter, party: str) -> Client:
    client = Client()
    code = issue_code(matter, party, "test", timezone.now())
    assert client.post("/progress/", {"number": matter.number, "code": code}).status_code == 302
    return client


def tap(client: Client, matter: Matter, performance: str) -> int:
    sent = {
        "performance_item": "1",
        "performance": performance,
        "performance_on": timezone.localdate().isoformat(),
    }
    return client.post(f"/mine/{matter.number}/record_performance/", sent).status_code


def test_who_gets_it_says_so_with_one_tap(world: World) -> None:
    matter = agreed(world, 5)
    client = entered(matter, "p1")
    assert "第1项收到了" in client.get("/mine/").content.decode()
    assert tap(client, matter, "done") == 302
    assert performed(case_of(matter, timezone.now()))[1]
    assert "第1项收到了" not in client.get("/mine/").content.decode()


def test_who_owes_cannot_settle_it_alone(world: World) -> None:
    matter = agreed(world, 5)
    client = entered(matter, "p2")
    assert "要收的一方或者工作人员确认以后才算" in client.get("/mine/").content.decode()
    assert tap(client, matter, "done") == 302
    assert performed(case_of(matter, timezone.now()))[1] is None


@pytest.mark.parametrize("said", ["partly", "not"])
def test_partly_and_not_leave_it_open(world: World, said: str) -> None:
    matter = agreed(world, 5)
    client = entered(matter, "p1")
    assert tap(client, matter, said) == 302
    assert "第1项收到了" in client.get("/mine/").content.decode()


def test_who_waited_in_vain_reads_where_to_turn(world: World) -> None:
    matter = agreed(world, -3)
    page = entered(matter, "p1").get("/mine/").content.decode()
    for said in ("支付令", "强制执行", "起诉"):
        assert said in page
    assert "支付令" not in entered(matter, "p2").get("/mine/").content.decode()


def test_nobody_is_told_where_to_turn_before_the_day(world: World) -> None:
    assert "支付令" not in entered(agreed(world, 0), "p1").get("/mine/").content.decode()


def test_the_reminder_says_neither_what_nor_with_whom(world: World) -> None:
    matter = agreed(world, 5)
    page = signed_in("committee_clerk").get("/desk/reminders/").content.decode()
    text = page.split("可以发：")[1].split("</p>")[0]
    assert matter.number[-4:] in text
    for said in ("调解", "协议", "3000", "元", "甲示例", "乙示例", "漏水"):
        assert said not in text


def listed(world: World, who: str = "committee_clerk") -> list[Reminder]:
    return reminders(world.people[who], timezone.now())


def test_the_reminder_goes_to_who_owes_whatever_the_other_side_wishes(world: World) -> None:
    matter = agreed(world, 5, safe_to_contact="no")
    (one,) = listed(world)
    assert one.to == "被申请人"
    assert matter.number[-4:] in one.text
    assert "发给被申请人" in signed_in("committee_clerk").get("/desk/reminders/").content.decode()


def test_an_applicant_who_owes_and_wants_no_contact_gets_nothing(world: World) -> None:
    agreed(world, 5, owing="p1", safe_to_contact="no")
    (one,) = listed(world)
    assert (one.to, one.text) == ("申请人", "")
    page = signed_in("committee_clerk").get("/desk/reminders/").content.decode()
    assert "等本人来问" in page
    assert "可以发" not in page


@pytest.mark.parametrize("told", [{"respondent_afraid": True}, {"respondent_safety_note": "手机丈夫会看。"}])
def test_a_respondent_with_something_to_mind_gets_nothing(world: World, told: dict[str, object]) -> None:
    agreed(world, 5, **told)
    (one,) = listed(world)
    assert one.text == ""
    assert "联系之前先看" in one.mind


def test_an_applicant_who_is_afraid_and_said_no_wish_gets_nothing(world: World) -> None:
    agreed(world, 5, owing="p1", afraid=True)
    assert listed(world)[0].text == ""


def test_who_sends_to_the_one_who_is_feared_is_told_to_look_first(world: World) -> None:
    agreed(world, 5, afraid=True)
    (one,) = listed(world)
    assert one.text
    assert "联系之前先看" in one.mind


def test_each_wish_has_its_own_words(world: World) -> None:
    day = timezone.localdate()
    matter = agreed(world, 5, owing="p1", safe_to_contact="masked")
    (masked,) = listed(world)
    assert "回个电话" in masked.text
    for said in ("编号", "查询码", "办理", matter.number[-4:]):
        assert said not in masked.text
    only_message = neutral(matter, day, SafeContact.ONLY_MESSAGE)
    assert "不用回电话" in only_message
    assert len({masked.text, only_message, neutral(matter, day, SafeContact.YES)}) == 3


def test_matters_with_nothing_to_remind_of_push_nobody_off_the_list(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_steps(world, ("2025-03-03", "申请人", "申请调解"))
    agreed(world, 5)
    monkeypatch.setattr(instalments, "MOST", 1)
    assert len(listed(world)) == 1


def test_what_is_far_away_is_not_listed(world: World) -> None:
    agreed(world, 30)
    assert "一周内没有要履行的" in signed_in("committee_clerk").get("/desk/reminders/").content.decode()


@pytest.mark.parametrize("who", ["other_clerk", "auditor", "administrator", "bureau_chief", "adviser"])
def test_others_see_nothing_of_it(world: World, who: str) -> None:
    matter = agreed(world, 5)
    assert matter.number not in signed_in(who).get("/desk/reminders/").content.decode()

"""From a road to the form: where the body that a law names is on the register, one can file with it at once."""

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.models import Matter
from gongdao.procedures.registry import led_to
from tests.world import World, authority

STORIES = {
    "police_mediation": ("喝酒时被人打伤了，眼睛肿了，要赔偿", "police_station"),
    "traffic_mediation": ("骑电动车被小汽车撞了，腿骨折，交警出了认定书", "traffic_police"),
    "medical_mediation": ("在医院做手术出了问题，医院不承认，想要个说法", "health"),
    "consumer_mediation": ("在超市买到过期的牛奶，店家不给退钱", "market_supervision"),
}


def told(story: str) -> str:
    return Client().post("/tell/", {"story": story}).content.decode()


@pytest.mark.parametrize("procedure", STORIES)
def test_a_road_to_a_known_body_can_be_filed_here(world: World, procedure: str) -> None:
    story, kind = STORIES[procedure]
    authority(world, kind)
    page = told(story)
    assert f'action="/file/{procedure}/"' in page


@pytest.mark.parametrize("procedure", [code for code in STORIES if code != "police_mediation"])
def test_without_such_a_body_nobody_is_sent_to_an_empty_form(world: World, procedure: str) -> None:
    page = told(STORIES[procedure][0])
    assert f'action="/file/{procedure}/"' not in page
    assert 'action="/file/people_mediation/"' in page


def test_the_kind_of_dispute_decides_to_which_body_a_road_leads() -> None:
    assert led_to("traffic", "traffic")["police_mediation"].code == "traffic_mediation"
    assert led_to("fight_injury", "damage")["police_mediation"].code == "police_mediation"
    assert "administrative_mediation" not in led_to("water_leak", "neighbour")
    assert led_to("water_leak", "neighbour")["people_mediation"].code == "people_mediation"


def test_a_joint_request_after_an_accident_is_filed_on_the_page(world: World) -> None:
    authority(world, "traffic_police")
    form = {
        "kind": "traffic", "applicants-0-name": "甲示例", "respondents-0-name": "乙示例", "story": "路口相撞，腿受伤。", "people_involved": "2",
        "safe_to_contact": "yes", "told_data_use": "on", "office": "TRAFFIC_POLICE", "finding": "finding", "harm": "property",
        "finding_received_on": "2020-01-02",
    }  # fmt: skip
    client = Client()
    late = client.post("/file/traffic_mediation/", form | {"respondent_consented": "on"})
    assert late.status_code == 409
    assert "还可以申请人民调解，或者向法院起诉" in late.content.decode()
    alone = client.post("/file/traffic_mediation/", form).content.decode()
    assert "要各方当事人一致书面申请" in alone
    today = timezone.localdate().isoformat()
    filed = client.post(
        "/file/traffic_mediation/", form | {"respondent_consented": "on", "finding_received_on": today}
    )
    assert filed.status_code == 302, filed.content.decode()
    matter = Matter.objects.get()
    assert (matter.procedure, matter.state) == ("traffic_mediation", "registered")
    assert "已登记" in client.get("/mine/").content.decode()

"""The pages on which staff judge what triage said, and see how often it was right."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.matters.revealing import Reader
from gongdao.people.models import Post
from gongdao.people.permissions import Permission
from gongdao.people.roles import ROLES, Reach
from gongdao.trends.checks.actions import allow_learning, check
from gongdao.trends.checks.models import LearningText, TriageCheck
from gongdao.trends.checks.reading import story_of
from tests.web.test_pages import application, signed_in
from tests.world import World, now_on

REALLY = {"kind": "wages", "field": "劳动纠纷", "road": "complaint"}


@pytest.fixture
def matter(world: World) -> Matter:
    Client().post("/file/", application(story="楼上漏水把我家泡了，甲示例说不赔。"))
    return Matter.objects.get()


def page_of(matter: Matter) -> str:
    return f"/desk/matter/{matter.number}/triage/"


def test_only_whoever_handles_the_matter_sees_the_page(matter: Matter, world: World) -> None:
    for name in world.people:
        answer = signed_in(name).get(page_of(matter))
        assert answer.status_code == (200 if name in ("committee_clerk", "committee_head") else 404), name
    assert Client().get(page_of(matter)).status_code == 302


def test_the_page_opens_with_what_was_said_and_one_press_confirms_it(matter: Matter, world: World) -> None:
    clerk = signed_in("committee_clerk")
    assert "核对系统判断" in clerk.get(f"/desk/matter/{matter.number}/").content.decode()
    page = clerk.get(page_of(matter)).content.decode()
    assert "漏水渗水" in page
    assert '<option value="water_leak" selected>' in page
    assert '<option value="people_mediation" selected>' in page
    assert "留给本机构训练" not in page, "nothing is kept unless the office decided so"


def test_a_correction_is_kept_and_the_kind_on_file_follows(matter: Matter, world: World) -> None:
    clerk = signed_in("committee_clerk")
    answer = clerk.post(page_of(matter), REALLY, follow=True)
    assert "记下了" in answer.content.decode()
    assert TriageCheck.objects.get().said_kind == "water_leak"
    matter = Matter.objects.get()
    assert case_of(matter, now_on("2030-01-01")).fact("finer_kind") == "wages"
    page = clerk.get(page_of(matter)).content.decode()
    assert "核对过" in page
    assert '<option value="wages" selected>' in page


@pytest.mark.parametrize(
    "given", [{}, REALLY | {"kind": "x"}, REALLY | {"road": "\x00"}, REALLY | {"may_learn": "1"}]
)
def test_bad_input_gets_the_form_again_with_a_reason_and_changes_nothing(
    matter: Matter, given, world: World
) -> None:
    answer = signed_in("committee_clerk").post(page_of(matter), given)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not TriageCheck.objects.exists()


def test_a_text_is_kept_only_with_the_tick_of_whoever_read_it(matter: Matter, world: World) -> None:
    allow_learning(world.committee, True, by=None, at=now_on("2025-01-01"))
    clerk = signed_in("committee_clerk")
    page = clerk.get(page_of(matter)).content.decode()
    assert "某人说不赔" in page
    clerk.post(page_of(matter), REALLY)
    assert not LearningText.objects.exists()
    clerk.post(page_of(matter), REALLY | {"may_learn": "1"})
    assert LearningText.objects.count() == 1


def test_figures_are_for_those_who_read_figures(matter: Matter, world: World) -> None:
    signed_in("committee_clerk").post(page_of(matter), REALLY)
    for name in world.people:
        answer = signed_in(name).get("/desk/triage/")
        role = ROLES[Post.objects.filter(account=world.people[name]).first().role]
        reads_figures = Permission.STATISTICS_READ in role.permissions and role.reach is not Reach.NONE
        assert answer.status_code == (200 if reads_figures else 404), name
        assert matter.number not in answer.content.decode()


def test_one_matter_alone_is_no_figure(matter: Matter, world: World) -> None:
    story = story_of(matter, reader=Reader(), at=timezone.now())
    a_while_ago = timezone.now() - timedelta(days=62)
    check(
        matter, story, **REALLY, may_learn=False, by=world.people["committee_clerk"], at=a_while_ago, key="k"
    )
    page = signed_in("committee_head").get("/desk/triage/").content.decode()
    assert "不显示" in page
    assert "1件" not in page


def test_what_was_judged_this_month_is_counted_from_the_next_one(matter: Matter, world: World) -> None:
    signed_in("committee_clerk").post(page_of(matter), REALLY)
    page = signed_in("committee_head").get("/desk/triage/").content.decode()
    assert "下个月起才算进来" in page
    assert "其他劳动争议" not in page


@pytest.mark.parametrize("asked", ["first=x", "first=2026-02-30", "first=2026-03-01&last=2026-01-01"])
def test_days_that_are_none_are_said(asked: str, world: World) -> None:
    answer = signed_in("committee_head").get(f"/desk/triage/?{asked}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()

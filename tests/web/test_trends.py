"""The pages of trends and warnings: who sees what in which state, and whole answers through the forms."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gongdao.people.models import Area
from gongdao.trends.briefings.models import Briefing
from gongdao.trends.maps.models import Boundary
from gongdao.trends.statistics.weekly import monday
from gongdao.trends.warnings.models import Answer, AreaWarning
from tests.trends.town import RISING, build_towns, town_lake
from tests.trends.warnings.making import Place, alarm, open_warnings
from tests.web.test_pages import signed_in
from tests.world import World

PAGES = ("/trends/", "/trends/warnings/", "/trends/compare/", "/trends/forecast/", "/trends/briefings/")
SEEING = ("bureau_chief", "station_officer")
OTHERS = ("mediator", "committee_clerk", "committee_head", "auditor", "administrator")
FORMS = {"answer": "答复这次预警", "done": "登记办结情况", "judge": "评判这次预警"}


@pytest.fixture
def county(world: World, settings, tmp_path) -> World:  # type: ignore[no-untyped-def]
    build_towns(world)
    settings.GONGDAO_LAKE = tmp_path / "lake"
    town_lake(tmp_path / "lake", timezone.localdate())
    return world


@pytest.fixture
def warning(county: World) -> AreaWarning:
    week = monday(timezone.localdate()) - timedelta(weeks=1)
    raised = alarm(
        week=week, starts=week - timedelta(weeks=4), ends=week + timedelta(days=6), kind="property_management",
        places=(Place("990101100", 6, 1.0), Place(RISING, 8, 1.2)),
    )  # fmt: skip
    (opened,) = open_warnings([raised], at=timezone.now())
    return opened


def page(who: str, path: str) -> str:
    answer = signed_in(who).get(path)
    assert answer.status_code == 200, (who, path, answer.status_code)
    return answer.content.decode()


def send(client: Client, warning: AreaWarning, form: str, **more: object):  # type: ignore[no-untyped-def]
    today = timezone.localdate()
    asked: dict[str, dict[str, object]] = {
        "answer": {
            "measures": ["visit", "education"],
            "note": "走访小区。",
            "due_on": today + timedelta(days=9),
        },
        "done": {"measures": ["visit"], "note": "走访了三个小区。", "done_on": today},
        "judge": {"verdict": "right", "note": "确实涨了物业费。"},
    }
    return client.post(f"/trends/warnings/{warning.pk}/", {"form": form, **asked[form], **more})


# -- every role × every page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", SEEING)
def test_the_chief_and_the_station_see_every_page(warning: AreaWarning, who: str) -> None:
    for path in (*PAGES, f"/trends/warnings/{warning.pk}/", f"/trends/warnings/{warning.pk}/themes.csv"):
        page(who, path)
    for kind in ("neighbour", "property_management", "tourism"):
        for path in ("/trends/", "/trends/compare/", "/trends/forecast/"):
            page(who, f"{path}?kind={kind}")


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_sees_any(warning: AreaWarning, who: str) -> None:
    client = signed_in(who)
    for path in (*PAGES, f"/trends/warnings/{warning.pk}/"):
        assert client.get(path).status_code == 404, path
    assert send(client, warning, "judge").status_code == 404
    assert "走势预警" not in client.get("/desk/", follow=True).content.decode()


def test_whoever_is_not_signed_in_is_asked_to(warning: AreaWarning) -> None:
    for path in (*PAGES, f"/trends/warnings/{warning.pk}/"):
        assert Client().get(path).status_code == 302


@pytest.mark.parametrize("path", ["/trends/?kind=people", "/trends/compare/?kind=x", "/trends/warnings/99999/", "/trends/briefings/7.pdf", "/trends/briefings/7.exe"])  # fmt: skip
def test_a_wrong_address_is_not_found(county: World, path: str) -> None:
    assert signed_in("bureau_chief").get(path).status_code == 404


# -- states ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_before_anything_was_counted_the_page_says_what_to_do(
    world: World, settings, tmp_path, path: str
) -> None:  # type: ignore[no-untyped-def]
    settings.GONGDAO_LAKE = tmp_path / "none"
    assert "gongdao trends lake export" in page("bureau_chief", path)


def test_without_boundaries_and_people_the_overview_says_what_is_missing(county: World) -> None:
    Boundary.objects.all().delete()
    assert "gongdao trends areas import" in page("bureau_chief", "/trends/")
    Area.objects.update(population=None)
    assert "还没有各地的人口" in page("bureau_chief", "/trends/compare/")


def test_a_quiet_county_is_told_so(county: World) -> None:
    text = page("bureau_chief", "/trends/")
    assert "现在没有预警" in text
    assert "还没有过预警" in page("bureau_chief", "/trends/warnings/")


STATES = {
    "还没答复": ((), {"bureau_chief": ("answer", "done", "judge"), "station_officer": ()}),
    "正在办": (("answer",), {"bureau_chief": ("answer", "done", "judge"), "station_officer": ("done",)}),
    "办结，还没评判": (("answer", "done"), {"bureau_chief": ("answer", "done", "judge"), "station_officer": ("done",)}),
    "已评判": (("answer", "done", "judge"), {"bureau_chief": ("answer", "done", "judge"), "station_officer": ("done",)}),
}  # fmt: skip


@pytest.mark.parametrize("stands", STATES)
@pytest.mark.parametrize("who", SEEING)
def test_each_role_finds_its_forms_in_each_state(
    county: World, warning: AreaWarning, stands: str, who: str
) -> None:
    taken, forms = STATES[stands]
    chief = signed_in("bureau_chief")
    for form in taken:
        done = send(chief, warning, form, responsible=str(county.people["station_officer"].pk))
        assert done.status_code == 302, re.findall(r"没有记下.{0,200}", done.content.decode(), re.S)
    text = page(who, f"/trends/warnings/{warning.pk}/")
    assert stands in text
    assert [code for code in FORMS if f'name="form" value="{code}"' in text] == list(forms[who])


def test_a_plan_that_ran_out_is_late(county: World, warning: AreaWarning) -> None:
    send(signed_in("bureau_chief"), warning, "answer", responsible=str(county.people["station_officer"].pk))
    from gongdao.trends.warnings.queries import standing

    assert (
        standing(AreaWarning.objects.get(), timezone.localdate() + timedelta(days=10)).value
        in "过了期限还没办结"
    )


# -- forms ----------------------------------------------------------------------------------------------------------


def test_a_wrong_answer_keeps_what_was_typed_and_names_every_gap(warning: AreaWarning) -> None:
    answer = signed_in("bureau_chief").post(
        f"/trends/warnings/{warning.pk}/",
        {"form": "answer", "note": "先写一半", "responsible": "", "due_on": "x"},
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "先写一半" in text
    assert "有3处要改" in text
    assert not Answer.objects.exists()


@pytest.mark.parametrize("responsible", ["999999", "x", "0"])
def test_a_responsible_person_who_is_none_is_refused(warning: AreaWarning, responsible: str) -> None:
    done = send(signed_in("bureau_chief"), warning, "answer", responsible=responsible)
    assert done.status_code == 409
    assert "现任人员里选" in done.content.decode()


def test_a_form_that_is_not_theirs_is_not_found(warning: AreaWarning) -> None:
    assert send(signed_in("station_officer"), warning, "judge").status_code == 404
    assert signed_in("bureau_chief").post(f"/trends/warnings/{warning.pk}/", {"form": "x"}).status_code == 404


def test_pressing_twice_keeps_one_judgement(warning: AreaWarning) -> None:
    client, key = signed_in("bureau_chief"), "6f0c9f0e-3b8e-4c8a-9b7d-0a2b3c4d5e6f"
    for _ in range(2):
        assert send(client, warning, "judge", key=key).status_code == 302
    assert warning.judgements.count() == 1


def test_the_record_of_earlier_ones_stands_beside_a_new_one(county: World, warning: AreaWarning) -> None:
    send(signed_in("bureau_chief"), warning, "judge")
    week = warning.week - timedelta(weeks=20)
    (older,) = open_warnings([alarm(week=week, kind="property_management")], at=timezone.now())
    text = page("bureau_chief", f"/trends/warnings/{older.pk}/")
    assert "同类预警以前评判过1次：确有其事1次" in text


def test_the_themes_come_as_a_table_with_articles(warning: AreaWarning) -> None:
    text = page("bureau_chief", f"/trends/warnings/{warning.pk}/themes.csv")
    assert text.startswith("\ufeff地区,普法主题")
    assert "《民法典》第944条：不得采取停止供电" in text


# -- the briefing ---------------------------------------------------------------------------------------------------


def test_one_press_issues_the_briefing_and_both_forms_open(county: World) -> None:
    chief = signed_in("bureau_chief")
    last = (timezone.localdate().replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    sample = chief.post("/trends/briefings/", {"month": last, "draft": "1"})
    assert b"".join(sample.streaming_content).startswith(b"%PDF")
    assert not Briefing.objects.exists()
    assert chief.post("/trends/briefings/", {"month": last}).status_code == 302
    again = chief.post("/trends/briefings/", {"month": last})
    assert again.status_code == 409
    assert "写明原因" in again.content.decode()
    paper = Briefing.objects.get()
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        got = signed_in("station_officer").get(f"/trends/briefings/{paper.pk}.{form}")
        assert b"".join(got.streaming_content).startswith(start)
    assert signed_in("station_officer").post("/trends/briefings/", {"month": last}).status_code == 404
    assert signed_in("committee_head").get(f"/trends/briefings/{paper.pk}.pdf").status_code == 404


def test_a_month_that_is_not_over_is_refused_on_the_page(county: World) -> None:
    answer = signed_in("bureau_chief").post(
        "/trends/briefings/", {"month": timezone.localdate().strftime("%Y-%m")}
    )
    assert answer.status_code in (409, 422)
    assert "没有过完" in answer.content.decode()

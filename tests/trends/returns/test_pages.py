"""Pages and interface of the statistics: each number opens to as many matters, and only for those entitled."""

import io
import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook

from gongdao.trends.lake.exporting import export
from gongdao.trends.returns.models import PublishedReturn
from tests.matters.playing import TO_SESSION, TO_SIGNED, matter_after
from tests.web.test_pages import signed_in
from tests.world import World, add_person

ENTITLED = ("station_officer", "bureau_chief", "committee_head")
NOT_AT_ALL = ("mediator", "second_mediator", "committee_clerk", "administrator")
MARCH = "first=2025-03&last=2025-03&rows=township"
RETURN = "/desk/returns/BJ/2025-03/"


@pytest.fixture
def city(world: World, settings, tmp_path: Path) -> World:  # type: ignore[no-untyped-def]
    settings.GONGDAO_LAKE = tmp_path
    for _ in range(3):
        matter_after(world, *TO_SIGNED)
    matter_after(world, *TO_SESSION, ("2025-03-09", "调解员", "调解不成，终止调解"))
    export(tmp_path)
    return world


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def numbers(page: str) -> list[tuple[str, int]]:
    """(address, number) of every number that is a link in a table of numbers."""
    found = re.findall(r'<td><a href="([^"]+)">([\d,.]+)</a>', page)
    return [(unescape(address), int(float(n.replace(",", "")))) for address, n in found]


def test_every_number_of_the_statistics_opens_to_that_many_matters(city: World) -> None:
    for who, measure in zip(ENTITLED, ("opened", "concluded", "agreed"), strict=True):
        client = signed_in(who)
        found = numbers(text(client, f"/desk/statistics/?{MARCH}&measure={measure}"))
        assert found
        for address, number in found:
            page = text(client, address)
            assert f"下面{number}件事项" in page
            assert page.count("/desk/matter/") == number


def test_every_count_of_the_return_opens_to_that_many_matters(city: World) -> None:
    client = signed_in("bureau_chief")
    page = text(client, RETURN)
    counts = [(a, n) for a, n in numbers(page) if "people" not in a and "amount" not in a]
    assert len(counts) > 10
    for address, number in counts:
        assert f"下面{number}件事项" in text(client, address)


def test_others_find_nothing_there(city: World) -> None:
    addresses = (
        "/desk/statistics/", "/desk/returns/", RETURN, f"{RETURN}file.xlsx?version=preview",
        f"{RETURN}matters/?row=total&column=cases", f"/desk/statistics/matters/?{MARCH}", "/api/statistics",
        "/api/returns", "/api/returns/BJ/2025-03",
    )  # fmt: skip
    for who in NOT_AT_ALL:
        client = signed_in(who)
        for address in addresses:
            assert client.get(address).status_code == 404, (who, address)
        assert "统计</a>" not in text(client, "/desk/")


def test_an_auditor_sees_published_returns_with_small_numbers_hidden(city: World) -> None:
    chief, auditor = signed_in("bureau_chief"), signed_in("auditor")
    assert auditor.get(RETURN).status_code == 404  # nothing published yet, and no preview for them
    assert "看不到具体事项" in text(auditor, "/desk/statistics/")
    assert chief.post(RETURN).status_code == 302
    page = text(auditor, RETURN)
    assert "<td>*</td>" in page
    assert not numbers(page)
    for address in (f"{RETURN}file.xlsx?version=preview", f"{RETURN}matters/?row=total&column=cases"):
        assert auditor.get(address).status_code == 404
    shown = _sheet(auditor.get(f"{RETURN}file.xlsx?version=1").content)
    assert "*" in shown
    assert not {1, 2, 3, 4} & shown
    body = auditor.get("/api/returns/BJ/2025-03").json()
    assert body["whole"] is False
    assert body["rows"]["total"]["agreed"] is None
    assert [one["period"] for one in auditor.get("/api/returns").json()] == ["2025-03"]


def test_the_chief_publishes_downloads_and_sees_it_whole(city: World) -> None:
    chief = signed_in("bureau_chief")
    assert "还没有发布" in text(chief, RETURN)
    assert chief.post(RETURN).status_code == 302
    assert PublishedReturn.objects.get().by == city.people["bureau_chief"]
    page = text(chief, RETURN)
    assert "第1版" in page
    assert {3, 4} <= _sheet(chief.get(f"{RETURN}file.xlsx?version=1").content)
    assert not {1, 2, 3, 4} & _sheet(chief.get(f"{RETURN}file.xlsx?version=1&shown=1").content)
    assert chief.get("/api/returns/BJ/2025-03").json()["rows"]["total"]["cases"] == 4
    again = chief.post(RETURN, {"reason": "再看一遍"})
    assert (again.status_code, "不用更正" in again.content.decode()) == (422, True)


def test_a_later_case_is_shown_as_a_change_and_restated(city: World) -> None:
    chief = signed_in("bureau_chief")
    chief.post(RETURN)
    matter_after(city, *TO_SIGNED)
    chief.post(RETURN, {"reason": "补录一件三月签字的纠纷"})
    page = text(chief, RETURN)
    assert "补录一件三月签字的纠纷" in page
    assert "第2版" in page
    first, second = (_sheet(chief.get(f"{RETURN}file.xlsx?version={n}&shown=1").content) for n in (1, 2))
    assert {n for n in first if isinstance(n, int)} == {n for n in second if isinstance(n, int)}


def test_a_station_s_officer_publishes_their_own_and_reads_no_other_whole(city: World) -> None:
    officer = signed_in("station_officer")
    assert officer.post("/desk/returns/SFS/2025-03/").status_code == 302
    assert officer.get(RETURN).status_code == officer.post(RETURN).status_code == 404
    assert PublishedReturn.objects.count() == 1


def test_a_stranger_from_another_bureau_sees_only_what_everybody_sees(city: World) -> None:
    from gongdao.people import actions
    from gongdao.people.models.office import OfficeKind
    from tests.world import BY

    elsewhere = actions.create_office(
        **BY, code="BJ2", name="另一县司法局", kind=OfficeKind.COUNTY_BUREAU, area=city.county, parent=None
    )
    add_person("other_chief", "bureau_chief", elsewhere)
    signed_in("bureau_chief").post(RETURN)
    stranger = signed_in("other_chief")
    assert not numbers(text(stranger, f"/desk/statistics/?{MARCH}"))
    assert "<td>*</td>" in text(stranger, RETURN)
    assert stranger.get("/api/statistics", {"first": "2025-03", "last": "2025-03"}).json()["total"] == 0


BAD_QUESTIONS = (
    "rows=kind&columns=kind", "rows=name", "measure=persons", "first=2026-13", "first=x", "first=2025-05&last=2025-03",
    "first=1960-01&last=2025-01", "first=%00", "only_month=x", "only_kind=%00&rows=" + "a" * 5000,
)  # fmt: skip
NOWHERE = (
    "/desk/returns/BJ/2025-13/", "/desk/returns/NONE/2025-03/", "/desk/returns/BJ/x/", f"{RETURN}file.xlsx?version=9",
    f"{RETURN}file.xlsx", f"{RETURN}matters/?row=total&column=difficult", f"{RETURN}matters/?row=x&column=cases",
)  # fmt: skip


def test_bad_input_is_answered_in_words_or_leads_nowhere(city: World) -> None:
    chief = signed_in("bureau_chief")
    for query in BAD_QUESTIONS:
        answer = chief.get(f"/desk/statistics/?{query}")
        assert answer.status_code == 422, query
        assert 'role="alert"' in answer.content.decode()
    for address in NOWHERE:
        assert chief.get(address).status_code == 404, address
    assert chief.get("/desk/returns/?unit=BJ&year=abc&part=Q9").status_code == 422
    assert (
        text(chief, f"/desk/statistics/?{MARCH}&only_kind=%27;DROP%20TABLE&only_form=-").count(
            "没有这样的事项"
        )
        == 1
    )


def test_without_a_lake_the_pages_say_what_to_do(world: World, settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.GONGDAO_LAKE = tmp_path
    chief = signed_in("bureau_chief")
    assert "没有这样的事项" in text(chief, "/desk/statistics/")
    assert "trends lake export" in text(chief, RETURN)
    (tmp_path / "manifest.json").write_text("{")
    assert "读不出来" in text(chief, "/desk/statistics/")


def test_figures_are_not_imported_until_needed() -> None:
    import subprocess
    import sys

    code = (
        "import sys, gongdao.site.wsgi, gongdao.site.urls; from django.urls import get_resolver; "
        "get_resolver().url_patterns; print([m for m in ('ibis','duckdb','pandas','pyarrow','scipy','openpyxl') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def _sheet(data: bytes) -> set[object]:
    page = load_workbook(io.BytesIO(data))["统计表"]
    return {
        cell.value for row in page.iter_rows(min_row=6, min_col=3) for cell in row if cell.value is not None
    }

"""A hand-over at a phone: the committee asks the police, the police answer, the citizen reads it under one number."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import Ledger
from tests.web.test_aid_journeys import signed_in, tell
from tests.web.test_journeys import at_phone, browser, code_for, come_back, file_from_story, site

__all__ = ["browser", "site"]
pytestmark = pytest.mark.browser


def test_a_matter_goes_to_the_police_and_its_result_comes_back_under_one_number(
    browser: Browser, site: str
) -> None:
    ledger = Ledger()
    citizen = at_phone(browser, site, ledger)
    number = file_from_story(
        citizen, "楼上漏水把我家天花板泡了，去说理还被推了一把", "钱示例", "孙示例", "修好并赔礼"
    )
    clerk = signed_in(browser, site, ledger, "committee_clerk")
    clerk.go(f"/desk/matter/{number}/")
    clerk.page.locator("summary", has_text="随时可以记的").first.click()
    clerk.press("转请外单位办理")
    clerk.press("确定：转请外单位办理")
    clerk.press("发出转办函")
    clerk.choose("handed_to", "PCS")
    clerk.choose("handed_kind", "police")
    clerk.type_into("handed_reason", "请核实有没有推人，依法处理。")
    clerk.type_into("handed_summary", "申请人说上门说理时被推了一把，没有受伤。")
    clerk.choose("passing_basis", "consent")
    clerk.page.locator("[name='shared_parties'][value='p1']").check()
    clerk.page.locator("[name='consented_parties'][value='p1']").check()
    clerk.page.locator("[name='answer_wanted_by']").fill((date.today() + timedelta(20)).isoformat())
    assert "已转出，等对方签收" in clerk.press("确定：发出转办函")
    assert "示例派出所" in citizen.go("/mine/")

    officer = signed_in(browser, site, ledger, "officer")
    assert number in officer.look()
    officer.press(f"签收转办（{_child(officer, number)}）")
    officer.type_into("their_number", "示例受案1号")
    page = officer.press("确定：签收转办")
    assert "对方正在办" in page
    assert "孙示例" not in page
    officer.press("反馈办理结果")
    officer.choose("outcome_there", "done")
    officer.type_into("answer_text", "已经核实，批评教育，对方道了歉。")
    officer.press("确定：反馈办理结果")

    mine = citizen.go("/mine/")
    assert "结果已回，待告知" in mine
    assert "对方道了歉" in mine
    assert number in mine
    clerk.go(f"/desk/matter/{number}/")
    clerk.press("把结果告诉当事人")
    clerk.choose("contact_party", "p1")
    clerk.choose("contact_by", "phone")
    clerk.press("确定：把结果告诉当事人")
    assert "结果已告知" in citizen.go("/mine/")
    other = at_phone(browser, site, ledger)
    assert "示例派出所" not in come_back(other, number, code_for(clerk, number, "孙示例"))
    tell("转办", ledger)


def _child(officer, number: str) -> str:  # type: ignore[no-untyped-def]
    """The number on the button that signs for the hand-over of this matter."""
    label = officer.page.locator("li", has_text=number).locator("a.chip").first.get_attribute("aria-label")
    return label.rpartition("（")[2].removesuffix("）")

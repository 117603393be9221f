"""A lawyer notes a visit to a village on a phone in under a minute; the village confirms it with its code."""

import re
import sys

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import Ledger
from tests.web.test_aid_journeys import signed_in
from tests.web.test_journeys import at_phone, browser, site

__all__ = ["browser", "site"]
pytestmark = pytest.mark.browser
# Typing on a phone: about one character a second for an untrained thumb, two seconds for a tap and to look.
SECONDS_A_CHARACTER, SECONDS_A_TAP = 1, 2


def test_a_visit_is_noted_on_a_phone_in_under_a_minute_and_confirmed_by_the_village(
    browser: Browser, site: str
) -> None:
    ledger = Ledger()
    clerk = signed_in(browser, site, ledger, "service_clerk")
    clerk.go("/desk/new/village_counsel/register_contract/")
    clerk.choose("village", "990101100201")
    clerk.type_into("clients-0-name", "示例村村民委员会")
    clerk.tick("clients-0-is_organisation")
    clerk.page.locator("[name='contract_starts']").fill("2026-01-01")
    clerk.page.locator("[name='contract_ends']").fill("2099-12-31")
    clerk.page.locator("[name='duty_day']").fill("10")
    clerk.page.locator("button.main").click()
    said = clerk.look()
    number = re.search(r"\d{4}-\d{4}-\d{4}", said)[0]  # type: ignore[index]
    code = re.search(r"\b[2-9A-Z]{8}\b", said)[0]  # type: ignore[index]
    clerk.go(f"/desk/matter/{number}/name_adviser/")
    clerk.page.locator("select[name='adviser']").select_option(label="示例adviser")
    clerk.press("确定：确定法律顾问")

    lawyer = signed_in(browser, site, ledger, "adviser")
    typed_before, taps = len(ledger.typed), 0
    lawyer.go("/desk/")
    lawyer.page.get_by_role("link", name=f"记一次服务（{number}）").click()
    taps += 1
    assert "只记服务，不记人名" in lawyer.look()
    assert lawyer.page.input_value("[name='visited_on']")  # today stands there already
    lawyer.page.locator("[name='visit_services'][value='advice']").check()
    lawyer.page.locator("[name='visit_services'][value='mediation']").check()
    lawyer.type_into("people_served", "3")
    lawyer.press("确定：记一次服务")
    taps += 3
    typed = sum(len(text) for text in ledger.typed[typed_before:])
    seconds = typed * SECONDS_A_CHARACTER + taps * SECONDS_A_TAP
    sys.stdout.write(f"记一次服务：输入{typed}字，点{taps}下，约{seconds}秒\n")
    assert "已经办好" in lawyer.look()
    assert typed <= 20
    assert seconds < 60

    village = at_phone(browser, site, ledger)
    village.go(f"/progress/?number={number}")
    village.type_into("code", code)
    village.press("打开")
    village.press("确认律师来过")
    assert village.page.locator("[name='visits_confirmed']").first.is_checked()
    village.page.get_by_role("button", name="确定").or_(village.page.locator("button.main")).first.click()
    assert "已经办好" in village.look()
    assert ledger.violations == []

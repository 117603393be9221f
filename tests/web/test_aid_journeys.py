"""Legal aid at a phone: a migrant worker's wages, somebody who is beaten at home, an appointment that must not be."""

import re
import sys

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import Ledger, Person
from tests.web.test_journeys import at_phone, browser, scan, site

__all__ = ["browser", "site"]
pytestmark = pytest.mark.browser
WAGES = "我在工地干了四个月，老板拖欠工资，打电话也不接"
VIOLENCE = "我老公喝了酒就打我，我想离婚又怕他找上门"


def apply_for_aid(citizen: Person, story: str, name: str, opponent: str, **choices: str) -> str:
    """Tell, understand, take the road of legal aid; gives the number."""
    citizen.go("/")
    citizen.type("事情经过", story)
    citizen.press("看看怎么办")
    road = citizen.page.locator("button", has_text="申请法律援助").first
    if not road.is_visible():
        citizen.page.locator("summary", has_text="条路").click()
    road.click()
    assert "申请法律援助" in citizen.look()
    assert citizen.page.input_value("[name='story']") == story
    citizen.type_into("applicants-0-name", name)
    citizen.type_into("applicants-0-phone", f"000{len(name)}{len(story)}77")
    citizen.type_into("opponents-0-name", opponent)
    for field, value in choices.items():
        if value == "photo":
            citizen.photo(field)
        elif value == "on":
            citizen.tick(field)
        else:
            citizen.choose(field, value)
    citizen.tick("told_data_use")
    citizen.choose("office", "FYZX")
    receipt = citizen.press("提交申请")
    assert "七日内有答复" in receipt
    citizen.press("看我的事项")
    return re.search(r"\d{4}-\d{4}-\d{4}", receipt)[0]  # type: ignore[index]


def signed_in(browser: Browser, site: str, ledger: Ledger, who: str) -> Person:
    person = at_phone(browser, site, ledger)
    person.sign_in(who)
    return person


def grant(clerk: Person, number: str, means: str, form: str) -> None:
    """The clerk reads the rules one by one and decides."""
    clerk.go(f"/desk/matter/{number}/")
    beside = clerk.press("决定给予法律援助")
    assert "逐条对照" in beside
    clerk.choose("means_found", means)
    clerk.choose("aid_form", form)
    clerk.press("确定：决定给予法律援助")


def tell(name: str, ledger: Ledger, twice: int = 0) -> None:
    sys.stdout.write(
        f"{name}：{len(ledger.pages)}页，无障碍问题{len(ledger.violations)}，重复输入{ledger.typed_twice}字\n"
    )
    assert ledger.violations == []
    assert ledger.typed_twice == twice


def test_a_migrant_worker_gets_a_lawyer_for_the_wages_without_a_check_of_means(
    browser: Browser, site: str
) -> None:
    ledger = Ledger()
    citizen = at_phone(browser, site, ledger)
    number = apply_for_aid(
        citizen,
        WAGES,
        "周示例",
        "吴示例建筑队",
        aid_matter="labour",
        no_check_ground="migrant",
        status_paper="photo",
    )
    mine = citizen.go("/mine/")
    assert "免予核查经济困难状况" in mine
    clerk = signed_in(browser, site, ledger, "aid_clerk")
    assert number in clerk.look()
    grant(clerk, number, "no_check", "arbitration")
    fits = clerk.press("指派法律援助人员")
    assert "由您选" in fits
    clerk.page.locator("select[name='undertaker']").select_option(label="示例aid_lawyer")
    clerk.press("确定：指派法律援助人员")
    lawyer = signed_in(browser, site, ledger, "aid_lawyer")
    assert number in lawyer.look()
    lawyer.go(f"/desk/matter/{number}/")
    lawyer.press("接受指派，开始办理")
    lawyer.tick("aid_no_conflict")
    lawyer.press("确定：接受指派，开始办理")
    lawyer.go(f"/desk/matter/{number}/sign_mandate/")
    lawyer.press("确定：与受援人签协议")
    scan(lawyer, f"/desk/matter/{number}/", "mandate")
    lawyer.go(f"/desk/matter/{number}/report_progress/")
    lawyer.type_into("progress", "已经申请仲裁，等开庭通知。")
    lawyer.tick("progress_told")
    lawyer.press("确定：通报办理进展")
    mine = citizen.go("/mine/")
    assert "办理中" in mine
    assert "法律援助人员：示例aid_lawyer" in mine
    assert "给予法律援助决定书" in mine
    other = signed_in(browser, site, ledger, "second_aid_lawyer")
    assert number not in other.look()
    assert other.page.goto(f"{site}/desk/matter/{number}/").status == 404  # type: ignore[union-attr]
    tell("工资", ledger)


def test_somebody_beaten_at_home_is_safe_first_and_asked_nothing_about_means(
    browser: Browser, site: str
) -> None:
    ledger = Ledger()
    citizen = at_phone(browser, site, ledger)
    number = apply_for_aid(
        citizen, VIOLENCE, "郑示例", "王示例", aid_matter="protected", no_means_ground="abused", safe_to_contact="only_message", afraid="on",
    )  # fmt: skip
    mine = citizen.go("/mine/")
    assert "人身安全保护令" in mine
    assert "不受经济困难条件限制" in mine
    assert "当面" in mine
    clerk = signed_in(browser, site, ledger, "aid_clerk")
    page = clerk.go(f"/desk/matter/{number}/")
    assert "不要打电话" in page
    assert "人身安全保护令" in page
    clerk.go(f"/desk/matter/{number}/check_means/")
    clerk.choose("checked_by", "data")
    refused = clerk.press("确定：登记经济状况核查")
    assert "不受经济困难条件限制，不要核查" in refused
    clerk.go(f"/desk/matter/{number}/refuse/")
    clerk.choose("refusal_ground", "means")
    clerk.type_into("refusal_reason", "收入高于本地标准。")
    assert "不能以经济条件为由" in clerk.press("确定：决定不给予法律援助")
    grant(clerk, number, "no_condition", "litigation")
    assert "等待指派" in citizen.go("/mine/")
    assert clerk.page.goto(f"{site}/desk/matter/{number}/").status == 200  # type: ignore[union-attr]
    assert clerk.page.locator("button[aria-label*='王示例']").count() == 0, "对方不能有查询码"
    tell("家暴", ledger)


def test_an_appointment_against_a_former_client_is_refused_without_showing_a_file(
    browser: Browser, site: str
) -> None:
    ledger = Ledger()
    shop, worker, clerk = (at_phone(browser, site, ledger) for _ in range(3))
    clerk.sign_in("aid_clerk")
    first = apply_for_aid(
        shop,
        "超市倒闭了，房东扣着我的货不让搬，我还欠着一身债",
        "冯示例",
        "陈示例",
        no_means_ground="brave",
        aid_matter="protected",
    )
    shop.go("/mine/")
    grant(clerk, first, "no_condition", "litigation")
    clerk.press("指派法律援助人员")
    clerk.page.locator("select[name='undertaker']").select_option(label="示例second_aid_lawyer")
    clerk.press("确定：指派法律援助人员")
    second = apply_for_aid(
        worker, "给小超市干了半年收银，老板一分钱工资没给就关门了", "褚示例甲", "冯示例", no_means_ground="brave", aid_matter="labour"
    )  # fmt: skip
    grant(clerk, second, "no_condition", "arbitration")
    clerk.press("指派法律援助人员")
    clerk.page.locator("select[name='undertaker']").select_option(label="示例second_aid_lawyer")
    said = clerk.press("确定：指派法律援助人员")
    assert "利害冲突" in said
    for secret in (first, "陈示例", "房东"):
        assert secret not in said
    clerk.page.locator("select[name='undertaker']").select_option(label="示例aid_lawyer")
    assert "已指派" in clerk.press("确定：指派法律援助人员")
    tell("利害冲突", ledger, twice=len("冯示例"))  # typed by two people, once each

"""Whole journeys in a real browser at 360 px: from a sentence to a signed agreement and a request to the court."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.browsing import PHONE, Ledger, Person, chromium

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT.parent / "shared" / "data" / "triage" / "lb24_dev.jsonl"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory, book_path) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """The address of a running site with the small fictional county."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    var = tmp_path_factory.mktemp("site")
    environment = os.environ | {
        "GONGDAO_VAR": str(var), "GONGDAO_KEYS": str(var / "keys.json"), "GONGDAO_STATUTES": str(book_path),
        "GONGDAO_DATABASE_URL": f"sqlite:///{var}/site.sqlite3",
    }  # fmt: skip
    log = (var / "log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.web.serving", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=log,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server, var / "log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(120):
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"网站没有起来：{log.read_text()}")


def at_phone(browser: Browser, site: str, ledger: Ledger, **options: object) -> Person:
    return Person(browser.new_context(viewport=PHONE, **options).new_page(), site, ledger)  # type: ignore[arg-type]


def file_from_story(citizen: Person, story: str, applicant: str, respondent: str, request: str) -> str:
    """Tell, understand, file; gives the number."""
    citizen.go("/")
    citizen.type("事情经过", story)
    understood = citizen.press("看看怎么办")
    assert "法律是这样写的" in understood
    citizen.press("申请人民调解")
    assert citizen.page.input_value("[name='story']") == story
    citizen.type_into("applicants-0-name", applicant)
    citizen.type_into("applicants-0-phone", f"000{len(applicant):04d}{len(story):04d}")
    citizen.type_into("applicants-0-address", f"示例村{len(story)}号")
    citizen.type_into("respondents-0-name", respondent)
    citizen.type_into("request", request)
    citizen.tick("told_data_use")
    citizen.choose("office", "TWH")
    receipt = citizen.press("提交申请")
    citizen.press("看我的事项")
    return re.search(r"\d{4}-\d{4}-\d{4}", receipt)[0]  # type: ignore[index]


def settle(
    browser: Browser, site: str, ledger: Ledger, citizen: Person, number: str, words: dict[str, str]
) -> Person:
    """The committee and its mediator carry the matter to a signed agreement; gives the mediator."""
    head = at_phone(browser, site, ledger)
    head.sign_in("committee_head")
    matter = f"/desk/matter/{number}/"
    head.go(matter)
    head.press("受理")
    head.press("确定：受理")
    head.go(f"{matter}consent/")
    head.choose("consent_party", "p2")
    head.tick("consent_told_rights")
    head.choose("channel", "phone")
    head.press("确定：同意调解")
    head.press("确定调解员")
    head.page.locator("select[name='mediator']").select_option(label="示例mediator")
    head.press("确定：确定调解员")

    mediator = at_phone(browser, site, ledger)
    mediator.sign_in("mediator")
    assert number in mediator.look()
    mediator.go(matter)
    mediator.press("声明有没有利害关系")
    mediator.tick("no_conflict")
    mediator.press("确定：声明有没有利害关系")
    mediator.go(f"{matter}record_identity/")
    mediator.choose("identity_party", "p1")
    mediator.photo("identity_file")
    mediator.press("确定：核对身份证明")
    mediator.press("记录一次调解")
    mediator.type_into("session_at", words["place"])
    mediator.choose("session_form", "together")
    mediator.type_into("session_statements", words["statements"])
    mediator.press("确定：记录一次调解")

    mediator.press("写协议书")
    assert mediator.page.input_value("[name='main_facts']"), "事实没有带过来"
    mediator.choose("obligations-0-payer", "p2")
    mediator.choose("obligations-0-payee", "p1")
    mediator.choose("obligations-0-deed", words["deed"])
    mediator.type_into("obligations-0-what", words["what"])
    if words["deed"] == "pay":
        mediator.type_into("obligations-0-amount", "60000.50")
        mediator.type_into("obligations-0-amount_words", "陆万元整")
    mediator.type_into("obligations-0-manner", words["manner"])
    mediator.page.locator("[name='obligations-0-due_on']").fill(
        (date.today() + timedelta(days=20)).isoformat()
    )
    mediator.type_into("breach_term", words["breach"])
    checked = mediator.press("先检查")
    if words["deed"] == "pay":
        assert "金额大写与小写不一致" in checked
        mediator.page.locator("[name='obligations-0-amount_words']").fill("")
        checked = mediator.press("先检查")
    assert "没有发现问题" in checked
    mediator.press("确定：写协议书")

    citizen.go("/mine/")
    citizen.press("协议念给我听了，我听懂了")
    citizen.tick("read_back_understood")
    citizen.press("确定：协议念给我听了，我听懂了")
    mediator.go(f"{matter}acknowledge_read_back/")
    mediator.choose("read_back_party", "p2")
    mediator.tick("read_back_understood")
    mediator.press("确定：念给当事人听，都听懂了")
    mediator.press("签字盖章")
    for party in ("p1", "p2"):
        mediator.page.locator(f"[name='signed_parties'][value='{party}']").check()
    mediator.tick("mediator_signed")
    mediator.tick("seal_affixed")
    mediator.press("确定：签字盖章")
    scan(mediator, matter, "agreement")
    return mediator


def scan(mediator: Person, matter: str, paper: str) -> None:
    mediator.go(f"{matter}scan_paper/")
    mediator.choose("scan_of", paper)
    mediator.photo("scan_file")
    mediator.press("确定：上传签字页")


def confirm(citizen: Person, mediator: Person, number: str, court: str) -> None:
    """Both agree, the court is asked jointly; the dossier must then be complete."""
    citizen.go("/mine/")
    citizen.press("我同意一起申请司法确认")
    citizen.press("确定：我同意一起申请司法确认")
    mediator.go(f"/desk/matter/{number}/")
    mediator.press("共同申请司法确认")
    assert mediator.page.locator("[name='joint_parties'][value='p1']").is_checked()
    mediator.page.locator("[name='joint_parties'][value='p2']").check()
    mediator.type_into("confirmation_court", court)
    assert mediator.page.input_value("[name='service_address']"), "送达地址没有带过来"
    mediator.press("确定：共同申请司法确认")
    mediator.press("生成共同申请书和调解证明")
    mediator.press("确定：生成共同申请书和调解证明")
    child = mediator.page.locator("a[href$='/scan_paper/']").last.get_attribute("href")
    assert child
    for paper in ("confirmation_application", "mediation_proof"):
        scan(mediator, child.removesuffix("scan_paper/"), paper)
    page = mediator.go(f"/desk/matter/{number}/")
    assert "自查：齐了" in page, page
    assert "申请司法确认中" in page
    for code in ("agreement", "application", "session_record"):
        link = mediator.page.locator(
            f"a[aria-label*='{TITLES[code]}'][aria-label$='PDF']"
        ).first.get_attribute("href")
        answer = mediator.page.request.get(mediator.home + str(link))
        assert answer.body().startswith(b"%PDF"), code


TITLES = {"agreement": "人民调解协议书", "application": "人民调解申请书", "session_record": "人民调解记录"}
WAGES = {
    "place": "镇调解室", "statements": "工人说三个月没发。\n老板说工程款还没到账，认账。", "deed": "pay",
    "what": "一次付清十三名工人三个月的工资", "manner": "银行转账到各人工资卡", "breach": "逾期的，可以持本协议申请支付令或者起诉。",
}  # fmt: skip
WALL = {
    "place": "双方院墙边", "statements": "一方说墙占了三十公分，另一方说是老墙基。", "deed": "do",
    "what": "把新砌的围墙拆到老墙基以内", "manner": "自己请人拆", "breach": "逾期不拆的，可以起诉。",
}  # fmt: skip


@pytest.mark.parametrize(
    ("story", "people", "words"),
    [
        ("老板拖欠我们十几个人三个月工资", ("周示例", "吴示例建筑队", "把三个月工资一次结清"), WAGES),
        ("邻居砌墙砌到我家院子里来了，跟他说也不听", ("郑示例", "王示例", "把墙拆回去"), WALL),
    ],
    ids=["wages", "wall"],
)
def test_from_a_sentence_to_a_signed_agreement_and_the_court(
    browser: Browser, site: str, story: str, people: tuple[str, str, str], words: dict[str, str]
) -> None:
    ledger = Ledger()
    citizen = at_phone(browser, site, ledger)
    number = file_from_story(citizen, story, *people)
    mediator = settle(browser, site, ledger, citizen, number, words)
    confirm(citizen, mediator, number, f"示例县人民法院{words['deed']}庭")
    mine = citizen.go("/mine/")
    assert "司法确认" in mine
    assert "谁看过我的材料" in mine
    figures = (
        f"{story}：{len(ledger.pages)}页，无障碍问题{len(ledger.violations)}，重复输入{ledger.typed_twice}字"
    )
    sys.stdout.write(figures + "\n")
    assert ledger.violations == []
    assert ledger.typed_twice == 0


def referred(clerk: Person) -> str:
    """The clerk enters what the court's letter says and takes it in; gives the number."""
    clerk.go("/desk/new/")
    clerk.press("登记法院委派、委托")
    clerk.type_into("referred_by", "示例县人民法院")
    clerk.type_into("applicants-0-name", "蒋示例")
    clerk.type_into("respondents-0-name", "韩示例")
    clerk.type_into("story", "路口相撞，骑车的人小腿骨折，为误工费谈不拢。")
    clerk.choose("kind", "traffic")
    clerk.choose("referral_mode", "dispatched")
    clerk.tick("through_platform")
    clerk.tick("applicant_consented")
    for name in ("referred_on", "received_on"):
        clerk.page.locator(f"[name='{name}']").fill(date.today().isoformat())
    clerk.page.locator("button.main").click()
    number = re.search(r"\d{4}-\d{4}-\d{4}", clerk.look())[0]  # type: ignore[index]
    page = clerk.go(f"/desk/matter/{number}/")
    assert "确认是否接受的期限" in page
    clerk.press("接受委派、委托")
    clerk.press("确定：接受委派、委托")
    return number


def code_for(clerk: Person, number: str, name: str) -> str:
    clerk.go(f"/desk/matter/{number}/")
    shown = clerk.press(f"给{name}发查询码")
    return re.search(r"[A-Z0-9]{8}", shown.replace(number, ""))[0]  # type: ignore[index]


def come_back(person: Person, number: str, code: str) -> str:
    person.go("/progress/")
    person.page.locator("[name='number']").fill(number)
    person.page.locator("[name='code']").fill(code)
    return person.press("打开")


def test_a_traffic_injury_goes_through_court_referral_and_back(browser: Browser, site: str) -> None:
    ledger, secret = Ledger(), "最低能接受八千，别告诉对方"
    desk = {"width": 1280, "height": 900}
    clerk, head, mediator = (
        Person(browser.new_context(viewport=desk).new_page(), site, ledger) for _ in range(3)
    )  # type: ignore[arg-type]
    clerk.sign_in("committee_clerk")
    number = referred(clerk)
    matter = f"/desk/matter/{number}/"
    codes = [code_for(clerk, number, name) for name in ("蒋示例", "韩示例")]

    injured, driver = at_phone(browser, site, ledger), at_phone(browser, site, ledger)
    assert "调解不耽误立案" in come_back(injured, number, codes[0])
    come_back(driver, number, codes[1])
    driver.press("我同意调解")
    driver.tick("consent_told_rights")
    driver.press("确定：我同意调解")

    head.sign_in("committee_head")
    head.go(matter)
    head.press("确定调解员")
    head.page.locator("select[name='mediator']").select_option(label="示例mediator")
    head.press("确定：确定调解员")
    mediator.sign_in("mediator")
    mediator.go(f"{matter}declare_interest/")
    mediator.tick("no_conflict")
    mediator.press("确定：声明有没有利害关系")
    mediator.go(f"{matter}tell_rules/")
    for party in ("p1", "p2"):
        mediator.page.locator(f"[name='told_whom'][value='{party}']").check()
    for name in ("identities_checked", "told_rules", "told_sham"):
        mediator.tick(name)
    mediator.press("确定：调解前告知并核实身份")
    mediator.go(f"{matter}note_confidence/")
    mediator.choose("confided_by", "p1")
    mediator.type_into("confidence", secret)
    mediator.press("确定：记一方单独说的话（保密）")
    mediator.go(f"{matter}hold_session/")
    mediator.type_into("session_at", "镇调解室")
    mediator.choose("session_form", "together")
    mediator.type_into("session_statements", "对误工费算几个月，谈不到一起。")
    mediator.press("确定：记录一次调解")

    assert secret in mediator.go(matter)
    for somebody, path in ((clerk, matter), (head, matter), (driver, "/mine/"), (injured, "/mine/")):
        page = somebody.go(path)
        assert secret not in page
        assert "谈不到一起" not in page

    injured.press("不调解了，我要法院直接立案")
    injured.press("确定：不调解了，我要法院直接立案")
    clerk.go(matter)
    clerk.press("向法院报告并退回材料")
    clerk.choose("return_reason", "suit")
    clerk.page.locator("[name='returned_on']").fill(date.today().isoformat())
    clerk.press("确定：向法院报告并退回材料")
    assert "已退回法院" in injured.go("/mine/")
    assert "法院决定是否立案的期限" in injured.page.inner_text("main")
    driver.go("/mine/")
    link = driver.page.locator("a[aria-label^='打开调解结果函']").first.get_attribute("href")
    assert driver.page.request.get(site + str(link)).body().startswith(b"%PDF")
    clerk.go(f"{matter}court_registers/")
    clerk.page.locator("[name='registered_on']").fill(date.today().isoformat())
    clerk.press("确定：法院登记立案")
    assert "由法院审理" in injured.go("/mine/")
    assert ledger.violations == []
    assert ledger.typed_twice == 0


def test_a_stop_button_ends_the_mediation_at_once(browser: Browser, site: str) -> None:
    ledger = Ledger()
    citizen = at_phone(browser, site, ledger)
    file_from_story(citizen, "楼上漏水把我家吊顶泡坏了", "冯示例", "陈示例", "修好并赔偿")
    citizen.press("撤回申请")
    assert "已撤回" in citizen.press("确定：撤回申请")
    assert ledger.violations == []


def test_filing_needs_no_script_and_no_mouse(browser: Browser, site: str) -> None:
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "跳到正文"
    page.focus("#story")
    page.keyboard.type("借给朋友两万块，说好去年还，一直不还")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tell/")
    assert "可以走的路" in page.inner_text("main")


def test_a_lost_connection_loses_nothing_and_files_once(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site}/file/")
    for name, text in (
        ("story", "写了很久的话"),
        ("applicants-0-name", "孙示例"),
        ("respondents-0-name", "钱示例"),
    ):
        page.locator(f"[name='{name}']").fill(text)
    page.locator("[name='kind']").select_option("neighbour")
    page.locator("[name='office']").select_option("TWH")
    page.locator("[name='told_data_use']").check()
    context.set_offline(True)
    page.get_by_role("button", name="提交申请").click()
    page.wait_for_url("chrome-error://**")
    context.set_offline(False)
    page.reload()  # what the page on how it works tells people to do
    assert "收到了" in page.inner_text("main")
    page.goto(f"{site}/mine/")
    assert "已登记" in page.inner_text("main")


def test_large_letters_and_double_text_size_never_scroll_sideways(browser: Browser, site: str) -> None:
    ledger = Ledger()
    person = at_phone(browser, site, ledger, bypass_csp=True)  # only so that the test may set the text size
    person.go("/")
    person.press("长者模式")
    for path in ("/", "/file/", "/file/later/", "/law/", "/law/民法典/675/", "/how/", "/progress/"):
        person.go(path)
        person.page.add_style_tag(content="html{font-size:200% !important}")
        person.look()
    assert ledger.violations == []


OWN_QUESTIONS = (
    "我妈把房子给了弟弟，现在生病没人管，我该怎么办",
    "楼上半夜拖凳子，说了三次都不改，孩子睡不好",
    "在工地干了半年，包工头跑了，工钱一分没拿到",
    "网上买的手机是翻新的，店家不肯退",
    "骑电动车被小汽车撞了，对方说没钱赔",
    "租的房子到期了，房东不退押金，说墙脏了",
    "离婚了前夫不给孩子抚养费，打电话也不接",
    "村里修路占了我家的地，一分钱没补",
    "孩子在学校被同学推倒摔断了手，学校说不关他们的事",
    "做手术以后一直疼，医院说正常，病历也不给复印",
)


def ask_each(person: Person, questions: Iterable[str]) -> None:
    """Every question gets a kind, at least one article in its own words, and at least one road."""
    for question in questions:
        person.go("/")
        person.type("事情经过", question)
        answer = person.press("看看怎么办")
        assert person.page.locator("blockquote.article").count() >= 1, question
        assert person.page.locator("li.road").count() >= 1, question
        assert "第" in answer
    assert person.ledger.violations == []


def test_ten_questions_of_our_own_each_get_articles_and_a_road(browser: Browser, site: str) -> None:
    ask_each(at_phone(browser, site, Ledger()), OWN_QUESTIONS)


@pytest.mark.reference
def test_twenty_real_questions_each_get_articles_and_a_road(browser: Browser, site: str) -> None:
    if not QUESTIONS.is_file():
        pytest.skip("没有 ../shared/data/triage/lb24_dev.jsonl")
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    ask_each(at_phone(browser, site, Ledger()), (row["text"] for row in rows[::10][:20]))


@pytest.mark.parametrize(
    ("who", "pages"),
    [
        ("committee_head", ("/desk/", "/desk/office/", "/desk/matters/", "/desk/new/", "/desk/new/people_mediation/refer_in/")),
        ("bureau_chief", ("/desk/", "/desk/office/", "/desk/matters/?overdue=1")),
        ("auditor", ("/desk/", "/desk/audit/")),
        ("administrator", ("/desk/",)),
        ("station_officer", ("/desk/", "/desk/matters/")),
    ],
)  # fmt: skip
def test_every_desk_is_accessible_on_a_phone(
    browser: Browser, site: str, who: str, pages: tuple[str, ...]
) -> None:
    person = at_phone(browser, site, Ledger())
    person.sign_in(who)
    for path in pages:
        person.go(path)
    assert person.ledger.violations == []

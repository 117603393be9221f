"""People at a browser: they look, type and press, and every page they see is checked for accessibility."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from tests.world import PASSWORD, PNG

PHONE = {"width": 360, "height": 740}
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; the test is skipped with a reason where there is none."""
    if _CHROMIUM is None:
        pytest.skip("这台机器上没有 Chromium")
    playwright: Playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Ledger:
    """What was typed in a journey and which pages were seen."""

    typed: list[str] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)
    violations: list[str] = field(default_factory=list)

    @property
    def typed_twice(self) -> int:
        """Characters that somebody had to type although they had been typed before."""
        seen: set[str] = set()
        twice = 0
        for text in self.typed:
            if text in seen:
                twice += len(text)
            seen.add(text)
        return twice


@dataclass
class Person:
    """Somebody with a phone."""

    page: Page
    home: str
    ledger: Ledger

    def look(self) -> str:
        """The page as text, checked: no accessibility violation, no sideways scrolling."""
        where = self.page.url.removeprefix(self.home)
        result = Axe().run(self.page)
        self.ledger.pages.add(where)
        self.ledger.violations += [
            f"{where}: {v['id']} {v['nodes'][0]['html'][:100]}" for v in result.response["violations"]
        ]
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= (self.page.viewport_size or PHONE)["width"], f"{where} 要左右滑动：{width}"
        return self.page.inner_text("main")

    def go(self, path: str) -> str:
        self.page.goto(self.home + path)
        return self.look()

    def press(self, name: str) -> str:
        """Press the button or link with this name, and wait until the page it leads to is there.

        Pages work without script, so every press leads to one; without the mark the old page could still be read.
        """
        target = self.page.get_by_role("button", name=name, exact=True).or_(
            self.page.get_by_role("link", name=name, exact=True)
        )
        self.page.evaluate("window.pressed = true")
        target.first.click()
        self._wait_for_next_page()
        return self.look()

    def _wait_for_next_page(self) -> None:
        """Asked again and again from outside: the pages forbid any script of their own to wait with."""
        for _ in range(600):
            with suppress(Error):  # between two pages nobody answers
                if self.page.evaluate("!window.pressed && document.readyState === 'complete'"):
                    return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"按了以后没有打开下一页：{self.page.url}")

    def type(self, label: str, text: str) -> None:
        """Type into the field with this label; counted."""
        self.page.get_by_label(label, exact=False).first.fill(text)
        self.ledger.typed.append(text)

    def type_into(self, name: str, text: str) -> None:
        """Type into the field with this form name; counted."""
        self.page.locator(f"[name='{name}']").fill(text)
        self.ledger.typed.append(text)

    def choose(self, name: str, value: str) -> None:
        """Choose in a list, or a radio button."""
        field = self.page.locator(f"select[name='{name}']")
        if field.count():
            field.select_option(value)
        else:
            self.page.locator(f"[name='{name}'][value='{value}']").check()

    def tick(self, name: str) -> None:
        self.page.locator(f"[name='{name}']").first.check()

    def photo(self, name: str) -> None:
        """Take a photo of a page."""
        self.page.locator(f"[type='file'][name='{name}']").set_input_files(
            {"name": "photo.png", "mimeType": "image/png", "buffer": PNG}
        )

    def sign_in(self, username: str) -> None:
        self.page.goto(f"{self.home}/accounts/login/")
        self.look()
        self.page.fill("#id_login", username)
        self.page.fill("#id_password", PASSWORD)
        self.press("登录")

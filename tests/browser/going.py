"""From page to page: whoever clicks or presses a key looks at the next page when it is there, however slow it comes.

What a page shows after a click is asked only through these, or through `expect`, which waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page
    from playwright.sync_api._generated import LocatorAssertions

PATIENCE = 180_000
"""Milliseconds for a page on a machine that is slow and has other things to do."""
_WORKED_THROUGH = """() => document.readyState === "complete" && document.querySelector("main h1") !== null
    && document.getElementById("progress") === null"""


def somebody(browser: Browser) -> BrowserContext:
    """A browser of its own, set to English, which the pages must not heed."""
    context = browser.new_context(locale="en-US", timezone_id="Asia/Ho_Chi_Minh")
    context.set_default_timeout(PATIENCE)
    return context


def expect(what: Locator) -> LocatorAssertions:
    """What must hold of a part of the page, or come to hold before long; asked where Playwright is installed alone."""
    from playwright.sync_api import expect as holds

    return holds(what)


def follow(what: Locator) -> None:
    """Click a link, or a button of a form, and be on the page that it leads to."""
    with what.page.expect_navigation():
        what.click()


def press_on(page: Page, key: str) -> None:
    """Press a key that leads to another page, and be there."""
    with page.expect_navigation():
        page.keyboard.press(key)


def log_in(page: Page, host: str, name: str, password: str) -> None:
    """Log in by the form, in Vietnamese."""
    page.goto(f"{host}/dang-nhap?lang=vi")
    page.fill("#name", name)
    page.fill("#password", password)
    press_on(page, "Enter")
    assert "/dang-nhap" not in page.url, f"{name} cannot log in"


def worked_through(page: Page) -> None:
    """Wait for the end of a work whose page renews itself until then."""
    page.wait_for_function(_WORKED_THROUGH)

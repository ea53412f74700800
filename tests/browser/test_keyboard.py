"""Everything without a mouse. That no page hides a link from the keyboard or where it is, is in `test_pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.served import Served
from tests.browser.visiting import PROBES, WIDE, probe

if TYPE_CHECKING:
    from playwright.sync_api import Page

ORDER = """() => {
    const stops = (PROBES).stops();
    window.walked = [];
    document.addEventListener("focusin", (event) => window.walked.push(stops.indexOf(event.target)));
    return stops.length;
}"""


def test_the_first_key_leads_past_the_menu(page: Page, registry: Served) -> None:
    page.goto(registry.address)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("each => each === document.activeElement")
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["/", "/dang-nhap", "/van-ban"])
def test_tab_comes_by_everything_in_the_order_of_the_page(page: Page, registry: Served, path: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{registry.address}{path}")
    count = page.evaluate(ORDER.replace("PROBES", PROBES))
    for _ in range(count):
        page.keyboard.press("Tab")
    assert page.evaluate("walked") == list(range(count))


def test_a_search_needs_no_mouse(page: Page, registry: Served) -> None:
    page.goto(registry.address)
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type("tăng trưởng 2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem?*")
    page.get_by_role("link", name="6,03%").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/**")
    assert "6,03%" in page.locator("mark:target").inner_text()


def test_every_point_of_a_chart_is_a_stop_that_says_what_it_is(page: Page, registry: Served) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{registry.address}/chi-tieu/grdp/bac-ninh-2026")
    points = page.locator(".drawn .wide svg a")
    assert points.count() > 10
    for point in points.all():
        assert point.evaluate("each => each.tabIndex === 0 && Boolean(each.getAttribute('href'))")
        assert point.evaluate("each => (each.getAttribute('aria-label') || each.textContent).trim() !== ''")
    points.first.focus()
    page.keyboard.press("Tab")
    assert points.nth(1).evaluate("each => each === document.activeElement")
    assert probe(page, "unseen") == ()
    points.nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/chi-tieu/" not in url)


def test_what_is_folded_opens_with_a_key(page: Page, registry: Served) -> None:
    page.goto(f"{registry.address}/ke-hoach/bac-ninh-1997/yearly/2022")
    folded = page.locator("details.why").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.evaluate("each => each.open")

"""Everything without a mouse. That no page hides a link from the keyboard or where it is, is in `test_pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, press_on
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
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#main"))
    page.keyboard.press("Tab")
    expect(page.locator("#main :focus")).to_have_count(1)


@pytest.mark.parametrize("path", ["/", "/dang-nhap", "/van-ban"])
def test_tab_comes_by_everything_in_the_order_of_the_page(page: Page, registry: Served, path: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{registry.address}{path}")
    count = page.evaluate(ORDER.replace("PROBES", PROBES))
    for _ in range(count):
        page.keyboard.press("Tab")
    page.wait_for_function("(count) => walked.length >= count", arg=count)
    assert page.evaluate("walked") == list(range(count))


def test_a_search_needs_no_mouse(page: Page, registry: Served) -> None:
    page.goto(registry.address)
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type("tăng trưởng 2024")
    press_on(page, "Enter")
    assert "/tim-kiem?" in page.url
    page.get_by_role("link", name="6,03%").first.focus()
    press_on(page, "Enter")
    assert "/van-ban/" in page.url
    expect(page.locator("mark:target")).to_contain_text("6,03%")


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
    expect(points.nth(1)).to_be_focused()
    assert probe(page, "unseen") == ()
    points.nth(1).focus()
    press_on(page, "Enter")
    assert "/chi-tieu/" not in page.url


def test_what_is_folded_opens_with_a_key(page: Page, registry: Served) -> None:
    page.goto(f"{registry.address}/ke-hoach/bac-ninh-1997/yearly/2022")
    folded = page.locator("details.why").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(folded).to_have_attribute("open", "")

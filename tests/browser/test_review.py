"""Review by keyboard alone, in a browser: thirty facts, a correction, words selected, undoing; nothing of it breaks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, press_on
from tests.browser.served import Served
from tests.browser.visiting import WIDE

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

SELECT = """(wanted) => {
    const texts = document.createNodeIterator(document.querySelector(".words"), NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode()); ) {
        const place = node.data.indexOf(wanted);
        if (place < 0) continue;
        const range = document.createRange();
        range.setStart(node, place);
        range.setEnd(node, place + wanted.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return true;
    }
    return false;
}"""
MOVED = """(before) => {
    const card = document.getElementById("the");
    return document.readyState === "complete" && card !== null && card.dataset.mention !== before &&
        !card.hasAttribute("aria-busy");
}"""
PAPER = "Báo cáo tình hình phát triển kinh tế - xã hội năm 2025"
AXE = "async () => (await axe.run()).violations.map((each) => `${each.id}: ${each.nodes[0].html}`)"
PRACTISED = 3 * 60
"""Seconds in which a practised hand reviews thirty facts; here the reading takes none of them."""


@pytest.fixture
def desk(registry: Served, account: BrowserContext) -> Iterator[Page]:
    """The review page of a paper, opened from the queue."""
    page = account.new_page()
    page.set_viewport_size(WIDE)
    page.goto(f"{registry.address}/ra-soat?lang=vi")
    page.get_by_role("link", name=PAPER).first.focus()
    press_on(page, "Enter")  # the script listens when the page has loaded, and not before
    page.wait_for_selector("#the")
    yield page
    page.close()


def press(page: Page, key: str) -> str:
    """Press a key that leads to another card; gives what was said."""
    before = page.get_attribute("#the", "data-mention")
    page.keyboard.press(key)
    page.wait_for_function(MOVED, arg=before)
    return page.inner_text(".told")


def test_thirty_facts_by_keyboard_alone(desk: Page) -> None:
    begun = time.monotonic()
    for _ in range(30):
        assert press(desk, "c") == "Đã xác nhận."
        assert desk.evaluate("document.activeElement.id") == "card-h"
    assert time.monotonic() - begun < PRACTISED
    assert desk.locator(".words mark.confirmed").count() >= 30
    assert "Đã hoàn tác" in press(desk, "g")


def test_a_correction_without_a_mouse(desk: Page) -> None:
    for _ in range(100):
        if "Số liệu" in desk.inner_text("#card-h") and "%" in desk.input_value("#answer [name=value]"):
            break
        press(desk, "n")
    desk.keyboard.press("h")
    assert desk.evaluate("document.activeElement.name") == "indicator"
    desk.keyboard.press("Tab")
    desk.keyboard.type("nhiều lắm")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_selector(".told .error")
    assert desk.input_value("#answer [name=value]") == "nhiều lắm"
    desk.keyboard.press("Control+A")
    desk.keyboard.type("12,5%")
    mention = desk.get_attribute("#the", "data-mention")
    assert press(desk, "Control+Enter") == "Đã lưu nội dung sửa."
    assert "corrected" in (desk.get_attribute(f'mark[id="{mention}"]', "class") or "")


def test_selected_words_become_a_fact(desk: Page) -> None:
    words = "TM. ỦY BAN NHÂN DÂN"
    assert desk.evaluate(SELECT, words)
    desk.keyboard.press("b")
    assert desk.input_value("#add [name=quote]") == words
    desk.select_option("#add [name=kind]", "people")
    desk.fill('[name="people.name"]', "Trần Văn Chọn")
    desk.fill('[name="people.position"]', "Chủ tịch UBND tỉnh")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_selector(".words mark.added")
    assert desk.inner_text(".words mark.added").replace("+", "").strip() == words
    expect(desk.locator(".told")).to_have_text("Đã bổ sung dữ kiện.")


def test_letters_go_into_a_field_that_is_typed_in_and_keys_can_be_switched_off(desk: Page) -> None:
    before = desk.get_attribute("#the", "data-mention")
    desk.keyboard.press("h")
    desk.keyboard.type("clkgnp")
    desk.keyboard.press("Escape")
    desk.keyboard.press("?")
    desk.locator("#keys-on").focus()
    desk.keyboard.press("Space")
    desk.locator("#card-h").focus()
    desk.keyboard.type("clk")
    desk.wait_for_timeout(500)
    assert desk.get_attribute("#the", "data-mention") == before
    desk.locator("#keys-on").check()


def test_the_card_is_for_everybody_after_it_was_changed(desk: Page) -> None:
    """What the script puts into the page breaks no rule of accessibility either."""
    press(desk, "k")
    desk.keyboard.press("?")
    desk.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    assert desk.evaluate(AXE) == []

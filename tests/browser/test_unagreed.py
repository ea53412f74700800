"""What an approver opens to the public, and closes again, in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, follow
from tests.browser.served import Served
from tests.browser.visiting import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, ViewportSize

LIST = "/so-lieu-chua-thong-nhat"


@pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_is_approved_is_public_until_it_is_closed(
    page: Page, account: BrowserContext, registry: Served, width: ViewportSize
) -> None:
    own = account.new_page()
    own.set_viewport_size(width)
    own.goto(f"{registry.address}/phe-duyet")
    follow(own.get_by_role("link", name="Số liệu chưa thống nhất, chưa duyệt công khai: 1"))
    waiting = own.locator("main section.part")
    expect(waiting).to_have_count(1)
    expect(waiting.locator("p.why")).to_have_count(1)
    why = waiting.locator("p.why").inner_text()
    page.set_viewport_size(width)
    page.goto(registry.address + LIST)
    expect(page.locator("main")).not_to_contain_text(why)
    follow(waiting.get_by_role("button", name="Duyệt công khai"))
    expect(own.locator("main")).to_contain_text("Không có số liệu nào chưa thống nhất.")
    page.goto(registry.address + LIST)
    expect(page.locator("main")).to_contain_text(why)
    expect(page.locator("main button")).to_have_count(0)

    follow(own.get_by_role("link", name="Đã duyệt công khai", exact=True))
    card = own.locator("main section.part", has_text=why)
    expect(card.locator(".state")).to_have_text("Công khai")
    follow(card.get_by_role("button", name="Thôi công khai"))
    page.goto(registry.address + LIST)
    expect(page.locator("main")).not_to_contain_text(why)
    own.close()


@pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])
def test_one_clash_opens_and_closes_on_both_pages_at_once(
    page: Page, account: BrowserContext, registry: Served, width: ViewportSize
) -> None:
    own = account.new_page()
    own.set_viewport_size(width)
    own.goto(f"{registry.address}{LIST}?loai=tallies")
    card = own.locator("main section.part").first
    before, why = card.locator(".state").inner_text(), "11/18"
    expect(card).to_contain_text(why)

    def press() -> None:
        own.goto(f"{registry.address}/so-lieu-nhiem-vu")
        told = own.locator("main .check", has_text=why)
        expect(told).to_have_count(1)
        follow(told.get_by_role("button"))

    def public_reads() -> list[bool]:
        found = []
        for address in (LIST, "/so-lieu-nhiem-vu"):
            page.goto(registry.address + address)
            found.append(why in page.locator("main").inner_text())
        return found

    page.set_viewport_size(width)
    was = public_reads()
    assert was == [before == "Công khai"] * 2
    press()
    assert public_reads() == [not each for each in was]
    own.goto(f"{registry.address}{LIST}?loai=tallies")
    expect(own.locator("main section.part").first.locator(".state")).not_to_have_text(before)
    press()
    assert public_reads() == was
    own.close()

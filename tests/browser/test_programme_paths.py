"""A tree from its paper to the tasks behind a share; a proposal from its paper to its answer, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, follow
from tests.browser.served import Served
from tests.browser.visiting import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, ViewportSize

WIDTHS = pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])


def opened(context: BrowserContext, registry: Served, address: str, width: ViewportSize) -> Page:
    page = context.new_page()
    page.set_viewport_size(width)
    page.goto(f"{registry.address}{address}")
    return page


@WIDTHS
def test_an_officer_goes_from_a_share_to_its_tasks_and_hangs_another(
    account: BrowserContext, registry: Served, width: ViewportSize
) -> None:
    page = opened(account, registry, "/chuong-trinh", width)
    follow(page.get_by_role("link", name="Nghị quyết về các chương trình"))
    line = page.locator("tr", has_text="Chương trình nhà ở công nhân")
    before = line.locator("a", has_text="/").first.inner_text()
    follow(line.locator("th a"))
    number = "1" if width == WIDE else "2"
    page.get_by_label("Số nhiệm vụ").fill(number)
    follow(page.get_by_role("button", name="Gắn nhiệm vụ"))
    expect(page.locator("table.tasks tbody tr")).to_have_count(1)
    follow(page.get_by_role("link", name="Nghị quyết về các chương trình"))
    expect(line.locator("a", has_text="/").first).to_have_text(before)
    follow(line.locator("th a"))
    follow(page.get_by_role("button", name="Gỡ khỏi mục này").first)
    expect(page.locator("table.tasks")).to_have_count(0)
    page.close()


@WIDTHS
def test_who_asked_for_a_bridge_finds_its_answer(page: Page, registry: Served, width: ViewportSize) -> None:
    page.set_viewport_size(width)
    page.goto(f"{registry.address}/van-ban")
    follow(page.get_by_role("link", name="Kiến nghị lên cấp trên").first)
    follow(page.get_by_role("link", name="Không chấp thuận").first)
    follow(page.locator("main h2 a", has_text="cầu Kênh Vàng"))
    expect(page.locator("main blockquote").first).to_contain_text("chủ động cân đối")
    expect(page.locator("form.deed")).to_have_count(0)  # readers enter no answers
    follow(page.locator("main .side a").first)
    expect(page.locator("main")).to_contain_text("chủ động cân đối")


def test_the_numbers_of_a_report_are_told_apart(page: Page, registry: Served) -> None:
    page.goto(f"{registry.address}/so-lieu-chua-thong-nhat")
    follow(page.get_by_role("link", name="Số liệu nhiệm vụ").first)
    expect(page.locator("main")).to_contain_text("9.831 được nêu là tổng, nhưng các phần cộng lại là 9.813.")
    follow(page.get_by_role("link", name="Trông như chưa thống nhất"))
    expect(page.locator("main")).to_contain_text("cắt bớt chữ số cuối, không làm tròn")


def test_projects_stand_late_ones_first(account: BrowserContext, registry: Served) -> None:
    page = opened(account, registry, "/dau-tu-cong", WIDE)
    names = page.locator("table.projects tbody th a").all_inner_texts()
    assert names[0] == "Cầu Kênh Vàng giai đoạn 1"  # past its own day
    follow(page.get_by_role("link", name=names[0]))
    expect(page.locator("svg.chart").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("thang-10.xlsx")
    page.close()

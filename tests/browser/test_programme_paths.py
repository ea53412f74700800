"""A tree from its paper to the tasks behind a share; a proposal from its paper to its answer, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
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
    page.get_by_role("link", name="Nghị quyết về các chương trình").click()
    line = page.locator("tr", has_text="Chương trình nhà ở công nhân")
    before = line.locator("a", has_text="/").first.inner_text()
    line.locator("th a").click()
    number = "1" if width == WIDE else "2"
    page.get_by_label("Số nhiệm vụ").fill(number)
    page.get_by_role("button", name="Gắn nhiệm vụ").click()
    assert page.locator("table.tasks tbody tr").count() == 1
    page.get_by_role("link", name="Nghị quyết về các chương trình").click()
    assert (
        before
        == page.locator("tr", has_text="Chương trình nhà ở công nhân").locator("a", has_text="/").first.inner_text()
    )
    page.locator("tr", has_text="Chương trình nhà ở công nhân").locator("th a").click()
    page.get_by_role("button", name="Gỡ khỏi mục này").first.click()
    assert page.locator("table.tasks").count() == 0
    page.close()


@WIDTHS
def test_who_asked_for_a_bridge_finds_its_answer(page: Page, registry: Served, width: ViewportSize) -> None:
    page.set_viewport_size(width)
    page.goto(f"{registry.address}/van-ban")
    page.get_by_role("link", name="Kiến nghị lên cấp trên").first.click()
    page.get_by_role("link", name="Không chấp thuận").first.click()
    page.locator("main h2 a", has_text="cầu Kênh Vàng").click()
    assert "chủ động cân đối" in page.locator("main blockquote").first.inner_text()
    assert page.locator("form.deed").count() == 0  # readers enter no answers
    page.locator("main .side a").first.click()
    assert "chủ động cân đối" in page.locator("main").inner_text()


def test_the_numbers_of_a_report_are_told_apart(page: Page, registry: Served) -> None:
    page.goto(f"{registry.address}/so-lieu-chua-thong-nhat")
    page.get_by_role("link", name="Số liệu nhiệm vụ").first.click()
    assert "9.831 được nêu là tổng, nhưng các phần cộng lại là 9.813." in page.locator("main").inner_text()
    page.get_by_role("link", name="Trông như chưa khớp").click()
    assert "cắt bớt chữ số cuối, không làm tròn" in page.locator("main").inner_text()


def test_projects_stand_late_ones_first(account: BrowserContext, registry: Served) -> None:
    page = opened(account, registry, "/dau-tu-cong", WIDE)
    names = page.locator("table.projects tbody th a").all_inner_texts()
    assert names[0] == "Cầu Kênh Vàng giai đoạn 1"  # past its own day
    page.get_by_role("link", name=names[0]).click()
    assert page.locator("svg.chart").first.is_visible()
    assert "thang-10.xlsx" in page.locator("main").inner_text()
    page.close()

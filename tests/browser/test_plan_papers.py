"""From a plan to the paper that sets its targets, in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, follow
from tests.browser.served import Served
from tests.browser.visiting import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize


@pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("plan", "paper"),
    [
        ("bac-ninh-1997/yearly/2022", "Kế hoạch số 18/KH-UBND ngày 14/01/2022 của Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("bac-ninh-1997/congress/2020-2025", "Nghị quyết số 01-NQ/ĐH ngày 26/9/2020 của Đại hội đại biểu Đảng bộ"),
    ],
    ids=["plan", "resolution"],
)
def test_a_plan_leads_to_the_sentence_of_its_paper(
    page: Page, registry: Served, width: ViewportSize, plan: str, paper: str
) -> None:
    page.set_viewport_size(width)
    page.goto(f"{registry.address}/ke-hoach/{plan}")
    papers = page.get_by_role("region", name="Văn bản giao chỉ tiêu")
    expect(papers.get_by_role("listitem")).to_have_count(1)
    follow(papers.get_by_role("link", name=paper))
    target = page.url.rpartition("#")[2]
    expect(page.locator(f'[id="{target}"]').first).to_be_visible()
    expect(page.locator("main")).to_contain_text(paper.split("số ")[1].split(" ")[0])

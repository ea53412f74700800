"""What people come for: the sentence behind a number, and the numbers themselves."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, follow
from tests.browser.served import Served
from tests.browser.visiting import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

WIDTHS = pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])
MOST_CLICKS = 3


class Clicks:
    """Clicks of somebody who has never been here, counted."""

    def __init__(self, page: Page) -> None:
        self._page, self.count = page, 0

    def on(self, what: str, name: str = "") -> None:
        found = self._page.locator(what).filter(has_text=name) if name else self._page.locator(what)
        follow(found.first)
        self.count += 1


@WIDTHS
@pytest.mark.parametrize(("switch", "button"), [("", "Tìm kiếm"), ("English", "Search")], ids=["vi", "en"])
def test_a_new_user_reaches_the_sentence_in_three_clicks(
    page: Page, registry: Served, width: ViewportSize, switch: str, button: str
) -> None:
    page.set_viewport_size(width)
    page.goto(registry.address)
    clicks = Clicks(page)
    if switch:
        clicks.on("a.switch", switch)
    page.get_by_role("searchbox").first.fill("tăng trưởng 2024")
    clicks.on("header button", button)
    clicks.on("main a", "6" + ("." if switch else ",") + "03%")
    assert clicks.count <= MOST_CLICKS

    mark = page.locator("mark:target")
    expect(mark).to_contain_text("6,03%")
    expect(mark).to_be_in_viewport()  # the browser moves there once the page has come
    box = mark.bounding_box()
    assert box is not None
    assert box["x"] >= 0, box
    assert box["x"] + box["width"] <= width["width"], box
    assert 0 <= box["y"] <= width["height"], box
    assert mark.evaluate("each => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert "tăng" in mark.evaluate("each => each.closest('.words > *').innerText.toLowerCase()")


@WIDTHS
@pytest.mark.parametrize("indicator", ["exports", "poverty_rate"])
def test_a_citizen_takes_a_series_and_every_row_says_what_it_is(
    page: Page, registry: Served, width: ViewportSize, indicator: str, tmp_path: Path
) -> None:
    page.set_viewport_size(width)
    page.goto(registry.address)
    follow(page.locator(f"main a[href^='/chi-tieu/{indicator}/']").first)
    shown = int(page.locator("#cau-trich").inner_text().split("(")[-1].rstrip(")"))
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").first.click()
    assert taken.value.suggested_filename.endswith(".csv")
    taken.value.save_as(tmp_path / "series.csv")
    with (tmp_path / "series.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == shown > 0
    for row in rows:
        for column in ("Giá trị", "Đơn vị tính", "Kỳ số liệu", "Ghi chú phương pháp", "Loại giá", "Kỳ báo cáo",
                       "Địa giới hành chính", "Nguồn", "Địa chỉ câu trích"):  # fmt: skip
            assert row[column], (column, row)
        assert row["Địa chỉ câu trích"].startswith(registry.address)

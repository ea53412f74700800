"""Two offices' month in a browser: a notice with seven directives, three bodies, and what is true on each day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.going import expect, follow, log_in, somebody, worked_through
from tests.browser.served import Served, served
from tests.browser.visiting import WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSWORD = "mot-mat-khau-cua-thang"
PEOPLE = {
    "van-phong": ("officer", ""), "van-phong-2": ("officer", ""), "phe-duyet": ("approver", ""),
    "stc": ("release", "so-tai-chinh"), "sxd": ("release", "so-xay-dung"), "snv": ("release", "so-noi-vu"),
}  # fmt: skip
NOTICE = """VĂN PHÒNG UBND TỈNH BẮC NINH
Số: 215/TB-VP
Bắc Ninh, ngày 01 tháng 6 năm 2026
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 5 năm 2026

1. Giao Sở Tài chính rà soát nguồn thu từ đất, báo cáo UBND tỉnh trước ngày 16/6/2026.
2. Giao Sở Tài chính trình phương án phân bổ vốn đầu tư công trước ngày 21/6/2026.
3. Giao Sở Xây dựng hoàn thành quy hoạch phân khu đô thị Thuận Thành trước ngày 19/6/2026.
4. Giao Sở Xây dựng lập danh mục dự án chậm tiến độ trước ngày 11/6/2026.
5. Giao Sở Nội vụ xây dựng đề án vị trí việc làm trước ngày 26/6/2026.
6. Giao Sở Nội vụ kiểm tra kỷ luật công vụ tại các xã, phường trước ngày 30/6/2026.
7. Giao Sở Tài chính tổ chức hội nghị đối thoại với doanh nghiệp trước ngày 25/6/2026.
"""
DONE, EXTENDED, RETURNED, OVERDUE, WAITING, MERGED, DROPPED = range(1, 8)
"""What becomes of each directive, by its number in the notice."""
# done in time, done late, open in time, open overdue
EVERY = {date(2026, 6, 15): (1, 0, 5, 1), date(2026, 6, 25): (1, 0, 3, 2), date(2026, 7, 5): (1, 0, 2, 3)}
BODIES = {
    "so-tai-chinh": {date(2026, 6, 15): (1, 0, 2, 0), date(2026, 6, 25): (1, 0, 1, 0), date(2026, 7, 5): (1, 0, 1, 0)},
    "so-xay-dung": {date(2026, 6, 15): (0, 0, 1, 1), date(2026, 6, 25): (0, 0, 0, 2), date(2026, 7, 5): (0, 0, 0, 2)},
    "so-noi-vu": {date(2026, 6, 15): (0, 0, 2, 0), date(2026, 6, 25): (0, 0, 2, 0), date(2026, 7, 5): (0, 0, 1, 1)},
}


class Month:
    """The pages, their clock, and whoever sits before the browser."""

    def __init__(self, house: Served, browser: Browser) -> None:
        self.house, self._browser = house, browser

    @contextmanager
    def at(self, day: date, name: str) -> Iterator[Page]:
        """Somebody logged in on a morning."""
        self.house.set_clock(datetime(day.year, day.month, day.day, 2, tzinfo=UTC))
        context = somebody(self._browser)
        page = context.new_page()
        page.set_viewport_size(WIDE)
        log_in(page, self.house.address, name, PASSWORD)
        yield page
        context.close()

    def does(self, day: date, name: str, number: int, what: str, **fields: str) -> str:
        """Something that somebody does with a task by its form; gives what is told."""
        with self.at(day, name) as page:
            page.goto(f"{self.house.address}/nhiem-vu/{number}")
            page.locator(f"#{what} summary").click()
            for field, value in fields.items():
                page.fill(f"#{what}-{field}", value)
            follow(page.locator(f"#{what} button[type=submit]"))
            assert re.search(rf"/nhiem-vu/{number}(#|$)", page.url), page.url
            return page.inner_text("main [role=status]")


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Month]:
    """An empty registry on 1 June 2026, with the accounts of the office and of three bodies."""
    folder = tmp_path_factory.mktemp("month")
    clock = folder / "clock"
    Served("", folder, clock).set_clock(datetime(2026, 6, 1, 1, tzinfo=UTC))
    with served(folder, folder / "log", clock=clock) as house:
        house.add_people(PEOPLE, PASSWORD)
        yield Month(house, browser)


def test_two_offices_month(month: Month, tmp_path: Path) -> None:
    load(month, tmp_path)
    take_apart(month)
    first_half(month)
    compare(month, date(2026, 6, 15))
    second_half(month)
    compare(month, date(2026, 6, 25))
    compare(month, date(2026, 7, 5))
    with month.at(date(2026, 8, 10), "van-phong") as page:  # asked again much later, of those days
        for day, numbers in EVERY.items():
            assert tiles(page, month, f"/lanh-dao?ngay={day}") == numbers, day
            for body, told in BODIES.items():
                assert tiles(page, month, f"/don-vi/{body}?ngay={day}") == told[day], (body, day)
    conclusions(month)
    month.house.run("doctor")


def load(month: Month, folder: Path) -> None:
    """The notice is handed in; it is on the desk with its clock."""
    (folder / "215.txt").write_text(NOTICE, encoding="utf-8")
    with month.at(date(2026, 6, 1), "van-phong") as page:
        page.goto(f"{month.house.address}/nap-van-ban")
        page.check("[name=no-secret]")
        page.set_input_files("#papers", folder / "215.txt")
        page.check("[name=access][value=internal]")
        follow(page.locator("main form.deed button[type=submit]"))
        worked_through(page)
        page.goto(f"{month.house.address}/viec-cua-toi")
        waiting = page.locator("ul.papers li")
        assert waiting.count() == 1
        assert "7 ý kiến chỉ đạo" in waiting.inner_text()
        assert "03/6/2026" in waiting.inner_text()  # many: two working days


def take_apart(month: Month) -> None:
    """Seven directives become seven tasks as they are drafted; the desk has nothing left to take apart."""
    with month.at(date(2026, 6, 1), "van-phong") as page:
        page.goto(f"{month.house.address}/viec-cua-toi")
        follow(page.locator("ul.papers a"))
        drafts = page.locator("fieldset.draft")
        assert drafts.count() == 7
        assert drafts.nth(0).locator("input[name$=lead]").input_value() == "Sở Tài chính"
        assert drafts.nth(0).locator("input[name$=due_day]").input_value() == "2026-06-15"
        follow(page.get_by_role("button", name="Giao các nhiệm vụ đã chọn"))
        expect(page.locator("main [role=status]")).to_contain_text("Đã giao 7 nhiệm vụ")
        page.goto(f"{month.house.address}/viec-cua-toi")
        assert page.locator("ul.papers li").count() == 0
        page.goto(f"{month.house.address}/nhiem-vu?sap-xep=moi")
        assert page.locator("table.tasks tbody tr").count() == 7


def give(page: Page, month: Month, kind: str, number: str) -> int:
    """The sixth directive as another paper, or the news, says it; gives the number of the task."""
    page.goto(f"{month.house.address}/nhiem-vu/them")
    page.fill("#text", "kiểm tra kỷ luật công vụ tại các xã, phường")
    page.fill("#lead", "Sở Nội vụ")
    page.fill("#due_day", "2026-06-30")
    page.select_option("#source_kind", kind)
    page.fill("#source_number", number)
    follow(page.locator("main form.draft button[type=submit]"))
    return int(page.url.rpartition("/")[2])


def first_half(month: Month) -> None:
    """Tasks are received; one is in a Party conclusion and the news too; the first is reported and confirmed."""
    with month.at(date(2026, 6, 2), "van-phong") as page:
        others = give(page, month, "paper", "12-KL/TU"), give(page, month, "news", "")
        assert "Chờ văn bản giao" in page.inner_text("p.states")
        page.goto(f"{month.house.address}/nhiem-vu/{MERGED}")
        page.locator("#gop-vao summary").click()
        page.fill("#others", ", ".join(map(str, others)))
        follow(page.locator("#gop-vao button[type=submit]"))
        expect(page.locator("main")).to_contain_text("Nguồn giao nhiệm vụ (3)")
    day = date(2026, 6, 3)
    for name, number in (("stc", DONE), ("stc", EXTENDED), ("sxd", RETURNED), ("sxd", OVERDUE), ("snv", WAITING)):
        assert "Đã tiếp nhận" in month.does(day, name, number, "tiep-nhan")
    report = {"evidence_number": "88/BC-STC", "evidence_day": "2026-06-12", "words": "Đã báo cáo UBND tỉnh."}
    told = month.does(date(2026, 6, 12), "stc", DONE, "bao-cao", **report)
    assert "chờ xác nhận" in told
    with month.at(date(2026, 6, 13), "van-phong-2") as page:
        page.goto(f"{month.house.address}/viec-cua-toi")
        assert "Đã báo cáo, chờ xác nhận" in page.inner_text("main")
    assert "Đã xác nhận" in month.does(date(2026, 6, 13), "van-phong-2", DONE, "xac-nhan")


def second_half(month: Month) -> None:
    """One is returned, one put off, one dropped, one submitted to a higher level; one stays late."""
    report = {"evidence_number": "40/BC-SXD", "evidence_day": "2026-06-18"}
    month.does(date(2026, 6, 18), "sxd", RETURNED, "bao-cao", **report)
    month.does(date(2026, 6, 19), "van-phong", RETURNED, "tra-lai", words="Thiếu bản vẽ ranh giới.")
    paper = {"paper_number": "240/TB-VP", "paper_day": "2026-06-19"}
    month.does(date(2026, 6, 20), "van-phong", EXTENDED, "gia-han", due="2026-07-31", **paper)
    dropped = {"paper_number": "241/TB-VP", "paper_day": "2026-06-20"}
    month.does(date(2026, 6, 20), "phe-duyet", DROPPED, "dung", **dropped)
    sent = {"paper_number": "77/TTr-SNV", "paper_day": "2026-06-22"}
    month.does(date(2026, 6, 22), "snv", WAITING, "da-trinh", **sent)


def compare(month: Month, day: date) -> None:
    """The leader's page, the pages of the bodies as the office and as they themselves see them, and every list."""
    with month.at(day, "phe-duyet") as page:
        assert tiles(page, month, "/lanh-dao") == EVERY[day]
        for link, count in [
            (each.get_attribute("href"), int(each.inner_text())) for each in page.locator(".figures a").all()
        ]:
            page.goto(f"{month.house.address}{link}")
            assert page.locator("table.tasks tbody tr").count() == count, link
        for body, told in BODIES.items():
            assert tiles(page, month, f"/don-vi/{body}") == told[day], body
    for name, body in (("stc", "so-tai-chinh"), ("snv", "so-noi-vu")):
        with month.at(day, name) as page:
            assert tiles(page, month, f"/don-vi/{body}") == BODIES[body][day]
            assert page.goto(f"{month.house.address}/don-vi/so-xay-dung").status == 404  # type: ignore[union-attr]


def tiles(page: Page, month: Month, address: str) -> tuple[int, ...]:
    """The four outcomes of a page."""
    page.goto(f"{month.house.address}{address}")
    return tuple(int(each) for each in page.locator(".figures .big").all_inner_texts())


def conclusions(month: Month) -> None:
    """What became of the conclusions of the notice, asked in August for 25 June."""
    with month.at(date(2026, 8, 10), "van-phong") as page:
        page.goto(f"{month.house.address}/van-ban")
        follow(page.locator("ol.papers a", has_text="Kết luận").first)
        follow(page.get_by_role("link", name="Kết quả thực hiện kết luận").first)
        page.goto(f"{page.url.partition('?')[0]}?ngay=2026-06-25")
        rows = [each.inner_text() for each in page.locator("table.tasks tbody tr").all()]
        assert len(rows) == 7
        expected = {
            DONE: ("Hoàn thành đúng hạn", "88/BC-STC"), EXTENDED: ("31/7/2026", "20/6/2026"),
            RETURNED: ("Trả lại", "quá hạn"), OVERDUE: ("quá hạn", "chậm 15 ngày"), WAITING: ("Đã trình", "77/TTr-SNV"),
            MERGED: ("Đã giao", "trong hạn"), DROPPED: ("Dừng thực hiện", "24/6/2026"),
        }  # fmt: skip
        for number, words in expected.items():
            assert all(word in rows[number - 1] for word in words), rows[number - 1]

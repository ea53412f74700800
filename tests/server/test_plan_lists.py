"""Targets typed on a page or handed in as a sheet: wrong rows told by row, shown first, written by one press, once."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.server.tasks_laid import client
from tests.server.test_plans import ID, TITLE, papers

from camket.exchange.typed_targets import COLUMNS
from camket.server.registry import models

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
PAGE = "/ke-hoach/nap"
ROWS = (
    ("1", "Tốc độ tăng trưởng GRDP", "%", "8,5", "≥", "", "Sở Tài chính", "30/NQ-HĐND"),
    ("2", "Tỷ lệ hộ nghèo", "%", "1,2", "≤", "", "", "Nguyễn Văn An"),
    ("3", "Hạ tầng số"),
    ("3.1", "Tỷ lệ hộ có Internet", "%", "95", "≥", "", "", "Nguyễn Văn An"),
)


def plan(**more: str) -> dict[str, Any]:
    return {"title": TITLE, "area": "Bắc Ninh", "over": "2022", "no-secret": "1"} | more


def typed(*rows: tuple[str, ...], **more: str) -> dict[str, Any]:
    return plan(**more) | {
        column: [row[place] if place < len(row) else "" for row in rows] for place, column in enumerate(COLUMNS)
    }


def words(browser: Client, form: dict[str, Any]) -> str:
    """What stands on the page to which a right list leads, or on that which tells what is wrong."""
    answer = browser.post(PAGE, form)
    return (browser.get(answer["Location"]) if answer.status_code == 302 else answer).content.decode()


def entered() -> dict[str, str]:
    return {row.number: f"{row.value.normalize():f}" for row in models.Target.objects.filter(until=None)}


def test_typed_rows_are_shown_and_one_press_writes_them_once() -> None:
    papers()
    browser = client("officer")
    place = browser.post(PAGE, typed(*ROWS))["Location"]
    page = browser.get(place).content.decode()
    assert "thêm 3 chỉ tiêu" in page and "≥ 8,5%" in page and "chưa gắn với chỉ tiêu nào" in page
    assert not models.Target.objects.exists()
    assert client("approver").get(place).status_code == 404
    assert f"/ke-hoach/{ID}" in browser.post(place).content.decode()
    assert entered() == {"1": "8.5", "2": "1.2", "3.1": "95"}
    assert models.Target.objects.get(number="1").cited_paper == models.Document.objects.get(number="30/NQ-HĐND")
    assert models.Audit.objects.get(action="load-plan").who == "officer"
    assert browser.get(place).status_code == 404
    assert "không làm thay đổi gì" in words(browser, typed(*ROWS))


def test_the_targets_of_a_plan_come_as_a_sheet_that_can_be_mended_and_handed_in() -> None:
    papers()
    browser = client("officer")
    browser.post(browser.post(PAGE, typed(*ROWS))["Location"])
    assert 'value="Tỷ lệ hộ nghèo"' in browser.get(f"{PAGE}?ke-hoach={ID}").content.decode()
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{PAGE}?ke-hoach={ID}&format=xlsx").content))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][:4] == ["Số thứ tự", "Chỉ tiêu", "Đơn vị", "Giá trị"]
    assert "không làm thay đổi gì" in words(browser, _handed(book))
    sheet["D3"] = "1,1"
    sheet.delete_rows(4, 2)
    page = words(browser, _handed(book))
    assert "thêm 0 chỉ tiêu, sửa 1, giữ nguyên 1, bỏ 1" in page and "3.1. Tỷ lệ hộ có Internet" in page
    page = words(browser, _handed(book, by="45/NQ-HĐND"))  # what a paper changes: the rest stays
    assert "thêm 0 chỉ tiêu, sửa 1, giữ nguyên 1, bỏ 0" in page


def _handed(book: openpyxl.Workbook, **more: str) -> dict[str, Any]:
    out = io.BytesIO()
    book.save(out)
    return plan(**more) | {"list": SimpleUploadedFile("chi-tieu.xlsx", out.getvalue())}


def test_wrong_rows_are_told_by_row_what_was_typed_stays_and_nothing_is_written() -> None:
    wrong = (
        ("1", "Tốc độ tăng trưởng GRDP", "%", "cao"),
        ("2", "Tỷ lệ hộ nghèo", "%", "1,2", "", "", "", "99/NQ-HĐND"),
    )
    answer = client("officer").post(PAGE, typed(*wrong, cited="Nguyễn Văn An"))
    page = answer.content.decode()
    assert answer.status_code == 400 and "Có 2 chỗ phải sửa" in page
    assert "dòng 1, cột Giá trị: không hiểu giá trị “cao”" in page
    assert "dòng 2: chưa có văn bản “99/NQ-HĐND”" in page
    assert 'value="cao"' in page and not models.Plan.objects.exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (plan(), "chưa có dòng nào được gõ"),
        (typed(ROWS[1], area="Tỉnh Không Có"), "không có địa bàn nào tên “Tỉnh Không Có”"),
        (typed(ROWS[1], over="mai sau"), "không phải kỳ của một kế hoạch"),
        (typed(ROWS[1], title=" "), "Hãy ghi tên nghị quyết"),
        (typed(ROWS[1], **{"no-secret": ""}), "Chưa xác nhận đã kiểm tra dấu mật"),
        (typed(ROWS[1], by="99/NQ-HĐND"), "Chưa có văn bản “99/NQ-HĐND”"),
        (typed(ROWS[1]) | {"list": SimpleUploadedFile("a.csv", b"a")}, "giữ một trong hai"),
    ],
)
def test_what_cannot_be_entered_is_said(form: dict[str, Any], said: str) -> None:
    assert said in words(client("officer"), form)


def test_a_long_list_is_mended_as_a_sheet() -> None:
    browser = client("officer")
    for number in range(61):
        models.Target.objects.create(
            plan=models.Plan.objects.get_or_create(
                slug=ID, kind="yearly", title=TITLE, area="bac-ninh-1997", period="2022"
            )[0],
            number=str(number), name=f"Tỷ lệ {number}", indicator=f"other:{number}", measure="level", unit="percent",
            value=1, comparator="eq", period="2022", cited_person="Nguyễn Văn An", entered_on="2022-01-01",
        )  # fmt: skip
    page = browser.get(f"{PAGE}?ke-hoach={ID}").content.decode()
    assert "có 61 dòng" in page and 'value="Tỷ lệ 60"' not in page
    assert len(page) < 60_000


def test_more_rows_keep_what_was_typed() -> None:
    page = client("officer").post(PAGE, typed(*ROWS) | {"more": "1"}).content.decode()
    assert 'value="Tỷ lệ hộ có Internet"' in page and 'aria-label="Giá trị, Dòng 12"' in page

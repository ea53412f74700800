"""Lists of programmes and tables of projects handed in on pages: shown first, written by one press, and only once."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.server.tasks_laid import client

from camket.server.registry import models

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
TREE = (
    "DANH MỤC CHƯƠNG TRÌNH THỰC HIỆN NGHỊ QUYẾT,,,\n"
    "STT,Tên chương trình,Cơ quan thực hiện,,Thời gian\n"
    ",,Chủ trì,Phối hợp,Hoàn thành\n"
    "I,Chương trình công nghiệp,,,\n"
    "1,Đề án bán dẫn,Sở Công Thương,Sở Tài chính,Quý II/2026\n"
    "2,Đề án logistics,Sở Xây dựng,,30/9/2026\n"
)
TABLE = (
    ("BIỂU GIẢI NGÂN VỐN ĐẦU TƯ CÔNG",),
    ("Đơn vị tính: triệu đồng",),
    ("TT", "Danh mục dự án", "Chủ đầu tư", "Kế hoạch vốn", None, "Giải ngân"),
    (None, None, None, "TTg giao", "HĐND tỉnh giao", None),
    (1, "Cầu Sông Hồ", "Ban QLDA giao thông", 20_000, 22_000, 10_000),
    (2, "Đường gom số 5", "Ban QLDA giao thông", "hai mươi", 10_000, 5_000),
)


def handed(browser: Client, address: str, data: bytes, name: str, **more: str) -> HttpResponse:
    form: dict[str, object] = {"no-secret": "1", "list": SimpleUploadedFile(name, data), **more}
    return browser.post(address, form)  # type: ignore[return-value]  # a response with what tests see besides


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in TABLE:
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_list_of_programmes_is_shown_as_a_tree_before_one_press_writes_it() -> None:
    browser = client("officer")
    place = handed(browser, "/chuong-trinh/nap", TREE.encode(), "danh-muc.csv")["Location"]
    page = browser.get(place).content.decode()
    assert "DANH MỤC CHƯƠNG TRÌNH THỰC HIỆN NGHỊ QUYẾT" in page and "thêm 3 mục" in page
    assert "30/6/2026" in page and "Sở Tài chính" in page
    assert client("approver").get(place).status_code == 404
    assert not models.Programme.objects.exists()
    done = browser.post(place).content.decode()
    row = models.Programme.objects.get()
    assert f"/chuong-trinh/{row.slug}" in done and "Đã thêm 3 mục" in done
    assert models.Audit.objects.get(action="load-programme").who == "officer"
    assert browser.get(place).status_code == 404
    again = browser.get(handed(browser, "/chuong-trinh/nap", TREE.encode(), "danh-muc.csv")["Location"])
    assert "không làm thay đổi gì" in again.content.decode()


def test_a_mended_list_says_what_it_would_change() -> None:
    browser = client("officer")
    browser.post(handed(browser, "/chuong-trinh/nap", TREE.encode(), "danh-muc.csv")["Location"])
    mended = TREE.replace("30/9/2026", "31/10/2026").replace(
        "1,Đề án bán dẫn,Sở Công Thương,Sở Tài chính,Quý II/2026\n", ""
    )
    page = browser.get(handed(browser, "/chuong-trinh/nap", mended.encode(), "danh-muc.csv")["Location"])
    assert "thêm 0 mục, sửa 1, bỏ 1" in page.content.decode()
    browser.post(page.request["PATH_INFO"])
    assert models.ProgrammeNode.objects.filter(gone_on=None).count() == 2


def test_a_table_of_projects_is_shown_row_by_row_before_one_press_writes_it() -> None:
    browser = client("officer")
    place = handed(browser, "/dau-tu-cong/nap", workbook(), "du-an.xlsx", year="2026", until="2026-09-30")["Location"]
    page = browser.get(place).content.decode()
    assert "Cầu Sông Hồ" in page and "“hai mươi” không phải là số" in page
    assert "thêm 1 dự án, 3 số tiền" in page
    assert not models.InvestmentProject.objects.exists()
    browser.post(place)
    assert models.InvestmentProject.objects.get().name == "Cầu Sông Hồ"
    assert {int(each) for each in models.InvestmentMoney.objects.values_list("amount", flat=True)} == {
        20_000_000_000, 22_000_000_000, 10_000_000_000
    }  # fmt: skip
    again = browser.get(
        handed(browser, "/dau-tu-cong/nap", workbook(), "du-an.xlsx", year="2026", until="2026-09-30")["Location"]
    )
    assert "không làm thay đổi gì" in again.content.decode()


@pytest.mark.parametrize(
    ("address", "data", "more", "said"),
    [
        ("/chuong-trinh/nap", workbook(), {}, "không có danh mục"),
        ("/chuong-trinh/nap", TREE.encode(), {"paper": "khong-co"}, "khong-co"),
        ("/chuong-trinh/nap", "TỐI MẬT\n".encode() + TREE.encode(), {}, "mật"),
        ("/dau-tu-cong/nap", TREE.encode(), {}, "không có bảng dự án"),
        ("/dau-tu-cong/nap", workbook(), {"until": "2026-09-30"}, "không rõ năm"),
        ("/dau-tu-cong/nap", workbook(), {"year": "20 26"}, "không phải là năm"),
    ],
)
def test_what_is_no_list_is_refused_and_said(address: str, data: bytes, more: dict[str, str], said: str) -> None:
    name = "du-an.xlsx" if data[:2] == b"PK" else "danh-muc.csv"
    answer = handed(client("officer"), address, data, name, **more)
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_the_lists_are_led_to_from_their_pages_by_who_may_write() -> None:
    for address in ("/chuong-trinh", "/dau-tu-cong"):
        assert f'href="{address}/nap"' in client("officer").get(address).content.decode()
        assert f'href="{address}/nap"' not in client("department", body="so-tai-chinh").get(address).content.decode()

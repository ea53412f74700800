"""Pages of areas, plans and indicators: what they show, where their figures lead, what they cost."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from msgspec import structs
from openpyxl import load_workbook

from camket.server.pages import boards
from camket.server.pages.showing import place_name
from camket.server.registry.models import Document, Fact
from camket.words import sentences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples")]

CONGRESS = "/ke-hoach/bac-ninh-1997/congress/2020-2025"
YEARLY = "/ke-hoach/bac-ninh-1997/yearly/2022"
GROWTH = "/chi-tieu/grdp/bac-ninh-2026"
PAGES = (
    "/", "/dia-ban", "/dia-ban/bac-giang-1997", "/ke-hoach", CONGRESS, YEARLY, "/chi-tieu", GROWTH,
    "/chi-tieu/exports/bac-ninh-1997", "/chi-tieu/poverty_rate/bac-ninh-2025",
)  # fmt: skip
_PREFIXES = "|".join(sorted({code.partition(".")[0] for code in sentences("vi")}))
_CODE = re.compile(rf"\b(?:{_PREFIXES})\.[a-z][a-z_.]+")
_TAG = re.compile(r"<[^>]+>")


def page(address: str, lang: str = "vi") -> str:
    answer = Client().get(address + ("&" if "?" in address else "?") + f"lang={lang}")
    assert answer.status_code == 200, address
    return answer.content.decode()


def rows(address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Client().get(address).content.decode("utf-8-sig"))))


def words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())


@pytest.mark.one_database
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_small_and_says_everything_in_words(address: str, lang: str) -> None:
    found = page(address, lang)
    assert len(found.encode()) < 200_000
    assert _CODE.findall(words(found)) == []
    assert f'<html lang="{lang}"' in found
    assert found.count("<h1>") == 1


@pytest.mark.parametrize("address", PAGES)
def test_queries_do_not_grow_with_what_a_page_shows(address: str, django_assert_max_num_queries: Any) -> None:
    page(address)  # the board is made once
    with django_assert_max_num_queries(20):
        page(address)


@pytest.mark.one_database
@pytest.mark.parametrize("address", PAGES)
def test_no_identity_stands_twice_and_no_link_is_empty(address: str) -> None:
    found = page(address)
    identities = re.findall(r'\bid="([^"]+)"', found)
    assert len(identities) == len(set(identities))
    assert 'href=""' not in found
    assert "style=" not in found


def test_every_figure_leads_to_a_sentence_that_is_there() -> None:
    links = {
        unescape(link)
        for address in PAGES
        for link in re.findall(r'href="(/(?:van-ban|so-lieu)/[^"]+)"', page(address))
    }
    assert len(links) > 150
    answers: dict[str, Any] = {}

    def answer_of(address: str) -> Any:
        if address not in answers:
            answers[address] = Client().get(address)
        return answers[address]

    for link in sorted(links):
        answer = answer_of(link.partition("#")[0])
        target = answer.headers.get("Location", link) if answer.status_code == 302 else link
        if target.startswith("/so-lieu/"):
            assert answer.status_code == 200, link
            continue
        address, _, mark = target.partition("#")
        there = answer_of(address)
        assert not mark or f'id="{mark}"' in there.content.decode(), link


def test_the_overview_shows_results_plans_and_what_was_read_lately() -> None:
    found = words(page("/"))
    for said in (
        "Thành phố Bắc Ninh",
        "Thu ngân sách nhà nước trên địa bàn",
        "66.500 tỷ đồng",
        "ƯTH 2025",
        "Cơ bản đạt",
    ):
        assert said in found, said
    assert page("/").count("nhập ngày") == 6


def test_the_main_indicators_of_a_place_are_a_file() -> None:
    shown, held = words(page("/")), rows("/?format=csv")
    assert len(held) > 3
    for row in held:
        assert row["Chỉ tiêu thống kê"] in shown and row["Số mới nhất"] in shown and row["Chỉ tiêu"] in shown
        address = row["Địa chỉ câu trích của số thực hiện"].removeprefix("http://testserver")
        assert Client().get(address.partition("#")[0], follow=True).status_code == 200
    book = load_workbook(io.BytesIO(Client().get("/dia-ban/bac-ninh-1997?format=xlsx").content))
    assert book.worksheets[0].max_row == len(held) + 1


def test_a_place_is_found_by_any_of_its_forms_and_others_are_not_there() -> None:
    title = "<h1>Thành phố Bắc Ninh</h1>"
    assert all(title in page(f"/dia-ban/{slug}") for slug in ("bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026"))
    assert Client().get("/dia-ban/ca-mau-2025").status_code == 404
    assert Client().get("/dia-ban/khong-co").status_code == 404


def test_a_plan_shows_its_targets_beside_its_tallies() -> None:
    found = words(page(YEARLY))
    for said in ("8/12 đạt và vượt", "Số hệ thống tự tính", "92,07 tỷ USD", "87 tỷ USD", "Không đạt", "-5,07 tỷ USD"):
        assert said in found, said


def test_targets_are_filtered_and_ordered_by_the_address() -> None:
    missed = page(f"{YEARLY}?trang-thai=missed")
    assert missed.count('role="rowheader"') == 1 + 4  # one target, four tallies
    assert "Tổng kim ngạch xuất nhập khẩu" in missed
    assert "GRDP" in page(f"{YEARLY}?trang-thai=exceeded")
    names = re.findall(r'rowheader"><a href="/chi-tieu/[^"]+">([^<]+)', page(f"{YEARLY}?sap-xep=ten"))
    assert names == sorted(names)
    assert page(f"{YEARLY}?trang-thai=x&sap-xep=y").count("/chi-tieu/") == page(YEARLY).count("/chi-tieu/")


def test_plans_are_filtered_by_kind_and_place() -> None:
    assert "Chương trình thi đua" in page("/ke-hoach?loai=emulation")
    assert page("/ke-hoach?loai=congress").count('role="rowheader"') == 2
    assert "Không có mục nào khớp" in page("/ke-hoach?loai=programme")


def test_indicators_are_found_with_and_without_marks() -> None:
    for asked in ("xuất khẩu", "xuat khau", "XUAT KHAU", "exports of goods"):
        assert "Kim ngạch xuất khẩu hàng hóa" in page(f"/chi-tieu?loc={asked}"), asked
    assert "Không có mục nào khớp" in page("/chi-tieu?loc=zzz")


def test_an_indicator_shows_what_stands_its_rivals_and_targets_by_period() -> None:
    found = words(page(GROWTH))
    assert "2022 theo địa giới đến 30/6/2025 7,39% chính thức 5-6% 8,75% ước thực hiện; lần công bố trước" in found
    assert "địa giới từ 01/7/2025" in found
    assert "so với cùng kỳ, giá so sánh (năm gốc 2010)" in found


def test_the_chart_is_of_the_numbers_of_the_table() -> None:
    found = page(GROWTH)
    charts = re.findall(r'<svg [^>]*class="chart".*?</svg>', found, re.DOTALL)
    assert len(charts) == 2
    table = found[found.index('class="history"') : found.index('id="cau-trich"')]
    for chart in charts:
        linked = set(re.findall(r'href="([^"]+)"', chart))
        assert linked <= set(re.findall(r'href="([^"]+)"', table))
        assert len(linked) > 15


def test_the_boundary_is_switched_by_a_link() -> None:
    merged = page(f"{GROWTH}?dia-gioi=bac-ninh-2025")
    assert "10,27%" in merged
    assert "-9,28%" not in merged
    assert "-9,28%" in page(f"{GROWTH}?dia-gioi=bac-ninh-1997")


def test_series_of_other_prices_and_shorter_periods_have_addresses() -> None:
    assert "giá hiện hành" in words(page(f"{GROWTH}?chuoi=level.VND.current"))
    assert "quý III/2022" in page(f"{GROWTH}?do-dai=quarter")
    one = words(page(f"{GROWTH}?thoi-ky=2022"))
    assert "Mọi kỳ số liệu" in one


@pytest.mark.parametrize(
    "address",
    [
        "/chi-tieu/khong-co/bac-ninh-1997",
        "/chi-tieu/grdp/khong-co",
        "/ke-hoach/khong/co",
        "/ke-hoach/a%00b",
        "/dia-ban/a%00b",
        "/chi-tieu/grdp/a%00b",
        "/chi-tieu/other:x/bac-ninh-1997",
        "/chi-tieu/grdp/Bắc%20Ninh",
    ],
)
def test_what_is_not_there_is_said(address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.content.decode()


@pytest.mark.parametrize(
    "asked", ["thoi-ky=%00", "thoi-ky=9999-99", "trang=-1&do-dai=zz&chuoi=%00&dia-gioi=x", "trang=" + "9" * 400]
)
def test_a_question_that_is_none_is_as_if_not_asked(asked: str) -> None:
    assert "-9,28%" in page(f"{GROWTH}?{asked}")
    assert "Mọi kỳ số liệu" not in page(f"{GROWTH}?{asked}")
    assert page(f"/chi-tieu?loc=%00%27&{asked}")


def test_a_page_beyond_the_last_shows_the_last() -> None:
    assert "Trang 4/4" not in page(f"{GROWTH}?trang=1")
    assert page(f"{GROWTH}?trang=99999") == page(f"{GROWTH}?trang=3").replace("trang=3", "trang=99999")


def test_a_series_as_csv_says_in_every_row_what_the_number_is_and_where_it_stands() -> None:
    found = rows(f"{GROWTH}?format=csv")
    assert len(found) == 120
    for row in found:
        for name in ("Chỉ tiêu thống kê", "Địa bàn", "Kỳ số liệu", "Giá trị", "Đơn vị tính", "Vai trò", "Loại giá",
                     "Địa giới hành chính", "Ghi chú phương pháp", "Nguồn", "Địa chỉ câu trích"):  # fmt: skip
            assert row[name], (name, row)
    (official,) = [row for row in found if row["Lần công bố"] == "chính thức"]
    assert (official["Kỳ số liệu"], official["Giá trị"], official["Đang sử dụng"]) == ("2022", "7.39", "có")
    assert official["Địa giới hành chính"] == "theo địa giới đến 30/6/2025"
    assert official["Địa chỉ câu trích"].startswith("http://testserver/van-ban/")


def test_the_claims_of_a_plan_are_those_of_the_whole_plan() -> None:
    found = [(boards.plan_page(row).plan, boards.claims_of(row)) for row in boards.current().plans.all()]
    assert any(whole.targets and whole.tallies for whole, _ in found)
    assert all(
        claims == structs.replace(whole, targets=(), counted=None, replaced=(), papers=()) for whole, claims in found
    )


def test_exports_follow_the_filters_of_the_page() -> None:
    assert {row["Trạng thái"] for row in rows(f"{YEARLY}?trang-thai=met&format=csv")} == {"Đạt"}
    assert len(rows("/ke-hoach?loai=congress&format=csv")) == 2
    periods = {row["Kỳ số liệu"] for row in rows(f"{GROWTH}?thoi-ky=2022&format=csv")}
    assert periods == {"2022"}


def test_what_changed_and_what_a_paper_says_are_files_too() -> None:
    changed = rows("/thay-doi/bac-ninh-1997?format=csv")
    assert len(changed) > 100  # all, not those of the page
    assert all(row["Nay"] and row["Nguồn nay"] and row["Địa chỉ câu trích nay"].startswith("http") for row in changed)
    slug = Document.objects.filter(number="214/BC-UBND").values_list("slug", flat=True)[0]
    facts = rows(f"/van-ban/{slug}?format=csv")
    assert len(facts) == Fact.objects.filter(document__slug=slug, superseded=False).count()
    assert page(facts[-1]["Địa chỉ câu trích"].removeprefix("http://testserver").partition("#")[0])
    assert {row["Loại"] for row in facts} >= {"Số liệu", "Ý kiến chỉ đạo"}
    assert all(row["Câu trích"] and row["Độ tin cậy (%)"].isdigit() for row in facts)


@pytest.mark.parametrize("address", ["/ke-hoach", YEARLY, "/chi-tieu", GROWTH, "/dia-ban", "/thay-doi/bac-ninh-1997"])
def test_lists_are_workbooks_too(address: str) -> None:
    answer = Client().get(f"{address}?format=xlsx&lang=en")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    table = list(sheet.iter_rows(values_only=True))
    assert len(table) == len(rows(f"{address}?format=csv")) + 1
    assert all(isinstance(cell, str) and cell for cell in table[0])


@pytest.mark.parametrize(
    ("place", "vietnamese", "english"),
    [
        ("bac-ninh-1997", "Thành phố Bắc Ninh", "Bắc Ninh city"),
        (
            "bac-ninh-city", "Thành phố Bắc Ninh, Tỉnh Bắc Ninh (đến 30/6/2025)",
            "Bắc Ninh city, Bắc Ninh province (to 30 June 2025)",
        ),
        ("bac-giang-city", "Thành phố Bắc Giang (đến 30/6/2025)", "Bắc Giang city (to 30 June 2025)"),
    ],
)  # fmt: skip
def test_two_places_of_one_name_are_told_apart(place: str, vietnamese: str, english: str) -> None:
    assert (place_name(place, "vi"), place_name(place, "en")) == (vietnamese, english)

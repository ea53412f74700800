"""Pages of criteria, scenarios and forecasts: the regime by the day, every value with its sentence, numbers by hand."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from camket.words import sentences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples")]

CRITERIA, SCENARIOS = "/dia-ban/bac-ninh-2026/tieu-chi", "/dia-ban/bac-ninh-2026/kich-ban"
PER_HEAD = f"{SCENARIOS}?muc=per_head-USD-current"
JOINED = "/chi-tieu/grdp/bac-ninh-2026?chuoi=level.VND.current&dia-gioi=mot-dia-ban"
PAGES = (
    "/tieu-chi", f"{CRITERIA}?ngay=2026-10-01", f"{CRITERIA}?ngay=2025-03-01", "/dia-ban/viet-nam/tieu-chi",
    "/kich-ban", f"{PER_HEAD}&muc-tieu=9200&tang=9,5+11&dan-so=1", "/dia-ban/bac-giang-1997/kich-ban", JOINED,
)  # fmt: skip
_PREFIXES = "|".join(sorted({code.partition(".")[0] for code in sentences("vi")}))
_CODE = re.compile(rf"\b(?:{_PREFIXES})\.[a-z][a-z_.]+")


def page(address: str, lang: str = "vi") -> str:
    answer = Client().get(address + ("&" if "?" in address else "?") + f"lang={lang}")
    assert answer.status_code == 200, address
    return answer.content.decode()


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def row(html: str, name: str) -> str:
    """The words of the row of a table that a name begins."""
    found = next(
        each for each in re.findall(r"<tr role=\"row\".*?</tr>", html, re.DOTALL) if words(each).startswith(name)
    )
    return words(found)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_everything_in_words_and_asks_little(
    address: str, lang: str, django_assert_max_num_queries: Any
) -> None:
    page(address, lang)  # the board is made once
    with django_assert_max_num_queries(20):
        found = page(address, lang)
    assert _CODE.findall(words(found)) == []
    assert found.count("<h1>") == 1
    assert 'href=""' not in found and "style=" not in found
    identities = re.findall(r'\bid="([^"]+)"', found)
    assert len(identities) == len(set(identities))
    assert len(found.encode()) < 200_000


def test_the_overview_leads_to_both() -> None:
    found = page("/")
    assert re.search(r'href="/dia-ban/[^"]+/tieu-chi"', found)
    assert re.search(r'href="/dia-ban/[^"]+/kich-ban"', found)


@pytest.mark.parametrize(
    ("day", "said", "unsaid"),
    [
        ("2026-10-01", "112/2025/UBTVQH15", "1211/2016/UBTVQH13"),
        ("2025-12-31", "hiệu lực từ 01/01/2023 đến 31/12/2025", "112/2025/UBTVQH15"),
        ("2022-12-31", "hiệu lực từ 25/5/2016 đến 31/12/2022", "112/2025/UBTVQH15"),
    ],
)
def test_the_day_chooses_the_regime(day: str, said: str, unsaid: str) -> None:
    found = words(page(f"{CRITERIA}?ngay={day}"))
    assert said in found and unsaid not in found


def test_before_any_regime_the_page_says_so() -> None:
    assert "Chưa có bộ tiêu chí nào" in page(f"{CRITERIA}?ngay=2010-01-01")


@pytest.mark.parametrize("day", ["2025", "hom-nay", "9999-99-99", "%00"])
def test_a_day_that_is_none_is_today(day: str) -> None:
    assert "112/2025/UBTVQH15" in page(f"{CRITERIA}?ngay={day}")


def test_each_criterion_is_passed_failed_or_asked_for_by_name() -> None:
    found = page(f"{CRITERIA}?ngay=2026-10-01")
    # 3.619.433 people against 2.5 million: 1.119.433 more; 44,5 % in towns against 45 %: half a point short
    assert "từ 2.500.000 người trở lên 3.619.433 người tại 01/7/2025 Đạt" in row(found, "Quy mô dân số")
    assert "+1.119.433 người" in row(found, "Quy mô dân số")
    assert "từ 45% trở lên 44,5% 2025 Chưa đạt" in row(found, "Tỷ lệ đô thị hóa")
    assert "-0,5 điểm phần trăm" in row(found, "Tỷ lệ đô thị hóa")
    assert "Chưa rõ" in row(found, "Đã là đô thị loại đặc biệt")
    asked = words(found[found.index("Cần bổ sung số liệu cho 3 tiêu chí") :])
    assert asked.startswith("Cần bổ sung số liệu cho 3 tiêu chí Đã là đô thị loại đặc biệt hoặc loại I")


def test_every_value_leads_to_its_sentence() -> None:
    for address in (f"{CRITERIA}?ngay=2026-10-01", PER_HEAD):
        links = set(re.findall(r'href="(/(?:van-ban|so-lieu)/[^"]+)"', page(address)))
        assert links
        for link in links:
            place, _, mark = unescape(link).partition("#")
            answer = Client().get(place)
            assert answer.status_code == 200, link
            assert not mark or f'id="{mark}"' in answer.content.decode(), link


def test_criteria_are_taken_as_a_file() -> None:
    answer = Client().get(f"{CRITERIA}?ngay=2026-10-01&format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    # seven of the city, fifteen of class I
    assert len(rows) == 1 + 7 + 15
    assert rows[1][1:4] == ["Quy mô dân số", "Đạt", "3.619.433 người"]
    assert "/so-lieu/" in rows[1][-1] or "/van-ban/" in rows[1][-1]


def test_paths_run_from_the_latest_value() -> None:
    found = page(PER_HEAD)
    # by hand: 5852 x 1.08^5 = 5852 x 1.46933 = 8598.5; 5852 x 1.1^5 = 5852 x 1.61051 = 9424.7
    assert "Cơ sở trên 8% trên 8.598,5 USD" in row(found, "Cơ sở trên")
    assert "Cao trên 10% trên 9.424,7 USD" in row(found, "Cao trên")
    assert "5.852 USD" in words(found)
    # 5852 x 1.08 = 6320.16 after a year, and the point of the chart leads to that row
    assert "trên 6.320,2 USD" in row(found, "2026")
    assert 'href="#nam-2026"' in found and 'id="nam-2026"' in found


def test_own_paths_a_goal_and_what_changes_beside() -> None:
    found = page(f"{PER_HEAD}&muc-tieu=9.200&tang=9,5&dan-so=1")
    # 9.4704 % a head, with one percent more people a year 1.094704 x 1.01 = 1.105651: 10.57 % of the size
    assert "Cần tăng 10,57% mỗi năm trong 2026-2030" in words(found)
    # 5852 x (1.095 / 1.01)^5 = 5852 x 1.497838 = 8765.3; 434.7 short of the goal
    assert "9,5% 9,5% 8.765,3 USD" in row(found, "9,5%")
    assert "-434,7 USD" in row(found, "9,5%")
    assert "dân số tăng 1%/năm" in words(found)
    english = words(page(f"{PER_HEAD}&muc-tieu=9.200&tang=9,5&dan-so=1", "en"))
    assert "Needs 10.57% a year in 2026-2030" in english and "people by 1% a year" in english


def test_backwards_from_a_later_year_the_years_before_must_be_said() -> None:
    assert "chưa biết mức tăng các năm 2026" in words(page(f"{PER_HEAD}&muc-tieu=9200&tu-nam=2027"))
    # 5852 x 1.1 = 6437.2; 9200 / 6437.2 = 1.429193; its fourth root 1.093378, rounded up 9.34 %
    assert "Cần tăng 9,34% mỗi năm trong 2027-2030" in words(page(f"{PER_HEAD}&muc-tieu=9200&tu-nam=2027&truoc=10"))


def test_paths_of_papers_say_so_and_lead_there() -> None:
    found = page(SCENARIOS)
    assert "(theo văn bản)" in words(found)
    assert re.search(r'<th scope="row" role="rowheader"><a href="/van-ban/[^"]+">[^<]+\(theo văn bản\)</a>', found)


@pytest.mark.parametrize(
    "asked", ["tang=-60", "tang=1e5", "den=1800", "muc-tieu=x", "dan-so=-100", "gia=1000", "tu-nam=1", "tang=1+2+3"]
)
def test_what_is_no_number_is_named_and_left_out(asked: str) -> None:
    found = words(page(f"{PER_HEAD}&{asked}"))
    assert "Không tính với các ô sau" in found
    assert "trên 8.598,5 USD" in found


@pytest.mark.parametrize("asked", ["muc=x&den=&tang=&muc-tieu=", "muc=%00", "tang=" + quote("9,5%")])
def test_an_empty_question_is_not_asked(asked: str) -> None:
    assert "Không tính với các ô sau" not in page(f"{SCENARIOS}?{asked}")


@pytest.mark.parametrize("address", ["/dia-ban/da-mai-ward/tieu-chi?ngay=2026-10-01", "/dia-ban/ca-mau-2025/kich-ban"])
def test_a_place_of_which_nothing_is_known_is_asked_about_and_leads_nowhere_else(address: str) -> None:
    found = page(address)
    links = set(re.findall(r'href="(/dia-ban/[^"?#]+)"', found))
    assert all(Client().get(link).status_code == 200 for link in links)
    assert "Cần bổ sung số liệu" in found or "Chưa có số liệu cả năm" in found


@pytest.mark.parametrize("address", ["/dia-ban/khong-co/tieu-chi", "/dia-ban/khong-co/kich-ban"])
def test_a_place_that_is_none_is_not_found(address: str) -> None:
    assert Client().get(address).status_code == 404


def test_areas_as_one_have_a_forecast_with_its_interval() -> None:
    found = page(JOINED)
    told = words(found[found.index('id="du-bao"') :])
    # by hand: 404.252, 402.023, 441.950, 522.618 change by 2.229, 39.927, 80.668, in the mean 40.941; half the width
    # of the first year is 1.65 x 40.941 = 67.6: the ends lie 135 apart
    low, high = map(int, re.search(r"2026 [\d.]+ tỷ đồng (\d+)\.000-(\d+)\.000 tỷ đồng", told).groups())  # type: ignore[union-attr]  # it is there
    assert high - low == 135
    # between staying (522.618) and going on as on average, (522.618 - 404.252) / 3 = 39.455 more
    assert 522 <= (low + high) / 2 <= 562.1
    assert found.count('fill-opacity=".13"') == 2  # both drawings


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("/chi-tieu/grdp/bac-ninh-2026", "mới có số liệu của 1 năm, cần ít nhất 4 năm"),
        ("/chi-tieu/grdp/bac-ninh-2026?dia-gioi=bac-ninh-1997", "địa giới này chỉ có đến ngày 30/6/2025"),
    ],
)
def test_why_there_is_no_forecast(address: str, why: str) -> None:
    found = page(address)
    assert f"Không dự báo: {why}" in words(found)
    assert 'fill-opacity=".13"' not in found


def test_ranks_are_never_carried_on() -> None:
    assert 'id="du-bao"' not in page("/chi-tieu/grdp/bac-ninh-2026?chuoi=rank.rank.current")


def test_composite_indices_have_their_versions_and_no_change_over_a_break() -> None:
    found = page(f"{CRITERIA}?ngay=2026-10-01")
    section = found[found.index('id="chi-so"') :]
    assert "10 nội dung chính, 128 thành phần" in words(section)
    # published: 69,08 points and rank 7 in 2022, rank 4 in 2019, both among 63
    assert "69,08/100 điểm" in row(section, "2022") and row(section, "2022").endswith("7/63")
    assert "thiếu điểm số" in row(section, "2022")
    assert re.search(r'href="/so-lieu/[0-9a-f]{32}">69,08/100', section)
    assert "69.08 of 100 points" in words(page(f"{CRITERIA}?ngay=2026-10-01", "en"))


@pytest.mark.one_database
def test_paths_are_taken_as_a_file_year_by_year_with_method_and_level() -> None:
    answer = Client().get(f"{PER_HEAD}&tang=9,5&den=2030&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    own = [each for each in rows if each["Kịch bản"] == "9,5%"]
    assert [each["Năm"] for each in own] == ["2026", "2027", "2028", "2029", "2030"]
    assert all(each["Mức xuất phát"].startswith("5.852 USD") and each["Cách tính"] for each in own)
    assert all("/van-ban/" in each["Địa chỉ câu trích"] for each in own)


@pytest.mark.one_database
def test_every_row_of_joined_areas_tells_series_basis_boundary_and_how_it_was_made() -> None:
    rows = list(csv.DictReader(io.StringIO(Client().get(f"{JOINED}&format=csv").content.decode("utf-8-sig"))))
    asked = ("Chỉ tiêu thống kê", "Địa bàn", "Đơn vị tính", "Loại giá", "Kỳ báo cáo", "Địa giới hành chính", "Cách gộp")
    assert rows and all(row[each] for row in rows for each in asked)
    assert any(row["Tính từ"] and "/van-ban/" in row["Địa chỉ câu trích"] for row in rows)

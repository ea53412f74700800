"""Tables that came out as lines of text: their cells as figures, and what is no table."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import camket.samples
from camket import extract, read
from camket.extract.lexicon import lexicon
from camket.extract.scene import Scene
from camket.extract.tables.cell import Cell, Measured, Value, any_unit, place_of, unit_of, value_of
from camket.extract.tables.find import find_tables
from camket.extract.tables.head import read_part
from camket.extract.tables.line_grid import width
from camket.extract.tables.line_rows import line_of
from camket.extract.tables.time import time_in
from camket.grammar.engine import Reading
from camket.model.document import Document, DocumentKind, Head
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.read.loading import load_bytes


def read_of(text: str, day: str = "2025-12-10", kind: DocumentKind = "resolution") -> Extraction:
    head = Head(published=day, type=kind, area="Hà Nam")
    return extract(Document(id="paper", text=text, sha256="", text_sha256="", head=head))


def in_tables(text: str, day: str = "2025-12-10", kind: DocumentKind = "resolution") -> list[Figure]:
    found = read_of(text, day, kind).figures
    assert all(text[one.start : one.end] == one.quote for one in found)
    return [one for one in found if one.rule == "table/cell"]


def short(one: Figure) -> str:
    """A figure in one line: cell, indicator, value and unit, measure, role, period."""
    value = f"{one.value:f}" if one.value_high is None else f"{one.value:f}..{one.value_high:f}"
    value = value.rstrip("0").rstrip(".") if "." in value and ".." not in value else value
    sign = "" if one.comparator in ("eq", "range") else f"{one.comparator} "
    return f"{one.quote} | {one.indicator} {sign}{value} {one.unit} {one.measure} {one.role} {one.period}"


TARGETS = """Điều 2. Các chỉ tiêu chủ yếu năm 2026
TT, chỉ tiêu | Đơn vị tính | Ước thực hiện năm 2025 | Kế hoạch năm 2026
I. CHỈ TIÊU KINH TẾ
1. Tốc độ tăng GRDP | % | 9,1 | 10,5
- Dịch vụ | % | 8,2 | 9,4
2. Cơ cấu kinh tế
- Nông, lâm nghiệp và thủy sản | % | 7,4 | 6,9
3. GRDP bình quân đầu người | Triệu đồng | 118,5 | 131
4. Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 19.800 | 21.500
Trong đó: Thu nội địa | Tỷ đồng | 16.200 | 17.900
5. Kim ngạch xuất khẩu | Triệu USD | 5.150 | 5.600
6. Số lượt khách du lịch | Nghìn lượt | 5.200 | Trên 5.600
II. CHỈ TIÊU XÃ HỘI
7. Tỷ lệ hộ nghèo giảm | Điểm % | 0,4 | 0,2-0,3
8. Chỉ số cải cách hành chính (PAR Index) | Xếp hạng | - | Nhóm 15
9. Số bác sĩ/vạn dân | Bác sĩ | … | 11,5
III. CHỈ TIÊU MÔI TRƯỜNG
10. Tỷ lệ che phủ rừng | % | 5,8 | ≥ 5,9
Điều 3. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.
"""
TARGET_FACTS = [
    "9,1 | grdp 9.1 percent growth estimate 2025",
    "10,5 | grdp 10.5 percent growth target 2026",
    "8,2 | other:grdp_services 8.2 percent growth estimate 2025",
    "9,4 | other:grdp_services 9.4 percent growth target 2026",
    "7,4 | gdp_share_agriculture 7.4 percent level estimate 2025",
    "6,9 | gdp_share_agriculture 6.9 percent level target 2026",
    "118,5 | grdp_per_capita 118500000 VND level estimate 2025",
    "131 | grdp_per_capita 131000000 VND level target 2026",
    "19.800 | budget_revenue 19800000000000 VND level estimate 2025",
    "21.500 | budget_revenue 21500000000000 VND level target 2026",
    "16.200 | domestic_revenue 16200000000000 VND level estimate 2025",
    "17.900 | domestic_revenue 17900000000000 VND level target 2026",
    "5.150 | exports 5150000000 USD level estimate 2025",
    "5.600 | exports 5600000000 USD level target 2026",
    "5.200 | tourism_arrivals 5200000 person level estimate 2025",
    "Trên 5.600 | tourism_arrivals gt 5600000 person level target 2026",
    "0,4 | poverty_rate -0.4 percentage_point change estimate 2025",
    "0,2-0,3 | poverty_rate -0.2..-0.3 percentage_point change target 2026",
    "Nhóm 15 | par_index within 15 rank rank target 2026",
    "11,5 | doctors_per_10k 11.5 count level target 2026",
    "5,8 | forest_cover 5.8 percent level estimate 2025",
    "≥ 5,9 | forest_cover ge 5.9 percent level target 2026",
]


@pytest.mark.parametrize("between", [" | ", "\t", "    ", "|"], ids=["bars", "tabs", "blanks", "tight bars"])
def test_targets_of_a_resolution(between: str) -> None:
    assert [short(one) for one in in_tables(TARGETS.replace(" | ", between))] == TARGET_FACTS


def test_line_ends_and_letters_of_any_kind() -> None:
    for text in (TARGETS.replace("\n", "\r\n"), unicodedata.normalize("NFD", TARGETS.replace(" | ", "\t"))):
        assert [short(one).split(" | ")[1] for one in in_tables(text)] == [
            fact.split(" | ")[1] for fact in TARGET_FACTS
        ]


def test_a_figure_says_where_it_comes_from() -> None:
    first = in_tables(TARGETS)[0]
    assert (first.indicator_text, first.area, first.period_stated) == ("Tốc độ tăng GRDP", "Hà Nam", True)
    assert {reason.code for reason in first.reasons} == {
        "reason.table.indicator.row", "reason.table.role.column", "reason.table.period.column", "reason.table.unit.row",
    }  # fmt: skip
    assert first.confidence >= 0.9


def test_a_cell_a_line() -> None:
    text = (
        "Phụ lục\nTT\nChỉ tiêu\nĐơn vị tính\nƯớc TH 2025\nKH 2026\nI\nKinh tế\n1\nTốc độ tăng GRDP\n%\n9,1\n10,5\n"
        "2\nCơ cấu kinh tế\n-\nDịch vụ\n%\n31,2\n32\n3\nThu ngân sách nhà nước trên địa bàn\nTỷ đồng\n19.800\n21.500\n"
        "Điều 3. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.\n"
    )
    assert [short(one) for one in in_tables(text)] == [
        "9,1 | grdp 9.1 percent growth estimate 2025",
        "10,5 | grdp 10.5 percent growth target 2026",
        "31,2 | gdp_share_services 31.2 percent level estimate 2025",
        "32 | gdp_share_services 32 percent level target 2026",
        "19.800 | budget_revenue 19800000000000 VND level estimate 2025",
        "21.500 | budget_revenue 21500000000000 VND level target 2026",
    ]


TWO_ROW_HEADS = {
    "every cell kept": (
        "TT\tChỉ tiêu\tĐVT\tNăm 2025\t\tKế hoạch năm 2026\tSo sánh (%)\t\n"
        "\t\t\tKế hoạch\tƯớc TH\t\tƯTH/KH 2025\tKH 2026/ƯTH 2025\n"
        "A\tB\tC\t1\t2\t3\t4=2/1\t5=3/2\n"
        "I\tCHỈ TIÊU KINH TẾ\t\t\t\t\t\t\n"
        "1\tKim ngạch xuất khẩu\tTriệu USD\t5.000\t5.150\t5.600\t103\t108,7\n"
    ),
    "blanks of joined cells lost": (
        "TT\tChỉ tiêu\tĐVT\tNăm 2025\tKế hoạch năm 2026\tSo sánh (%)\n"
        "Kế hoạch\tƯớc TH\tƯTH/KH 2025\tKH 2026/ƯTH 2025\n"
        "1\tKim ngạch xuất khẩu\tTriệu USD\t5.000\t5.150\t5.600\t103\t108,7\n"
    ),
    "set in columns": (
        "                                        Năm 2025         Kế hoạch              So sánh (%)\n"
        "TT  Chỉ tiêu             ĐVT          Kế hoạch   Ước TH  năm 2026   ƯTH/KH 2025  KH 2026/ƯTH 2025\n"
        "1   Kim ngạch xuất khẩu  Triệu USD     5.000      5.150   5.600        103           108,7\n"
    ),
}


@pytest.mark.parametrize("text", TWO_ROW_HEADS.values(), ids=TWO_ROW_HEADS.keys())
def test_a_head_of_two_rows(text: str) -> None:
    assert [short(one) for one in in_tables(text)] == [
        "5.000 | exports 5000000000 USD level target 2025",
        "5.150 | exports 5150000000 USD level estimate 2025",
        "5.600 | exports 5600000000 USD level target 2026",
        "103 | exports 103 percent share_of_plan estimate 2025",
        "108,7 | exports 8.7 percent growth target 2026",
    ]


def test_a_month_of_a_statistical_report() -> None:
    text = (
        "Biểu 1. Thu ngân sách tháng 5 năm 2025\nĐVT: Tỷ đồng\n"
        "Nội dung\tDự toán năm 2025\tThực hiện tháng 5\tLũy kế 5 tháng\tCùng kỳ năm 2024\tSo với DT (%)"
        "\tSo với cùng kỳ (%)\n"
        "Tổng thu NSNN trên địa bàn\t18.000\t1.400\t8.100\t7.500\t45\t108\n"
    )
    assert [short(one) for one in in_tables(text, "2025-05-30", "report")] == [
        "18.000 | budget_revenue 18000000000000 VND level target 2025",
        "1.400 | budget_revenue 1400000000000 VND level actual 2025-05",
        "8.100 | budget_revenue 8100000000000 VND level actual 2025-01/2025-05",
        "7.500 | budget_revenue 7500000000000 VND level actual 2024-01/2024-05",
        "45 | budget_revenue 45 percent share_of_plan actual 2025-01/2025-05",
        "108 | budget_revenue 8 percent growth actual 2025-01/2025-05",
    ]


def test_indices_and_growth() -> None:
    text = (
        "Chỉ tiêu\tĐơn vị tính\tTháng 5\t5 tháng\tSo với cùng kỳ (%)\tĐạt % KH\n"
        "Chỉ số sản xuất công nghiệp (IIP)\t%\t\t\t106,5\t\n"
        "Chỉ số giá tiêu dùng\t%\t103,2\t103,5\t\t\n"
        "Số doanh nghiệp thành lập mới\tDoanh nghiệp\t95\t430\t98,5\t41,2\n"
    )
    assert [short(one) for one in in_tables(text, "2025-05-30", "report")] == [
        "106,5 | iip 6.5 percent growth actual 2025-01/2025-05",
        "103,2 | cpi 3.2 percent growth actual 2025-05",
        "103,5 | cpi 3.5 percent growth actual 2025-01/2025-05",
        "95 | new_enterprises 95 count level actual 2025-05",
        "430 | new_enterprises 430 count level actual 2025-01/2025-05",
        "98,5 | new_enterprises -1.5 percent growth actual 2025-01/2025-05",
        "41,2 | new_enterprises 41.2 percent share_of_plan actual 2025-01/2025-05",
    ]


def test_growth_that_is_printed_as_growth_is_no_index() -> None:
    text = "Chỉ tiêu\tĐVT\tNăm 2025\tTăng so với năm 2024 (%)\nKim ngạch xuất khẩu\tTriệu USD\t5.150\t112,4\n"
    growth = in_tables(text)[-1]
    assert (growth.value, growth.measure, growth.base_period) == (Decimal("112.4"), "growth", "2024")


ROWS = [
    # parts take the whole with them
    (
        "Giá trị sản xuất | Tỷ đồng | 90.000",
        "- Công nghiệp | Tỷ đồng | 71.000",
        "71.000 | industrial_output 71000000000000 VND level target 2026",
    ),
    (
        "Kim ngạch xuất khẩu | Triệu USD | 5.600",
        "- Tốc độ tăng | % | 8,7",
        "8,7 | exports 8.7 percent growth target 2026",
    ),
    ("Du lịch | | ", "- Doanh thu | Tỷ đồng | 4.100", "4.100 | tourism_revenue 4100000000000 VND level target 2026"),
    (
        "Tốc độ tăng trưởng GRDP | % | 10",
        "- Công nghiệp - xây dựng | % | 12,1",
        "12,1 | other:grdp_industry_construction 12.1 percent growth target 2026",
    ),
    (
        "Cơ cấu GRDP (giá hiện hành) | % | 100",
        "+ Khu vực I | % | 7",
        "7 | gdp_share_agriculture 7 percent level target 2026",
    ),
    (
        "Cơ cấu lao động | % | 100",
        "- Dịch vụ | % | 31",
        "31 | other:co_cau_lao_dong_dich_vu 31 percent level target 2026",
    ),
    # a part of a thing is not the thing
    (
        "Thu ngân sách | Tỷ đồng | 21.500",
        "- Thu nội địa từ khu vực FDI | Tỷ đồng | 2.900",
        "2.900 | other:thu_noi_dia_tu_khu_vuc_fdi 2900000000000 VND level target 2026",
    ),
    (
        "Thu ngân sách | Tỷ đồng | 21.500",
        "Tổng vốn đầu tư toàn xã hội so với GRDP | % | 38",
        "38 | other:tong_von_dau_tu_toan_xa_hoi_so 38 percent level target 2026",
    ),
    # falls, ranks, ditto and units in the name
    (
        "Dân số | Nghìn người | 890",
        "Mức giảm tỷ lệ hộ nghèo | % | 0,3",
        "0,3 | poverty_rate -0.3 percentage_point change target 2026",
    ),
    ("Dân số | Nghìn người | 890", "Chỉ số PCI | Thứ hạng | 9/34", "9/34 | pci 9 rank rank target 2026"),
    (
        "Tổng thu | Tỷ đồng | 21.500",
        "Thu nội địa | nt | 17.900",
        "17.900 | domestic_revenue 17900000000000 VND level target 2026",
    ),
    (
        "Dân số | Nghìn người | 890",
        "Kim ngạch nhập khẩu (tỷ USD) | | 4,9",
        "4,9 | imports 4900000000 USD level target 2026",
    ),
    (
        "Dân số | Nghìn người | 890",
        "Thu nhập bình quân đầu người | Tr.đồng/người/năm | 75",
        "75 | income_per_capita 75000000 VND level target 2026",
    ),
    (
        "Dân số | Nghìn người | 890",
        "Tỷ lệ hộ nghèo | % | Giảm 0,2-0,3",
        "Giảm 0,2-0,3 | poverty_rate -0.2..-0.3 percentage_point change target 2026",
    ),
    (
        "Dân số | Nghìn người | 890",
        "Tốc độ tăng GRDP bình quân giai đoạn 2026-2030 | %/năm | 11",
        "11 | grdp 11 percent growth target 2026/2030",
    ),
    # a cell may say its role and unit itself
    (
        "Dân số | Nghìn người | 890",
        "Thu ngân sách | Tỷ đồng | ước 21.500",
        "ước 21.500 | budget_revenue 21500000000000 VND level estimate 2026",
    ),
    (
        "Dân số | Nghìn người | 890",
        "Thu ngân sách | | Khoảng 21,5 nghìn tỷ đồng",
        "Khoảng 21,5 nghìn tỷ đồng | budget_revenue approx 21500000000000 VND level target 2026",
    ),
]


@pytest.mark.parametrize(("above", "row", "fact"), ROWS, ids=[row.split(" | ")[0] for _, row, _ in ROWS])
def test_a_row_under_another(above: str, row: str, fact: str) -> None:
    text = f"Chỉ tiêu | Đơn vị | Kế hoạch năm 2026\n{above}\n{row}\n"
    assert short(in_tables(text)[-1]) == fact


def test_a_name_broken_over_two_lines() -> None:
    text = (
        "TT\tChỉ tiêu\tĐVT\tKH 2026\n1\tTỷ lệ dân số tham gia\nbảo hiểm y tế\t%\t96,5\n"
        "2\tTỷ lệ chất thải rắn sinh hoạt đô thị\t%\t98\nđược thu gom, xử lý\n3\tTỷ lệ che phủ rừng\t%\t5,9\n"
    )
    assert [one.indicator for one in in_tables(text)] == [
        "health_insurance_coverage", "solid_waste_collection_rate", "forest_cover",
    ]  # fmt: skip


def test_years_alone_are_judged_by_the_day_of_the_paper() -> None:
    text = "Các chỉ tiêu chủ yếu\nChỉ tiêu | ĐVT | 2024 | 2025 | 2026\nTỷ lệ đô thị hóa | % | 41,3 | 43 | 45\n"
    assert [(one.role, one.period) for one in in_tables(text)] == [
        ("actual", "2024"), ("actual", "2025"), ("target", "2026"),
    ]  # fmt: skip


def test_rows_of_years_and_of_places() -> None:
    years = "Năm\tGRDP (tỷ đồng)\tTăng trưởng (%)\n2023\t85.000\t9,4\n2024\t95.100\t10,9\n"
    assert [short(one) for one in in_tables(years, kind="report")] == [
        "85.000 | grdp 85000000000000 VND level actual 2023",
        "9,4 | grdp 9.4 percent growth actual 2023",
        "95.100 | grdp 95100000000000 VND level actual 2024",
        "10,9 | grdp 10.9 percent growth actual 2024",
    ]
    places = "Kết quả năm 2024\nĐịa phương\tThu ngân sách (tỷ đồng)\nBắc Ninh\t33.000\nBắc Giang\t17.900\n"
    assert [(one.area, one.indicator, one.period) for one in in_tables(places, kind="report")] == [
        ("Bắc Ninh", "budget_revenue", "2024"), ("Bắc Giang", "budget_revenue", "2024"),
    ]  # fmt: skip


OF_A_TERM = (
    "KẾ HOẠCH\nPhát triển kinh tế - xã hội tỉnh Hà Nam giai đoạn 2023 - 2025\n\n"
    "TT\tNội dung\tĐVT\t2022\t2023\t2024\t2025\n1\tTỷ lệ hộ nghèo\t%\t2,1\t1,8\t1,5\t1,2\n"
)


@pytest.mark.parametrize(
    ("day", "roles"),
    [
        (None, ["actual", "target", "target", "target"]),
        ("2023-02-05", ["actual", "target", "target", "target"]),
        ("2024-02-05", ["actual", "actual", "target", "target"]),
    ],
)
def test_years_of_a_plan_that_are_not_over_are_aimed_at(day: str | None, roles: list[str]) -> None:
    head = Head(published=day, type="plan", area="Hà Nam")
    made = extract(Document(id="paper", text=OF_A_TERM, sha256="", text_sha256="", head=head)).figures
    assert [(one.period or "")[-4:] for one in made] == ["2022", "2023", "2024", "2025"]
    assert [one.role for one in made] == roles


@pytest.mark.parametrize(
    ("line", "kind", "period"),
    [
        ("Ngày 15/3/2024", "report", "at:2024-03-15"),
        ("(Ngày 15 tháng 3 năm 2024)", "report", "at:2024-03-15"),
        ("(Kèm theo Công văn số 5/SNN-KH ngày 15/3/2024)", "report", None),
        ("Ngày 15/3/2024", "plan", None),
    ],
)
def test_a_line_that_says_only_a_day_dates_the_results_below(line: str, kind: DocumentKind, period: str | None) -> None:
    text = f"{line}\nTT\tChỉ tiêu\tĐơn vị\tThực hiện\n1\tTổng đàn lợn\tcon\t350.000\n2\tTổng đàn bò\tcon\t28.000\n"
    head = Head(type=kind, area="Hà Nam")
    made = extract(Document(id="paper", text=text, sha256="", text_sha256="", head=head)).figures
    assert [one.period for one in made] == [period, period]


def test_scenarios_and_the_country_for_comparison() -> None:
    text = "Chỉ tiêu\tĐơn vị\tKịch bản cơ sở năm 2026\tKịch bản cao năm 2026\nTốc độ tăng GRDP\t%\t9,5\t11\n"
    assert [(one.role, one.scenario) for one in in_tables(text)] == [("scenario", "base"), ("scenario", "high")]
    text = "Chỉ tiêu\tĐVT\tNăm 2024\tCả nước năm 2024\nTốc độ tăng GRDP\t%\t10,9\t7,09\n"
    assert [(one.role, one.area) for one in in_tables(text)] == [("actual", "Hà Nam"), ("benchmark", "cả nước")]


def test_prices_of_the_whole_hold_for_its_parts() -> None:
    text = (
        "Chỉ tiêu\tĐVT\tNăm 2024\nTổng sản phẩm trên địa bàn (giá so sánh 2010)\tTỷ đồng\t51.000\n"
        "- Dịch vụ\tTỷ đồng\t12.000\n"
    )
    assert [(one.indicator, one.price_basis) for one in in_tables(text)] == [
        ("grdp", "constant:2010"), ("other:grdp_services", "constant:2010"),
    ]  # fmt: skip


def test_the_table_of_a_page() -> None:
    page = next(Path(str(camket.samples.__path__[0])).glob("11-*.html"))
    document = read(page)
    found = [one for one in extract(document).figures if one.rule == "table/cell"]
    assert [short(one) for one in found] == [
        "Tăng 1,1% | grdp 1.1 percent growth actual 2019",
        "Tăng 6,9% | grdp 6.9 percent growth actual 2021",
        "Tăng 7,39% | grdp 7.39 percent growth actual 2022",
        "Giảm 9,28% | grdp -9.28 percent growth actual 2023",
        "Tăng 6,03% | grdp 6.03 percent growth actual 2024",
    ]
    assert {one.price_basis for one in found} == {"constant:2010"}


NO_TABLES = {
    "a list of names": "STT\tHọ và tên\tChức vụ\tNăm sinh\n1\tNguyễn Văn An\tGiám đốc\t1975\n"
    "2\tTrần Thị Bình\tKế toán\t1980\n",
    "an official head": "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH HÀ NAM\tĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 12/BC-UBND\tHà Nam, ngày 5 tháng 2 năm 2026\n",
    "a signature block": "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tCHỦ TỊCH\n- Lưu: VT.\tNguyễn Văn An\n",
    "indented lines": "\tNăm 2026\n\tGRDP tăng 10%\n\tThu ngân sách đạt 21.500 tỷ đồng\n",
    "a league": "TT\tĐội\tTrận\tThắng\tĐiểm\n1\tHà Nội\t10\t7\t22\n2\tNam Định\t10\t6\t20\n",
    "titles with bars": "Kinh tế | Thứ Ba, 25/02/2025 | 07:30\nHà Nam | Tin mới | 12 ảnh\n",
    "wide blanks in a text": "I.  KẾT QUẢ NĂM 2025\n1.  GRDP  tăng 9,1%.\n2.  Thu ngân sách  đạt 19.800 tỷ đồng.\n",
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES.keys())
def test_no_table(text: str) -> None:
    assert find_tables(Reading(text, lexicon()), Scene(head=Head())) == ()


def test_text_after_a_table_is_read_as_ever() -> None:
    text = (
        "Chỉ tiêu\tĐVT\tKH 2026\nThu ngân sách nhà nước\tTỷ đồng\t21.500\n"
        "Điều 3.\tTổ chức thực hiện\n1.\tGiao Ủy ban nhân dân tỉnh giải ngân 100% kế hoạch vốn đầu tư công.\n"
    )
    assert [(one.quote, one.rule) for one in read_of(text).figures] == [
        ("21.500", "table/cell"), ("100% kế hoạch vốn", "quantity/share_of_plan"),
    ]  # fmt: skip


def test_a_head_that_is_not_understood_is_a_finding_and_its_lines_are_read_as_text() -> None:
    text = (
        "Biểu số 2\nXuất khẩu đạt\t5.150 triệu USD\nThu nội địa đạt\t16.200 tỷ đồng\nNhập khẩu đạt\t4.100 triệu USD\n"
    )
    found = read_of(text)
    assert [one.message.code for one in found.findings if one.message.code.startswith("table.")] == [
        "table.head_unknown"
    ]
    assert [(one.quote, one.indicator) for one in found.figures] == [
        ("5.150 triệu USD", "exports"), ("16.200 tỷ đồng", "domestic_revenue"), ("4.100 triệu USD", "imports"),
    ]  # fmt: skip


def test_without_a_unit_rates_and_counts_are_read_and_money_is_a_finding() -> None:
    text = (
        "TT\tChỉ tiêu\tKế hoạch 2026\n1\tTốc độ tăng GRDP\t10,5\n2\tThu ngân sách\t21.500\n"
        "3\tSố doanh nghiệp thành lập mới\t1.100\n"
    )
    found = read_of(text)
    assert [(one.indicator, one.unit) for one in found.figures] == [("grdp", "percent"), ("new_enterprises", "count")]
    lost = next(one for one in found.findings if one.message.code == "table.rows_unread")
    assert dict(lost.message.params) == {"count": "1", "first": "thu ngân sách"}


CELLS = [
    ("8,12", Value(Decimal("8.12"))),
    ("13.560", Value(Decimal(13560))),
    ("21 350", Value(Decimal(21350))),
    ("10.500,00", Value(Decimal("10500.00"))),
    ("1,234.5", Value(Decimal("1234.5"))),
    ("-9,28", Value(Decimal("-9.28"))),
    ("trên 700", Value(Decimal(700), comparator="gt")),
    ("≥ 97,5", Value(Decimal("97.5"), comparator="ge")),
    ("<=2,5", Value(Decimal("2.5"), comparator="le")),
    ("80% trở lên", Value(Decimal(80), comparator="ge", unit=Measured("percent"))),
    ("1,5-2", Value(Decimal("1.5"), Decimal(2), "range")),
    ("11 - 12%", Value(Decimal(11), Decimal(12), "range", Measured("percent"))),
    ("giảm 9,28%", Value(Decimal("9.28"), unit=Measured("percent"), way=-1)),
    ("phấn đấu 10", Value(Decimal(10), role="target")),
    ("nhóm 20", Value(Decimal(20), comparator="within", unit=Measured("rank"))),
    ("thứ 9", Value(Decimal(9), unit=Measured("rank"))),
    ("5 tỷ đồng", Value(Decimal(5), unit=Measured("VND", Decimal(10**9)))),
    ("-", None),
    ("…", None),
    ("đạt", None),
    ("5 tháng", None),
    ("12/bc-ubnd", None),
    ("ngày 5 tháng 2 năm 2026", None),
    ("chương trình 135", None),
]


@pytest.mark.parametrize(("text", "value"), CELLS, ids=[text for text, _ in CELLS])
def test_what_a_cell_holds(text: str, value: Value | None) -> None:
    assert value_of(text) == value


def test_a_place_among_many_is_one_only_in_a_column_of_ranks() -> None:
    assert place_of("9/34") == Value(Decimal(9), unit=Measured("rank"))
    assert value_of("9/34") is None


UNITS = [
    ("tỷ đồng", "VND", 10**9), ("triệu usd", "USD", 10**6), ("tr.đ", "VND", 10**6), ("nghìn lượt", "person", 1000),
    ("1.000 người", "person", 1000), ("%", "percent", 1), ("%/năm", "percent", 1), ("điểm %", "percentage_point", 1),
    ("triệu đồng/người/năm", "VND", 10**6), ("bác sĩ/vạn dân", "count", 1), ("xếp hạng", "rank", 1), ("ha", "ha", 1),
    ("nghìn tấn", "tonne", 1000), ("tỷ", "VND", 10**9),
]  # fmt: skip


@pytest.mark.parametrize(("text", "base", "factor"), UNITS, ids=[text for text, _, _ in UNITS])
def test_units(text: str, base: str, factor: int) -> None:
    assert unit_of(text) == Measured(base, Decimal(factor))


def test_in_a_column_of_units_every_noun_counts() -> None:
    assert any_unit("ngư cụ") == Measured("count")
    assert any_unit("kg/con") == Measured("other:kg_con")
    assert unit_of("ngư cụ") is None
    assert unit_of("kế hoạch") is None  # a word of the head, though the catalogue counts plans


HEADS = [
    ("ước thực hiện năm 2025", "estimate", "2025", None), ("kh 2026", "target", "2026", None),
    ("th 2024", "actual", "2024", None), ("ưth/th 2024", "estimate", "2024", None), ("2025", None, "2025", None),
    ("mục tiêu đến năm 2030", "target", "until 2030", None), ("5 tháng", None, "?-01/?-05", None),
    ("ước tháng 5/2025", "estimate", "2025-05", None), ("quý i/2025", None, "2025-Q1", None),
    ("so với cùng kỳ (%)", None, None, "growth"), ("kh 2026/ưth 2025", "target", "2026", "growth"),
    ("so sánh kh 2026 với ước th 2025 (%)", "target", "2026", "growth"),
    ("ước th/kh", "estimate", None, "share_of_plan"),
    ("đạt % kh", None, None, "share_of_plan"), ("% hoàn thành kế hoạch", None, None, "share_of_plan"),
    ("tháng 5 so với tháng trước (%)", None, "?-05", "growth"), ("tăng, giảm", None, None, "change"),
    ("xếp hạng", None, None, "rank"), ("ghi chú", None, None, None), ("họ và tên", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "when", "measure"), HEADS, ids=[head[0] for head in HEADS])
def test_what_a_head_says(text: str, role: str | None, when: str | None, measure: str | None) -> None:
    column = read_part(text)
    assert (column.role, str(column.when) if column.when else None, column.measure) == (role, when, measure)


def test_a_time_takes_the_year_beside_it() -> None:
    assert str(time_in("tháng 5 năm 2025")) == "2025-05"
    assert str(time_in("kế hoạch 2021 - 2025")) == "2021/2025"
    assert time_in("đơn vị tính") is None


names = st.sampled_from(["Kim ngạch xuất khẩu", "Kim ngạch nhập khẩu", "Thu ngân sách nhà nước", "Tỷ lệ hộ nghèo"])
UNIT_OF = {"Kim ngạch xuất khẩu": "Triệu USD", "Kim ngạch nhập khẩu": "Triệu USD", "Thu ngân sách nhà nước": "Tỷ đồng"}
numbers = st.one_of(st.just(""), st.integers(1, 9999).map(lambda number: f"{number:,}".replace(",", ".")))


@given(rows=st.lists(st.tuples(names, numbers, numbers), min_size=1, max_size=8))
def test_tabs_and_bars_give_the_same_and_no_number_is_lost(rows: list[tuple[str, str, str]]) -> None:
    lines = ["Chỉ tiêu;ĐVT;Ước TH 2025;KH 2026", "Dân số;Nghìn người;880;890"]
    lines += [f"{name};{UNIT_OF.get(name, '%')};{first};{second}" for name, first, second in rows]
    by_tabs, by_bars = (in_tables("\n".join(lines).replace(";", mark)) for mark in ("\t", " | "))
    assert [short(one) for one in by_tabs] == [short(one) for one in by_bars]
    printed = [cell for _, *cells in rows for cell in cells if cell]
    assert [one.quote for one in by_tabs] == ["880", "890", *printed]


TITLED = [
    "1 | Tốc độ tăng trưởng GRDP | % | 8,5",
    "2 | Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 12.500",
    "3 | Tỷ lệ hộ nghèo | % | Dưới 1,2",
    "4 | Tỷ lệ bao phủ bảo hiểm y tế | % | Từ 96 trở lên",
    "II | 3 chỉ tiêu môi trường",
    "5 | Tỷ lệ che phủ rừng | % | 39,2",
    " | Số bác sĩ trên 1 vạn dân | Bác sĩ | 11,5",
]
TITLED_FACTS = [
    "8,5 | grdp 8.5 percent growth target 2025",
    "12.500 | budget_revenue 12500000000000 VND level target 2025",
    "Dưới 1,2 | poverty_rate lt 1.2 percent level target 2025",
    "Từ 96 trở lên | health_insurance_coverage ge 96 percent level target 2025",
    "39,2 | forest_cover 39.2 percent level target 2025",
    "11,5 | doctors_per_10k 11.5 count level target 2025",
]


def laid_out(rows: list[str], between: str) -> str:
    return "\n".join(between.join(row.split(" | ")).lstrip("\n") for row in rows)


@pytest.mark.parametrize("between", ["\t", "   ", "\n"], ids=["tabs", "blanks", "a cell a line"])
@pytest.mark.parametrize("title", ["Các chỉ tiêu chủ yếu năm 2025", "12 chỉ tiêu phấn đấu năm 2025"])
@pytest.mark.parametrize("kind", ["resolution", "news"])
def test_rows_under_a_title_alone(title: str, between: str, kind: DocumentKind) -> None:
    text = f"{title}\n{laid_out(TITLED, between)}\n"
    assert [short(one) for one in in_tables(text, "2024-12-10", kind)] == TITLED_FACTS


@pytest.mark.parametrize(
    "title",
    ["Một số thông tin", "Trong năm 2025 tỉnh đã phấn đấu để đạt nhiều kết quả đáng mừng trên các mặt công tác."],
)
def test_rows_without_head_and_title_are_no_table(title: str) -> None:
    found = read_of(f"{title}\n1\tThôn Đông\tha\t12,5\n2\tThôn Đoài\tha\t10,1\n3\tThôn Nam\tha\t9,2\n", kind="news")
    assert not [one for one in found.figures if one.rule == "table/cell" or one.unit == "count"]
    assert "table.head_unknown" in {one.message.code for one in found.findings}


def test_several_values_need_a_head() -> None:
    text = "Các chỉ tiêu chủ yếu năm 2025\n" + "".join(
        f"{at}\tThu ngân sách nhà nước\tTỷ đồng\t{at}50\t{at}60\n" for at in (1, 2, 3)
    )
    assert not in_tables(text)


@pytest.mark.parametrize("between", ["", "II. Chỉ tiêu xã hội\n", "II\t3 chỉ tiêu xã hội\n"])
def test_rows_parted_otherwise_go_on_under_the_same_head(between: str) -> None:
    text = (
        "TT\nChỉ tiêu\nĐơn vị tính\nKế hoạch năm 2025\n1\nTốc độ tăng trưởng GRDP\n%\nTrên 8\n2\n"
        f"Thu ngân sách nhà nước\nTỷ đồng\n12.500\n{between}3\tTỷ lệ hộ nghèo\t%\t1,2\n"
        "4   Tỷ lệ che phủ rừng   %   39,2\n"
    )
    assert [short(one) for one in in_tables(text, kind="news")] == [
        "Trên 8 | grdp gt 8 percent growth target 2025",
        "12.500 | budget_revenue 12500000000000 VND level target 2025",
        "1,2 | poverty_rate 1.2 percent level target 2025",
        "39,2 | forest_cover 39.2 percent level target 2025",
    ]


def test_prose_parts_rows_from_the_head_before() -> None:
    text = (
        "TT\tChỉ tiêu\tĐơn vị\tKế hoạch năm 2025\n1\tTỷ lệ hộ nghèo\t%\t8,5\n2\tTỷ lệ che phủ rừng\t%\t39,2\n"
        "Kinh phí đã hỗ trợ các huyện được nêu dưới đây.\n1\tLâm Thao\tTỷ đồng\t20\n2\tTam Nông\tTỷ đồng\t30\n"
    )
    assert [one.quote for one in in_tables(text, kind="news")] == ["8,5", "39,2"]


def test_a_cell_a_line_with_units_in_the_names() -> None:
    text = (
        "Phụ lục\nChỉ tiêu\nƯớc TH 2023\nKế hoạch 2024\nThu ngân sách nhà nước trên địa bàn (tỷ đồng)\n11.900\n12.500\n"
        "Tỷ lệ che phủ rừng (%)\n39,1\n39,2\nKim ngạch xuất khẩu (triệu USD)\n512\n600\n"
    )
    assert [short(one) for one in in_tables(text, "2024-01-10", "news")] == [
        "11.900 | budget_revenue 11900000000000 VND level estimate 2023",
        "12.500 | budget_revenue 12500000000000 VND level target 2024",
        "39,1 | forest_cover 39.1 percent level estimate 2023",
        "39,2 | forest_cover 39.2 percent level target 2024",
        "512 | exports 512000000 USD level estimate 2023",
        "600 | exports 600000000 USD level target 2024",
    ]


def test_a_cell_a_line_under_years_and_a_comparison() -> None:
    text = (
        "STT\nChỉ tiêu\nĐơn vị\nKế hoạch 2024\nƯớc TH 2023\nSo với cùng kỳ (%)\nI\n8 chỉ tiêu kinh tế\n1\n"
        "Thu ngân sách nhà nước trên địa bàn\nTỷ đồng\n12.500\n11.900\n105,2\n2\nKim ngạch xuất khẩu\nTriệu USD\n"
        "600\n512\n111,3\n"
    )
    assert [short(one) for one in in_tables(text, "2023-12-10", "news")] == [
        "12.500 | budget_revenue 12500000000000 VND level target 2024",
        "11.900 | budget_revenue 11900000000000 VND level estimate 2023",
        "105,2 | budget_revenue 5.2 percent growth estimate 2023",
        "600 | exports 600000000 USD level target 2024",
        "512 | exports 512000000 USD level estimate 2023",
        "111,3 | exports 11.3 percent growth estimate 2023",
    ]


@pytest.mark.parametrize("between", [" ", "\t", "   ", ". ", "\n"])
def test_a_number_before_a_rate_is_no_money(between: str) -> None:
    found = read_of(f"Danh mục gồm:\n12{between}Tỷ lệ hộ nghèo\n13{between}Tỷ trọng dịch vụ\n", kind="news").figures
    assert not [one for one in found if one.unit == "VND"]


UNDATED = (
    "UBND TỈNH BẮC NINH\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2032\nNội dung\tChi tiết\nMục tiêu\t\n"
    "Giải pháp\tTập trung thu hút đầu tư.\nTT\tChỉ tiêu\tĐơn vị\tNăm 2031\tNăm 2032\n1\tTốc độ tăng GRDP\t%\t8,4\t9,1\n"
    "2\tTỷ lệ hộ nghèo\t%\t1,1\t0,8\n"
)


@pytest.mark.parametrize(("type_", "role"), [("KẾ HOẠCH", "target"), ("BÁO CÁO", "actual")])
def test_a_plan_without_a_day_aims_at_the_year_that_its_title_says(type_: str, role: str) -> None:
    found = extract(load_bytes(UNDATED.replace("KẾ HOẠCH", type_).encode(), "a.txt", "a")).figures
    assert [(one.quote, one.role, one.period) for one in found] == [
        ("8,4", "actual", "2031"), ("9,1", role, "2032"), ("1,1", "actual", "2031"), ("0,8", role, "2032"),
    ]  # fmt: skip


@given(
    st.text("0123456789.,", min_size=1, max_size=12),
    st.sampled_from(["{}", "{} tấn", "{}%", "{} tỷ", "trên {}", "({})", "{}-5", "1 {}", "{} nghìn ha"]),
)
def test_digits_of_any_kind_are_a_value_or_none(digits: str, form: str) -> None:
    text = form.format(digits)
    assert value_of(text) is None or isinstance(value_of(text), Value)
    assert any_unit(text) is None or isinstance(any_unit(text), Measured)


@pytest.mark.parametrize("text", ["0.524.752 tỷ", "7.093.00", "83..4567"])
def test_numbers_wrongly_parted_are_no_value(text: str) -> None:
    assert value_of(text) is None


def test_rows_that_are_all_of_their_own_length_have_the_most_usual() -> None:
    rows = [line_of([Cell(at, at + 1, "1") for at in range(count)]) for count in (2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11)]
    assert width(rows) == 3

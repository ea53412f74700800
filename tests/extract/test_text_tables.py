"""Tables that plain text has only as lines, in the shapes in which copied papers have them."""

from __future__ import annotations

import pytest

from camket import extract
from camket.extract.tables.spread import spread
from camket.model.document import Document
from camket.model.extraction import Extraction

REPORT = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 214/BC-UBND
Hà Nam, ngày 12 tháng 12 năm 2024

BÁO CÁO
Tình hình thực hiện nhiệm vụ năm 2024

"""
PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 31/KH-UBND
Hà Nam, ngày 15 tháng 02 năm 2024

KẾ HOẠCH
Nâng cao năng lực cạnh tranh năm 2024

"""


def paper(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


def short(text: str) -> list[str]:
    """The figures of a report that holds the text: cell, indicator, measure, role, period, place if another."""
    return [
        f"{one.quote} {one.indicator} {one.measure} {one.role} {one.period}"
        + ("" if one.area == "Hà Nam" else f" {one.area}")
        for one in paper(REPORT + text).figures
    ]


HEADS = [
    # a year over two roles, a comparison over two comparisons
    (
        ["tt", "chỉ tiêu", "đvt", "thực hiện 2023", "năm 2024", "kế hoạch 2025", "so sánh (%)"],
        ["kế hoạch", "ước thực hiện", "uth 2024/th 2023", "kh 2025/uth 2024"],
        9,
        ["", "", "", "", "kế hoạch", "ước thực hiện", "", "uth 2024/th 2023", "kh 2025/uth 2024"],
    ),
    # unequal shares: a word that comes again opens the next year
    (
        ["tt", "chỉ tiêu", "đvt", "năm 2023", "năm 2024", "ghi chú"],
        ["kh", "ước th", "kh"],
        7,
        ["", "", "", "kh", "ước th", "kh", ""],
    ),
    # blanks before the lower cells tell under which upper one they stand
    (
        ["tt", "nguồn vốn", "kế hoạch 2024", "giải ngân đến 30/11/2024", "ước cả năm"],
        ["", "", "", "số tiền", "tỷ lệ (%)"],
        6,
        ["", "", "", "số tiền", "tỷ lệ (%)", ""],
    ),
]


@pytest.mark.parametrize(("upper", "lower", "count", "below"), HEADS)
def test_what_stands_over_what(upper: list[str], lower: list[str], count: int, below: list[str]) -> None:
    over = spread(upper, lower, count)
    assert over is not None
    assert over.lines[1] == below


def test_a_head_of_which_nothing_tells_what_it_is_over_is_not_guessed() -> None:
    assert spread(["tt", "nội dung", "khối a", "khối b"], ["số", "lượng"], 5) is None


def test_a_cell_a_line_under_a_head_of_two_lines() -> None:
    cells = (
        "TT|Chỉ tiêu|Đơn vị tính|Thực hiện năm 2023|Năm 2024|Kế hoạch năm 2025|So sánh (%)|Kế hoạch|Ước thực hiện"
        "|UTH 2024/TH 2023|KH 2025/UTH 2024|A|B|C|1|2|3|4|5=3/1|6=4/3|I|Kinh tế|1|Thu ngân sách nhà nước trên địa bàn"
        "|Tỷ đồng|3.920|4.100|4.260|4.500|108,7|105,6|II|Xã hội|2|Tỷ lệ hộ nghèo|%|8,1|6,9|6,6|5,4"
    )
    for between in ("\n", "\n\n"):
        assert short(cells.replace("|", between) + "\n") == [
            "3.920 budget_revenue level actual 2023",
            "4.100 budget_revenue level target 2024",
            "4.260 budget_revenue level estimate 2024",
            "4.500 budget_revenue level target 2025",
            "108,7 budget_revenue growth estimate 2024",
            "105,6 budget_revenue growth target 2025",
            "8,1 poverty_rate level actual 2023",
            "6,9 poverty_rate level target 2024",
            "6,6 poverty_rate level estimate 2024",
            "5,4 poverty_rate level target 2025",
        ]


def test_a_cell_a_line_with_words_in_the_last_column() -> None:
    cells = (
        "STT|Chỉ tiêu|Đơn vị|Kế hoạch năm 2024|Ước thực hiện năm 2024|Đánh giá|1.|Tốc độ tăng GRDP|%|6,6|7,0|Vượt"
        "|2.|Tỷ lệ lao động qua đào tạo|%|60|61|Đạt|3.|Tỷ lệ che phủ rừng|%|42|42|Đạt"
    )
    assert short(cells.replace("|", "\n") + "\n") == [
        "6,6 grdp growth target 2024",
        "7,0 grdp growth estimate 2024",
        "60 trained_labour_rate level target 2024",
        "61 trained_labour_rate level estimate 2024",
        "42 forest_cover level target 2024",
        "42 forest_cover level estimate 2024",
    ]


def test_years_under_a_cell_that_says_they_are_some_and_a_number_set_midway() -> None:
    text = (
        "Bảng 3. Một số chỉ tiêu kinh tế của tỉnh Hà Nam năm 2010 và năm 2021\n\nSTT\nChỉ tiêu\nNăm\n2010\n2021\n"
        "1\nTỉ lệ GRDP tỉnh so với cả nước (%)\n0,7\n0,6\n"
        "Cơ cấu GRDP (%)\n100,0\n100,0\n- Nông nghiệp, lâm nghiệp và thủy sản\n36,9\n30,8\n"
        "2\n- Công nghiệp và xây dựng\n24,6\n23,0\n- Dịch vụ\n34,3\n40,9\n"
        "3\nGRDP/người (triệu đồng)\n25,0\n57,1\n"
    )
    told = [(one.quote, one.indicator, one.period) for one in paper(text).figures]
    assert told == [
        ("0,7", "other:ty_le_grdp_tinh_so_voi_ca_nuoc", "2010"),
        ("0,6", "other:ty_le_grdp_tinh_so_voi_ca_nuoc", "2021"),
        ("36,9", "gdp_share_agriculture", "2010"),
        ("30,8", "gdp_share_agriculture", "2021"),
        ("24,6", "gdp_share_industry_construction", "2010"),
        ("23,0", "gdp_share_industry_construction", "2021"),
        ("34,3", "gdp_share_services", "2010"),
        ("40,9", "gdp_share_services", "2021"),
        ("25,0", "grdp_per_capita", "2010"),
        ("57,1", "grdp_per_capita", "2021"),
    ]


@pytest.mark.parametrize(
    ("head", "things"),
    [
        ("STT Đơn vị hành chính Giá đất ||", ["other:gia_dat"] * 3),
        ("STT Đơn vị hành chính Vị trí 1 Vị trí 2 Vị trí 3", ["other:vi_tri_1", "other:vi_tri_2", "other:vi_tri_3"]),
    ],
)
def test_a_table_of_prices_place_by_place(head: str, things: list[str]) -> None:
    text = (
        "Dự thảo bảng giá đất trồng cây hằng năm của tỉnh Hà Nam năm 2026 như sau:\n\nĐơn vị tính: đồng/m2\n\n"
        f"{head}\n\n1 Phường Tân Hòa 227.000 193.000 164.000\n2 Phường Kỳ Sơn 198.000 169.000 144.000\n"
        "3 Xã Mường Động 179.000 153.000 130.000\n"
    )
    found = paper(text).figures
    assert [one.indicator for one in found] == things * 3
    assert {(one.unit, one.measure, one.role, one.period) for one in found} == {("VND", "level", "target", "2026")}
    assert [one.area for one in found] == [place for place in ("Tân Hòa", "Kỳ Sơn", "Mường Động") for _ in things]


def test_a_page_of_a_yearbook_says_its_places_again_in_english() -> None:
    text = (
        "Page 12 - niengiam2031\nCục Thống kê tỉnh Hòa Bình\nDân số trung bình\n13\nphân theo huyện/thành phố\n"
        "Average population by district\nĐVT: Người - Unit: Person\nSơ bộ\n2029 2030 Prel.\n2031\n"
        "TỔNG SỐ - TOTAL 855.804 861.216 871.724\nThành phố Hòa Bình\nHoa Binh city 135.958 137.091 139.844\n"
        "Huyện Đà Bắc\nDa Bac district 55.100 55.431 55.812\n"
        "Huyện Lương Sơn\nLuong Son district 99.633 100.429 101.528\n"
    )
    found = paper(text).figures
    assert {(one.indicator, one.unit, one.role) for one in found} == {("population", "person", "actual")}
    assert [(one.quote, one.period, one.area) for one in found if one.period == "2031"] == [
        ("871.724", "2031", "Hòa Bình"),
        ("139.844", "2031", "Hòa Bình"),
        ("55.812", "2031", "Đà Bắc"),
        ("101.528", "2031", "Lương Sơn"),
    ]
    assert len(found) == 4 * 3


def test_a_cell_a_line_with_rows_of_places() -> None:
    cells = (
        "TT|Xã, phường|Tổng số hộ|Số hộ nghèo|Tỷ lệ (%)|1|Phường 1|4.120|21|0,51"
        "|2|Xã Mỹ Tân|3.870|64|1,65|Cộng|7.990|85|1,06"
    )
    assert short(cells.replace("|", "\n") + "\n") == [
        "4.120 other:households level actual 2024 Phường 1",
        "21 poor_households level actual 2024 Phường 1",
        "0,51 poverty_rate level actual 2024 Phường 1",
        "3.870 other:households level actual 2024 Mỹ Tân",
        "64 poor_households level actual 2024 Mỹ Tân",
        "1,65 poverty_rate level actual 2024 Mỹ Tân",
        "7.990 other:households level actual 2024",
        "85 poor_households level actual 2024",
        "1,06 poverty_rate level actual 2024",
    ]


LINES = [
    # two years, of which the first has two columns
    (
        (
            "STT\tChỉ tiêu\tĐVT\tNăm 2024\tNăm 2025\tGhi chú\n\tKH\tƯớc TH\tKH\t\n"
            "1\tTốc độ tăng GRDP\t%\t7,5\t6,1\t7,0\t\n2\tTỷ lệ che phủ rừng\t%\t39,6\t39,6\t39,8\t\n"
        ),
        [
            "7,5 grdp growth target 2024",
            "6,1 grdp growth estimate 2024",
            "7,0 grdp growth target 2025",
            "39,6 forest_cover level target 2024",
            "39,6 forest_cover level estimate 2024",
            "39,8 forest_cover level target 2025",
        ],
    ),
    # years alone, of which one is guessed
    (
        "Chỉ tiêu\tĐơn vị\t2022\t2023\tƯớc 2024\tKH 2025\nTỷ lệ hộ nghèo\t%\t1,9\t1,6\t1,1\t0,9\n",
        [
            "1,9 poverty_rate level actual 2022",
            "1,6 poverty_rate level actual 2023",
            "1,1 poverty_rate level estimate 2024",
            "0,9 poverty_rate level target 2025",
        ],
    ),
    # a bar at the edge parts off a blank cell where the head has none there
    (
        (
            "STT | Xã | Thu nhập bình quân (triệu đồng/người) | Tỷ lệ hộ nghèo (%) | Năm về đích\n"
            "1 | Thanh Tâm | 58,2 | 2,1 | 2019\n2 | Liêm Sơn | 61,0 | 1,7 | 2018\nCộng | | 47,5 | 8,9 |\n"
        ),
        [
            "58,2 income_per_capita level actual 2024 Thanh Tâm",
            "2,1 poverty_rate level actual 2024 Thanh Tâm",
            "61,0 income_per_capita level actual 2024 Liêm Sơn",
            "1,7 poverty_rate level actual 2024 Liêm Sơn",
            "47,5 income_per_capita level actual 2024",
            "8,9 poverty_rate level actual 2024",
        ],
    ),
    # the results of the months and of those a year before, under the plan of the year
    (
        (
            "Nội dung              ĐVT     KH năm    6 tháng 2024            So với KH (%)\n"
            "                                        Thực hiện   Cùng kỳ\n"
            "Sản lượng thịt hơi    Tấn     24.500    12.870      12.410      52,5\n"
            "Sản lượng sữa         Tấn     5.000     2.600       2.450       52,0\n"
        ),
        [
            "24.500 other:san_luong_thit_hoi level target 2024",
            "12.870 other:san_luong_thit_hoi level actual 2024-H1",
            "12.410 other:san_luong_thit_hoi level actual 2023-H1",
            "52,5 other:san_luong_thit_hoi share_of_plan actual 2024-H1",
            "5.000 other:san_luong_sua level target 2024",
            "2.600 other:san_luong_sua level actual 2024-H1",
            "2.450 other:san_luong_sua level actual 2023-H1",
            "52,0 other:san_luong_sua share_of_plan actual 2024-H1",
        ],
    ),
    # one blank between the columns, results divided by plans
    (
        (
            "Đơn vị tính: Tỷ đồng\n"
            "Khoản mục Dự toán 2024 Thực hiện 10 tháng 2024 Thực hiện/Dự toán (%) So cùng kỳ (%)\n"
            "Tổng thu NSNN trên địa bàn 18.600 17.220 92,6 111,3\n"
            "1. Thu nội địa 15.900 14.410 90,6 109,8\n"
            "2. Thu xuất nhập khẩu 2.700 2.810 104,1 119,4\n"
        ),
        [
            "18.600 budget_revenue level target 2024",
            "17.220 budget_revenue level actual 2024-01/2024-10",
            "92,6 budget_revenue share_of_plan actual 2024-01/2024-10",
            "111,3 budget_revenue growth actual 2024-01/2024-10",
            "15.900 domestic_revenue level target 2024",
            "14.410 domestic_revenue level actual 2024-01/2024-10",
            "90,6 domestic_revenue share_of_plan actual 2024-01/2024-10",
            "109,8 domestic_revenue growth actual 2024-01/2024-10",
            "2.700 other:import_export_revenue level target 2024",
            "2.810 other:import_export_revenue level actual 2024-01/2024-10",
            "104,1 other:import_export_revenue share_of_plan actual 2024-01/2024-10",
            "119,4 other:import_export_revenue growth actual 2024-01/2024-10",
        ],
    ),
    # school years, counted things in a column of units
    (
        (
            "STT Chỉ tiêu Đơn vị Năm học 2022-2023 Năm học 2023-2024\n1 Số trường Trường 118 119\n"
            "2 Số học sinh Học sinh 84.300 85.120\n3 Tỷ lệ chuyển lớp % 98,6 99,2\n"
        ),
        [
            "118 other:so_truong level actual 2022-09/2023-05",
            "119 other:so_truong level actual 2023-09/2024-05",
            "84.300 other:so_hoc_sinh level actual 2022-09/2023-05",
            "85.120 other:so_hoc_sinh level actual 2023-09/2024-05",
            "98,6 other:ty_le_chuyen_lop level actual 2022-09/2023-05",
            "99,2 other:ty_le_chuyen_lop level actual 2023-09/2024-05",
        ],
    ),
    # joined heads of which the words stand in the first of their columns
    (
        (
            "Đơn vị tính: Tỷ đồng\n\n"
            "| TT | Chủ đầu tư | Kế hoạch vốn năm 2024 | | Giải ngân đến ngày 31/10/2024 | | Tỷ lệ giải ngân (%) |\n"
            "| | | Tổng số | Ngân sách tỉnh | Tổng số | Ngân sách tỉnh | |\n"
            "| 1 | Sở Xây dựng | 900 | 700 | 540 | 455 | 60 |\n| 2 | Sở Y tế | 310 | - | 93 | … | 30 |\n"
        ),
        [
            "900 other:so_xay_dung level target 2024",
            "700 other:ngan_sach_tinh_so_xay_dung level target 2024",
            "540 other:giai_ngan_so_xay_dung level actual at:2024-10-31",
            "455 other:giai_ngan_ngan_sach_tinh_so_xay_dung level actual at:2024-10-31",
            "60 other:giai_ngan_so_xay_dung share_of_plan actual at:2024-10-31",
            "310 other:so_y_te level target 2024",
            "93 other:giai_ngan_so_y_te level actual at:2024-10-31",
            "30 other:giai_ngan_so_y_te share_of_plan actual at:2024-10-31",
        ],
    ),
    # a name over several rows stands in the first of them
    (
        (
            "Cây trồng | Chỉ tiêu | Đơn vị tính | Năm 2023 | Ước năm 2024\nLúa | Diện tích | Ha | 29.510 | 29.320\n"
            " | Năng suất | Tạ/ha | 67,3 | 67,9\n"
            "Ngô | Diện tích | Ha | 4.120 | 4.050\n | Năng suất | Tạ/ha | 55,2 | …\n"
        ),
        [
            "29.510 other:lua_dien_tich level actual 2023",
            "29.320 other:lua_dien_tich level estimate 2024",
            "67,3 other:lua_nang_suat level actual 2023",
            "67,9 other:lua_nang_suat level estimate 2024",
            "4.120 other:ngo_dien_tich level actual 2023",
            "4.050 other:ngo_dien_tich level estimate 2024",
            "55,2 other:ngo_nang_suat level actual 2023",
        ],
    ),
    # `Tăng, giảm` over indices
    (
        (
            "Chỉ tiêu | Đơn vị | Ước thực hiện 2024 | Kế hoạch 2025 | Tăng, giảm so với năm 2024 (%)\n"
            "Thu ngân sách nhà nước | Tỷ đồng | 3.050 | 3.400 | 111,5\nXuất khẩu | Triệu USD | 140 | 154 | 110,0\n"
        ),
        [
            "3.050 budget_revenue level estimate 2024",
            "3.400 budget_revenue level target 2025",
            "111,5 budget_revenue growth target 2025",
            "140 exports level estimate 2024",
            "154 exports level target 2025",
            "110,0 exports growth target 2025",
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), LINES)
def test_a_row_a_line(text: str, rows: list[str]) -> None:
    assert short(text) == rows


def test_units_of_a_caption_by_what_they_measure() -> None:
    seasons = "TT  Cây trồng   Vụ Đông Xuân 2022-2023             Vụ Đông Xuân 2023-2024\n"
    heads = "                Diện tích  Năng suất  Sản lượng    Diện tích  Năng suất  Sản lượng\n"
    rows = "1   Lúa         8.205      67,9       55.712       8.120      68,5       55.622\n"
    more = "2   Lạc         112        28,4       318          120        29,0       348\n"
    for units in ("ĐVT: Diện tích: ha; Năng suất: tạ/ha; Sản lượng: tấn\n", "Đơn vị: ha, tạ/ha, tấn\n"):
        found = paper(REPORT + units + seasons + heads + rows + more).figures
        assert [one.unit for one in found] == ["ha", "other:quintal_per_ha", "tonne"] * 4
        assert [one.period for one in found[:6]] == ["2022-11/2023-05"] * 3 + ["2023-11/2024-05"] * 3


def test_how_long_something_takes_is_no_figure() -> None:
    text = "Ngày thi | Môn thi | Thời gian làm bài\n16/12/2024 | Ngữ văn 9 | 120 phút\n17/12/2024 | Toán 9 | 60 phút\n"
    assert short(text) == []


TASKS = [
    (
        "TT   Nhiệm vụ                                 Cơ quan chủ trì        Cơ quan phối hợp       Thời hạn\n"
        "1    Công khai quỹ đất sạch trên cổng         Sở Tài chính           Sở Xây dựng            Quý I/2024\n"
        "2    Cắt giảm thời gian giải quyết hồ sơ      Sở Nội vụ              UBND các xã            30/6/2024\n"
    ),
    (
        "STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành\n---|---|---|---|---\n"
        "1 | Công khai quỹ đất sạch trên cổng | Sở Tài chính | Sở Xây dựng | Quý I/2024\n"
        "2 | Cắt giảm thời gian giải quyết hồ sơ | Sở Nội vụ | UBND các xã | 30/6/2024\n"
    ),
    (
        "TT\nNội dung công việc\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian thực hiện\nI\nMôi trường đầu tư\n1\n"
        "Công khai quỹ đất sạch trên cổng\nSở Tài chính\nSở Xây dựng\nQuý I/2024\nII\nThủ tục\n2\n"
        "Cắt giảm thời gian giải quyết hồ sơ\nSở Nội vụ\nUBND các xã\n30/6/2024\n"
    ),
]


@pytest.mark.parametrize("text", TASKS)
def test_tables_of_tasks(text: str) -> None:
    found = [(one.quote, one.recipient, one.deadline) for one in paper(PLAN + text).directives]
    assert found == [
        ("Công khai quỹ đất sạch trên cổng", "Sở Tài chính", "by:2024-03"),
        ("Cắt giảm thời gian giải quyết hồ sơ", "Sở Nội vụ", "by:2024-06-30"),
    ]


@pytest.mark.parametrize("text", TASKS)
def test_the_tasks_that_a_report_tells_are_none(text: str) -> None:
    assert paper(REPORT + text).directives == ()


def test_a_tax_on_value_added_is_no_growth() -> None:
    table = (
        "Chỉ tiêu\tĐơn vị\tSản lượng\tThuế giá trị gia tăng (%)\tTăng so với năm 2023 (%)\n"
        "Dịch vụ bưu phẩm\tcái\t6.999\t10\t4,5\nDịch vụ bưu kiện\tcái\t699\t8\t6,1\n"
    )
    measures = [one.measure for one in paper(REPORT + table).figures]
    assert measures == ["level", "level", "growth"] * 2


YEARS_UNDER_A_WORD = """STT
Chỉ tiêu
Năm
2015
2023
1
Tỷ lệ hộ nghèo (%)
6,4
2,1
2
GRDP bình quân đầu người (triệu đồng)
38,5
89,2
3
Tỷ lệ che phủ rừng (%)
21,0
22,4
"""


def test_a_word_over_years_is_no_column() -> None:
    assert short(YEARS_UNDER_A_WORD) == [
        "6,4 poverty_rate level actual 2015",
        "2,1 poverty_rate level actual 2023",
        "38,5 grdp_per_capita level actual 2015",
        "89,2 grdp_per_capita level actual 2023",
        "21,0 forest_cover level actual 2015",
        "22,4 forest_cover level actual 2023",
    ]


PRICES = """Đơn vị tính: đồng/m2

STT Đơn vị hành chính Giá đất

1 Phường Lê Lợi 310.000 250.000
2 Phường Trần Phú 305.000 245.000
3 Xã Bình Minh 120.000 95.000
"""


def test_one_word_of_prices_stands_over_all_values() -> None:
    figures = paper(REPORT + PRICES).figures
    assert [(int(one.value), one.unit, one.area) for one in figures] == [
        (310000, "VND", "Lê Lợi"),
        (250000, "VND", "Lê Lợi"),
        (305000, "VND", "Trần Phú"),
        (245000, "VND", "Trần Phú"),
        (120000, "VND", "Bình Minh"),
        (95000, "VND", "Bình Minh"),
    ]


NO_PRICES = PRICES.replace("Giá đất", "Dân số").replace("đồng/m2", "người")


def test_one_word_over_several_values_that_are_no_prices_tells_them_not_apart() -> None:
    assert not [one for one in paper(REPORT + NO_PRICES).figures if one.quote == "310.000"]


BROKEN_CELLS = """TT

Chỉ tiêu

Đơn vị

Thực hiện
năm 2023

Kế hoạch
năm 2024

1

Tổng thu ngân sách nhà nước
trên địa bàn

Tỷ đồng

14.200

15.300

2

Thu nhập bình quân
đầu người

Triệu đồng

71

78
"""


def test_blank_lines_part_cells_where_breaks_stand_inside() -> None:
    assert short(BROKEN_CELLS) == [
        "14.200 budget_revenue level actual 2023",
        "15.300 budget_revenue level target 2024",
        "71 income_per_capita level actual 2023",
        "78 income_per_capita level target 2024",
    ]


NORMS = """TT

Nội dung

Đơn vị tính

Định mức

I

Khối trường học

1

Trường trung học
phổ thông

Dưới 20 lớp

Triệu đồng/lớp
/năm

62

Từ 20 lớp đến
30 lớp

Triệu đồng/lớp
/năm

58

Trên 30 lớp

Triệu đồng/lớp/năm

55
"""


def test_norms_of_sizes_are_money_whatever_they_are_counted_for() -> None:
    figures = paper(REPORT + NORMS).figures
    assert [(one.quote, int(one.value), one.unit, str(one.role)) for one in figures] == [
        ("62", 62_000_000, "VND", "target"),
        ("58", 58_000_000, "VND", "target"),
        ("55", 55_000_000, "VND", "target"),
    ]


def test_a_total_without_a_number_opens_the_rows_of_places() -> None:
    cells = ["STT", "Địa phương", "Kế hoạch vốn giao", "Đã giải ngân", "Tỷ lệ giải ngân (%)"]
    rows = ["TỔNG SỐ", "915.200", "505.040", "55,2", "1", "Huyện Kim Bảng", "412.600", "298.310", "72,3"]
    rows += ["2", "Huyện Thanh Liêm", "256.200", "131.880", "51,5"]
    title = "Phụ lục\nTÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2024 CÁC HUYỆN\n(Số liệu đến ngày 30/11/2024)\n"
    found = short("\n".join((title + "Đơn vị: Triệu đồng", *cells, *rows, "")))
    assert [line for line in found if "915.200" in line or "505.040" in line or "55,2" in line] == [
        "915.200 other:ke_hoach_von_giao level target 2024",
        "505.040 public_investment_disbursement level actual at:2024-11-30",
        "55,2 public_investment_disbursement share_of_plan actual at:2024-11-30",
    ]
    assert "131.880 public_investment_disbursement level actual at:2024-11-30 Thanh Liêm" in found
    assert len(found) == len(rows) - 5


def test_what_was_added_up_to_a_day_is_of_that_day_and_a_place_in_an_order_heads_a_column() -> None:
    cells = ["TT", "Địa phương", "Kế hoạch vốn năm 2024", "Lũy kế giải ngân", "Tỷ lệ giải ngân (%)", "Xếp hạng"]
    rows = [
        "1",
        "Huyện Kim Bảng",
        "412.600",
        "298.310",
        "72,3",
        "1",
        "2",
        "Huyện Thanh Liêm",
        "256.200",
        "131.880",
        "51,5",
    ]
    title = "TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG CẤP HUYỆN\n(Số liệu đến hết ngày 31/10/2024; đơn vị: triệu đồng)"
    found = short("\n".join((title, *cells, *rows, "2", "")))
    assert found[:4] == [
        "412.600 other:ke_hoach_von level target 2024 Kim Bảng",
        "298.310 public_investment_disbursement level actual at:2024-10-31 Kim Bảng",
        "72,3 public_investment_disbursement share_of_plan actual at:2024-10-31 Kim Bảng",
        "1 public_investment_disbursement rank actual at:2024-10-31 Kim Bảng",
    ]

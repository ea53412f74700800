"""Tables whose names of rows no head announces: the order of lines, breaks, capitals and years tell their columns."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

CAPTION = "UBND tỉnh Hà Nam\n\n"


def read(text: str) -> Extraction:
    return extract(Document(id="x", text=CAPTION + text, sha256="", text_sha256=""))


def short(text: str) -> list[str]:
    """The figures: cell, indicator, value, measure, role, period, place if another."""
    return [
        f"{one.quote} {one.indicator} {one.value} {one.measure} {one.role} {one.period}"
        + ("" if one.area == "Hà Nam" else f" {one.area}")
        for one in read(text).figures
    ]


def lines(cells: str, between: str = "\n\n") -> str:
    """Cells parted by bars here, each a line there; `_` is a cell that holds only a blank."""
    return between.join("\u00a0" if cell == "_" else cell for cell in cells.split("|")) + between


LINES = [
    # a head over the numbers and one over the values, none over the names; regions head the places
    (
        (
            "Mục tiêu tăng trưởng các địa phương năm 2025|TT|_|Mục tiêu tăng trưởng GRDP năm 2025 (%)|I"
            "|Vùng Tây Nguyên|_"
            "|1|Đắk Lắk|8,0|2|Lâm Đồng|8,5|II|Vùng Đông Nam Bộ|_|3|Tây Ninh|9,2|4|Thành phố Hồ Chí Minh|8,7"
        ),
        [
            "8,0 grdp 8.0 growth target 2025 Đắk Lắk",
            "8,5 grdp 8.5 growth target 2025 Lâm Đồng",
            "9,2 grdp 9.2 growth target 2025 Tây Ninh",
            "8,7 grdp 8.7 growth target 2025 TP HCM",
        ],
    ),
    # heads of times alone, the unit in a line of its own under them
    (
        (
            "Thực hiện tháng 4 năm 2024|Ước tính tháng 5 năm 2024|Tháng 5/2024 so với cùng kỳ năm trước (%)"
            "|Đơn vị tính: Tỷ đồng|Thu nội địa|1.120|1.240|108,5|Chi đầu tư phát triển|310|405|121,0"
        ),
        [
            "1.120 domestic_revenue 1120000000000 level actual 2024-04",
            "1.240 domestic_revenue 1240000000000 level estimate 2024-05",
            "108,5 domestic_revenue 8.5 growth estimate 2024-05",
            "310 other:development_expenditure 310000000000 level actual 2024-04",
            "405 other:development_expenditure 405000000000 level estimate 2024-05",
            "121,0 other:development_expenditure 21.0 growth estimate 2024-05",
        ],
    ),
    # heads broken over several lines: each begins with a capital
    (
        (
            "Chỉ số sản xuất công nghiệp|Đơn vị tính: %|Tháng 5|năm 2024 so|với tháng trước|Tháng 5"
            "|năm 2024 so với|cùng kỳ"
            "|TOÀN NGÀNH CÔNG NGHIỆP|102,4|111,3|Khai khoáng|97,5|104,1|Công nghiệp chế biến, chế tạo|103,0|112,2"
        ),
        [
            "102,4 iip 2.4 growth actual 2024-05",
            "111,3 iip 11.3 growth actual 2024-05",
            "97,5 other:iip_khai_khoang -2.5 growth actual 2024-05",
            "104,1 other:iip_khai_khoang 4.1 growth actual 2024-05",
            "103,0 other:iip_cong_nghiep_che_bien_che_tao 3.0 growth actual 2024-05",
            "112,2 other:iip_cong_nghiep_che_bien_che_tao 12.2 growth actual 2024-05",
        ],
    ),
    # rows of years under heads of what is measured, a unit under each
    (
        (
            "Diện tích và sản lượng lúa|Diện tích gieo trồng|Sản lượng|(ha)|(tấn)|2021|31.200|187.400|2022"
            "|30.950|186.900"
            "|Sơ bộ 2023|30.400|185.100"
        ),
        [
            "31.200 other:dien_tich_gieo_trong 31200 level actual 2021",
            "187.400 other:san_luong 187400 level actual 2021",
            "30.950 other:dien_tich_gieo_trong 30950 level actual 2022",
            "186.900 other:san_luong 186900 level actual 2022",
            "30.400 other:dien_tich_gieo_trong 30400 level estimate 2023",
            "185.100 other:san_luong 185100 level estimate 2023",
        ],
    ),
    # a yearbook that says everything again in English
    (
        (
            "Tổng sản phẩm trên địa bàn theo giá hiện hành|Gross regional domestic product at current prices"
            "|ĐVT: Tỷ đồng - Unit: Bill. dongs|2021|2022|Sơ bộ|Prel. 2023|TỔNG SỐ - TOTAL|61.200|68.400|74.900"
            "|Xây dựng - Construction|4.100|4.600|5.050"
        ),
        [
            "61.200 grdp 61200000000000 level actual 2021",
            "68.400 grdp 68400000000000 level actual 2022",
            "74.900 grdp 74900000000000 level estimate 2023",
            "4.100 other:xay_dung 4100000000000 level actual 2021",
            "4.600 other:xay_dung 4600000000000 level actual 2022",
            "5.050 other:xay_dung 5050000000000 level estimate 2023",
        ],
    ),
    # a field without values before the number of the next row; numbers that skip; values that parentheses explain
    (
        (
            "Chỉ tiêu năm 2024|STT|Chỉ tiêu chủ yếu|Ước thực hiện năm 2024|I|Kinh tế|_|1"
            "|Tốc độ tăng trưởng GRDP (%)|10,9"
            "|2|Thu ngân sách nhà nước (tỷ đồng)|18.650 (tăng 21,4% so với năm 2023)|II|Xã hội|_|5"
            "|Tỷ lệ hộ nghèo (%)|1,3"
            "|6|Tỷ lệ lao động qua đào tạo (%)|76"
        ),
        [
            "10,9 grdp 10.9 growth estimate 2024",
            "18.650 budget_revenue 18650000000000 level estimate 2024",
            "1,3 poverty_rate 1.3 level estimate 2024",
            "76 trained_labour_rate 76 level estimate 2024",
        ],
    ),
    # a rating in the last column
    (
        (
            "Bảng xếp hạng PCI năm 2024|Địa phương|Điểm số PCI|Xếp hạng|Nhóm xếp hạng|Hà Nam|69,1|12|Tốt"
            "|Nam Định|66,4|31|Khá"
            "|Ninh Bình|67,0|25|Khá"
        ),
        [
            "69,1 pci 69.1 level actual 2024",
            "12 pci 12 rank actual 2024",
            "66,4 pci 66.4 level actual 2024 Nam Định",
            "31 pci 31 rank actual 2024 Nam Định",
            "67,0 pci 67.0 level actual 2024 Ninh Bình",
            "25 pci 25 rank actual 2024 Ninh Bình",
        ],
    ),
    # what a row counts is what those below it count, until rows are set against the year before
    (
        (
            "2022|2023|Số trường học (trường)|410|415|Công lập|390|392|Ngoài công lập|20|23"
            "|Chỉ số phát triển (Năm trước = 100) - %|Số trường học|101,0|101,2|Công lập|100,3|100,5"
        ),
        [
            "410 other:so_truong_hoc 410 level actual 2022",
            "415 other:so_truong_hoc 415 level actual 2023",
            "390 other:so_truong_hoc_cong_lap 390 level actual 2022",
            "392 other:so_truong_hoc_cong_lap 392 level actual 2023",
            "20 other:so_truong_hoc_ngoai_cong_lap 20 level actual 2022",
            "23 other:so_truong_hoc_ngoai_cong_lap 23 level actual 2023",
            "101,0 other:so_truong_hoc 1.0 growth actual 2022",
            "101,2 other:so_truong_hoc 1.2 growth actual 2023",
            "100,3 other:cong_lap 0.3 growth actual 2022",
            "100,5 other:cong_lap 0.5 growth actual 2023",
        ],
    ),
    # quarters among other parts
    (
        "Tăng trưởng GRDP (%)|2022|2023|Tổng số|8,1|9,4|Phân theo quý trong năm|Quý I|7,0|8,8|Quý II|9,2|9,9",
        [
            "8,1 grdp 8.1 growth actual 2022",
            "9,4 grdp 9.4 growth actual 2023",
            "7,0 grdp 7.0 growth actual 2022-Q1",
            "8,8 grdp 8.8 growth actual 2023-Q1",
            "9,2 grdp 9.2 growth actual 2022-Q2",
            "9,9 grdp 9.9 growth actual 2023-Q2",
        ],
    ),
]


@pytest.mark.parametrize(("cells", "rows"), LINES)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n|\n", " |\n"])
def test_a_cell_a_line(cells: str, rows: list[str], between: str) -> None:
    assert short(lines(cells, between)) == rows


ROWS = [
    # years head the values; the last is not there yet; a ratio without a unit among rows with one
    (
        (
            "Chỉ tiêu toàn tỉnh\nChỉ tiêu ĐV tính 2021 2022 2023 2024\nTốc độ tăng trưởng GRDP % 6.10 9.40 8.70\n"
            "Hệ số ICOR 5.20 4.90 5.00\nSố hộ nghèo hộ 5120.00 4310.00 3820.00\n"
        ),
        [
            "6.10 grdp 6.10 growth actual 2021",
            "9.40 grdp 9.40 growth actual 2022",
            "8.70 grdp 8.70 growth actual 2023",
            "5120.00 poor_households 5120.00 level actual 2021",
            "4310.00 poor_households 4310.00 level actual 2022",
            "3820.00 poor_households 3820.00 level actual 2023",
        ],
    ),
    # heads that each begin with a capital, ratings behind the values
    (
        (
            "Top PCI năm 2024\nTỉnh, thành phố Điểm PCI Hạng Nhóm xếp hạng\nHà Nam 69.10 12 Tốt\n"
            "Nam Định 66.40 31 Khá\n"
            "Ninh Bình 67.00 25 Khá\n"
        ),
        [
            "69.10 pci 69.10 level actual 2024",
            "12 pci 12 rank actual 2024",
            "66.40 pci 66.40 level actual 2024 Nam Định",
            "31 pci 31 rank actual 2024 Nam Định",
            "67.00 pci 67.00 level actual 2024 Ninh Bình",
            "25 pci 25 rank actual 2024 Ninh Bình",
        ],
    ),
    # times alone head the values; names said again in English before them; all set against another time
    (
        (
            "Chỉ số giá tiêu dùng các tháng năm 2024 so với tháng 12 năm 2023\nĐơn vị tính - Unit: %\n"
            "Tháng 1 Tháng 2 Tháng 3\n"
            "Jan. Feb. Mar.\nChỉ số giá tiêu dùng\nConsumer price index 100,41 101,20 100,95\n"
            "Giao thông - Transport 100,10 102,65 101,90\nGiáo dục - Education 100,00 100,00 99,80\n"
        ),
        [
            "100,41 cpi 0.41 growth actual 2024-01",
            "101,20 cpi 1.20 growth actual 2024-02",
            "100,95 cpi 0.95 growth actual 2024-03",
            "100,10 other:cpi_giao_thong 0.10 growth actual 2024-01",
            "102,65 other:cpi_giao_thong 2.65 growth actual 2024-02",
            "101,90 other:cpi_giao_thong 1.90 growth actual 2024-03",
            "100,00 other:cpi_giao_duc 0.00 growth actual 2024-01",
            "100,00 other:cpi_giao_duc 0.00 growth actual 2024-02",
            "99,80 other:cpi_giao_duc -0.20 growth actual 2024-03",
        ],
    ),
]


BESIDE = [
    # years laid out over the values, a name again in English in the line of the values
    (
        (
            "Chỉ số sản xuất công nghiệp\n      Index of industrial production\n          Đơn vị tính - Unit: %\n"
            "                                     2021    2022    Sơ bộ\n"
            "                                                  Prel.\n"
            "                                                  2023\n"
            "  TỔNG SỐ - TOTAL                    107,2   109,8   104,4\n"
            "  Khai khoáng - Mining               98,4    101,3   96,0\n  Công nghiệp chế biến\n"
            "  Manufacturing                      108,8   111,0   105,1\n"
        ),
        [
            "107,2 iip 7.2 growth actual 2021",
            "109,8 iip 9.8 growth actual 2022",
            "104,4 iip 4.4 growth estimate 2023",
            "98,4 other:iip_khai_khoang -1.6 growth actual 2021",
            "101,3 other:iip_khai_khoang 1.3 growth actual 2022",
            "96,0 other:iip_khai_khoang -4.0 growth estimate 2023",
            "108,8 other:iip_cong_nghiep_che_bien 8.8 growth actual 2021",
            "111,0 other:iip_cong_nghiep_che_bien 11.0 growth actual 2022",
            "105,1 other:iip_cong_nghiep_che_bien 5.1 growth estimate 2023",
        ],
    ),
    # bars, a blank over the names, the unit in a line of its own under the years
    (
        (
            "Số học sinh phổ thông\nNumber of pupils\n| 2021 | 2022 | Sơ bộ Prel.2023 | |\n| Người - Person | |\n"
            "Tiểu học - Primary school | 81 200 | 82 460 | 83 010 | |\nTrung học cơ sở | 52 330 | 53 100 | 53 870 | |\n"
            "Trung học phổ thông | 25 410 | 25 900 | 26 340 | |\n"
        ),
        [
            "81 200 other:tieu_hoc 81200 level actual 2021",
            "82 460 other:tieu_hoc 82460 level actual 2022",
            "83 010 other:tieu_hoc 83010 level estimate 2023",
            "52 330 other:trung_hoc_co_so 52330 level actual 2021",
            "53 100 other:trung_hoc_co_so 53100 level actual 2022",
            "53 870 other:trung_hoc_co_so 53870 level estimate 2023",
            "25 410 other:trung_hoc_pho_thong 25410 level actual 2021",
            "25 900 other:trung_hoc_pho_thong 25900 level actual 2022",
            "26 340 other:trung_hoc_pho_thong 26340 level estimate 2023",
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*ROWS, *BESIDE])
def test_a_row_a_line(text: str, rows: list[str]) -> None:
    assert short(text) == rows


def test_a_table_that_only_the_nation_can_have_is_of_the_country() -> None:
    cells = (
        "TT|Chỉ tiêu|Đơn vị|Kế hoạch 2024|Ước thực hiện 2024|1|Tốc độ tăng tổng sản phẩm trong nước (GDP)|%|6,5|7,0"
        "|2|Tỷ lệ che phủ rừng|%|42,0|42,0"
    )
    found = extract(Document(id="x", text=lines(cells), sha256="", text_sha256="")).figures
    assert [one.area for one in found] == ["cả nước"] * 4


def test_a_row_with_more_cells_than_the_head_loses_only_itself() -> None:
    text = (
        "TT\tNội dung\tKế hoạch 2024\tKết quả\tTỷ lệ (%)\n1\tSố hồ sơ\t120\t118\t98%\n2\tSố hộ\t40\t40\t100%\n"
        "3\tSố dự án\t7\t6\t5\t4\t71%\n4\tSố xã\t10\t9\t90%\n"
    )
    assert "90%" in [one.quote for one in read(text).figures]


LISTS = [
    "Hàng công|12|Hàng thủ|7|Thủ môn|3|Chấn thương|2",
    "Kết quả vòng 5 năm 2024|Hà Nội|2|1|Nam Định|Thể Công|0|0|Bình Dương",
    "2021|Vô địch|2022|Hạng ba|2023|Á quân",
]


@pytest.mark.parametrize("cells", LISTS)
def test_results_of_matches_are_no_tables(cells: str) -> None:
    assert [one.quote for one in read(lines(cells)).figures if one.rule == "table/cell"] == []

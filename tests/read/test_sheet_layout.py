"""What of a sheet is a table, and what stands above, between and below its tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.made.office import needs_office
from tests.read.sheets import cells, converted, others, read_bytes, rows_in, saved

from camket.extract import extract
from camket.model.place import InCell
from camket.read.sheet.write import tells_something

HEAD: list[object] = ["TT", "Chỉ tiêu", "Đơn vị", "Ước 2024", "Kế hoạch 2025"]
ROWS: list[list[object]] = [[1, "Thu ngân sách", "Tỷ đồng", 33150, 34000], [2, "GRDP", "%", 6.03, 8]]


def _report(sheet: Worksheet) -> None:
    values: dict[str, str | float] = {
        "A1": "UBND TỈNH BẮC NINH\nSỞ TÀI CHÍNH", "D1": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "D2": "Độc lập - Tự do - Hạnh phúc", "A3": "Số: 125/BC-STC", "D3": "Bắc Ninh, ngày 15 tháng 01 năm 2025",
        "A5": "BÁO CÁO THỰC HIỆN CHỈ TIÊU NĂM 2024", "A6": "(Kèm theo Công văn số 12/STC-NS ngày 15/01/2025)",
        "E7": "Đơn vị tính: Tỷ đồng",
        "A8": "TT", "B8": "Chỉ tiêu", "C8": "Năm 2024", "E8": "TH/KH (%)", "C9": "Kế hoạch", "D9": "Thực hiện",
        "A10": "A", "B10": "B", "C10": 1, "D10": 2, "E10": "3=2/1",
        "A11": "I", "B11": "Ngân sách",
        "A12": 1.0, "B12": "Thu ngân sách", "C12": 31000, "D12": 33150.4, "E12": 1.0694,
        "A13": 1.1, "B13": "Thu nội địa", "C13": 25000, "D13": 26120, "E13": 1.0448,
        "A15": "II", "B15": "Tăng trưởng",
        "A16": 2, "B16": "GRDP (%)", "C16": 6.5, "D16": 6.0312,
        "A17": "Ghi chú: Số liệu ước đến 31/12/2024.", "A18": "Nguồn: Sở Tài chính.",
        "A20": "Nơi nhận:", "D20": "KT. GIÁM ĐỐC", "A21": "- UBND tỉnh;", "D21": "PHÓ GIÁM ĐỐC", "A22": "- Lưu: VT.",
        "D26": "Nguyễn Văn An",
    }  # fmt: skip
    for place, value in values.items():
        sheet[place] = value
    for area in ("A1:C1", "D1:E1", "D2:E2", "A3:C3", "D3:E3", "A5:E5", "A6:E6", "A8:A9", "B8:B9", "C8:D8", "E8:E9"):
        sheet.merge_cells(area)
    for row in (12, 13):
        sheet[f"C{row}"].number_format = sheet[f"D{row}"].number_format = "#,##0"
        sheet[f"E{row}"].number_format = "0.0%"
    sheet["C16"].number_format = sheet["D16"].number_format = "0.00"


TEXTS = [
    ("paragraph", "UBND TỈNH BẮC NINH"), ("paragraph", "SỞ TÀI CHÍNH"), ("paragraph", "Số: 125/BC-STC"),
    ("paragraph", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("paragraph", "Độc lập - Tự do - Hạnh phúc"),
    ("paragraph", "Bắc Ninh, ngày 15 tháng 01 năm 2025"), ("heading", "BÁO CÁO THỰC HIỆN CHỈ TIÊU NĂM 2024"),
    ("paragraph", "(Kèm theo Công văn số 12/STC-NS ngày 15/01/2025)"), ("paragraph", "Đơn vị tính: Tỷ đồng"),
    ("paragraph", "Ghi chú: Số liệu ước đến 31/12/2024."), ("paragraph", "Nguồn: Sở Tài chính."),
    ("paragraph", "Nơi nhận:"), ("paragraph", "- UBND tỉnh;"), ("paragraph", "- Lưu: VT."),
    ("paragraph", "KT. GIÁM ĐỐC"), ("paragraph", "PHÓ GIÁM ĐỐC"), ("paragraph", "Nguyễn Văn An"),
]  # fmt: skip
GRID = [
    (0, 0, 2, 1, "TT"), (0, 1, 2, 1, "Chỉ tiêu"), (0, 2, 1, 2, "Năm 2024"), (0, 4, 2, 1, "TH/KH (%)"),
    (1, 2, 1, 1, "Kế hoạch"), (1, 3, 1, 1, "Thực hiện"),
    (2, 0, 1, 1, "A"), (2, 1, 1, 1, "B"), (2, 2, 1, 1, "1"), (2, 3, 1, 1, "2"), (2, 4, 1, 1, "3=2/1"),
    (3, 0, 1, 1, "I"), (3, 1, 1, 1, "Ngân sách"),
    (4, 0, 1, 1, "1"), (4, 1, 1, 1, "Thu ngân sách"), (4, 2, 1, 1, "31.000"), (4, 3, 1, 1, "33.150"),
    (4, 4, 1, 1, "106,9%"),
    (5, 0, 1, 1, "1.1"), (5, 1, 1, 1, "Thu nội địa"), (5, 2, 1, 1, "25.000"), (5, 3, 1, 1, "26.120"),
    (5, 4, 1, 1, "104,5%"),
    (6, 0, 1, 1, "II"), (6, 1, 1, 1, "Tăng trưởng"),
    (7, 0, 1, 1, "2"), (7, 1, 1, 1, "GRDP (%)"), (7, 2, 1, 1, "6,50"), (7, 3, 1, 1, "6,03"),
]  # fmt: skip


def _is_the_report(tmp_path: Path, data: bytes, form: str) -> None:
    document = read_bytes(tmp_path, data)
    assert document.format == form
    assert others(document) == TEXTS
    assert cells(document) == GRID
    assert cells(document, 1) == []
    places = {document.text[each.start : each.end]: each.at for each in document.places}
    assert places["33.150"] == InCell("Biểu 1", 12, 4)
    assert places["Số: 125/BC-STC"] == InCell("Biểu 1", 3, 1)


def test_a_report_with_letterhead_table_notes_and_foot(tmp_path: Path) -> None:
    _is_the_report(tmp_path, saved(_report, "Biểu 1"), "xlsx")


@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_same_report_of_other_programs(tmp_path: Path, suffix: str) -> None:
    _is_the_report(tmp_path, converted(saved(_report, "Biểu 1"), suffix, tmp_path), suffix)


def test_the_report_says_who_wrote_it_and_what(tmp_path: Path) -> None:
    found = extract(read_bytes(tmp_path, saved(_report, "Biểu 1")))
    head = found.document.head
    assert (head.number, head.date, head.issuer, head.signer) == (
        "125/BC-STC", "2025-01-15", "Sở Tài chính tỉnh Bắc Ninh", "Nguyễn Văn An",
    )  # fmt: skip
    assert {("budget_revenue", "actual", "33.150"), ("grdp", "actual", "6,03"), ("grdp", "target", "6,50")} <= {
        (each.indicator, each.role, each.quote) for each in found.figures
    }


def test_tables_are_parted_by_their_heads(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Bảng 1. Kinh tế"],
        HEAD,
        *ROWS,
        ["Bảng 2. Xã hội"],
        HEAD,
        *ROWS,
        [],
        ["BẢNG 3"],
        ["Năm", 2024, 2025],
        ["GRDP", 6, 8],
    ]
    document = read_bytes(tmp_path, saved(rows_in(rows)))
    assert others(document) == [("heading", "Bảng 1. Kinh tế"), ("heading", "Bảng 2. Xã hội"), ("heading", "BẢNG 3")]
    assert [len(cells(document, number)) for number in range(4)] == [15, 15, 6, 0]
    assert cells(document, 2)[:3] == [(0, 0, 1, 1, "Năm"), (0, 1, 1, 1, "2024"), (0, 2, 1, 1, "2025")]


@pytest.mark.parametrize(
    ("between", "tables"),
    [
        ([[]], 1),
        ([[], [None, "Xã hội"], []], 1),
        ([[], ["II", "Xã hội"]], 1),
        ([[], ["Ghi chú: ước cả năm."], []], 2),
    ],
)
def test_blank_rows_part_a_table_only_where_it_ends(tmp_path: Path, between: list[list[object]], tables: int) -> None:
    document = read_bytes(tmp_path, saved(rows_in([HEAD, ROWS[0], *between, ROWS[1]])))
    assert max(each.table or 0 for each in document.blocks) + 1 == tables


def test_a_table_of_words_is_a_table(tmp_path: Path) -> None:
    rows = [["DANH SÁCH NHIỆM VỤ"], ["Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"], ["Rà soát", "Sở Tài chính", "Quý I"]]
    document = read_bytes(tmp_path, saved(rows_in(rows)))
    assert others(document) == [("heading", "DANH SÁCH NHIỆM VỤ")]
    assert len(cells(document)) == 6


def test_a_sheet_of_text_is_text(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, saved(rows_in([["Kính gửi: Sở Tài chính"], [], ["Đề nghị báo cáo số liệu."]])))
    assert document.text == "Kính gửi: Sở Tài chính\nĐề nghị báo cáo số liệu.\n"


def test_a_label_and_what_it_labels_are_one_paragraph(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, saved(rows_in([["Đơn vị tính:", "tỷ đồng"], HEAD, *ROWS])))
    assert others(document) == [("paragraph", "Đơn vị tính: tỷ đồng")]
    assert [each.at for each in document.places[:2]] == [InCell("Sheet1", 1, 1), InCell("Sheet1", 1, 2)]


def test_lines_within_a_cell_of_a_table_are_one(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, saved(rows_in([["Chỉ tiêu", "TH\n2016"], ["GRDP\t ", 5.5]])))
    assert document.text == "Chỉ tiêu\tTH 2016\nGRDP\t5,5\n"


def test_years_in_a_head_are_never_grouped(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in([["Chỉ tiêu", 2024, 2025], ["Vốn", 2024, 1500]])(sheet)
        for row in sheet:
            for cell in row[1:]:
                cell.number_format = "#,##0"

    assert read_bytes(tmp_path, saved(fill)).text == "Chỉ tiêu\t2024\t2025\nVốn\t2.024\t1.500\n"


NAMES = [
    ("Sheet1", False), ("Sheet 12", False), ("Trang tính1", False), ("Biểu 01", False), ("PL2", False), ("1", False),
    ("Bang 3.1", False), ("B1", False), ("Phụ lục II", False), ("Biểu số 1", False), ("Thu ngân sách", True),
    ("Quý I", True), ("2024", False), ("Biểu 1 - Thu", True), ("Bắc Ninh", True),
]  # fmt: skip


@pytest.mark.parametrize(("name", "tells"), NAMES)
def test_the_name_of_a_sheet_is_a_heading_where_it_tells_something(tmp_path: Path, name: str, tells: bool) -> None:
    assert tells_something(name) is tells
    document = read_bytes(tmp_path, saved(rows_in([HEAD, *ROWS]), name))
    assert others(document) == ([("heading", name)] if tells else [])


def test_merged_cells_reach_over_rows_that_hold_something(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in([["Nhóm", "Chỉ tiêu", "Giá trị"], ["Kinh tế", "GRDP", 6], [None, "Vốn", 7], [None, "Thu", 8]])(sheet)
        sheet.merge_cells("A2:A4")

    assert cells(read_bytes(tmp_path, saved(fill)))[3] == (1, 0, 3, 1, "Kinh tế")


def test_columns_without_anything_are_no_columns(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Chỉ tiêu", None, "Ước", None, None, "Kế hoạch"],
        ["GRDP", None, 6, None, None, 8],
        ["Vốn", None, 5, None, None, 9],
    ]
    assert [each[1] for each in cells(read_bytes(tmp_path, saved(rows_in(rows))))] == [0, 1, 2] * 3

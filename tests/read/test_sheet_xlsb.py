"""XLSB: the same cells say the same as in XLSX."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.read.binary_book import Cell, binary_book
from tests.read.sheets import read_bytes, saved, with_parts

from camket import extract
from camket.errors import ReadError
from camket.model.document import Document

ROWS: list[list[Cell]] = [
    ["SỞ CÔNG THƯƠNG"],
    ["Tình hình thực hiện chỉ tiêu năm 2031 của tỉnh Hà Nam"],
    [],
    ["Chỉ tiêu", "Đơn vị", "Năm 2031", None],
    [None, None, "Kế hoạch", "Thực hiện"],
    ["Kim ngạch xuất khẩu", "Triệu USD", 4120.0, 4275.5],
    ["Thu ngân sách nhà nước", "Tỷ đồng", 15870.0, 16042.0],
    ["Đạt", None, True, None],
]
MERGED = [(3, 4, 0, 0), (3, 4, 1, 1), (3, 3, 2, 3)]


def _of_today(sheet: Worksheet) -> None:
    for row in ROWS:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, float):
                cell.number_format = "#,##0.0"
    for first, last, left, right in MERGED:
        sheet.merge_cells(start_row=first + 1, end_row=last + 1, start_column=left + 1, end_column=right + 1)


def _said(read: Document) -> list[tuple[object, ...]]:
    figures = extract(read).figures
    return [(each.indicator, each.value, each.unit, each.role, each.period) for each in figures]


def test_the_same_cells_say_the_same_as_in_xlsx(tmp_path: Path) -> None:
    data = binary_book(ROWS, merged=MERGED, number_format="#,##0.0")
    binary, of_today = read_bytes(tmp_path, data, "a"), read_bytes(tmp_path, saved(_of_today), "b")
    assert (binary.format, of_today.format) == ("xlsb", "xlsx")
    assert (binary.text, binary.blocks, binary.places) == (of_today.text, of_today.blocks, of_today.places)
    assert len(_said(binary)) == 4
    assert _said(binary) == _said(of_today)


def test_hidden_rows_are_left_out_and_said(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, binary_book([["Năm 2031"], ["Nháp"], ["Hết"]], hidden_rows=[1]))
    assert "Nháp" not in read.text
    assert [each.message.code for each in read.findings] == ["read.sheet_unseen"]


@pytest.mark.parametrize("part", ["xl/workbook.bin", "xl/styles.bin", "xl/_rels/workbook.bin.rels"])
def test_a_part_that_the_sheets_need_breaks_off(tmp_path: Path, part: str) -> None:
    data = with_parts(binary_book(ROWS), lambda name, content: content[:9] if name == part else content)
    with pytest.raises(ReadError) as error:
        read_bytes(tmp_path, data)
    assert error.value.message.code == "read.sheet_damaged"


@pytest.mark.parametrize("share", [0.2, 0.3, 0.6, 0.95])
def test_a_sheet_that_breaks_off_is_said(tmp_path: Path, share: float) -> None:
    def cut(name: str, content: bytes) -> bytes:
        return content[: int(len(content) * share)] if name == "xl/worksheets/sheet1.bin" else content

    read = read_bytes(tmp_path, with_parts(binary_book(ROWS), cut))
    assert "read.sheet_broken" in [each.message.code for each in read.findings]

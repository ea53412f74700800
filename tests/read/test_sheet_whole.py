"""Workbooks cell by cell: joined cells, hidden rows and sheets, notes, years of days; in every kind of file."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from tests.made.office import convert, needs_office

from camket.errors import ReadError
from camket.model.workbook import GridSheet, Workbook
from camket.read.loading import load_workbook


def made() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Quý I"
    sheet.append(["Tên", "Ngày", "Số"])
    sheet.append(["Một", date(2027, 6, 30), 1.5])
    sheet.append(["Hai", None, "=1+1"])
    sheet["B2"].number_format = "dd/mm"
    sheet["A2"].comment = Comment("Xem lại", "An")
    sheet["A4"] = "Ba"
    sheet.merge_cells("A4:B5")
    sheet.row_dimensions[2].hidden = True
    other = book.create_sheet("Ẩn")
    other["A1"] = "Danh mục"
    other.sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def texts(sheet: GridSheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def test_every_cell_is_there_with_what_a_person_does_not_see() -> None:
    book = load_workbook(made(), "a.xlsx")
    first, hidden = book.sheets
    assert texts(first) == [["Tên", "Ngày", "Số"], ["Một", "30/06/2027", "1,5"], ["Hai"], ["Ba"]]
    assert [row.hidden for row in first.rows] == [False, True, False, False]
    joined = first.rows[3].cells[0]
    assert (joined.column, joined.last_row, joined.last_column) == (1, 5, 2)
    assert [(note.row, note.column, note.text) for note in first.notes] == [(2, 1, "Xem lại")]
    assert first.uncounted == ("C3",)
    assert (hidden.hidden, texts(hidden)) == (True, [["Danh mục"]])


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_a_table_as_text_is_read_with_titles_above_its_head(name: str) -> None:
    data = "DANH MỤC,,\n,,\nTên,Nhóm,\n,Một,Hai\nAn,x,\n".encode()
    (sheet,) = load_workbook(data, name).sheets
    assert texts(sheet) == [["DANH MỤC"], ["Tên", "Nhóm"], ["Một", "Hai"], ["An", "x"]]
    assert [row.number for row in sheet.rows] == [1, 3, 4, 5]


@pytest.mark.parametrize("data", [b"Nam 2022 GRDP tang manh.\nDan so tang.\nHet.", b"<html><p>x</p></html>"])
def test_what_has_no_sheets_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"read\.no_workbook"):
        load_workbook(data, "a.txt")


def test_a_workbook_stamped_secret_is_refused() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["TỐI MẬT"], ["DANH MỤC NHIỆM VỤ"], ["STT", "Nội dung"], [1, "Rà soát"]):
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    with pytest.raises(ReadError, match=r"read\.secret"):
        load_workbook(held.getvalue(), "a.xlsx")


@needs_office
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_old_and_open_kinds_hold_the_same_cells(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(made())
    convert(kind, tmp_path, tmp_path / "a.xlsx")
    book: Workbook = load_workbook((tmp_path / f"a.{kind}").read_bytes(), f"a.{kind}")
    assert [cell.text for cell in book.sheets[0].rows[3].cells] == ["Ba"]
    assert book.sheets[0].rows[1].hidden
    assert book.unread == ("Ẩn",)

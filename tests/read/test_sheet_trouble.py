"""What a workbook hides, what is wrong in it, and what nobody should send."""

from __future__ import annotations

import io
import time
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from tests.made.office import needs_office
from tests.read.sheets import cells, codes, converted, read_bytes, rows_in, saved, with_parts

from camket.errors import ReadError
from camket.model.place import InCell
from camket.read.limits import Limits
from camket.read.sheet.compound import Compound
from camket.read.sheet.kind import workbook_kind
from camket.read.sheet.xlsx import read_xlsx

ROWS: list[list[object]] = [["Chỉ tiêu", "Ước", "Kế hoạch"], ["GRDP", 6.03, 8], ["Vốn", 5, 9], ["Thu", 7, 11]]
SHEET = "xl/worksheets/sheet1.xml"


def _hiding(sheet: Worksheet) -> None:
    rows_in(ROWS)(sheet)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    assert sheet.parent is not None
    hidden = sheet.parent.create_sheet("Danh mục")
    hidden["A1"] = "mã"
    hidden.sheet_state = "hidden"


def test_what_a_person_does_not_see_is_not_read_and_said(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, saved(_hiding))
    assert document.text == "Chỉ tiêu\tKế hoạch\nGRDP\t8\nThu\t11\n"
    said = codes(document)
    assert (said["read.sheet_unseen"]["rows"], said["read.sheet_unseen"]["columns"]) == ("1", "1")
    assert said["read.sheet_hidden"]["names"] == "Danh mục"


@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_same_of_other_programs(tmp_path: Path, suffix: str) -> None:
    document = read_bytes(tmp_path, converted(saved(_hiding), suffix, tmp_path))
    assert document.text == "Chỉ tiêu\tKế hoạch\nGRDP\t8\nThu\t11\n"
    assert {"read.sheet_unseen", "read.sheet_hidden"} <= set(codes(document))


def test_a_merged_head_over_hidden_columns_stands_over_those_seen(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in([["Chỉ tiêu", "Năm 2024", None, "Năm 2025"], [None, "Quý I", "Cả năm", "Cả năm"], ["GRDP", 5, 6, 8]])(
            sheet
        )
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
        sheet.column_dimensions["B"].hidden = True

    assert cells(read_bytes(tmp_path, saved(fill)))[:5] == [
        (0, 0, 2, 1, "Chỉ tiêu"), (0, 1, 1, 1, "Năm 2024"), (0, 2, 1, 1, "Năm 2025"), (1, 1, 1, 1, "Cả năm"),
        (1, 2, 1, 1, "Cả năm"),
    ]  # fmt: skip


def test_errors_and_formulas_nobody_worked_out_are_named(tmp_path: Path) -> None:
    rows: list[list[object]] = [*ROWS, ["Chi", "#DIV/0!", "=B2+B3"], ["Nợ", "#REF!", 3]]
    document = read_bytes(tmp_path, saved(rows_in(rows)))
    assert document.text.splitlines()[4:] == ["Chi\t\t", "Nợ\t\t3"]
    said = codes(document)
    assert (said["read.sheet_faulty"]["cells"], said["read.sheet_faulty"]["count"]) == ("B5, B6", "2")
    assert (said["read.sheet_uncounted"]["cells"], said["read.sheet_uncounted"]["sheet"]) == ("C5", "Sheet1")


@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_formulas_with_their_result(tmp_path: Path, suffix: str) -> None:
    rows: list[list[object]] = [*ROWS, ["Cộng", "=B2+B3", "=1/0"], ["Tên", '="GR"&"DP"', '=""']]
    # LibreOffice works formulas out only in files of other programs than Excel.
    data = with_parts(saved(rows_in(rows)), lambda name, part: b"" if name == "docProps/app.xml" else part)
    document = read_bytes(tmp_path, converted(data, suffix, tmp_path))
    assert document.text.splitlines()[4:] == ["Cộng\t11,03\t", "Tên\tGRDP\t"]
    assert codes(document)["read.sheet_faulty"]["cells"] == "C5"
    assert "read.sheet_uncounted" not in codes(document)


def test_a_formula_is_read_by_its_saved_result(tmp_path: Path) -> None:
    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"<v></v>", b"<v>11.03</v>").replace(b"<v/>", b"<v>11.03</v>") if name == SHEET else part

    document = read_bytes(tmp_path, with_parts(saved(rows_in([*ROWS, ["Cộng", "=B2+B3", 3]])), change))
    assert document.text.splitlines()[4] == "Cộng\t11,03\t3"
    assert codes(document) == {}


def test_comments_stand_apart(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(ROWS)(sheet)
        sheet["B2"].comment = Comment("Số ước, chờ Cục Thống kê", "An")

    document = read_bytes(tmp_path, saved(fill))
    assert [(each.kind, each.text, each.at) for each in document.asides] == [
        ("comment", "Số ước, chờ Cục Thống kê", InCell("Sheet1", 2, 2))
    ]
    assert "chờ" not in document.text


def test_rows_that_are_repeated_on_each_page_are_heads(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(ROWS)(sheet)
        sheet.print_title_rows = "1:1"

    heads = [each.row for each in read_bytes(tmp_path, saved(fill)).blocks if each.head]
    assert heads == [0, 0, 0]


def test_frozen_rows_are_heads(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(ROWS)(sheet)
        sheet.freeze_panes = "B2"

    assert {each.row for each in read_bytes(tmp_path, saved(fill)).blocks if each.head} == {0}


def test_macros_and_other_files_are_let_be(tmp_path: Path) -> None:
    data = with_parts(
        saved(rows_in(ROWS)),
        lambda _, part: part,
        {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"},
    )
    said = codes(read_bytes(tmp_path, data))
    assert {"read.sheet_macros", "read.sheet_links"} <= set(said)


def test_empty_rows_and_columns_with_a_look_cost_nothing(tmp_path: Path) -> None:
    def change(name: str, part: bytes) -> bytes:
        empty = b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (row, row) for row in range(10, 100_000))
        return part.replace(b"</sheetData>", empty + b"</sheetData>") if name == SHEET else part

    started = time.monotonic()
    document = read_bytes(tmp_path, with_parts(saved(rows_in(ROWS)), change))
    assert time.monotonic() - started < 60  # in a process of its own: other work counts too
    assert len(document.text.splitlines()) == 4


def test_one_cell_at_the_far_corner_costs_nothing(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_in(ROWS)(sheet)
        sheet["XFD1048576"] = "xa"

    def change(name: str, part: bytes) -> bytes:
        merged = b'</sheetData><mergeCells><mergeCell ref="A10:XFD1000000"/></mergeCells>'
        return part.replace(b"</sheetData>", merged) if name == SHEET else part

    started = time.monotonic()
    document = read_bytes(tmp_path, with_parts(saved(fill), change))
    assert document.text.splitlines()[-1] == "xa"
    assert time.monotonic() - started < 60  # in a process of its own: other work counts too


def test_a_sheet_with_too_many_cells_is_read_up_to_the_limit() -> None:
    data = saved(rows_in([[f"Chỉ tiêu {row}", row, row, row] for row in range(100)]))
    book = read_xlsx(data, "a.xlsx", Limits(cells=100))
    assert (book.sheets[0].count, book.sheets[0].cut) == (100, "A26")


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04\x14\0xl/workbook.xml", b"PK\x03\x04\x14\0\x06\0\x08\0" + bytes(16) + b"\x0f\0\0\0xl/workbook.bin"],
)
def test_a_workbook_without_its_parts_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError):
        read_bytes(tmp_path, data)


@cache
def _of_many_rows(suffix: str) -> bytes:
    """A workbook to be cut, converted once."""
    whole = saved(rows_in([[f"Chỉ tiêu {row}", row, row * 1.5] for row in range(300)]))
    with TemporaryDirectory() as folder:
        return whole if suffix == "xlsx" else converted(whole, suffix, Path(folder))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(
    "suffix", ["xlsx", pytest.param("xls", marks=needs_office), pytest.param("ods", marks=needs_office)]
)
def test_a_workbook_that_is_cut_short_is_refused_or_read_in_part(tmp_path: Path, suffix: str, share: float) -> None:
    data = _of_many_rows(suffix)
    try:
        document = read_bytes(tmp_path, data[: int(len(data) * share)])
    except ReadError as error:
        assert error.message.code in ("read.sheet_damaged", "read.archive_broken")
    else:
        assert document.findings or len(document.text.splitlines()) == 300


def test_a_sheet_that_breaks_off_keeps_what_stood_before(tmp_path: Path) -> None:
    def change(name: str, part: bytes) -> bytes:
        return part[: part.index(b'<row r="4"')] if name == SHEET else part

    document = read_bytes(tmp_path, with_parts(saved(rows_in(ROWS)), change))
    assert document.text == "Chỉ tiêu\tƯớc\tKế hoạch\nGRDP\t6,03\t8\nVốn\t5\t9\n"
    assert codes(document)["read.sheet_broken"]["cell"] == "C3"


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_entities_are_not_followed(tmp_path: Path, declared: bytes, part: str) -> None:
    data = saved(rows_in(ROWS))
    held = with_parts(
        data, lambda name, content: declared + content.replace(b"GRDP", b"&b;") if name == part else content
    )
    try:
        document = read_bytes(tmp_path, held)
    except ReadError as error:
        assert error.message.code == "read.sheet_damaged"
    else:
        assert "root:" not in document.text
        assert "haha" not in document.text


def test_an_archive_that_unpacks_beyond_the_limit_is_refused() -> None:
    data = with_parts(saved(rows_in(ROWS)), lambda _, part: part, {"xl/media/a.bin": bytes(3_000_000)})
    with pytest.raises(ReadError) as caught:
        read_xlsx(data, "a.xlsx", Limits(megabytes=2))
    assert caught.value.message.code == "read.archive_bomb"


def test_a_workbook_is_told_by_its_content(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, saved(rows_in(ROWS)), "van-ban.docx").format == "xlsx"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr("word/embeddings/a.xlsx", saved(rows_in(ROWS)))
    assert workbook_kind(held.getvalue()) is None


def _compound(names: list[str]) -> bytes:
    """A compound file with empty streams of these names."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    header[24:34] = b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
    for place, number in ((44, 1), (48, 1), (56, 4096), (60, 0xFFFFFFFE), (68, 0xFFFFFFFE), (76, 0)):
        header[place : place + 4] = number.to_bytes(4, "little")
    header[80:512] = b"\xff" * 432
    table = b"".join(each.to_bytes(4, "little") for each in (0xFFFFFFFD, 0xFFFFFFFE)).ljust(512, b"\xff")
    entries = b""
    for number, name in enumerate(["Root Entry", *names]):
        raw = name.encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(raw)] = raw
        entry[64:66] = (len(raw) + 2).to_bytes(2, "little")
        entry[66] = 2 if number else 5
        following = number + 1 if 0 < number < len(names) else 0xFFFFFFFF
        entry[68:80] = b"\xff" * 4 + following.to_bytes(4, "little") + (b"\xff" * 4 if number else b"\x01\0\0\0")
        entry[116:120] = (0xFFFFFFFE).to_bytes(4, "little")
        entries += bytes(entry)
    return bytes(header) + table + entries.ljust(512, b"\0")


def test_a_password_is_said(tmp_path: Path) -> None:
    data = _compound(["EncryptedPackage", "EncryptionInfo"])
    assert set(Compound(data).names()) == {"EncryptedPackage", "EncryptionInfo"}
    with pytest.raises(ReadError) as caught:
        read_bytes(tmp_path, data, "so-lieu.xlsx")
    assert caught.value.message.code == "read.password"


def test_a_compound_file_of_chains_that_lead_into_themselves_ends() -> None:
    data = bytearray(_compound(["Workbook"]))
    data[512:1024] = (1).to_bytes(4, "little") * 128
    assert Compound(bytes(data)).names() in ({"Workbook": 1}, {})
    with pytest.raises(ValueError, match="compound"):
        Compound(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_a_workbook_of_charts_only_is_empty(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    held = io.BytesIO()
    book.save(held)
    assert "read.empty" in codes(read_bytes(tmp_path, held.getvalue()))


def test_parts_of_a_strict_workbook_with_prefixes(tmp_path: Path) -> None:
    def change(name: str, part: bytes) -> bytes:
        if name != SHEET:
            return part
        text = part.decode().replace("<", "<x:").replace("<x:/", "</x:").replace('xmlns="', 'xmlns:x="')
        return text.replace("<x:?xml", "<?xml").encode()

    assert read_bytes(tmp_path, with_parts(saved(rows_in(ROWS)), change)).text.splitlines()[1] == "GRDP\t6,03\t8"

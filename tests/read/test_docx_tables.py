"""Tables of Word files."""

from __future__ import annotations

import pytest
from tests.read.word_file import cell, lines, p, parsed, row, said, table

from camket.model.place import InPart

HEAD = "<w:tblHeader/>"
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
SET_IN = '<w:gridBefore w:val="1"/>'


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_table_knows_its_cells_and_how_far_they_reach() -> None:
    read = parsed(
        p("Bảng 1")
        + table(
            row(cell("Chỉ tiêu", DOWN), cell("Năm", wide(2)), properties=HEAD),
            row(cell("", ON), "2023", "2024", properties=HEAD),
            row("GRDP", "", "6,03"),
        )
        + table(row("a", "b"))
    )
    assert read.text.splitlines() == ["Bảng 1", "Chỉ tiêu\tNăm", "2023\t2024", "GRDP\t\t6,03", "a\tb"]
    cells = [
        (said(read, each), each.table, each.row, each.column, each.rows, each.columns, each.head)
        for each in read.blocks[1:]
    ]
    assert cells == [
        ("Chỉ tiêu", 0, 0, 0, 2, 1, True), ("Năm", 0, 0, 1, 1, 2, True), ("2023", 0, 1, 1, 1, 1, True),
        ("2024", 0, 1, 2, 1, 1, True), ("GRDP", 0, 2, 0, 1, 1, False), ("6,03", 0, 2, 2, 1, 1, False),
        ("a", 1, 0, 0, 1, 1, False), ("b", 1, 0, 1, 1, 1, False),
    ]  # fmt: skip


CONTROLLED = f"<w:sdt><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
TABLES = [
    ("several paragraphs in a cell", [row(cell(p("GRDP") + p("(giá 2010)")), "7%")], ["GRDP (giá 2010)\t7%"]),
    ("columns left out at the edge", [row("a", "b"), row("c", properties='<w:gridBefore w:val="1"/>')], ["a\tb", "c"]),
    ("merged to the right in the old way",
     [row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "b")], ["a\tb"]),
    ("a merge that begins nowhere", [row(cell("a", ON), "b")], ["a\tb"]),
    ("a deleted row", [row("a", "b"), row("c", "d", properties='<w:del w:id="1"/>')], ["a\tb"]),
    ("an inserted row", [row("a", "b"), row("c", "d", properties='<w:ins w:id="1"/>')], ["a\tb", "c\td"]),
    ("a deleted cell", [row("a", cell("b", '<w:cellDel w:id="1"/>'), "c")], ["a\tc"]),
    ("a control around a row", [f"<w:sdt><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>"], ["a\tb"]),
    ("a control around a cell", [row("a").replace("</w:tr>", f"{CONTROLLED}</w:tr>")], ["a\tb"]),
    ("a row without text", [row("a", "b"), row("", "")], ["a\tb"]),
    ("a table in a cell of data", [row("a", cell(table(row("b", "c")) + p())), row("d", "e"), row("f", "g")],
     ["a\tb c", "d\te", "f\tg"]),
    ("a table of rows and columns in a cell of data",
     [row("a", cell(p("Gồm:") + table(row("b", "c"), row("d", "e")) + p("Hết."))), row("f", "g"), row("h", "i")],
     ["a\tGồm: Hết.", "f\tg", "h\ti", "b\tc", "d\te"]),
    ("a hostile span", [row(cell("a", wide(999999999)), cell("b", '<w:gridSpan w:val="²"/>'))], ["a\tb"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "text"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_tables(rows: list[str], text: list[str]) -> None:
    read = parsed(table(*rows))
    assert read.text.splitlines() == text
    assert {block.kind for block in read.blocks} == {"table_cell"}


LAYOUT = [
    ("letterhead",
     table(row(cell(p("ỦY BAN NHÂN DÂN") + p("TỈNH BẮC NINH")), cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),
           row("Số: 18/KH-UBND", "Bắc Ninh, ngày 14 tháng 01 năm 2022")),
     ["ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH", "Số: 18/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Bắc Ninh, ngày 14 tháng 01 năm 2022"]),
    ("letterhead with cells merged each in its own way",
     table(row(cell("ỦY BAN NHÂN DÂN", wide(2) + DOWN), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", wide(3))),
           row(cell("", wide(2) + ON), cell("Bắc Ninh, ngày 14 tháng 01 năm 2022", wide(3)))),
     ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bắc Ninh, ngày 14 tháng 01 năm 2022"]),
    ("letterhead whose subject begins left of the lines above it",
     table(row("SỞ CÔNG THƯƠNG", cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", wide(2)), properties=SET_IN),
           row("Số: /SCT-NL", cell("Lạng Sơn, ngày tháng 5 năm 2024", wide(2)), properties=SET_IN),
           row(cell("V/v triển khai Kế hoạch số 45/KH-BCT", wide(3)), "")),
     ["SỞ CÔNG THƯƠNG", "Số: /SCT-NL", "V/v triển khai Kế hoạch số 45/KH-BCT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Lạng Sơn, ngày tháng 5 năm 2024"]),
    ("letterhead with whom it is addressed to below both columns",
     table(row("UBND TỈNH BẮC NINH", cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),
           row("Số: 8/UBND-TH", "Bắc Ninh, ngày 14 tháng 01 năm 2022"), row("V/v rà soát đất đai", ""),
           row("Kính gửi:", cell(p() + p("- Sở Tài chính;") + p("- Sở Xây dựng.")))),
     ["UBND TỈNH BẮC NINH", "Số: 8/UBND-TH", "V/v rà soát đất đai", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Bắc Ninh, ngày 14 tháng 01 năm 2022", "Kính gửi:", "- Sở Tài chính;", "- Sở Xây dựng."]),
    ("letterhead with room left for number and day",
     table(row(cell(p("UBND TỈNH BẮC NINH") + p("   Số:           /BC-UBND")),
               cell(p("         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("          Độc lập - Tự do - Hạnh phúc")
                    + p("        Bắc Ninh, ngày      tháng        năm 2026")))),
     ["UBND TỈNH BẮC NINH", "Số: /BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
      "Bắc Ninh, ngày tháng năm 2026"]),
    ("foot", table(row(cell(p("Nơi nhận:") + p("- Lưu: VT.")), cell(p("CHỦ TỊCH") + p("Đinh Công Tuệ")))),
     ["Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Đinh Công Tuệ"]),
    ("who signs a joint paper, row after row",
     table(row(cell(p("KT. BỘ TRƯỞNG") + p("BỘ Y TẾ") + p("Đinh Công Tuệ")), cell(p("KT. BỘ TRƯỞNG") + p("Vũ Hà"))),
           row(cell(p("TM. CHÍNH PHỦ") + p("Lê Thị Hoa")), "")),
     ["KT. BỘ TRƯỞNG", "BỘ Y TẾ", "Đinh Công Tuệ", "KT. BỘ TRƯỞNG", "Vũ Hà", "TM. CHÍNH PHỦ", "Lê Thị Hoa"]),
    ("a frame around text", table(row(cell(p("Lưu ý: GRDP tăng 7%.") + p("Thu ngân sách tăng 3%.")))),
     ["Lưu ý: GRDP tăng 7%.", "Thu ngân sách tăng 3%."]),
    ("a slip whose text fills a row",
     table(row(cell("".join(p(f"{at}. Việc thứ {at}.") for at in range(1, 8)), wide(2))),
           row("Chuyên viên", cell(p("Lãnh đạo phòng") + p("Lê Thị Hoa")))),
     [*(f"{at}. Việc thứ {at}." for at in range(1, 8)), "Chuyên viên", "Lãnh đạo phòng", "Lê Thị Hoa"]),
    ("a table around a table", table(row(cell(p("Bảng 1") + table(row("a", "b")) + p()))), ["Bảng 1", "a\tb"]),
]  # fmt: skip


@pytest.mark.parametrize(("made", "text"), [case[1:] for case in LAYOUT], ids=[case[0] for case in LAYOUT])
def test_tables_that_only_place_things_are_lines(made: str, text: list[str]) -> None:
    assert lines(made) == text


def test_head_rows_stand_at_the_top_only() -> None:
    read = parsed(table(row("a", "b", properties=HEAD), row("c", "d"), row("e", "f", properties=HEAD)))
    assert [said(read, each) for each in read.blocks if each.head] == ["a", "b"]


def test_paragraphs_in_cells_are_counted_with_those_around() -> None:
    read = parsed(p("một") + table(row("hai", cell(p("ba") + p("bốn")))) + p("năm"))
    assert [(read.text[each.start : each.end].strip(), each.at) for each in read.places] == [
        ("một", InPart("body", 1)), ("hai", InPart("body", 2)), ("ba", InPart("body", 3)), ("bốn", InPart("body", 4)),
        ("năm", InPart("body", 5)),
    ]  # fmt: skip


def test_a_deleted_end_does_not_reach_out_of_its_cell() -> None:
    joined = cell(p("GRDP", '<w:rPr><w:del w:id="1"/></w:rPr>'))
    assert lines(table(row(joined, "7%"), row("x", "y"))) == ["GRDP\t7%", "x\ty"]


def _in_a_cell(*rows: str) -> str:
    """A cell that holds a table; a cell ends in a paragraph."""
    return cell(table(*rows) + p(""))


def test_little_tables_in_each_row_are_rows_of_the_table_around_them() -> None:
    read = parsed(
        table(
            row("TT", "Lĩnh vực", "Chỉ tiêu năm 2024", "Ghi chú"),
            row("1", "Kinh tế", _in_a_cell(row("GRDP", "9,5%"), row("Xuất khẩu", "5,2 tỷ USD")), "a"),
            row("2", "Xã hội", _in_a_cell(row("Hộ nghèo", "1,2%"), row("Việc làm", "24.000")), "b"),
        )
    )
    assert read.text.splitlines() == [
        "TT\tLĩnh vực\tChỉ tiêu năm 2024\tGhi chú",
        "1\tKinh tế\tGRDP\t9,5%\ta",
        "Xuất khẩu\t5,2 tỷ USD",
        "2\tXã hội\tHộ nghèo\t1,2%\tb",
        "Việc làm\t24.000",
    ]
    cells = {said(read, each): (each.row, each.column, each.rows, each.columns) for each in read.blocks}
    assert cells["Chỉ tiêu năm 2024"] == (0, 2, 1, 2)
    assert cells["Ghi chú"] == (0, 4, 1, 1)
    assert cells["Kinh tế"] == (1, 1, 2, 1)
    assert cells["5,2 tỷ USD"] == (2, 3, 1, 1)
    assert cells["b"] == (3, 4, 2, 1)


APART = {
    "each with the same head": (
        row("Chỉ tiêu", "2024"),
        row("GRDP", "9,5%"),
        row("Chỉ tiêu", "2024"),
        row("IIP", "7%"),
    ),
    "of another width": (row("GRDP", "9,5%"), row("a", "b"), row("IIP", "7%", "c"), row("d", "e", "f")),
}


@pytest.mark.parametrize("rows", APART.values(), ids=APART.keys())
def test_little_tables_of_their_own_stand_behind_the_table(rows: tuple[str, str, str, str]) -> None:
    read = parsed(
        table(
            row("TT", "Lĩnh vực", "Chỉ tiêu"),
            row("1", "Kinh tế", _in_a_cell(*rows[:2])),
            row("2", "Xã hội", _in_a_cell(*rows[2:])),
        )
    )
    assert {each.table for each in read.blocks} == {0, 1, 2}

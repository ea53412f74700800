"""Tables of projects row by row."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from camket import read
from camket.read.loading import load_list
from camket.work.investment_reading import ProjectsRead, amount_of, outcomes_of, read_projects

openpyxl = pytest.importorskip("openpyxl")
D = Decimal
MILLION = D(10**6)
HEAD = (
    ["BIỂU TỔNG HỢP GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2026"],
    ["Đơn vị tính: triệu đồng"],
    ["STT", "Tên dự án", "Chủ đầu tư", "Kế hoạch vốn năm 2026", None, None, "Kế hoạch năm trước kéo dài",
     "Giải ngân đến hết tháng 9/2026", None, "Tỷ lệ (%)", "Cùng kỳ năm 2025"],
    [None, None, None, "Thủ tướng Chính phủ giao", "HĐND tỉnh giao", "Đã phân bổ chi tiết", None,
     "Vốn năm 2026", "Vốn kéo dài", None, None],
)  # fmt: skip


def book(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(list(row))
    sheet.merge_cells("D3:F3")
    sheet.merge_cells("H3:I3")
    made.save(path)
    return path


def told(tmp_path: Path, *rows: Sequence[object]) -> ProjectsRead:
    return read_projects(read(book(tmp_path / "du-an.xlsx", (*HEAD, *rows))))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_same_table_gives_the_same_from_a_workbook_and_from_text(tmp_path: Path, form: str) -> None:
    rows: list[Sequence[object]] = [
        *HEAD,
        [1, "Cầu Như Nguyệt mới", "Sở Xây dựng", 1200, 1500, 1400, 200, 700, 150, 50, 600],
    ]
    path = book(tmp_path / "du-an.xlsx", rows)
    if form == "csv":
        path = tmp_path / "du-an.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([["" if cell is None else cell for cell in line] for line in rows])
    found = read_projects(load_list(path.read_bytes(), path.name, "du-an"))
    assert [each.outcome for each in found.rows] == ["taken"]
    assert (len(found.planned), len(found.disbursed)) == (4, 3)
    assert found.planned == read_projects(read(book(tmp_path / "cu.xlsx", rows))).planned


def test_each_denominator_is_a_column_of_its_own(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        ["I", "Giao thông"],
        [1, "Cầu Như Nguyệt mới", "Sở Xây dựng", 1200, 1500, 1400, 200, 700, 150, 50, 600],
        [2, "Đường gom Vành đai", "Ban QLDA số 1", 800, 900, 850, None, 100.5, None, 12.56, 200],
        ["II", "Giáo dục"],
        [3, "Trường THPT Lý Nhân", "Sở Giáo dục và Đào tạo", None, 300, 300, None, 0, None, 0, None],
        ["", "Tổng số", None, 2000, 2700, 2550, 200, 800.5, 150, 40.03, 800],
    )
    assert [(each.id, each.owner) for each in found.projects] == [
        ("cau-nhu-nguyet-moi", "so-xay-dung"),
        ("duong-gom-vanh-dai", "Ban QLDA số 1"),
        ("truong-thpt-li-nhan", "so-giao-duc-va-dao-tao"),
        ("tong-so", ""),
    ]
    bridge = [
        (str(each.giver), each.carried, int(each.amount / MILLION))
        for each in found.planned
        if each.project.startswith("cau")
    ]
    assert bridge == [
        ("prime_minister", False, 1200), ("council", False, 1500), ("allotted", False, 1400), ("unnamed", True, 200),
    ]  # fmt: skip
    paid = [
        (each.year, each.until, each.carried, int(each.amount / MILLION))
        for each in found.disbursed
        if each.project.startswith("cau")
    ]
    assert paid == [
        (2026, date(2026, 9, 30), False, 700), (2026, date(2026, 9, 30), True, 150),
        (2025, date(2025, 9, 30), False, 600),
    ]  # fmt: skip
    assert outcomes_of(found.rows) == {"group": 2, "taken": 3, "whole": 1}
    # 700 of 1.400 allotted is the 50 % printed, 100,5 of 800 the 12,56, 800,5 of 2.000 the 40,03
    assert [row.said for row in found.rows if row.said] == []
    assert found.findings == ()


def test_every_row_is_taken_or_answered(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        [1, "Cầu A", "Sở Xây dựng", 100, 100, 100, None, 50, None, 70, None],
        [2, "Cầu B", "Sở Xây dựng", "chưa giao", 100, 100, None, 50, None, None, None],
        [3, "Cầu A", "Sở Xây dựng", 100, 100, 100, None, 60, None, None, None],
        [4, None, "Sở Xây dựng", 100, None, None, None, 5, None, None, None],
        [None, "Cộng", None, 300, 300, 300, None, 170, None, None, None],
    )
    assert [(row.row, row.outcome, [each.code for each in row.said]) for row in found.rows] == [
        (5, "taken", ["work.projects.share"]),
        (6, "refused", ["work.projects.no_number"]),
        (7, "refused", ["work.projects.twice"]),
        (8, "refused", ["work.projects.no_name"]),
        (9, "whole", []),
    ]
    # of the refused rows nothing is counted, and the line of all projects says so
    assert {each.message.code for each in found.findings} == {"work.projects.whole"}


def test_months_that_stand_alone_are_added_up(tmp_path: Path) -> None:
    rows = (
        ["Kết quả giải ngân năm 2026 (tỷ đồng)"],
        [
            "TT",
            "Danh mục dự án",
            "Kế hoạch HĐND tỉnh giao",
            "Giải ngân tháng 1",
            "Giải ngân tháng 2",
            "Giải ngân tháng 4",
        ],
        [1, "Hồ chứa", 12, 1, 2.5, 3],
        [2, "Kè sông", 12, 1, 2, 3],
    )
    path = tmp_path / "thang.xlsx"
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    found = read_projects(read(path))
    assert [(each.until, each.amount) for each in found.disbursed if each.project == "ho-chua"] == [
        (date(2026, 1, 31), D(10**9)), (date(2026, 2, 28), D(3_500_000_000)),
    ]  # fmt: skip
    assert [each.message.code for each in found.findings] == ["work.projects.month_gap"] * 2  # March is not there
    half = read_projects(read(path), basis="15-14")
    assert half.disbursed[0].until == date(2026, 1, 14)


@pytest.mark.parametrize(
    ("title", "column", "code"),
    [
        ("Giải ngân năm 2026", "Giải ngân đến hết tháng 9/2026", "work.projects.no_unit"),
        ("Giải ngân (triệu đồng)", "Giải ngân đến hết tháng 9", "work.projects.no_year"),
        ("Giải ngân năm 2026 (triệu đồng)", "Ước giải ngân đến hết tháng 9/2026", "work.projects.estimate"),
        ("Giải ngân năm 2026 (triệu đồng)", "Giải ngân", "work.projects.no_day"),
    ],
)
def test_a_column_that_lacks_something_is_left_and_says_so(tmp_path: Path, title: str, column: str, code: str) -> None:
    path = tmp_path / "cot.xlsx"
    made = openpyxl.Workbook()
    for row in (
        [title],
        ["STT", "Tên dự án", "Chủ đầu tư", column],
        [1, "Hồ chứa", "Sở Xây dựng", 12],
        [2, "Kè", "Sở Xây dựng", 3],
    ):
        made.active.append(row)
    made.save(path)
    found = read_projects(read(path))
    assert code in [each.message.code for each in found.findings]
    assert found.disbursed == ()


def test_a_file_without_such_a_table_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Không có bảng nào.\n", encoding="utf-8")
    found = read_projects(read(path))
    assert [(each.message.code, each.level) for each in found.findings] == [("work.projects.no_table", "error")]


def test_a_list_parted_by_commas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "STT,Tên dự án,Chủ đầu tư,Kế hoạch HĐND giao (tỷ đồng),Giải ngân đến 30/9/2026 (tỷ đồng)\n"
        '1,Cầu A,Sở Xây dựng,"1.200,5",600\n2,Cầu B,Sở Xây dựng,100,25\n',
        encoding="utf-8",
    )
    found = read_projects(read(path), year=2026)
    assert [each.amount for each in found.planned] == [D("1200500000000.0"), D("100000000000")]
    assert [each.until for each in found.disbursed] == [date(2026, 9, 30)] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.250,5", D("1250.5")), ("1 250", D(1250)), ("(12,5)", D("-12.5")), ("96.898", D(96898)),
     ("12,345.6", D("12345.6")), ("-", None), ("x", None), ("đang thẩm định", None), ("", None)],
)  # fmt: skip
def test_numbers_of_cells(text: str, value: Decimal | None) -> None:
    assert amount_of(text) == value

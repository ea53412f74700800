"""A list of targets: what a row asks for, components, and what is wrong row by row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from camket import extract, read, resolve
from camket.exchange.target_list import TargetList, period_written, read_target_list
from camket.model.period import parse_period
from camket.words import say

HEAD = ("Số thứ tự", "Chỉ tiêu", "Đơn vị", "Giá trị", "So sánh", "Kỳ", "Cơ quan theo dõi", "Nguồn")
Row = Sequence[str | int | float | None]


def listed(tmp_path: Path, *rows: Row, head: Row = HEAD, above: Sequence[Row] = (), cited: str = "") -> TargetList:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for row in (*above, head, *rows):
        sheet.append(tuple(row))
    path = tmp_path / "chi-tieu.xlsx"
    book.save(path)
    period = parse_period("2021/2025")
    assert period is not None
    return read_target_list(resolve(extract(read(path))), period, file="chi-tieu.xlsx", cited=cited)


def codes(found: TargetList) -> list[str]:
    return [each.message.code for each in found.trouble]


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ((1, "Tốc độ tăng trưởng GRDP", "%", 8.5, "trở lên", 2025, "Sở Tài chính", "12-NQ/TU"),
         ("grdp", "growth", "percent", "8.5", None, "ge", "2025")),
        ((2, "Tổng thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "33.500", "≥", "", "", "12-NQ/TU"),
         ("budget_revenue", "level", "VND", "33500000000000", None, "ge", "2021/2025")),
        ((3, "Tỷ lệ hộ nghèo", "%", "dưới 1", None, "đến năm 2025", "", "Nguyễn Văn An"),
         ("poverty_rate", "level", "percent", "1", None, "lt", "by:2025")),
        ((4, "Tỷ lệ hộ nghèo", "%", 1, "<", "hằng năm", "", "x"),
         ("poverty_rate", "level", "percent", "1", None, "lt", "2021/2025")),
        ((5, "Tốc độ tăng trưởng GRDP", "%", "8-9", "", "2021-2025", "", "x"),
         ("grdp", "growth", "percent", "8", "9", "range", "2021/2025")),
        ((6, "Tốc độ tăng trưởng GRDP", "%", "8-9", "trong khoảng", "2021-2025", "", "x"),
         ("grdp", "growth", "percent", "8", "9", "range", "2021/2025")),
        ((7, "Số xã đạt chuẩn nông thôn mới", "xã", 90, "không ít hơn", "30/6/2025", "", "x"),
         (None, "level", "count", "90", None, "ge", "by:2025-06-30")),
    ],
)  # fmt: skip
def test_what_a_row_asks_for(tmp_path: Path, row: Row, asked: tuple[object, ...]) -> None:
    found = listed(tmp_path, row)
    assert codes(found) == []
    (target,) = found.targets
    figure = target.figure
    indicator, measure, unit, value, high, comparator, period = asked
    if indicator is not None:
        assert figure.indicator == indicator
    assert (figure.measure, figure.unit, figure.comparator, figure.period) == (measure, unit, comparator, period)
    assert figure.value == Decimal(str(value))
    assert figure.value_high == (Decimal(str(high)) if high is not None else None)
    assert (figure.role, figure.indicator_text) == ("target", row[1])
    assert (target.number, target.whole, target.cited) == (str(row[0]), "", row[7])
    assert target.place == "Biểu 1!B2"


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (["4", "4.1", "4.2", "5"], [("4.1", "4"), ("4.2", "4"), ("5", "")]),
        (["4", "a", "b", "5"], [("4.a", "4"), ("4.b", "4"), ("5", "")]),
        (["4", "a)", "b)", "5."], [("4.a", "4"), ("4.b", "4"), ("5", "")]),
        (["4", "-", "-", "5"], [("4.1", "4"), ("4.2", "4"), ("5", "")]),
        (["4", None, None, "5"], [("4.1", "4"), ("4.2", "4"), ("5", "")]),
        (["I", "1", "2", "3"], [("1", ""), ("2", ""), ("3", "")]),
        (["A", "1", "2", "3"], [("1", ""), ("2", ""), ("3", "")]),
    ],
)
def test_a_number_without_a_value_has_components(
    tmp_path: Path, labels: list[str | None], numbers: list[tuple[str, str]]
) -> None:
    rows = [
        (labels[0], "Môi trường", None, None, None, None, None, None),
        (labels[1], "Tỷ lệ hộ nghèo", "%", 1, "<", 2025, "", "x"),
        (labels[2], "Tỷ lệ thất nghiệp thành thị", "%", 2, "<", 2025, "", "x"),
        (labels[3], "Tốc độ tăng trưởng GRDP", "%", 8.5, "", 2025, "", "x"),
    ]
    found = listed(tmp_path, *rows)
    assert codes(found) == []
    assert [(each.number, each.whole) for each in found.targets] == numbers


def test_a_number_with_a_value_may_have_components_too(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("1", "Tốc độ tăng trưởng GRDP", "%", 8.5, "", 2025, "", "x"),
        ("1.1", "Tốc độ tăng trưởng ngành dịch vụ", "%", 9, "", 2025, "", "x"),
        ("2", "Tỷ lệ hộ nghèo", "%", 1, "<", 2025, "", "x"),
    )
    assert [(each.number, each.whole) for each in found.targets] == [("1", ""), ("1.1", "1"), ("2", "")]


@pytest.mark.parametrize(
    ("unit", "value", "asked"),
    [
        ("Có/Không", "Có", "yes_no"), ("Đạt / Không đạt", "Đạt", "yes_no"), (None, "Hoàn thành", "yes_no"),
        (None, "Được công nhận.", "yes_no"), ("Định tính", "Giữ vững, năm sau tốt hơn năm trước", "in_words"),
    ],
)  # fmt: skip
def test_what_is_asked_for_without_a_number(tmp_path: Path, unit: str | None, value: str, asked: str) -> None:
    found = listed(tmp_path, (3, "Thành lập thành phố trực thuộc Trung ương", unit, value, "", 2030, "", "x"))
    assert codes(found) == []
    (row,) = found.targets
    assert (row.figure.unit, row.figure.value, row.figure.comparator) == (asked, Decimal(1), "eq")
    assert row.figure.indicator == "other:thanh_lap_thanh_pho_truc_thuoc_trung_uong"


GOOD = (1, "Tốc độ tăng trưởng GRDP", "%", 8.5, "", 2025, "", "x")


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        ((2, None, "%", 5, "", 2025, "", "x"), "list.no_name", "Biểu 1!B3"),
        ((2, "Tỷ lệ hộ nghèo", "%", None, "", 2025, "", "x"), "list.no_value", "Biểu 1!D3"),
        ((2, "Tỷ lệ hộ nghèo", "%", "chưa rõ", "", 2025, "", "x"), "list.bad_value", "Biểu 1!D3"),
        ((2, "Tỷ lệ hộ nghèo", "%", 1, "gần như", 2025, "", "x"), "list.bad_comparator", "Biểu 1!E3"),
        ((2, "Tỷ lệ hộ nghèo", "%", "dưới 1", "≥", 2025, "", "x"), "list.two_comparators", "Biểu 1!E3"),
        ((2, "Tỷ lệ hộ nghèo", "%", 1, "", "mai sau", "", "x"), "list.bad_period", "Biểu 1!F3"),
        ((2, "Tỷ lệ hộ nghèo", "%", 1, "", 2025, "", None), "list.no_source", "Biểu 1!H3"),
        ((1, "Tỷ lệ hộ nghèo", "%", 1, "", 2025, "", "x"), "list.number_twice", "Biểu 1!A3"),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(tmp_path: Path, row: Row, code: str, place: str) -> None:
    found = listed(tmp_path, GOOD, row)
    assert codes(found) == [code]
    (trouble,) = found.trouble
    assert trouble.where == place
    for language in ("vi", "en"):
        told = say(trouble.message, language)
        assert "chi-tieu.xlsx" in told and "3" in told and "{" not in told


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        GOOD,
        (2, "Tỷ lệ hộ nghèo", "%", "?", "quãng", "hồi đó", "", None),
        (3, None, "%", 5, "", 2025, "", "x"),
    )
    assert sorted(codes(found)) == [
        "list.bad_comparator", "list.bad_period", "list.bad_value", "list.no_name", "list.no_source",
    ]  # fmt: skip
    assert [each.number for each in found.targets] == ["1"]


def test_one_source_for_all_rows_without_one(tmp_path: Path) -> None:
    found = listed(tmp_path, (1, "Tỷ lệ hộ nghèo", "%", 1, "<", 2025, "", None), cited="12-NQ/TU")
    assert [each.cited for each in found.targets] == ["12-NQ/TU"]


def test_titles_above_the_head_and_heads_in_another_order(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("Tỷ lệ hộ nghèo", 1, "%", "x"),
        head=("Chỉ tiêu", "Giá trị", "Đơn vị tính", "Căn cứ"),
        above=[("BIỂU CHỈ TIÊU CHỦ YẾU GIAI ĐOẠN 2021-2025",)],
    )
    assert codes(found) == []
    assert [(each.number, each.figure.indicator, each.place) for each in found.targets] == [
        ("1", "poverty_rate", "Biểu 1!A3")
    ]


def test_a_sheet_without_these_columns_is_no_list(tmp_path: Path) -> None:
    assert codes(listed(tmp_path, ("GRDP", 5), head=("Tên", "Số"))) == ["list.no_head"]


def test_a_csv_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "chi-tieu.csv"
    growth = ("1", "Tốc độ tăng trưởng GRDP", "%", "8,5", "≥", "2025", "Sở Tài chính", "x")
    lines = [HEAD, growth, ("2", "Tỷ lệ hộ nghèo", "%", "0,9", "<", "2025", "", "x")]
    path.write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    period = parse_period("2025")
    assert period is not None
    target, poor = read_target_list(resolve(extract(read(path))), period, file="chi-tieu.csv").targets
    assert (poor.figure.value, poor.place) == (Decimal("0.9"), "B3")
    assert (target.figure.indicator, target.figure.value, target.body) == ("grdp", Decimal("8.5"), "Sở Tài chính")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", "2025"), ("năm 2025", "2025"), ("2021-2025", "2021/2025"), ("giai đoạn 2021 - 2025", "2021/2025"),
        ("nhiệm kỳ 2020-2025", "2020/2025"), ("đến năm 2030", "by:2030"), ("đến hết 2030", "by:2030"),
        ("30/6/2025", "by:2025-06-30"), ("trước 15/02/2025", "by:2025-02-15"), ("9/2025", "2025-09"),
        ("tháng 12/2025", "2025-12"), ("Quý III/2025", "2025-Q3"), ("quý 4 năm 2025", "2025-Q4"),
        ("2025-Q2", "2025-Q2"), ("31/6/2025", None), ("13/2025", None), ("sớm", None), ("2025-2021", None),
    ],
)  # fmt: skip
def test_periods_as_people_write_them(text: str, period: str | None) -> None:
    found = period_written(text)
    assert (str(found) if found is not None else None) == period

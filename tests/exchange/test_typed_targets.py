"""Targets typed row by row are read as a sheet is, and written as rows they read the same again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from camket.exchange.target_list import TargetList
from camket.exchange.typed_targets import COLUMNS, read_typed_targets, typed_rows
from camket.model.period import parse_period
from camket.model.plan import TypedTarget
from camket.model.series import Source
from camket.words import say

ROWS = (
    ("1", "Tốc độ tăng trưởng GRDP", "%", "8,5-9", "", "", "Sở Tài chính", "12-NQ/TU"),
    ("2", "Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "33.500", "≥", "", "", "Nguyễn Văn An"),
    ("3", "Tỷ lệ hộ nghèo", "%", "0,8", "<", "đến năm 2025", "", "Nguyễn Văn An"),
    ("4", "Hạ tầng số", "", "", "", "", "", ""),
    ("4.1", "Tỷ lệ hộ có Internet", "%", "95", "≥", "", "", "Nguyễn Văn An"),
    ("4.2", "Tỷ lệ phủ sóng 5G", "%", "90", "khoảng", "", "", "Nguyễn Văn An"),
    ("5", "Kim ngạch xuất khẩu", "triệu USD", "1.250,5", "≤", "Quý III/2025", "", "Nguyễn Văn An"),
    ("6", "Ban hành quy hoạch phân khu", "Có/Không", "Có", "", "", "", "Nguyễn Văn An"),
    ("7", "Số xã đạt chuẩn nông thôn mới", "xã", "90", ">", "30/6/2025", "", "Nguyễn Văn An"),
    ("8", "Số lao động được tạo việc làm", "lao động/năm", "22.000", "", "", "", "Nguyễn Văn An"),
    ("9", "Tỷ lệ hộ nghèo giảm", "%/năm", "2", "", "", "", "Nguyễn Văn An"),
    ("10", "Quy mô GRDP theo giá so sánh 2010", "tỷ đồng", "95.000", "≥", "2025", "", "Nguyễn Văn An"),
    ("11", "Trồng rừng mới", "ha", "4.000", "", "hằng năm", "", "Nguyễn Văn An"),
)


def read(*rows: tuple[str, ...], cited: str = "") -> TargetList:
    over = parse_period("2021/2025")
    assert over is not None
    typed = [dict(zip(COLUMNS, row, strict=False)) for row in rows]
    return read_typed_targets(typed, over, name="Bảng", cited=cited)


def entered(found: TargetList) -> list[TypedTarget]:
    return [
        TypedTarget(
            number=each.number, whole=each.whole, name=each.figure.indicator_text or "", body=each.body,
            indicator=each.figure.indicator, measure=each.figure.measure, unit=each.figure.unit,
            value=each.figure.value, value_high=each.figure.value_high, comparator=each.figure.comparator,
            period=each.figure.period or "", price_basis=each.figure.price_basis or "", each_year=each.each_year,
            source=Source(document=each.cited),
        )
        for each in found.targets
    ]  # fmt: skip


def test_rows_are_read_as_a_sheet_is() -> None:
    found = read(*ROWS)
    assert found.trouble == ()
    assert [(each.number, each.whole, each.cited) for each in found.targets[:4]] == [
        ("1", "", "12-NQ/TU"), ("2", "", "Nguyễn Văn An"), ("3", "", "Nguyễn Văn An"), ("4.1", "4", "Nguyễn Văn An"),
    ]  # fmt: skip
    first, second = found.targets[0].figure, found.targets[1].figure
    assert (first.indicator, first.value, first.value_high) == ("grdp", Decimal("8.5"), Decimal(9))
    assert first.period == "2021/2025"
    assert [each.number for each in found.targets if each.each_year] == ["8", "9", "11"]
    assert next(each.figure.price_basis for each in found.targets if each.number == "10") == "constant:2010"
    assert (second.indicator, second.value, second.comparator) == ("budget_revenue", Decimal(33_500_000_000_000), "ge")


def test_what_was_entered_is_written_so_that_it_reads_the_same() -> None:
    once = entered(read(*ROWS))
    rows = typed_rows((each, each.source.document) for each in once)
    assert entered(read(*(tuple(row.get(column, "") for column in COLUMNS) for row in rows))) == once


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("1", "Tỷ lệ hộ nghèo", "%", "mười"), "Bảng, dòng 2, cột Giá trị: không hiểu giá trị “mười”"),
        (("1", "Tỷ lệ hộ nghèo", "%", "1", "hơn hẳn"), "Bảng, dòng 2, cột So sánh: không hiểu so sánh “hơn hẳn”"),
        (("1", "Tỷ lệ hộ nghèo", "%", "1", "", "sang năm"), "Bảng, dòng 2, cột Kỳ: không hiểu kỳ “sang năm”"),
        (("0", "Tỷ lệ hộ nghèo", "%", "1"), "Bảng, dòng 2, cột Số thứ tự: số thứ tự 0 đã có ở dòng trên"),
        (("1", "", "%", "1"), "Bảng, dòng 2, cột Chỉ tiêu: có giá trị nhưng thiếu tên chỉ tiêu"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_head(row: tuple[str, ...], said: str) -> None:
    found = read(("0", "Tỷ lệ đô thị hóa", "%", "46"), row, cited="Nguyễn Văn An")
    assert say(found.trouble[0].message).startswith(said)


def test_a_row_without_a_source_is_told() -> None:
    assert [each.message.code for each in read(("1", "Tỷ lệ hộ nghèo", "%", "1")).trouble] == ["list.no_source"]

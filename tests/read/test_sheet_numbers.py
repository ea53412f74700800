from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.read.sheet.shown import day_shown, general, number_shown, text_shown

# The day 46022 is 31 December 2025.
SHOWN = [
    (33150.0, "#,##0", "33.150"),
    (33150.4, "#,##0", "33.150"),
    (0.069, "0.0%", "6,9%"),
    (0.069, "0%", "7%"),
    (6.0312, "0.00", "6,03"),
    (2.675, "0.00", "2,68"),
    (1.005, "0.00", "1,01"),
    (6.1, "0.##", "6,1"),
    (6.0, "0.##", "6"),
    (0.5, "#.##", "0,5"),
    (0.0, "#,###", ""),
    (-0.4, "0", "0"),
    (-8.12, "0.0", "-8,1"),
    (-1234.5, "#,##0_);(#,##0)", "(1.235)"),
    (-1234.5, "#,##0.0;[Red]-#,##0.0", "-1.234,5"),
    (1234.0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1.234"),
    (-1234.0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "(1.234)"),
    (0.0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
    (1234567.0, "#,##0,", "1.235"),
    (1234567.0, "#,##0.0,,", "1,2"),
    (12.0, '0" tỷ đồng"', "12 tỷ đồng"),
    (12000.0, "#,##0\\ [$₫-42A]", "12.000 ₫"),
    (7.0, "00", "07"),
    (5.0, '[>=3]"cao";"thấp"', "cao"),
    (2.0, '[>=3]"cao";"thấp"', "thấp"),
    (5.0, ";;;", ""),
    (2025.0, 'General" năm"', "2025 năm"),
    (46022.0, "dd/mm/yyyy", "31/12/2025"),
    (46022.0, "m/d/yyyy", "31/12/2025"),
    (46022.0, "yyyy-mm-dd;@", "31/12/2025"),
    (46022.0, "[$-F800]dddd, mmmm dd, yyyy", "31/12/2025"),
    (46022.0, "mmm-yy", "12/2025"),
    (46022.0, "yyyy", "2025"),
    (46022.0, "d/m", "31/12"),
    (45662.0, "dd/mm/yyyy", "05/01/2025"),
    (45662.0, "d/m/yyyy", "5/1/2025"),
    (46022.354166667, "dd/mm/yyyy hh:mm", "31/12/2025 08:30"),
    (46022.0, '"Ngày "dd" tháng "mm" năm "yyyy', "Ngày 31 tháng 12 năm 2025"),
    (0.354166667, "hh:mm", "08:30"),
    (0.354166667, "h:mm AM/PM", "08:30"),
    (1.25, "[h]:mm", "30:00"),
    (0.0, "dd/mm/yyyy", ""),
    (-5.0, "dd/mm/yyyy", "-5"),
]


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
def test_a_number_as_its_format_shows_it(value: float, code: str, shown: str) -> None:
    assert number_shown(value, code) == shown


GENERAL = [
    (1.0, "1"),
    (2025.0, "2025"),
    (33150.0, "33150"),
    (6.03, "6,03"),
    (0.1 + 0.2, "0,3"),
    (103.27868852459017, "103,2786885"),
    (-0.069, "-0,069"),
    (0.00001, "0,00001"),
    (227614123456.0, "227614123456"),
    (33150456.789, "33150456,79"),
    (0.0, "0"),
    (-0.0, "0"),
    (math.inf, ""),
]


@pytest.mark.parametrize(("value", "shown"), GENERAL)
def test_a_number_without_a_format_is_written_the_shortest_way(value: float, shown: str) -> None:
    assert number_shown(value, "") == shown


def test_days_of_a_file_that_counts_from_1904() -> None:
    assert number_shown(44560.0, "dd/mm/yyyy", from_1904=True) == "31/12/2025"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2025-12-31", "31/12/2025"), ("2025-12-31T08:30:00", "31/12/2025 08:30"), ("quý I", "quý I")],
)
def test_a_day_that_is_written_out(written: str, shown: str) -> None:
    assert day_shown(written) == shown


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [("Tỷ đồng", "@", "Tỷ đồng"), ("GRDP", '0;-0;0;@" (%)"', "GRDP (%)"), ("mã", ";;;", "")],
)
def test_a_text_as_its_format_shows_it(text: str, code: str, shown: str) -> None:
    assert text_shown(text, code) == shown


@given(st.floats(allow_nan=True, allow_infinity=True), st.text('0#?.,%;@_*\\"[]hmsdyE+-/ GenralAMP<>=9$₫', max_size=30))
def test_no_format_of_a_file_breaks_the_reading(value: float, code: str) -> None:
    assert isinstance(number_shown(value, code), str)
    assert isinstance(text_shown("chữ", code), str)


@given(st.integers(-(10**9), 10**9).map(lambda number: number / 100))
def test_what_is_shown_without_a_format_is_the_number(value: float) -> None:
    assert float(general(value).replace(",", ".")) == pytest.approx(value, abs=0.006)

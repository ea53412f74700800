from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from camket.resolve.printed import is_rounded, printed_step


@pytest.mark.parametrize(
    ("quote", "step"),
    [
        ("6,9%", "0.1"),
        ("14,14%", "0.01"),
        ("14.14%", "0.01"),
        ("43%", "1"),
        ("trên 165.000 tỷ đồng", "1000000000"),
        ("70 nghìn tỷ đồng", "1000000000000"),
        ("92.070 triệu USD", "1000000"),
        ("1.160,5 tỷ đồng", "100000000"),
        ("375 700 tỷ đồng", "1000000000"),
        ("375\u00a0700 tỷ đồng", "1000000000"),
        ("5.852 USD", "1"),
        ("37,7 tỷ USD", "100000000"),
        ("1,2 triệu lượt khách", "100000"),
        ("7,84 triệu đồng/tháng", "10000"),
        ("thứ 9", "1"),
    ],
)
def test_one_unit_of_the_last_printed_digit(quote: str, step: str) -> None:
    assert printed_step(quote) == Decimal(step)
    assert printed_step(unicodedata.normalize("NFD", quote)) == Decimal(step)


@pytest.mark.parametrize("quote", ["không còn hộ nghèo", "dẫn đầu", "một nửa", ""])
def test_words_without_digits_have_no_step(quote: str) -> None:
    assert printed_step(quote) is None


def test_a_count_is_rounded_only_by_a_magnitude_word() -> None:
    assert is_rounded("2,4 triệu lượt khách")
    assert not is_rounded("1.600 dự án")


@pytest.mark.parametrize(
    ("quote", "value", "step"),
    [
        ("22.800", "22800000000000", "1000000000"),
        ("1.160,5", "1160500000000", "100000000"),
        ("22.800 tỷ đồng", "22800000000000", "1000000000"),
        ("110,9", "10.9", "0.1"),
        ("8,5", "8.5", "0.1"),
        ("0", "0", "1"),
    ],
)
def test_a_magnitude_over_the_column_is_told_by_the_value(quote: str, value: str, step: str) -> None:
    assert printed_step(quote, Decimal(value)) == Decimal(step)


def test_a_count_in_a_column_of_thousands_is_rounded() -> None:
    assert is_rounded("880", Decimal(880_000))
    assert not is_rounded("880", Decimal(880))

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.conftest import bound_of

from camket.catalogue import load_units
from camket.model.fact import Comparator
from camket.model.interval import bound as asked
from camket.model.scoreboard import Bound
from camket.model.unit import Unit
from camket.report.numbers import amount, axis, bound, number

NUMBERS = [
    ("0", "0", "0"),
    ("6.03", "6,03", "6.03"),
    ("-2.3", "-2,3", "-2.3"),
    ("38000", "38.000", "38,000"),
    ("1234567.5", "1.234.567,5", "1,234,567.5"),
    ("1E+3", "1.000", "1,000"),
    ("6.50", "6,5", "6.5"),
    ("-0.0", "0", "0"),
    ("999999999999E+12", "999.999.999.999.000.000.000.000", "999,999,999,999,000,000,000,000"),
]
AMOUNTS = [
    ("6.03", "percent", "6,03%", "6.03%"),
    ("1.2", "percentage_point", "1,2 điểm phần trăm", "1.2 percentage points"),
    ("38000000000000", "VND", "38.000 tỷ đồng", "38,000 billion dong"),
    ("5400000", "VND", "5,4 triệu đồng", "5.4 million dong"),
    ("999000", "VND", "999.000 đồng", "999,000 dong"),
    ("-4850000000000", "VND", "-4.850 tỷ đồng", "-4,850 billion dong"),
    ("37700000000", "USD", "37,7 tỷ USD", "37.7 billion USD"),
    ("4", "rank", "thứ 4", "rank 4"),
    ("28000", "count", "28.000", "28,000"),
    ("1.23", "other:times", "1,23 lần", "1.23 times"),
    ("12", "ha", "12 ha", "12 ha"),
    ("3", "other:widgets_made", "3 widgets made", "3 widgets made"),
]
BOUNDS: list[tuple[str, Comparator, str | None, str, str, str]] = [
    ("8", "ge", None, "percent", "từ 8% trở lên", "8% or more"),
    ("8", "gt", None, "percent", "trên 8%", "over 8%"),
    ("1", "le", None, "percent", "không quá 1%", "at most 1%"),
    ("1", "lt", None, "percent", "dưới 1%", "under 1%"),
    ("7", "range", "8", "percent", "7-8%", "7-8%"),
    ("-1", "range", "-1.5", "percentage_point", "-1,5 đến -1 điểm phần trăm", "-1.5 to -1 percentage points"),
    ("420000000000000", "approx", None, "VND", "khoảng 420.000 tỷ đồng", "about 420,000 billion dong"),
    ("10", "within", None, "rank", "tốp 10", "top 10"),
    ("37700000000", "eq", None, "USD", "37,7 tỷ USD", "37.7 billion USD"),
    ("900000", "range", "1200000", "VND", "0,9-1,2 triệu đồng", "0.9-1.2 million dong"),
]


@pytest.mark.parametrize(("value", "vi", "en"), NUMBERS)
def test_number(value: str, vi: str, en: str) -> None:
    assert number(Decimal(value), "vi") == vi
    assert number(Decimal(value), "en") == en


@pytest.mark.parametrize(("value", "unit", "vi", "en"), AMOUNTS)
def test_amount(value: str, unit: str, vi: str, en: str) -> None:
    assert amount(Decimal(value), unit, "vi") == vi
    assert amount(Decimal(value), unit, "en") == en


@pytest.mark.parametrize(("value", "comparator", "high", "unit", "vi", "en"), BOUNDS)
def test_bound(value: str, comparator: Comparator, high: str | None, unit: str, vi: str, en: str) -> None:
    interval = asked(Decimal(value), comparator, Decimal(high) if high else None)
    line = Bound(
        comparator=comparator,
        low=interval.low,
        high=interval.high,
        low_closed=interval.low_closed,
        high_closed=interval.high_closed,
        unit=unit,
    )
    assert bound(line, "vi") == vi
    assert bound(line, "en") == en


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_no_digit_is_added_or_lost(value: Decimal) -> None:
    assert Decimal(number(value, "vi").replace(".", "").replace(",", ".")) == value
    assert Decimal(number(value, "en").replace(",", "")) == value


@given(st.integers(min_value=10**9, max_value=10**20))
def test_money_keeps_its_value(value: int) -> None:
    shown = amount(Decimal(value), "VND", "en").removesuffix(" billion dong").replace(",", "")
    assert Decimal(shown) * 10**9 == value


@pytest.mark.parametrize(
    ("comparator", "low", "high", "closed", "expected"),
    [
        ("ge", "95", None, True, "≥ 95%"),
        ("gt", "95", None, False, "> 95%"),
        ("le", None, "1.1", True, "≤ 1,1%"),
        ("lt", None, "1", False, "< 1%"),
        ("range", "5", "6", True, "5-6%"),
        ("eq", "43", "43", True, "43%"),
    ],
)
def test_a_bound_in_signs(
    comparator: Comparator, low: str | None, high: str | None, closed: bool, expected: str
) -> None:
    assert bound(bound_of(comparator, low, high, closed=closed), short=True) == expected


@pytest.mark.parametrize(
    ("largest", "unit", "factor", "shown"),
    [
        ("12.5", "percent", "1", "%"),
        ("-227614000000000", "VND", "1E+9", "tỷ đồng"),
        ("136000000", "VND", "1E+6", "triệu đồng"),
        ("94000000000", "USD", "1E+9", "tỷ USD"),
        ("27300", "person", "1", "người"),
    ],
)
def test_an_axis_says_its_unit_once(largest: str, unit: str, factor: str, shown: str) -> None:
    found = axis(Decimal(largest), unit, "vi")
    assert (found.factor, found.unit) == (Decimal(factor), shown)


@pytest.mark.parametrize(
    "unit", [each for each in load_units() if not (each.symbol or "").isascii()], ids=lambda each: each.id
)
def test_no_unit_is_vietnamese_in_english(unit: Unit) -> None:
    """Every unit that the catalogue writes with Vietnamese letters has an English way to be written."""
    said = amount(Decimal(12), unit.id, "en")
    assert is_plain(said) or unit.id in ("sao_north", "mau_north"), said  # measures that only Vietnam has
    assert amount(Decimal(12), unit.id, "vi").startswith(("12", "hạng", "thứ"))


def is_plain(said: str) -> bool:
    """Whether it has no letter with a Vietnamese mark."""
    return all(each.isascii() or not each.isalpha() or each == "µ" for each in said)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15),
    st.integers(min_value=0, max_value=4),
    st.sampled_from(["VND", "percent", "person", "USD"]),
)
def test_equal_numbers_are_written_alike_whichever_comes_first(value: Decimal, zeros: int, unit: str) -> None:
    """What is kept for one of them is right for the other."""
    longer = value.quantize(Decimal(1).scaleb(-3 - zeros))
    assert longer == value
    for language in ("vi", "en"):
        told = amount.__wrapped__(longer, unit, language), amount.__wrapped__(value, unit, language)
        assert told[0] == told[1] == amount(value, unit, language) == amount(longer, unit, language)

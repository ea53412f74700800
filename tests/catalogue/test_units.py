"""Units, magnitudes and per-units: what a written word stands for."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from camket import catalogue

UNITS = {name: unit for unit in catalogue.load_units() for name in unit.names}
MAGNITUDES = {name: each for each in catalogue.load_magnitudes() for name in each.names}
PERS = {name: each for each in catalogue.load_per_units() for name in each.names}


@pytest.mark.parametrize(
    "names",
    [
        [name for unit in catalogue.load_units() for name in unit.names],
        [name for each in catalogue.load_magnitudes() for name in each.names],
        [name for each in catalogue.load_per_units() for name in each.names],
    ],
    ids=["units", "magnitudes", "per units"],
)
def test_a_word_stands_for_one_thing(names: list[str]) -> None:
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "base", "factor"),
    [
        ("%", "percent", "1"),
        ("phần trăm", "percent", "1"),
        ("điểm phần trăm", "percentage_point", "1"),
        ("điểm %", "percentage_point", "1"),
        ("điểm", "score", "1"),
        ("đồng", "VND", "1"),
        ("đô la Mỹ", "USD", "1"),
        ("US$", "USD", "1"),
        ("ha", "ha", "1"),
        ("km²", "ha", "100"),
        ("tấn", "tonne", "1"),
        ("tạ", "tonne", "0.1"),
        ("kg", "tonne", "0.001"),
        ("người", "person", "1"),
        ("lượt khách", "person", "1"),
        ("đảng viên", "person", "1"),
        ("hộ nghèo", "household", "1"),
        ("lần", "other:times", "1"),
        ("ngày", "other:days", "1"),
        ("MW", "other:MW", "1"),
        ("kWh", "other:kWh", "1"),
        ("xã", "count", "1"),
        ("doanh nghiệp", "count", "1"),
        ("bác sĩ", "count", "1"),
        ("chỉ tiêu", "count", "1"),
        ("căn hộ", "count", "1"),
    ],
)
def test_a_unit(word: str, base: str, factor: str) -> None:
    assert (UNITS[word].base, UNITS[word].factor) == (base, Decimal(factor))


@pytest.mark.parametrize(
    ("word", "factor", "unit"),
    [
        ("nghìn", 10**3, None),
        ("ngàn", 10**3, None),
        ("vạn", 10**4, None),
        ("triệu", 10**6, None),
        ("tỷ", 10**9, None),
        ("tỉ", 10**9, None),
        ("nghìn tỷ", 10**12, None),
        ("ngàn tỷ", 10**12, None),
        ("triệu tỷ", 10**15, None),
        ("trđ", 10**6, "VND"),
        ("tr.đồng", 10**6, "VND"),
        ("tỷ đ", 10**9, "VND"),
        ("tỷ đô", 10**9, "USD"),
    ],
)
def test_a_magnitude(word: str, factor: int, unit: str | None) -> None:
    assert (MAGNITUDES[word].factor, MAGNITUDES[word].unit) == (Decimal(factor), unit)


def test_a_magnitude_of_two_words_is_their_product() -> None:
    for word, each in MAGNITUDES.items():
        parts = word.split()
        if len(parts) == 2 and all(part in MAGNITUDES for part in parts):
            assert each.factor == MAGNITUDES[parts[0]].factor * MAGNITUDES[parts[1]].factor


@pytest.mark.parametrize(
    ("word", "per"),
    [("/năm", "year"), ("mỗi năm", "year"), ("/tháng", "month"), ("/người", "person"), ("/vạn dân", "10k_people"),
     ("trên 10.000 dân", "10k_people"), ("/km2", "km2")],
)  # fmt: skip
def test_a_per_unit(word: str, per: str) -> None:
    assert PERS[word].per == per


def test_factors_are_positive() -> None:
    assert all(unit.factor > 0 for unit in catalogue.load_units())
    assert all(each.factor > 1 for each in catalogue.load_magnitudes())

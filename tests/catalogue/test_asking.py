"""What a few typed words ask for."""

from __future__ import annotations

import unicodedata

import pytest

from camket.catalogue.asking import question


@pytest.mark.parametrize(
    ("query", "indicator", "measure", "area", "year"),
    [
        ("tăng trưởng 2024", "grdp", "growth", None, 2024),
        ("tang truong 2024", "grdp", "growth", None, 2024),
        (unicodedata.normalize("NFD", "tăng trưởng năm 2024"), "grdp", "growth", None, 2024),
        ("GRDP growth 2024", "grdp", "growth", None, 2024),
        ("tăng trưởng GRDP tỉnh Bắc Ninh 2022", "grdp", "growth", "bac-ninh-1997", 2022),
        ("thu ngân sách Bắc Giang", "budget_revenue", None, "bac-giang-1997", None),
        ("tỉ lệ hộ nghèo", "poverty_rate", None, None, None),
        ("PCI 2022", "pci", None, None, 2022),
        ("thứ hạng PCI", "pci", "rank", None, None),
        ("Nguyễn Văn Bình", None, None, None, None),
        ("18/KH-UBND", None, None, None, None),
        ("gia", None, None, None, None),
        ("", None, None, None, None),
    ],
)
def test_questions(query: str, indicator: str | None, measure: str | None, area: str | None, year: int | None) -> None:
    asked = question(query)
    assert (asked.indicators[0] if asked.indicators else None) == indicator
    assert asked.measure == measure
    assert (asked.areas[0] if asked.areas else None) == area
    assert asked.year == year

"""A forecast in words and as a fan: years and quarters, cut to what can be, refused with the reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.assess.making import figure, placed

from camket.assess.readings import Values
from camket.model.series import Standing
from camket.registry.memory import MemoryRegistry
from camket.report.outlook import Outlook, outlook

CITY: dict[str, Any] = {"indicator": "urbanization_rate", "measure": "level", "unit": "percent"}


def standings(values: dict[str, str], area: str = "Bắc Ninh", **fields: Any) -> list[Standing]:
    figures = [figure(value, value, period=period, area=area, **CITY | fields) for period, value in values.items()]
    papers = [
        placed(f"p{at}", published="2026-06-01", source_kind="report", figures=[each])
        for at, each in enumerate(figures)
    ]
    return list(Values(MemoryRegistry(papers).statements()).all_standings())


def told(values: dict[str, str], grain: str = "year", language: Any = "vi", **fields: Any) -> Outlook:
    found = outlook(standings(values, **fields), Decimal(1), language, grain)
    assert found is not None
    return found


YEARS = {"2022": "40", "2023": "42", "2024": "44", "2025": "46"}
HANOI: dict[str, Any] = {"area": "Hà Nội"}


def test_years_ahead_in_words_and_as_a_fan() -> None:
    found = told(YEARS, **HANOI)
    # 48 +- 1.65 x 2 = 3.3, to two digits of the narrowest half width
    assert [(each.when, each.value, each.between) for each in found.years] == [
        ("2026", "48%", "44,7-51,3%"), ("2027", "50%", "45,1-54,9%"), ("2028", "52%", "44,6-59,4%"),
    ]  # fmt: skip
    assert found.fan is not None
    assert [(step.when.year, step.when.month) for step in found.fan.steps] == [(year, 7) for year in range(2025, 2029)]
    assert found.fan.steps[0].label == ""  # the value that is drawn already
    assert found.fan.steps[1].label == "2026: dự báo 48%, khoảng 80%: 44,7-51,3%"
    assert told(YEARS, language="en", **HANOI).years[0].between == "44.7-51.3%"


def test_quarters_ahead_are_named_and_drawn_as_quarters() -> None:
    names = [f"{year}-Q{quarter}" for year in (2024, 2025) for quarter in (1, 2, 3, 4)]
    values = dict(zip(names, ("10", "14", "12", "20", "14", "18", "16", "24"), strict=True))
    found = told(values, "quarter", **HANOI)
    assert [each.when for each in found.years] == ["quý I/2026", "quý II/2026", "quý III/2026", "quý IV/2026"]
    assert found.years[0].value == "18%"
    assert found.fan is not None and found.fan.steps[1].when == date(2026, 3, 31)
    assert "quý liên tục" in found.method


def test_shares_end_at_a_hundred_and_growth_does_not() -> None:
    full = {"2022": "90", "2023": "94", "2024": "97", "2025": "99"}
    assert told(full, **HANOI).years[-1].between.endswith("-100%")
    growth = told({"2022": "90", "2023": "94", "2024": "97", "2025": "99"}, measure="growth", indicator="grdp", **HANOI)
    assert not growth.years[-1].between.endswith("-100%")


@pytest.mark.parametrize(
    ("values", "fields", "said"),
    [
        ({"2024": "44", "2025": "46"}, HANOI, "mới có số liệu của 2 năm"),
        (dict.fromkeys(("2022", "2023", "2024", "2025"), "40"), HANOI, "không thay đổi"),
        ({"2021": "40", "2022": "42", "2023": "44", "2024": "46"}, {}, "chỉ có đến ngày 30/6/2025"),
        # an index that was made anew in 2024
        (
            {"2022": "0.5", "2023": "0.6", "2024": "0.7", "2025": "0.8"},
            HANOI | {"indicator": "dti", "unit": "score"},
            "từ năm 2024",
        ),
    ],
)
def test_why_there_is_none(values: dict[str, str], fields: dict[str, Any], said: str) -> None:
    found = told(values, **fields)
    assert found.years == () and found.fan is None
    assert said in found.method


def test_ranks_and_shares_of_plans_are_never_carried_on() -> None:
    for fields in ({"measure": "rank", "unit": "rank", "indicator": "pci"}, {"measure": "share_of_plan"}):
        assert outlook(standings(YEARS, **HANOI | fields), Decimal(1), "vi") is None
    assert outlook([], Decimal(1), "vi") is None

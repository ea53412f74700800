"""Bắc Ninh and Bắc Giang as one on the boundary since July 2025: what is worked out, and what is said of the rest."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assess.making import figure, placed

from camket.assess.boundary import Joined, Joint, joint, joint_parts, needed
from camket.model.fact import Figure
from camket.model.series import Series
from camket.registry.memory import MemoryRegistry
from camket.registry.policy import choose
from camket.resolve.areas import boundary


def said(area: str, value: str, **fields: Any) -> Figure:
    known = {"measure": "level", "unit": "VND", "period": "2023", "area": area} | fields
    return figure(value, value, **known)


def joined(series: Series, *figures: Figure) -> Joint:
    registry = MemoryRegistry()
    registry.add([placed("bc", published="2026-10-30", figures=list(figures))])
    groups: dict[tuple[object, ...], list[Any]] = {}
    for each in registry.statements():
        if each.series is not None and each.period is not None and each.is_actual:
            groups.setdefault((each.series, each.period), []).append(each)
    found = joint(series, [choose(each) for each in groups.values()])
    assert found is not None
    return found


def of(indicator: str, measure: str = "level", unit: str = "VND", **fields: Any) -> Series:
    return Series(indicator=indicator, measure=measure, unit=unit, area="bac-ninh-2026", **fields)


def row(board: Joint, period: str) -> Joined:
    return next(each for each in board.rows if str(each.period) == period)


def value(board: Joint, period: str = "2023") -> Decimal | None:
    number = row(board, period).number
    return number.value if number is not None else None


def test_the_areas_that_became_one() -> None:
    assert joint_parts("bac-ninh-2026") == ("bac-giang-1997", "bac-ninh-1997")
    assert joint_parts("bac-ninh-1997") == ()
    assert joint_parts("hue") == ()
    assert needed(of("grdp_per_capita")) == ("grdp_per_capita", "population")


def test_sums_are_added() -> None:
    board = joined(of("budget_revenue"), said("Bắc Ninh", "30000", indicator="budget_revenue"),
                   said("Bắc Giang", "17000", indicator="budget_revenue"))  # fmt: skip
    made = row(board, "2023")
    assert made.number is not None
    assert (made.number.value, made.reason.code) == (Decimal(47000), "boundary.summed")
    assert [boundary(each.series.area) for each in made.number.made_of if each.series] == [
        "bac-giang-1997",
        "bac-ninh-1997",
    ]
    assert made.number.low is not None
    assert made.number.high is not None
    assert made.number.low < 47000 < made.number.high


def test_a_missing_part_is_named() -> None:
    board = joined(of("budget_revenue"), said("Bắc Ninh", "30000", indicator="budget_revenue"))
    assert value(board) is None
    assert row(board, "2023").reason.code == "boundary.missing"
    assert dict(row(board, "2023").reason.params) == {"areas": "bac-giang-1997"}


def test_what_was_published_for_the_whole_stands_as_it_is() -> None:
    board = joined(of("budget_revenue"), said("Bắc Ninh", "64000", indicator="budget_revenue", period="2025"))
    assert (value(board, "2025"), row(board, "2025").reason.code) == (Decimal(64000), "boundary.own")


def test_rates_are_weighted_where_the_weights_are_known() -> None:
    rates = [
        said("Bắc Ninh", "1.2", indicator="poverty_rate", unit="percent"),
        said("Bắc Giang", "3.2", indicator="poverty_rate", unit="percent"),
    ]
    people = [
        said("Bắc Ninh", "400000", indicator="households", unit="household"),
        said("Bắc Giang", "600000", indicator="households", unit="household"),
    ]
    board = joined(of("poverty_rate", unit="percent"), *rates, *people)
    assert (value(board), row(board, "2023").reason.code) == (Decimal("2.4"), "boundary.weighted")
    without = row(joined(of("poverty_rate", unit="percent"), *rates, people[0]), "2023")
    assert without.number is None
    assert without.reason.code == "boundary.weight_missing"
    assert dict(without.reason.params) == {"indicator": "households", "areas": "bac-giang-1997"}


def test_a_growth_is_rebuilt_from_levels_and_never_averaged() -> None:
    grown = [
        said("Bắc Ninh", "4", indicator="exports", measure="growth", unit="percent"),
        said("Bắc Giang", "30", indicator="exports", measure="growth", unit="percent"),
    ]
    levels = [
        said("Bắc Ninh", "40000", indicator="exports", unit="USD", period="2022"),
        said("Bắc Giang", "20000", indicator="exports", unit="USD", period="2022"),
        said("Bắc Ninh", "41000", indicator="exports", unit="USD"),
        said("Bắc Giang", "25000", indicator="exports", unit="USD"),
    ]
    series = of("exports", "growth", "percent")
    board = joined(series, *grown, *levels)
    assert (value(board), row(board, "2023").reason.code) == (Decimal(10), "boundary.rebuilt")
    assert row(joined(series, *grown, *levels[:3]), "2023").reason.code == "boundary.levels_missing"


def test_growth_at_constant_prices_is_not_rebuilt_from_current_prices() -> None:
    series = of("grdp", "growth", "percent", price_basis="constant:2010")
    grown = said("Bắc Ninh", "6.9", indicator="grdp", measure="growth", unit="percent")
    levels = [
        said(area, number, indicator="grdp", period=year)
        for area, number, year in (
            ("Bắc Ninh", "200", "2022"), ("Bắc Giang", "150", "2022"), ("Bắc Ninh", "210", "2023"),
            ("Bắc Giang", "170", "2023"),
        )
    ]  # fmt: skip
    assert row(joined(series, grown, *levels), "2023").reason.code == "boundary.levels_missing"


@pytest.mark.parametrize(
    ("series", "fields", "code"),
    [
        (of("pci", "rank", "rank"), {"indicator": "pci", "measure": "rank", "unit": "rank"}, "boundary.rank"),
        (of("pci", "level", "score"), {"indicator": "pci", "unit": "score"}, "boundary.rank"),
        (of("budget_revenue", "share_of_plan", "percent"),
         {"indicator": "budget_revenue", "measure": "share_of_plan", "unit": "percent"}, "boundary.share_of_plan"),
        (of("child_stunting_rate", "level", "percent"), {"indicator": "child_stunting_rate", "unit": "percent"},
         "boundary.no_weight"),
    ],
)  # fmt: skip
def test_what_is_never_joined(series: Series, fields: dict[str, Any], code: str) -> None:
    board = joined(series, said("Bắc Ninh", "12", **fields), said("Bắc Giang", "7", **fields))
    assert (value(board), row(board, "2023").reason.code) == (None, code)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_mean_lies_between_its_parts_and_the_sum_is_their_sum(one: int, other: int) -> None:
    rates = [said("Bắc Ninh", str(one % 90 + 1), indicator="poverty_rate", unit="percent"),
             said("Bắc Giang", str(other % 90 + 1), indicator="poverty_rate", unit="percent"),
             said("Bắc Ninh", str(one), indicator="households", unit="household"),
             said("Bắc Giang", str(other), indicator="households", unit="household")]  # fmt: skip
    mean = value(joined(of("poverty_rate", unit="percent"), *rates))
    assert mean is not None
    assert min(one % 90, other % 90) + 1 <= mean <= max(one % 90, other % 90) + 1
    assert value(joined(of("households", unit="household"), *rates[2:])) == one + other

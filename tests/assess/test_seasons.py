"""Quarters ahead: by the same quarter a year before, the way the year has moved, and the usual step; refused if few."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.assess.forecast import WIDTHS
from camket.assess.readings import Point
from camket.assess.seasons import forecast_quarters
from camket.model.interval import exactly
from camket.model.period import parse_period
from camket.model.series import Source

D = Decimal


def quarters(*values: object, first: int = 2022) -> list[Point]:
    return [point(value, f"{first + place // 4}-Q{place % 4 + 1}") for place, value in enumerate(values)]


def point(value: object, period: str) -> Point:
    when, number = parse_period(period), D(str(value))
    assert when is not None
    return Point(value=number, interval=exactly(number), period=when, role="actual", source=Source(document="a"),
                 statement=period)  # fmt: skip


def test_a_season_that_grows_evenly_goes_on() -> None:
    # 10, 14, 12, 20 and each a year later 4 more: the same quarter and 4 more again; the last quarter moved by 4, so
    # the second way says 18, 22, 20, 28; the usual steps (-6, 4, -2, 8) from 24 say the same; staying says less
    found = forecast_quarters(quarters(10, 14, 12, 20, 14, 18, 16, 24))
    assert [(each.year, each.quarter, each.value) for each in found.years] == [
        (2024, 1, D(18)), (2024, 2, D(22)), (2024, 3, D(20)), (2024, 4, D(28)),
    ]  # fmt: skip
    # a mean yearly change of 4; half widths of 0.9, 1.2, 1.4 and 1.55 of it
    assert [each.high - each.value for each in found.years] == [D("3.6"), D("4.8"), D("5.6"), D("6.2")]
    assert found.method.code == "assess.forecast_quarters"
    assert len(found.inputs) == 8


@pytest.mark.parametrize(
    ("points", "code", "said"),
    [
        (quarters(1, 2, 3, 4, 5, 6, 7), "assess.forecast_quarters_few", {"known": "7", "least": "8"}),
        ([], "assess.forecast_quarters_few", {"known": "0", "least": "8"}),
        # a quarter is missing in the middle: what comes before it is another run
        ([*quarters(1, 2, 3, 4, 5, 6), *quarters(8, 9, 10, 11, first=2024)], "assess.forecast_quarters_few",
         {"known": "4", "least": "8"}),
        (quarters(*[1, 2, 3, 4] * 2), "assess.forecast_quarters_flat", {"first": "2022-Q1", "last": "2023-Q4"}),
        # years, months and sums from January are no quarters
        ([point(n, f"{2010 + n}") for n in range(12)], "assess.forecast_quarters_few", {"known": "0", "least": "8"}),
    ],
)  # fmt: skip
def test_no_forecast_and_why(points: list[Point], code: str, said: dict[str, str]) -> None:
    found = forecast_quarters(points)
    assert (found.years, found.method.code, dict(found.method.params)) == ((), code, said)


def test_a_new_way_of_counting_begins_a_new_run() -> None:
    points = quarters(*range(1, 13))
    assert forecast_quarters(points).years
    assert dict(forecast_quarters(points, breaks=(2023,)).method.params)["count"] == "8"
    assert forecast_quarters(points, breaks=(2024,)).years == ()


numbers = st.lists(st.integers(-1000, 1000), min_size=8, max_size=24)


@given(numbers, st.randoms(use_true_random=False), st.sampled_from((D("0.001"), D(1000), D(10) ** 9)))
def test_order_and_unit_change_nothing(values: list[int], shuffling: Any, factor: D) -> None:
    points = quarters(*values)
    mixed = list(points)
    shuffling.shuffle(mixed)
    assert forecast_quarters(mixed) == forecast_quarters(points)
    scaled = forecast_quarters(quarters(*(value * factor for value in values)))
    for one, other in zip(scaled.years, forecast_quarters(points).years, strict=True):
        assert (one.year, one.quarter, one.value) == (other.year, other.quarter, other.value * factor)


@given(numbers)
def test_quarters_follow_one_another_and_intervals_widen(values: list[int]) -> None:
    found = forecast_quarters(quarters(*values)).years
    assert len(found) in (0, len(WIDTHS.quarters))
    for before, after in pairwise(found):
        assert (after.year * 4 + after.quarter) - (before.year * 4 + before.quarter) == 1
        assert after.high - after.low >= before.high - before.low

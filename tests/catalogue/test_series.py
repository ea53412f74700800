"""Published figures: nothing lost on the way, conflicts kept as they are."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from camket import catalogue
from camket.model.published import PublishedValue

ROWS = catalogue.published_series()
TALLIES = [row for row in ROWS if row.total is not None]
PERIOD = re.compile(
    r"\d{4}(?:-\d\d|-Q[1-4]|-H[12])?|\d{4}-\d\d/\d{4}-\d\d|\d{4}/\d{4}|at:\d{4}-\d\d(?:-\d\d)?|by:\d{4}-\d\d"
)
PUBLISHED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-Q[1-4])?|\d{4}-\d\d/\d{4}-\d\d")


def of(area: str, indicator: str, measure: str, period: str) -> list[PublishedValue]:
    return [
        row
        for row in ROWS
        if (row.area, row.indicator, row.measure, row.period) == (area, indicator, measure, period)
        and row.role != "target"
    ]


def test_every_figure_of_the_collection_is_there() -> None:
    # 359 printed figures: 349 single values, and ten tallies of which three were printed in parts (3 + 3 + 2)
    assert len(ROWS) - len(TALLIES) == 349
    assert len(TALLIES) == 7 + 3 + 3 + 2
    assert Counter(row.area for row in ROWS if row.total is None) == {
        "bac-ninh-1997": 207,
        "bac-giang-1997": 77,
        "bac-ninh-2025": 62,
        "bac-ninh-city": 3,
    }


def test_what_a_row_names_is_in_the_catalogue() -> None:
    bases = {unit.base for unit in catalogue.load_units()}
    for row in ROWS:
        indicator = catalogue.indicator(row.indicator)
        assert catalogue.area(row.area)
        assert row.unit in bases
        assert row.measure != "level" or row.unit in indicator.units, (row.indicator, row.unit)


def test_a_row_is_well_formed() -> None:
    for row in ROWS:
        assert PERIOD.fullmatch(row.period), row.period
        assert row.published is None or PUBLISHED.fullmatch(row.published), row.published
        assert row.source is None or row.source.startswith("http")
        assert (row.value_high is not None) == (row.comparator == "range")
        assert row.value_high is None or row.value < row.value_high
        assert row.total is None or row.value <= row.total
        assert row.state is None or row.total is not None
        assert row.source or row.note, "without an address, say where it is from"


def test_a_growth_over_years_is_said_per_year() -> None:
    spans = [row for row in ROWS if row.measure == "growth" and re.fullmatch(r"\d{4}/\d{4}", row.period)]
    assert len(spans) > 20
    assert {row.per for row in spans} == {"year"}


@pytest.mark.parametrize(
    ("area", "indicator", "measure", "period", "values"),
    [
        ("bac-ninh-1997", "grdp", "growth", "2019", {"1.1", "1.31", "-2.3"}),
        ("bac-ninh-1997", "grdp", "growth", "2020", {"1.36", "3.32", "1", "-3.3"}),
        ("bac-ninh-1997", "grdp", "growth", "2022", {"7.39", "8.75"}),
        ("bac-ninh-1997", "grdp", "growth", "2023", {"-6.18", "-9.28"}),
        ("bac-giang-1997", "grdp", "growth", "2024", {"13.85", "13.87"}),
        ("bac-ninh-2025", "grdp_per_capita", "level", "2025", {"5810", "5852", "5600"}),
    ],
)
def test_conflicts_are_kept(area: str, indicator: str, measure: str, period: str, values: set[str]) -> None:
    assert {row.value for row in of(area, indicator, measure, period)} == {Decimal(value) for value in values}


def test_two_tallies_of_one_session_are_kept() -> None:
    found = {(row.value, row.total, row.state) for row in of("bac-ninh-2025", "targets_achieved", "level", "2025")}
    assert found == {
        (Decimal(17), Decimal(18), "achieved_or_exceeded"),
        (Decimal(11), Decimal(18), "achieved_or_exceeded"),
        (Decimal(10), Decimal(18), "exceeded"),
        (Decimal(7), Decimal(18), "achieved"),
    }


def test_a_date_known_in_part_says_so() -> None:
    found = [row for row in ROWS if row.published == "2022-11/2022-12"]
    assert found
    assert all(row.note and "day not shown" in row.note for row in found)


def test_the_price_basis_is_kept_where_it_was_printed() -> None:
    found = {(row.price_basis, row.value) for row in of("bac-ninh-1997", "grdp", "level", "2024") if row.price_basis}
    assert {basis for basis, _ in found} == {"constant:2010", "current"}

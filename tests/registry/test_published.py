from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from camket import catalogue
from camket.model.fact import Measure
from camket.model.published import PublishedValue
from camket.registry.published import published_statements

D = Decimal


def value(amount: str, unit: str, measure: Measure = "level", **fields: Any) -> PublishedValue:
    known: dict[str, Any] = {"indicator": "grdp", "period": "2022", "role": "actual", "comparator": "eq"} | fields
    return PublishedValue(
        area="bac-ninh-1997", measure=measure, value=D(amount), unit=unit, source_kind="press", **known
    )


@pytest.mark.parametrize(
    ("made", "low", "high"),
    [
        (value("7.39", "percent", "growth"), "7.385", "7.395"),
        (value("10", "percent", "growth"), "9.5", "10.5"),
        (value("28785000000000", "VND"), "28784500000000", "28785500000000"),
        (value("97", "count", indicator="new_rural_communes"), "97", "97"),
        (value("99.5", "percent", indicator="health_insurance_coverage"), "99.45", "99.55"),
    ],
)
def test_a_published_value_is_as_fine_as_its_last_digit(made: PublishedValue, low: str, high: str) -> None:
    (statement,) = published_statements([made])
    assert (statement.interval.low, statement.interval.high) == (D(low), D(high))


@pytest.mark.parametrize(
    ("published", "day"),
    [("2024-07-09", date(2024, 7, 9)), ("2024-07", date(2024, 7, 31)), ("2022-11/2022-12", date(2022, 12, 31)),
     ("2024-Q4", date(2024, 12, 31)), (None, None)],
)  # fmt: skip
def test_the_day_of_publication_is_the_last_it_can_have_been(published: str | None, day: date | None) -> None:
    (statement,) = published_statements([value("1", "percent", published=published)])
    assert statement.source.published == day


def test_tallies_are_left_out() -> None:
    assert published_statements([value("19", "count", total=D(26))]) == ()


def test_every_published_figure_has_its_series_and_period() -> None:
    for statement in published_statements():
        assert statement.series is not None, statement
        assert statement.period is not None, statement
        assert statement.series.area in {area.slug for area in catalogue.load_areas()}


def test_ids_follow_the_content() -> None:
    first, second = (published_statements([value(amount, "percent")])[0] for amount in ("1", "2"))
    assert first.id != second.id
    assert published_statements([value("1", "percent")])[0].id == first.id

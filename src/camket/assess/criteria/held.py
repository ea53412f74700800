"""What is known of an area for a criterion: statements in the unit of the bound, and what the catalogue tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

import msgspec

from camket import catalogue
from camket.assess import derived
from camket.assess.readings import Point, Values
from camket.model.area import Area
from camket.model.fact import Measure
from camket.model.interval import exactly
from camket.model.period import Period, year_of
from camket.model.series import Series, Source, Statement
from camket.resolve.areas import boundary

COUNTRY = "viet-nam"
DENSITY = "density"
"""The role of a density that was worked out; its base is the size."""
_DENSITY, _PEOPLE = "population_density", ("population_registered", "population")
_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")


class Held:
    """The actuals of all areas, and of the country also what papers compare with (`bình quân cả nước`)."""

    def __init__(self, values: Values, statements: Iterable[Statement]) -> None:
        self._values = values
        self._country = Values(map(_as_actual, filter(_is_of_country, statements)))

    def points(self, area: str, indicator: str, measure: Measure, unit: str, day: date) -> tuple[Point, ...]:
        """The values of whole years and of days, in a unit, in the order of time; of none what the catalogue tells."""
        like = Series(indicator=indicator, measure=measure, unit=unit, area=area)
        found: list[Point] = []
        values = self._country if area == COUNTRY else self._values
        for series in values.sisters(like, measure):
            factor = _factor(series.unit, unit)
            if factor is not None and not series.breakdown:
                points = derived.growths(values, series)
                found += (_scaled(each, factor) for each in points if _whole_time(each.period))
        if not found and indicator == _DENSITY:
            found += self._density(area, day)
        if not found:
            found += _told_by_catalogue(area, indicator, unit, day)
        return tuple(sorted(found, key=lambda each: each.period.last))

    def yearly(self, area: str, indicator: str, measure: Measure, unit: str, day: date) -> dict[int, Point]:
        """The same by year; the last one of a year."""
        return {point.period.last.year: point for point in self.points(area, indicator, measure, unit, day)}

    def _density(self, area: str, day: date) -> Iterator[Point]:
        """People by square kilometre, of the latest people and size that are known."""
        people = next((found for each in _PEOPLE if (found := self.points(area, each, "level", "person", day))), ())
        size = self.points(area, "area_size", "level", "km2", day)
        if people and size and size[-1].value > 0:
            yield _divided(people[-1], size[-1])

    def areas(self) -> tuple[str, ...]:
        """The areas of which a value is known, by the first form of each boundary."""
        return tuple(dict.fromkeys(series.area for series in self._values.groups))


def _divided(people: Point, size: Point) -> Point:
    low, high = people.interval.low, people.interval.high
    interval = msgspec.structs.replace(
        people.interval,
        low=None if low is None else low / size.value,
        high=None if high is None else high / size.value,
    )
    return msgspec.structs.replace(
        people, value=(people.value / size.value).quantize(_TENTH), interval=interval, role=DENSITY, base=size.value,
        statements=tuple(id_ for id_ in (*people.inputs, *size.inputs) if id_),
        confidence=min(people.confidence, size.confidence),
    )  # fmt: skip


def _is_of_country(statement: Statement) -> bool:
    return statement.series is not None and statement.series.area == COUNTRY


def _as_actual(statement: Statement) -> Statement:
    """What papers compare with is what the country had."""
    figure = statement.figure
    if figure.role != "benchmark":
        return statement
    return msgspec.structs.replace(statement, figure=msgspec.structs.replace(figure, role="actual"))


def _whole_time(period: Period) -> bool:
    return period.is_year or period.relation == "at" or period.grain == "day"


def _told_by_catalogue(area: str, indicator: str, unit: str, day: date) -> Iterator[Point]:
    """Size, and the share of wards, of the form that stands on that day."""
    form = _form(area, day)
    if form is None:
        return
    if indicator == "area_size" and form.area_km2 is not None:
        factor = _factor("km2", unit)
        if factor is not None:
            yield _of_catalogue(form.area_km2 * factor, day, form.source)
    if indicator == "ward_share" and unit == "percent":
        units = [each for each in _units_below(boundary(area)) if each.stands_on(day)]
        wards = sum(each.kind == "ward" for each in units)
        if units:
            yield _of_catalogue((Decimal(wards) / len(units) * _HUNDRED).quantize(Decimal("0.1")), day, units[0].source)


def _form(area: str, day: date) -> Area | None:
    same = [each for each in catalogue.load_areas() if boundary(each.slug) == boundary(area)]
    return next((each for each in same if each.stands_on(day)), None)


@cache
def _units_below(root: str) -> tuple[Area, ...]:
    below = (each for each in catalogue.load_areas() if each.kind in ("ward", "commune") and each.parent is not None)
    return tuple(each for each in below if boundary(each.parent or "") == root)


def _of_catalogue(value: Decimal, day: date, source: str) -> Point:
    return Point(
        value=value, interval=exactly(value), period=year_of(day.year), role="catalogue",
        source=Source(document=source), statement="", statements=(),
    )  # fmt: skip


def _factor(unit: str, wanted: str) -> Decimal | None:
    """What turns one unit into another; None where they measure two things."""
    if unit == wanted:
        return Decimal(1)
    units = {each.id: each for each in catalogue.load_units()}
    one, other = units.get(unit), units.get(wanted)
    if one is None or other is None or one.base != other.base:
        return None
    return one.factor / other.factor


def _scaled(point: Point, factor: Decimal) -> Point:
    if factor == 1:
        return point
    low, high = point.interval.low, point.interval.high
    interval = msgspec.structs.replace(
        point.interval, low=None if low is None else low * factor, high=None if high is None else high * factor
    )
    return msgspec.structs.replace(point, value=point.value * factor, interval=interval)


def passing_year(points: Sequence[Point], bound: Decimal, *, up: bool) -> int | None:
    """The year in which a bound is reached at the pace of the years known; None where the pace leads away from it."""
    first, last = points[0], points[-1]
    years = last.period.last.year - first.period.last.year
    if years <= 0:
        return None
    pace = (last.value - first.value) / years
    gap = bound - last.value
    if (pace <= 0) if up else (pace >= 0):
        return None
    left = (gap / pace).to_integral_value(rounding="ROUND_CEILING")
    return last.period.last.year + int(left) if left < _HUNDRED else None

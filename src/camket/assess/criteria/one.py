"""One criterion: a value, or some years of it, against a bound or another area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from camket import catalogue
from camket.assess.criteria.held import COUNTRY, DENSITY, Held, passing_year
from camket.assess.goal import Goal
from camket.assess.readings import Point
from camket.assess.value import compare
from camket.model.criteria import Criterion, CriterionLine, Fulfilled
from camket.model.interval import Interval
from camket.model.message import Message, message
from camket.resolve.areas import forms
from camket.rules.numeral.item import show

_CLASSES = {"đặc biệt": Decimal(0), "I": Decimal(1), "II": Decimal(2), "III": Decimal(3)}
_PACE_YEARS = 5
_ZERO = Decimal(0)


def line_of(criterion: Criterion, area: str, held: Held, day: date) -> CriterionLine:
    """How an area stands by a criterion; where several indicators are enough, by the one that stands best."""
    if criterion.test == "not_found" or not criterion.indicators:
        return _scored(criterion, _unknown(criterion, "criteria.not_found"))
    lines = [_by(criterion, number, area, held, day) for number in range(len(criterion.indicators))]
    order: tuple[Fulfilled, ...] = ("pass", "unknown", "fail")
    return _scored(criterion, min(lines, key=lambda line: order.index(line.state)))


def _by(criterion: Criterion, number: int, area: str, held: Held, day: date) -> CriterionLine:
    """The line by one of its indicators."""
    indicator = criterion.indicators[number]
    unit = criterion.units[number] if criterion.units else "other:class"
    points = held.points(area, indicator, criterion.measure, unit, day)
    if not points:
        return _unknown(criterion, "criteria.no_value", indicator)
    if criterion.test in ("one_of", "yes"):
        return _by_class(criterion, indicator, points[-1])
    if criterion.compared_with is not None:
        return _compared(criterion, indicator, unit, area, held, day)
    bound = criterion.bounds[number]
    if criterion.years > 1:
        return _over_years(criterion, indicator, unit, points, {}, bound)
    return _judged(criterion, indicator, unit, points[-1], bound, points)


def _by_class(criterion: Criterion, indicator: str, point: Point) -> CriterionLine:
    passing = {_CLASSES[name] for name in criterion.values if name in _CLASSES} or {Decimal(1)}
    state: Fulfilled = "pass" if point.value in passing else "fail"
    return _line(
        criterion, state, indicator, point, None, "", message(f"criteria.{state}_class", value=show(point.value))
    )


def _compared(criterion: Criterion, indicator: str, unit: str, area: str, held: Held, day: date) -> CriterionLine:
    """Against the country, or the area that it lies in, year by year."""
    other = COUNTRY if criterion.compared_with == "country" else _parent(area, day)
    own = held.yearly(area, indicator, criterion.measure, unit, day)
    theirs = held.yearly(other, indicator, criterion.measure, unit, day) if other is not None else {}
    if not theirs:
        return _unknown(
            criterion, "criteria.no_comparison", indicator, own[max(own)], area=other or "", period=str(max(own))
        )
    return _over_years(criterion, indicator, unit, tuple(own.values()), theirs, None)


def _over_years(
    criterion: Criterion,
    indicator: str,
    unit: str,
    points: Sequence[Point],
    theirs: dict[int, Point],
    bound: Decimal | None,
) -> CriterionLine:
    """The latest years: each of them, or their mean."""
    own = {point.period.last.year: point for point in points}
    last = max(own)
    years = range(last - criterion.years + 1, last + 1)
    missing = [year for year in years if year not in own or (bound is None and year not in theirs)]
    if missing:
        told = ", ".join(map(str, missing))
        return _unknown(criterion, "criteria.years_missing", indicator, own[last], missing=told)
    asked = {year: bound if bound is not None else theirs[year].value * criterion.factor for year in years}
    if criterion.each:
        judged = [_judged(criterion, indicator, unit, own[year], asked[year], ()) for year in years]
        worst = min(judged, key=lambda line: ("fail", "unknown", "pass").index(line.state))
        inputs = tuple(dict.fromkeys(id_ for line in judged for id_ in line.inputs))
        return msgspec.structs.replace(worst, inputs=inputs)
    chosen = [own[year] for year in years]
    point = msgspec.structs.replace(
        chosen[-1], value=_mean([each.value for each in chosen]), interval=_mean_interval(chosen),
        statements=tuple(id_ for each in chosen for id_ in each.inputs),
        confidence=min(each.confidence for each in chosen),
    )  # fmt: skip
    return _judged(criterion, indicator, unit, point, _mean(list(asked.values())), points)


def _judged(
    criterion: Criterion, indicator: str, unit: str, point: Point, bound: Decimal, points: Sequence[Point]
) -> CriterionLine:
    """A value against a bound; one that lies on it is passed as printed, unless more than the bound is asked for."""
    up = criterion.test in ("at_least", "above")
    goal = Goal(near=bound, far=bound, up=up, strict=criterion.test in ("above", "below"))
    place = compare(goal, goal.turned_interval(point.interval))
    as_printed = place == "across" and goal.reached(point.value) and point.comparator == "eq"
    state: Fulfilled = (
        "pass" if place in ("beyond", "enough") or as_printed else "fail" if place == "short" else "unknown"
    )
    code = f"criteria.{state}" if state != "unknown" else "criteria.on_the_line"
    said = message(code, value=show(point.value), bound=show(bound), period=str(point.period))
    if state == "fail":
        case = next((each.case for each in criterion.lower if point.value >= each.bound), None)
        if case is not None:
            state, said = "unknown", message("criteria.lower", value=show(point.value), bound=show(bound), case=case)
    found = _line(criterion, state, indicator, point, bound, unit, said)
    later = passing_year(points[-_PACE_YEARS:], bound, up=up) if state == "fail" and points else None
    return msgspec.structs.replace(found, gap=goal.distance(point.value), passes_in=later)


def _line(
    criterion: Criterion,
    state: Fulfilled,
    indicator: str,
    point: Point,
    bound: Decimal | None,
    unit: str,
    said: Message,
) -> CriterionLine:
    return CriterionLine(
        id=criterion.id, name=criterion.name, group=criterion.group, state=state, indicator=indicator,
        value=point.value, value_period=str(point.period), bound=bound, unit=unit, reason=said, source=point.source,
        inputs=tuple(id_ for id_ in point.inputs if id_), confidence=point.confidence, method=_method(point),
    )  # fmt: skip


def _method(point: Point) -> Message | None:
    """How a value was worked out that no paper prints."""
    if point.role != DENSITY or point.base is None:
        return None
    return message("criteria.density", size=show(point.base), period=str(point.period))


def _unknown(
    criterion: Criterion, code: str, indicator: str | None = None, point: Point | None = None, **params: str
) -> CriterionLine:
    """A criterion that cannot be judged; with the latest value, where there is one."""
    named = indicator or next(iter(criterion.indicators), None)
    said = message(code, **({"indicator": named} if named is not None else {}), **params)
    return CriterionLine(
        id=criterion.id, name=criterion.name, group=criterion.group, state="unknown", indicator=named, reason=said,
        bound=criterion.bounds[0] if criterion.bounds else None, unit=criterion.units[0] if criterion.units else "",
        value=point.value if point is not None else None, value_period=str(point.period) if point is not None else None,
        source=point.source if point is not None else None, inputs=point.inputs if point is not None else (),
        confidence=point.confidence if point is not None else 1.0,
    )  # fmt: skip


def _scored(criterion: Criterion, line: CriterionLine) -> CriterionLine:
    """With its points: between the least and the most in a straight line, nothing below the bound."""
    points = criterion.points
    if points is None:
        return line
    least, most = points.least, points.most
    if line.state == "fail":
        return msgspec.structs.replace(line, points_least=_ZERO, points_most=_ZERO)
    if line.state == "unknown" or line.value is None or line.bound is None:
        return msgspec.structs.replace(line, points_least=_ZERO, points_most=most)
    if points.full is None or points.full <= line.bound:
        return msgspec.structs.replace(line, points_least=least, points_most=most)
    part = min((line.value - line.bound) / (points.full - line.bound), Decimal(1))
    scored = (least + part * (most - least)).quantize(Decimal("0.01"))
    return msgspec.structs.replace(line, points_least=scored, points_most=scored)


def _parent(area: str, day: date) -> str | None:
    """The form, on that day, of the area that this one lies in."""
    parent = catalogue.area(area).parent
    standing = [form for form in forms(parent) if catalogue.area(form).stands_on(day)] if parent is not None else []
    return standing[0] if standing else parent


def _mean(values: Sequence[Decimal]) -> Decimal:
    return (sum(values, _ZERO) / len(values)).quantize(Decimal("0.001"))


def _mean_interval(points: Sequence[Point]) -> Interval:
    lows = [each.interval.low for each in points if each.interval.low is not None]
    highs = [each.interval.high for each in points if each.interval.high is not None]
    return Interval(
        low=_mean(lows) if len(lows) == len(points) else None, high=_mean(highs) if len(highs) == len(points) else None
    )

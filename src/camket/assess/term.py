"""A target over several years: the mean of growth rates, the sum, the mean year or the mean step of the years known."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from camket.assess import derived
from camket.assess.case import Case, Judged, no_data, told
from camket.assess.pace import by_pace
from camket.assess.readings import Point, Spread, needed_mean, over_years, stretch
from camket.assess.value import expected, final
from camket.model.period import year_of
from camket.model.series import Series

_DIGITS, _STEP = Decimal("0.01"), Decimal("0.0001")


def judge_years(case: Case, how: Spread) -> Judged:
    """The state by the years that are known.

    Args:
        case: the target.
        how: how its years are counted.
    """
    target, series = case.target, case.target.statement.series
    years = target.period.years() if target.period is not None else ()
    if series is None:
        return no_data(case)
    said = [point for point in case.values.points(series) if point.period.years() == years]
    if said:
        return _whole(case, said[-1])
    worked_out, points = _known(case, series, years, how)
    if worked_out is None:
        return no_data(case)
    if worked_out.years == years:
        return _whole(case, worked_out)
    needed = needed_mean(points, years, case.goal.near) if how == "mean" else None
    missing = ", ".join(str(year) for year in years if year not in worked_out.years)
    if case.over:
        return _years_missing(case, worked_out, needed, missing)
    if how in ("year", "steps"):
        return _by_mean_year(case, worked_out, len(years), missing)
    if how == "sum" or not case.goal.up:
        return _sum_underway(case, worked_out, years)
    if case.goal.reached(worked_out.value):
        return told(case, worked_out, "on_track", "assess.mean_on_track", missing=missing)
    if needed is None:
        return told(case, worked_out, "unclear", "assess.no_pace")
    return by_pace(case, worked_out, worked_out.value, needed, per="year")


def _whole(case: Case, point: Point) -> Judged:
    """A value of all the years; before the due an estimate is not the last word."""
    return final(case, point) if case.over or not point.estimated else expected(case, point)


def _known(case: Case, series: Series, years: tuple[int, ...], how: Spread) -> tuple[Point | None, dict[int, Point]]:
    """What the years known come to, and each of them."""
    plain = msgspec.structs.replace(series, breakdown=tuple(each for each in series.breakdown if each[0] != "per"))
    if how == "steps":
        return _mean_step(case, plain, years), {}
    points = derived.yearly(case.values, plain)
    return over_years(points, years, how), points


def _mean_step(case: Case, series: Series, years: tuple[int, ...]) -> Point | None:
    """By how much it changed in the mean year, from the year before the first to the last one known."""
    since = derived.growths(case.values, series, year_of(years[0] - 1))
    reached = [point for point in since if point.period.is_year and point.period.last.year in years]
    if not reached or reached[-1].role != "levels":
        return None
    last = reached[-1]
    gone = tuple(year for year in years if year <= last.period.last.year)
    low, high = last.interval.low, last.interval.high
    return msgspec.structs.replace(
        last,
        value=(last.value / len(gone)).quantize(_STEP),
        interval=msgspec.structs.replace(
            last.interval,
            low=None if low is None else low / len(gone),
            high=None if high is None else high / len(gone),
        ),
        period=stretch(gone),
        role="steps",
        years=gone,
    )


def _by_mean_year(case: Case, point: Point, count: int, missing: str) -> Judged:
    """The mean year had beside the mean year that those left must have."""
    goal, known = case.goal, len(point.years)
    if goal.reached(point.value):
        return told(case, point, "on_track", "assess.mean_on_track", missing=missing)
    if point.role == "year" and not goal.up:
        return told(case, point, "unclear", "assess.no_pace")
    needed = (goal.near * count - point.value * known) / (count - known)
    return by_pace(case, point, goal.turned(point.value), goal.turned(needed), per="year")


def _years_missing(case: Case, point: Point, needed: Decimal | None, missing: str) -> Judged:
    """The due is over and not all years are known: never missed, but off track where those left could not make up."""
    ranges = [each for each in case.indicator.plausible if each.measure == case.target.statement.figure.measure]
    ceiling = max((each.high for each in ranges), default=None)
    if case.goal.up and needed is not None and ceiling is not None and needed > ceiling:
        needed = needed.quantize(_DIGITS)
        return told(case, point, "off_track", "assess.out_of_reach", needed=needed, ceiling=ceiling, missing=missing)
    return told(case, point, "unclear", "assess.years_missing", missing=missing)


def _sum_underway(case: Case, point: Point, years: tuple[int, ...]) -> Judged:
    """A sum over years that are not all known: the mean year had against the mean year needed."""
    if not case.goal.up:
        return told(case, point, "unclear", "assess.no_pace")
    if case.goal.reached(point.value):
        return told(case, point, "met", "assess.met_early")
    left = len(years) - len(point.years)
    return by_pace(case, point, point.value / len(point.years), -case.goal.distance(point.value) / left, per="year")

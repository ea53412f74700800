"""A target over several years: the mean of growth rates, or the sum, of the years known."""

from __future__ import annotations

from decimal import Decimal

from camket.assess import derived
from camket.assess.case import Case, Judged, no_data, told
from camket.assess.pace import by_pace
from camket.assess.readings import Point, needed_mean, over_years
from camket.assess.value import expected, final

_DIGITS = Decimal("0.01")


def judge_years(case: Case, how: str) -> Judged:
    """The state by the years that are known.

    Args:
        case: the target.
        how: `mean` or `sum`.
    """
    target, series = case.target, case.target.statement.series
    years = target.period.years() if target.period is not None else ()
    if series is None:
        return no_data(case)
    said = [point for point in case.values.points(series) if point.period.years() == years]
    if said:
        point = said[-1]
        return final(case, point) if case.over or not point.estimated else expected(case, point)
    points = derived.yearly(case.values, series)
    worked_out = over_years(points, years, how)
    if worked_out is None:
        return no_data(case)
    if worked_out.years == years:
        return final(case, worked_out) if case.over or not worked_out.estimated else expected(case, worked_out)
    needed = needed_mean(points, years, case.goal.near) if how == "mean" else None
    missing = ", ".join(str(year) for year in years if year not in points)
    if case.over:
        return _years_missing(case, worked_out, needed, missing)
    if how == "sum" or not case.goal.up:
        return _sum_underway(case, worked_out, years)
    if case.goal.reached(worked_out.value):
        return told(case, worked_out, "on_track", "assess.mean_on_track", missing=missing)
    if needed is None:
        return told(case, worked_out, "unclear", "assess.no_pace")
    return by_pace(case, worked_out, worked_out.value, needed, per="year")


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

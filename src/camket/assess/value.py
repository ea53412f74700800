"""A value of the target's own time beside what is asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from camket.assess.case import Case, Judged, percent, told
from camket.assess.derived import TIMES
from camket.assess.goal import Goal, share_of_way
from camket.assess.readings import Point
from camket.assess.thresholds import THRESHOLDS
from camket.model.interval import SHARE_CEILING, Interval, exactly
from camket.model.plan import YES_NO, Target
from camket.model.scoreboard import State

_ROUGH = frozenset(("approx", "gt", "ge", "lt", "le", "range"))


def final(case: Case, point: Point) -> Judged:
    """Judge a value of the target's own time."""
    goal, figure = case.goal, case.target.statement.figure
    if figure.unit == "percent" and figure.measure == "level" and point.value > SHARE_CEILING:
        return told(case, point, "unclear", "assess.value_over_100")
    interval = goal.turned_interval(exactly(point.value) if figure.unit == YES_NO else point.interval)
    way, early = "" if goal.up else "_down", "" if case.over else "_early"
    match compare(goal, interval):
        case "beyond":
            return told(case, point, "exceeded", f"assess.exceeded{way}{early}")
        case "enough":
            return told(case, point, "met", f"assess.met{early}")
        case "short":
            return _short(case, point) if case.over else expected(case, point)
    if not goal.reached(point.value) or point.comparator in _ROUGH:
        return told(case, point, "unclear", "assess.on_the_line")
    return told(case, point, "met", "assess.met_as_printed")


def compare(goal: Goal, interval: Interval) -> Literal["beyond", "enough", "short", "across"]:
    """Where all that a value can mean lies: beyond the far end, from the near end on, before it, or on both sides."""
    near, far = goal.turned(goal.near), goal.turned(goal.far)
    low, high = interval.low, interval.high
    if low is not None and (low > far or (low == far and not interval.low_closed)):
        return "beyond"
    if low is not None and (low > near or (low == near and not (goal.strict and interval.low_closed))):
        return "enough"
    if high is not None and (high < near or (high == near and (goal.strict or not interval.high_closed))):
        return "short"
    return "across"


def expected(case: Case, point: Point) -> Judged:
    """The due is not over, but a value of its time is there: an estimate, or an actual that may still change."""
    if case.goal.reached(point.value):
        return told(case, point, "on_track", "assess.expected_reached")
    share = share_of_way(case.goal, point.value, base_of(case))
    state: State = "at_risk" if share is not None and share >= THRESHOLDS.nearly else "off_track"
    return told(case, point, state, "assess.expected_short", nearly=percent(THRESHOLDS.nearly))


def base_of(case: Case) -> Decimal | None:
    """The level at the beginning; a change and times of a base begin at none; ranks and shares of a plan nowhere."""
    series = case.target.statement.series
    if series is not None and (series.measure == "change" or series.unit == TIMES):
        return nothing_of(case.target)
    if series is None or case.base_year is None or series.measure != "level":
        return None
    point = case.values.yearly(series).get(case.base_year)
    return point.value if point is not None else None


def nothing_of(target: Target) -> Decimal:
    """What a change is where nothing has changed: 0, and 1 in times of its base."""
    return Decimal(1) if target.statement.figure.unit == TIMES else Decimal(0)


def _short(case: Case, point: Point) -> Judged:
    """Not reached and the due is over: nearly met, or missed."""
    if case.target.statement.figure.unit == YES_NO:
        return told(case, point, "missed", "assess.not_done")
    base = base_of(case)
    share = share_of_way(case.goal, point.value, base)
    if share is None:
        return told(case, point, "missed", "assess.missed_no_share")
    state: State = "nearly_met" if share >= THRESHOLDS.nearly else "missed"
    how = "_from_base" if base is not None else "" if case.goal.up else "_down"
    code = f"assess.{state}{how}"
    return told(case, point, state, code, share=percent(share), nearly=percent(THRESHOLDS.nearly), base=base)

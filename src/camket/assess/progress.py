"""The state of one target: reached or not once its time is over, and before that whether it is on its way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from camket import catalogue
from camket.assess.goal import Goal, goal_of, not_measurable, share_of_way
from camket.assess.readings import Point, Values, covers, ends_before, is_flow, needed_mean, over_years, spread
from camket.assess.thresholds import THRESHOLDS
from camket.model.area import Succession
from camket.model.indicator import Indicator
from camket.model.interval import SHARE_CEILING, Interval
from camket.model.message import Message, message
from camket.model.plan import Plan, Target
from camket.model.scoreboard import State
from camket.model.series import OTHER
from camket.resolve.areas import boundary
from camket.resolve.placing import indicator_of
from camket.rules.numeral.item import show

_PACE_DIGITS = Decimal("0.01")
_ROUGH = frozenset(("approx", "gt", "ge", "lt", "le", "range"))


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """Where a target stands, by which value and method."""

    state: State
    reason: Message
    point: Point | None = None
    distance: Decimal | None = None


class _Case(msgspec.Struct, frozen=True, kw_only=True):
    """A target that can be measured, with what is known of it."""

    target: Target
    goal: Goal
    indicator: Indicator
    values: Values
    over: bool
    base_year: int | None


def judge(target: Target, plan: Plan, values: Values, day: date | None) -> Judged:
    """The state of a target at a day. Before its due a target is never missed.

    Args:
        target: what is asked for.
        plan: the plan that asks; its first year tells the base.
        values: the actuals that stand.
        day: the day to judge at; None where no paper has a date, and then no due has passed.
    """
    figure = target.statement.figure
    indicator = indicator_of(figure)
    if indicator is None:
        code = "assess.other_indicator" if figure.counts_for.startswith(OTHER) else "assess.indicator_unknown"
        return Judged(state="no_data", reason=message(code, indicator=figure.counts_for))
    if target.statement.series is None:
        return Judged(state="no_data", reason=message("assess.area_unknown", area=figure.area or ""))
    goal = goal_of(target, indicator)
    reason = not_measurable(target, goal)
    if goal is None or reason is not None:
        return Judged(state="not_measurable", reason=reason or message("assess.no_direction", indicator=indicator.id))
    case = _Case(
        target=target,
        goal=goal,
        indicator=indicator,
        values=values,
        over=day is not None and target.due is not None and day > target.due,
        base_year=_base_year(target, plan),
    )
    how = spread(target, indicator)
    return _judge_years(case, how) if how is not None else _judge_point(case)


def _base_year(target: Target, plan: Plan) -> int | None:
    """The year before the plan's first: where the way to the target begins."""
    period = plan.period if plan.period is not None and plan.period.first is not None else target.period
    years = period.years() if period is not None else ()
    return years[0] - 1 if years else None


def _judge_point(case: _Case) -> Judged:
    """A target that is measured at its due."""
    target, series = case.target, case.target.statement.series
    points = case.values.points(series) if series is not None else ()
    own = [point for point in points if covers(target, point)]
    if own:
        return _final(case, own[-1]) if case.over or own[-1].role == "actual" else _expected(case, own[-1])
    before = [point for point in points if target.due is None or point.period.last <= target.due]
    if case.over:
        return _past_without_value(case, [point for point in before if _comparable(case, point)])
    partial = [point for point in before if is_flow(target) and _accrued(case, point) is not None]
    if partial:
        return _part_of_year(case, partial[-1])
    return _underway(case, [point for point in before if _comparable(case, point)])


def _comparable(case: _Case, point: Point) -> bool:
    """Whether an earlier value says something of the target: the level of a year; of a rate, only its own years."""
    figure, due = case.target.statement.figure, case.target.due
    if figure.measure in ("growth", "change", "share_of_plan"):
        return due is not None and point.period.last.year == due.year
    return point.period.is_year or point.period.relation == "at" or not is_flow(case.target)


def _accrued(case: _Case, point: Point) -> int | None:
    """The days of the due year in which a sum has grown to this value; None where it is no such sum."""
    due, period = case.target.due, point.period
    if due is None or period.is_year or period.last.year != due.year or period.last >= due:
        return None
    opening = date(due.year, 1, 1)
    since = opening if case.target.statement.figure.measure == "share_of_plan" else period.first
    return period.last.toordinal() - opening.toordinal() + 1 if since == opening else None


def _final(case: _Case, point: Point) -> Judged:
    """Judge a value of the target's own time."""
    goal, figure = case.goal, case.target.statement.figure
    if figure.unit == "percent" and figure.measure == "level" and point.value > SHARE_CEILING:
        return _told(case, point, "unclear", "assess.value_over_100")
    interval = goal.turned_interval(point.interval)
    early = "" if case.over else "_early"
    match _compare(goal, interval):
        case "beyond":
            return _told(case, point, "exceeded", f"assess.exceeded{early}")
        case "enough":
            return _told(case, point, "met", f"assess.met{early}")
        case "short":
            return _short(case, point) if case.over else _expected(case, point)
    if not goal.reached(point.value) or point.comparator in _ROUGH:
        return _told(case, point, "unclear", "assess.on_the_line")
    return _told(case, point, "met", "assess.met_as_printed")


def _compare(goal: Goal, interval: Interval) -> Literal["beyond", "enough", "short", "across"]:
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


def _short(case: _Case, point: Point) -> Judged:
    """Not reached and the due is over: nearly met, or missed."""
    base = _base(case)
    share = share_of_way(case.goal, point.value, base)
    if share is None:
        return _told(case, point, "missed", "assess.missed_no_share")
    state: State = "nearly_met" if share >= THRESHOLDS.nearly else "missed"
    code = f"assess.{state}{'_from_base' if base is not None else ''}"
    return _told(case, point, state, code, share=_percent(share), nearly=_percent(THRESHOLDS.nearly), base=base)


def _base(case: _Case) -> Decimal | None:
    """The level at the beginning; growth, ranks and shares of a plan begin nowhere."""
    series = case.target.statement.series
    if series is None or case.base_year is None or series.measure != "level":
        return None
    point = case.values.yearly(series).get(case.base_year)
    return point.value if point is not None else None


def _expected(case: _Case, point: Point) -> Judged:
    """The due is not over, but a value of its time is there: an estimate, or an actual that may still change."""
    if case.goal.reached(point.value):
        return _told(case, point, "on_track", "assess.expected_reached")
    share = share_of_way(case.goal, point.value, _base(case))
    state: State = "at_risk" if share is not None and share >= THRESHOLDS.nearly else "off_track"
    return _told(case, point, state, "assess.expected_short", nearly=_percent(THRESHOLDS.nearly))


def _past_without_value(case: _Case, points: list[Point]) -> Judged:
    """The due is over and its own value is not known: earlier ones prove nothing."""
    if not points:
        return _no_data(case)
    latest = points[-1]
    if case.goal.reached(latest.value) and not ends_before(case.target, latest):
        return _told(case, latest, "unclear", "assess.reached_before")
    return _told(case, latest, "no_data", "assess.only_before")


def _underway(case: _Case, points: list[Point]) -> Judged:
    """The due is to come: compare the pace had with the pace needed."""
    if not points:
        return _no_data(case)
    latest = points[-1]
    if case.target.due is None:
        return _told(case, latest, "unclear", "assess.no_due")
    if ends_before(case.target, latest):
        return _told(case, latest, "no_data", "assess.only_before")
    if case.goal.reached(latest.value):
        return _told(case, latest, "on_track", "assess.reached_already")
    if case.target.statement.figure.measure not in ("level", "rank"):
        return _by_ratio(case, latest)
    first = _start(case, points) if case.target.statement.figure.measure == "level" else None
    left = case.target.due.toordinal() - latest.period.last.toordinal()
    if first is None or left <= 0:
        return _told(case, latest, "unclear", "assess.one_point")
    gone = latest.period.last.toordinal() - first.period.last.toordinal()
    had = (case.goal.turned(latest.value) - case.goal.turned(first.value)) / gone
    return _by_pace(case, latest, had, -case.goal.distance(latest.value) / left)


def _start(case: _Case, points: list[Point]) -> Point | None:
    """Where the pace is taken from: the base year, else the earliest later value."""
    base_year, latest = case.base_year, points[-1]
    earlier = [point for point in points if point.period.last < latest.period.last]
    inside = [point for point in earlier if base_year is None or point.period.last.year >= base_year]
    return inside[0] if inside else None


def _by_ratio(case: _Case, point: Point) -> Judged:
    """Growth or a share of plan before its due: the rate had over the rate asked for."""
    goal = case.goal
    if not goal.up or goal.near <= 0:
        return _told(case, point, "unclear", "assess.no_pace")
    return _by_pace(case, point, point.value, goal.near)


def _part_of_year(case: _Case, point: Point) -> Judged:
    """A sum of part of the year: what came in a day against what must come in each day that is left."""
    due, days = case.target.due, _accrued(case, point)
    if not case.goal.up or due is None or days is None:
        return _told(case, point, "unclear", "assess.no_pace")
    if case.goal.reached(point.value):
        return _told(case, point, "on_track", "assess.reached_already")
    left = due.toordinal() - point.period.last.toordinal()
    return _by_pace(case, point, point.value / days, -case.goal.distance(point.value) / left)


def _judge_years(case: _Case, how: str) -> Judged:
    """A target over several years: the mean of growth rates, or the sum, of the years known."""
    target, series = case.target, case.target.statement.series
    years = target.period.years() if target.period is not None else ()
    if series is None:
        return _no_data(case)
    said = [point for point in case.values.points(series) if point.period.years() == years]
    if said:
        point = said[-1]
        return _final(case, point) if case.over or point.role == "actual" else _expected(case, point)
    points = case.values.yearly(series)
    worked_out = over_years(points, years, how)
    if worked_out is None:
        return _no_data(case)
    if worked_out.years == years:
        return _final(case, worked_out)
    needed = needed_mean(points, years, case.goal.near) if how == "mean" else None
    missing = ", ".join(str(year) for year in years if year not in points)
    if case.over:
        return _years_missing(case, worked_out, needed, missing)
    if how == "sum" or not case.goal.up:
        return _sum_underway(case, worked_out, years)
    if case.goal.reached(worked_out.value):
        return _told(case, worked_out, "on_track", "assess.mean_on_track", missing=missing)
    if needed is None:
        return _told(case, worked_out, "unclear", "assess.no_pace")
    return _by_pace(case, worked_out, worked_out.value, needed)


def _years_missing(case: _Case, point: Point, needed: Decimal | None, missing: str) -> Judged:
    """The due is over and not all years are known: never missed, but off track where those left could not make up."""
    ranges = [each for each in case.indicator.plausible if each.measure == case.target.statement.figure.measure]
    ceiling = max((each.high for each in ranges), default=None)
    if case.goal.up and needed is not None and ceiling is not None and needed > ceiling:
        needed = needed.quantize(_PACE_DIGITS)
        said = {"needed": needed, "ceiling": ceiling, "missing": missing}
        return _told(case, point, "off_track", "assess.out_of_reach", **said)
    return _told(case, point, "unclear", "assess.years_missing", missing=missing)


def _sum_underway(case: _Case, point: Point, years: tuple[int, ...]) -> Judged:
    """A sum over years that are not all known: the mean year had against the mean year needed."""
    if not case.goal.up:
        return _told(case, point, "unclear", "assess.no_pace")
    if case.goal.reached(point.value):
        return _told(case, point, "met", "assess.met_early")
    left = len(years) - len(point.years)
    return _by_pace(case, point, point.value / len(point.years), -case.goal.distance(point.value) / left)


def _by_pace(case: _Case, point: Point, had: Decimal, needed: Decimal) -> Judged:
    """On track, at risk or off track by the ratio of the two paces."""
    ratio = had / needed if needed > 0 else THRESHOLDS.on_track
    state: State = "off_track"
    if ratio >= THRESHOLDS.on_track:
        state = "on_track"
    elif ratio >= THRESHOLDS.at_risk:
        state = "at_risk"
    return _told(
        case,
        point,
        state,
        "assess.pace",
        ratio=show(ratio.quantize(_PACE_DIGITS)),
        on_track=show(THRESHOLDS.on_track),
        at_risk=show(THRESHOLDS.at_risk),
    )


def _no_data(case: _Case) -> Judged:
    """No value at all; where the area has been merged into another since, that is why."""
    series = case.target.statement.series
    root = boundary(series.area) if series is not None else ""
    due = case.target.due
    merger = next((edge for edge in catalogue.load_successions() if _merges(edge, root)), None)
    if case.over and merger is not None and due is not None and merger.date <= due:
        return Judged(state="no_data", reason=message("assess.area_merged", area=root, into=merger.to))
    return Judged(state="no_data", reason=message("assess.no_value"))


def _merges(edge: Succession, root: str) -> bool:
    return edge.to is not None and len(edge.from_) > 1 and any(boundary(slug) == root for slug in edge.from_)


def _told(case: _Case, point: Point, state: State, code: str, **params: object) -> Judged:
    """The state with its value, distance, and a reason that names both numbers and the period of the value."""
    said = {name: value for name, value in params.items() if value is not None}
    return Judged(
        state=state,
        point=point,
        distance=case.goal.distance(point.value),
        reason=message(
            code,
            value=show(point.value),
            bound=show(case.goal.near),
            period=str(point.period),
            **{name: show(value) if isinstance(value, Decimal) else value for name, value in said.items()},
        ),
    )


def _percent(share: Decimal) -> str:
    return show((share * 100).quantize(Decimal("0.1")))

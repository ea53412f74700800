"""The state of one target: reached or not once its time is over, and before that whether it is on its way."""

from __future__ import annotations

from datetime import date

import msgspec

from camket.assess import derived
from camket.assess.case import Case, Judged, Outlook, no_data, told
from camket.assess.goal import YES, goal_of, not_measurable
from camket.assess.pace import by_pace
from camket.assess.readings import Point, Values, covers, ends_before, is_flow, spread
from camket.assess.term import judge_years
from camket.assess.value import expected, final, nothing_of
from camket.model.interval import exactly
from camket.model.message import Message, message
from camket.model.period import year_of
from camket.model.plan import IN_WORDS, YES_NO, Plan, Target
from camket.model.series import OTHER
from camket.resolve.placing import indicator_of


def judge(target: Target, plan: Plan, values: Values, day: date | None, outlook: Outlook | None = None) -> Judged:
    """The state of a target at a day. Before its due a target is never missed.

    Args:
        target: what is asked for.
        plan: the plan that asks; its first year tells the base.
        values: the actuals that stand.
        day: the day to judge at; None where no paper has a date, and then no due has passed.
        outlook: how likely arriving is; None: the paces decide.
    """
    figure = target.statement.figure
    if figure.unit == IN_WORDS:
        return Judged(state="qualitative", reason=message("assess.qualitative"))
    indicator = indicator_of(figure)
    if indicator is None:
        return Judged(state="no_data", reason=_unknown(figure.counts_for, figure.unit))
    if target.statement.series is None:
        return Judged(state="no_data", reason=message("assess.area_unknown", area=figure.area or ""))
    goal = YES if figure.unit == YES_NO else goal_of(target, indicator)
    reason = not_measurable(target, goal)
    if goal is None or reason is not None:
        return Judged(state="not_measurable", reason=reason or message("assess.no_direction", indicator=indicator.id))
    case = Case(
        target=target,
        goal=goal,
        indicator=indicator,
        values=values,
        over=day is not None and target.due is not None and day > target.due,
        base_year=_base_year(target, plan),
        outlook=outlook,
    )
    how = spread(target, indicator)
    return judge_years(case, how) if how is not None else _judge_point(case)


def _unknown(indicator: str, unit: str) -> Message:
    """Why nothing can be known of a target whose indicator the catalogue does not hold."""
    if unit == YES_NO:
        return message("assess.no_answer")
    return message(
        "assess.other_indicator" if indicator.startswith(OTHER) else "assess.indicator_unknown", indicator=indicator
    )


def _base_year(target: Target, plan: Plan) -> int | None:
    """The year before the plan's first: where the way to the target begins."""
    period = plan.period if plan.period is not None and plan.period.first is not None else target.period
    years = period.years() if period is not None else ()
    return years[0] - 1 if years else None


def _judge_point(case: Case) -> Judged:
    """A target that is measured at its due."""
    target = case.target
    points = _points(case)
    own = [point for point in points if covers(target, point)]
    if own:
        return _of_its_time(case, own[-1])
    of_plan = derived.from_share(target, case.values)
    if of_plan is not None:
        return _of_its_time(case, of_plan)
    before = [point for point in points if target.due is None or point.period.last <= target.due]
    if case.over:
        return _past_without_value(case, [point for point in before if _comparable(case, point)])
    partial = [point for point in before if is_flow(target) and _accrued(case, point) is not None]
    if partial:
        return _part_of_year(case, partial[-1])
    return _underway(case, [point for point in before if _comparable(case, point)])


def _of_its_time(case: Case, point: Point) -> Judged:
    """A value of the target's own time; before the due an estimate is not the last word."""
    return final(case, point) if case.over or not point.estimated else expected(case, point)


def _points(case: Case) -> tuple[Point, ...]:
    """The values that the target may be measured by, those worked out from levels among them.

    A change by a day (`đến năm 2025 giảm 3 điểm phần trăm`) that does not say since when is measured as stated only.
    """
    target, series = case.target, case.target.statement.series
    if series is None:
        return ()
    base = derived.base_of(target)
    if series.measure == "change" and base is None and (target.period is None or target.period.first is None):
        return case.values.points(series)
    return derived.growths(case.values, series, base)


def _comparable(case: Case, point: Point) -> bool:
    """Whether an earlier value says something of the target: the level of a year; of a rate, only its own years.

    Growth on a fixed base runs like a level from nothing at the base.
    """
    figure, due = case.target.statement.figure, case.target.due
    if figure.measure in ("growth", "change", "share_of_plan") and not _on_base(case):
        return due is not None and point.period.last.year == due.year
    return point.period.is_year or point.period.relation == "at" or not is_flow(case.target)


def _on_base(case: Case) -> int | None:
    """The base year of a change that is asked for on a fixed base (`tăng 50% so với năm 2020`); else None."""
    base = derived.base_of(case.target)
    return base.last.year if base is not None and base.is_year else None


def _accrued(case: Case, point: Point) -> int | None:
    """The days of the due year in which a sum has grown to this value; None where it is no such sum."""
    due, period = case.target.due, point.period
    if due is None or period.is_year or period.last.year != due.year or period.last >= due:
        return None
    opening = date(due.year, 1, 1)
    since = opening if case.target.statement.figure.measure == "share_of_plan" else period.first
    return period.last.toordinal() - opening.toordinal() + 1 if since == opening else None


def _past_without_value(case: Case, points: list[Point]) -> Judged:
    """The due is over and its own value is not known: earlier ones prove nothing."""
    if not points:
        return no_data(case)
    latest = points[-1]
    if case.goal.reached(latest.value) and not ends_before(case.target, latest):
        return told(case, latest, "unclear", "assess.reached_before")
    return told(case, latest, "no_data", "assess.only_before")


def _underway(case: Case, points: list[Point]) -> Judged:
    """The due is to come: compare the pace had with the pace needed."""
    if not points:
        return no_data(case)
    latest = points[-1]
    if case.target.due is None:
        return told(case, latest, "unclear", "assess.no_due")
    if ends_before(case.target, latest):
        return told(case, latest, "no_data", "assess.only_before")
    if case.goal.reached(latest.value):
        return told(case, latest, "on_track", "assess.reached_already")
    if case.target.statement.figure.measure not in ("level", "rank") and _on_base(case) is None:
        return _by_ratio(case, latest)
    if case.target.statement.figure.measure == "rank":
        return told(case, latest, "unclear", "assess.rank_no_pace")
    first = _start(case, points)
    left = case.target.due.toordinal() - latest.period.last.toordinal()
    if left <= 0:
        return told(case, latest, "unclear", "assess.one_point")
    if first is None:
        return _before_its_term(case, points, left)
    return _from(case, first, points, left)


def _before_its_term(case: Case, points: list[Point], left: int) -> Judged:
    """No pace of the term is known yet, for all values but one are older; a forecast may go by those too."""
    latest = points[-1]
    if points[0].period.last < latest.period.last:
        judged = _from(case, points[0], points, left)
        if judged.asked:
            return judged
    return told(case, latest, "unclear", "assess.one_point")


def _from(case: Case, first: Point, points: list[Point], left: int) -> Judged:
    """By the pace since a value, over the days that are left."""
    latest = points[-1]
    gone = latest.period.last.toordinal() - first.period.last.toordinal()
    had = (case.goal.turned(latest.value) - case.goal.turned(first.value)) / gone
    return by_pace(case, latest, had, -case.goal.distance(latest.value) / left, per="day", points=points)


def _start(case: Case, points: list[Point]) -> Point | None:
    """Where the pace is taken from: the base year, else the earliest later value."""
    base = _on_base(case)
    if base is not None:
        nothing = nothing_of(case.target)
        return msgspec.structs.replace(points[0], value=nothing, interval=exactly(nothing), period=year_of(base))
    base_year, latest = case.base_year, points[-1]
    earlier = [point for point in points if point.period.last < latest.period.last]
    inside = [point for point in earlier if base_year is None or point.period.last.year >= base_year]
    return inside[0] if inside else None


def _by_ratio(case: Case, point: Point) -> Judged:
    """Growth or a share of plan before its due: the rate had over the rate asked for."""
    goal = case.goal
    if not goal.up or goal.near <= 0:
        return told(case, point, "unclear", "assess.no_pace")
    return by_pace(case, point, point.value, goal.near, per="year", points=())


def _part_of_year(case: Case, point: Point) -> Judged:
    """A sum of part of the year: what came in a day against what must come in each day that is left."""
    due, days = case.target.due, _accrued(case, point)
    if not case.goal.up or due is None or days is None:
        return told(case, point, "unclear", "assess.no_pace")
    if case.goal.reached(point.value):
        return told(case, point, "on_track", "assess.reached_already")
    left = due.toordinal() - point.period.last.toordinal()
    return by_pace(case, point, point.value / days, -case.goal.distance(point.value) / left, per="day")

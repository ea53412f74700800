"""One target said by several papers is one target with several sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from camket.grammar.fold import fold
from camket.model.fact import Comparator
from camket.model.plan import Plan, Target
from camket.model.series import Series, Statement

TABLE_RULE = "table/cell"
"""The rule that makes a figure of a cell."""
_ONE_BREATH = 160  # letters between two numbers of one sentence, give or take
Direction = Literal["at", "up", "down", "within"]

_DIRECTIONS: dict[Comparator, Direction] = {
    "eq": "at",
    "approx": "at",
    "range": "at",
    "gt": "up",
    "ge": "up",
    "lt": "down",
    "le": "down",
    "within": "within",
}


class Aim(NamedTuple):
    """What a target is about, without its number: what differs in any of these is another target."""

    series: Series | tuple[str, str, str, str]
    due: date | None


class _Asked(NamedTuple):
    """An aim with the number asked for."""

    aim: Aim
    value: Decimal
    value_high: Decimal | None


def aim_of(target: Target) -> Aim:
    """What a target is about."""
    statement = target.statement
    figure = statement.figure
    unplaced = (figure.counts_for, figure.measure, figure.unit, fold(figure.area or ""))
    return Aim(statement.series or unplaced, target.due)


def direction_of(target: Target) -> Direction:
    """Which way its words point: at a number (`5-6%`), from it up, from it down, or among the first so many."""
    return _DIRECTIONS[target.statement.figure.comparator]


def of_one_thing(one: Statement, other: Statement) -> bool:
    """Whether two statements are meant of one thing. One paper that words them apart speaks of two parts of a thing."""
    if one.source.document != other.source.document:
        return True
    words = [fold(each.figure.indicator_text or "").removeprefix("tổng ") for each in (one, other)]
    return "" in words or words[0] == words[1]


def stand_together(one: Statement, other: Statement) -> bool:
    """Whether two statements stand close together in one paper.

    Two numbers in one breath (`5/8 bí thư (62,5%) và 4/8 chủ tịch (50%)`) are said of two things, whatever the reader
    made of their names: nobody contradicts himself within a sentence. A cell of a table is in no breath with a
    sentence.
    """
    if (one.figure.rule == TABLE_RULE) != (other.figure.rule == TABLE_RULE):
        return False
    first, later = sorted((one.source, other.source), key=lambda source: source.start or 0)
    if first.document != later.document or first.end is None or later.start is None:
        return False
    return later.start - first.end < _ONE_BREATH


def gathered(plan: Plan) -> Plan:
    """The plan with each target once: what several papers ask for alike becomes one target that names them all."""
    alike: dict[_Asked, list[list[Target]]] = {}
    groups: list[list[Target]] = []
    for target in plan.targets:
        figure = target.statement.figure
        known = alike.setdefault(_Asked(aim_of(target), figure.value, figure.value_high), [])
        group = next((each for each in known if all(_agree(target, one) for one in each)), None)
        if group is None:
            group = []
            known.append(group)
            groups.append(group)
        group.append(target)
    return msgspec.structs.replace(plan, targets=tuple(map(_one_of, groups)))


def with_changes(plan: Plan) -> Plan:
    """The plan in which a target that a later paper changed (`điều chỉnh`) names the one set in its place."""
    changed: dict[str, str] = {}
    for targets in by_aim(plan):
        for new in targets:
            for old in targets if new.changes else ():
                if _is_former(old, new):
                    changed[old.statement.id] = new.statement.id
    if not changed:
        return plan
    told = (msgspec.structs.replace(each, replaced_by=changed.get(each.statement.id, "")) for each in plan.targets)
    return msgspec.structs.replace(plan, targets=tuple(told))


def of_two_givers(one: Target, other: Target) -> bool:
    """Whether two bodies gave two targets, so that both hold."""
    return "" not in (one.giver, other.giver) and one.giver != other.giver


def _is_former(old: Target, new: Target) -> bool:
    """Whether one target is what the other was before its change."""
    if old.bound == new.bound or of_two_givers(old, new):
        return False
    if old.statement.source.document == new.statement.source.document:
        return not old.changes and stand_together(old.statement, new.statement)
    before, after = old.statement.source.published, new.statement.source.published
    return before is not None and after is not None and before < after


def by_aim(plan: Plan) -> tuple[tuple[Target, ...], ...]:
    """The placed targets of a plan, those about one thing together, in the order of the plan."""
    aims: dict[Aim, list[Target]] = {}
    for target in plan.targets:
        if target.statement.is_placed:
            aims.setdefault(aim_of(target), []).append(target)
    return tuple(map(tuple, aims.values()))


def _agree(one: Target, other: Target) -> bool:
    """Whether two targets of one aim and number are one: a bare number takes the direction of its indicator."""
    directions = {direction_of(one), direction_of(other)}
    return of_one_thing(one.statement, other.statement) and (len(directions) == 1 or "at" in directions)


def _one_of(group: list[Target]) -> Target:
    """The fullest of them: the one whose years are known (`cả nhiệm kỳ`), then the one said first."""
    best = max(group, key=lambda each: each.period is not None and len(each.period.years()) > 1)
    others = [id_ for each in group for id_ in (each.statement.id, *each.repeats) if id_ != best.statement.id]
    listed = next((each for each in group if each.number), best)
    return msgspec.structs.replace(
        best,
        repeats=tuple(dict.fromkeys(others)),
        number=listed.number,
        whole=listed.whole,
        body=listed.body,
        giver=next((each.giver for each in (best, *group) if each.giver), ""),
        changes=any(each.changes for each in group),
    )

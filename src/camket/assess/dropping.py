"""Plans without the targets that papers took back; each of those names the sentence that did it.

A target that a person entered is only told to be taken back: what stands in a list that people keep, people change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from camket.model.extraction import Extraction
from camket.model.plan import Plan, Target
from camket.resolve.areas import forms
from camket.resolve.dropped import Drop, drops_of

_GROWTH = ("growth", "change")


def with_drops(plans: Sequence[Plan], extractions: Iterable[Extraction]) -> tuple[Plan, ...]:
    """The plans in which a target that a later paper took back names its sentence.

    A sentence that names its plan, by kind, number or years, is about that one. One that names none is about the only
    plan of the place that asks for such a thing then; where there are several it is about none, for nobody can tell.
    """
    found = list(plans)
    for drop in (drop for extraction in extractions for drop in drops_of(extraction)):
        meant = [place for place, plan in enumerate(found) if _is_of(plan, drop) and _targets(plan, drop)]
        if len(meant) > 1 and not _names_a_plan(drop):
            continue
        for place in meant:
            found[place] = _without(found[place], drop)
    return tuple(found)


def _names_a_plan(drop: Drop) -> bool:
    return drop.plan.number is not None or drop.plan.period is not None or drop.terms is not None


def _is_of(plan: Plan, drop: Drop) -> bool:
    """Whether the words can be about a plan: what they name must agree, and it must not be over."""
    if plan.area not in forms(drop.area):
        return False
    if drop.plan.number is not None and plan.congress != drop.plan.number:
        return False
    if drop.plan.period is not None and (plan.period is None or not _same_days(plan, drop)):
        return False
    if drop.terms is not None and drop.plan.period is None and _years(plan) != drop.terms:
        return False
    return _names_a_plan(drop) or plan.period is None or drop.day is None or plan.period.last >= drop.day


def _same_days(plan: Plan, drop: Drop) -> bool:
    one, other = plan.period, drop.plan.period
    return one is not None and other is not None and (one.first, one.last) == (other.first, other.last)


def _years(plan: Plan) -> tuple[int, int] | None:
    """The years that a plan is named by: the congress of 2020 asks for 2020-2025."""
    if plan.period is None or plan.period.first is None:
        return None
    return plan.period.first.year, plan.period.last.year


def _targets(plan: Plan, drop: Drop) -> list[Target]:
    """What is taken back: of the indicator, growth where growth is named, set by an earlier paper and still held."""
    found = [
        target
        for target in plan.targets
        if target.statement.figure.counts_for in drop.indicators and not target.is_gone and _is_earlier(target, drop)
    ]
    grows = [target for target in found if target.statement.figure.measure in _GROWTH]
    rest = [target for target in found if target not in grows]
    return (grows or rest) if drop.growth else (rest or grows)


def _is_earlier(target: Target, drop: Drop) -> bool:
    source = target.statement.source
    if source.document == drop.source.document:
        return False
    return source.published is None or drop.day is None or source.published <= drop.day


def _without(plan: Plan, drop: Drop) -> Plan:
    gone = {target.statement.id for target in _targets(plan, drop)}
    told = (_told(each, drop) if each.statement.id in gone else each for each in plan.targets)
    return msgspec.structs.replace(plan, targets=tuple(told))


def _told(target: Target, drop: Drop) -> Target:
    if target.number:
        return msgspec.structs.replace(target, told_dropped=drop.source)
    return msgspec.structs.replace(target, dropped_by=drop.source)

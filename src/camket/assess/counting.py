"""A plan's targets counted here: which are met, exceeded and missed, and which nobody can tell.

A number of the list that a person entered counts once, with all its components; where there is a list, what papers name
besides is not of it. One thing asked for by two givers counts once. A target that a later paper changed counts no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from camket.assess.aims import aim_of
from camket.model.plan import PlacedTally, Plan, Target
from camket.model.scoreboard import Count, PlanCount, State
from camket.resolve.plans import is_of_targets

_WORST: tuple[State, ...] = ("missed", "nearly_met", "met", "exceeded")
_COUNTED = ("met", "exceeded", "missed")


class _Whole(NamedTuple):
    """What counts as one target."""

    statements: tuple[str, ...]
    state: State


def count_of(plan: Plan, states: Sequence[State], total: int) -> Count:
    """What is counted of a plan's targets; those of `total` that no paper names are unknown.

    So are those nearly met, which one office counts as met and another does not.

    Args:
        plan: its targets.
        states: of each target, in their order.
        total: how many there are said to be.
    """
    found = Counter(whole.state for whole in _wholes(plan, states))
    met, exceeded, missed = (found[state] for state in ("met", "exceeded", "missed"))
    known = met + exceeded + missed
    return Count(met=met, exceeded=exceeded, missed=missed, unknown=max(total, found.total()) - known)


def counted(plan: Plan, states: Sequence[State]) -> PlanCount:
    """The same with the targets by name, out of the total that papers tell most often."""
    wholes = _wholes(plan, states)
    total = max(total_of(plan.tallies), len(wholes))

    def named(*wanted: State) -> tuple[str, ...]:
        return tuple(id_ for whole in wholes if whole.state in wanted for id_ in whole.statements[:1])

    return PlanCount(
        total=total,
        met=named("met"),
        exceeded=named("exceeded"),
        missed=named("missed"),
        unknown=tuple(id_ for whole in wholes if whole.state not in _COUNTED for id_ in whole.statements[:1]),
        unnamed=total - len(wholes),
    )


def total_of(tallies: Iterable[PlacedTally]) -> int:
    """How many targets a plan is said to have: what tallies of its targets say most often; 0 where none does."""
    said = Counter(placed.tally.total for placed in tallies if is_of_targets(placed.tally))
    return max(sorted(said), key=said.__getitem__, default=0)


def _wholes(plan: Plan, states: Sequence[State]) -> list[_Whole]:
    """What counts as one target, with its state.

    One with components is missed where one of them is, unknown where one of them is, and exceeded only where all are.
    """
    listed = any(target.number for target in plan.targets)
    groups: dict[object, list[tuple[Target, State]]] = {}
    for target, state in zip(plan.targets, states, strict=True):
        if not target.is_gone and (target.number or not listed):
            groups.setdefault(_key(target), []).append((target, state))
    return [_whole(group) for group in groups.values()]


def _key(target: Target) -> object:
    """What a target counts under: its number; what it is about where its giver is known; else itself."""
    if target.number:
        return target.whole or target.number
    return aim_of(target) if target.giver else target.statement.id


def _whole(group: Sequence[tuple[Target, State]]) -> _Whole:
    found = {state for _, state in group}
    components = any(target.number for target, _ in group)
    state = _worst(found) if components or len(found) == 1 else "unclear"
    return _Whole(tuple(target.statement.id for target, _ in group), state)


def _worst(group: set[State]) -> State:
    if "missed" in group or group <= set(_WORST):
        return next(state for state in _WORST if state in group)
    return min(group - set(_WORST))

"""A board of one place or one plan, out of a board of all."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from camket.errors import UsageError
from camket.model.scoreboard import DifferenceLine, PlanBoard, Scoreboard
from camket.model.series import Source
from camket.resolve.areas import forms, forms_of


def narrowed(board: Scoreboard, *, area: str | None = None, plan: str | None = None) -> Scoreboard:
    """What a board says of a place in all its forms, or of one plan; directives and findings of the papers named there.

    Args:
        board: of a whole registry.
        area: slug or name.
        plan: id of a plan, or the beginning of one that no other plan has.

    Raises:
        UsageError: nothing on the board is of that area; there is no such plan, or several.
    """
    if area is not None:
        board = _of_area(board, area)
    return board if plan is None else _of_plan(board, _one(board.plans, plan))


def _of_area(board: Scoreboard, area: str) -> Scoreboard:
    places = frozenset(form for slug in forms_of(area) for form in forms(slug))
    plans = tuple(plan for plan in board.plans if plan.area in places)
    values = tuple(value for value in board.values if value.area in places)
    if not plans and not values:
        raise UsageError("assess.nothing_of_area", area=area)
    return _with_papers(
        msgspec.structs.replace(
            board,
            plans=plans,
            values=values,
            scenarios=tuple(each for each in board.scenarios if each.area in places),
            contradictions=_differences(board.contradictions, places),
            compatible=_differences(board.compatible, places),
            criteria=tuple(each for each in board.criteria if each.area in places),
            indices=tuple(each for each in board.indices if each.area in places),
        )
    )


def _of_plan(board: Scoreboard, plan: PlanBoard) -> Scoreboard:
    told = {line.statement for line in (*plan.targets, *plan.replaced)} | {line.statement for line in plan.tallies}
    told |= {id_ for line in plan.targets for id_ in (*line.inputs, *line.repeats)}
    return _with_papers(
        msgspec.structs.replace(
            board,
            plans=(plan,),
            scenarios=(),
            criteria=(),
            indices=(),
            values=tuple(value for value in board.values if value.statement in told),
            contradictions=tuple(line for line in board.contradictions if told & set(line.statements)),
            compatible=tuple(line for line in board.compatible if told & set(line.statements)),
        )
    )


def _one(plans: Iterable[PlanBoard], asked: str) -> PlanBoard:
    exact = [plan for plan in plans if plan.id == asked]
    found = exact or [plan for plan in plans if plan.id.startswith(asked)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError("assess.several_plans", plan=asked, plans=", ".join(plan.id for plan in found[:10]))
    raise UsageError("assess.no_plan", plan=asked)


def _differences(lines: Iterable[DifferenceLine], places: frozenset[str]) -> tuple[DifferenceLine, ...]:
    return tuple(line for line in lines if dict(line.reason.params).get("area", "") in places)


def _with_papers(board: Scoreboard) -> Scoreboard:
    """Directives and findings of the papers that the rest of the board names."""
    papers = {source.document for source in _sources(board)}
    return msgspec.structs.replace(
        board,
        directives=tuple(each for each in board.directives if each.source.document in papers),
        findings=tuple(each for each in board.findings if each.where in papers),
    )


def _sources(board: Scoreboard) -> Iterable[Source]:
    for plan in board.plans:
        for target in plan.targets:
            yield from (target.source, *target.other_sources)
            if target.value_source is not None:
                yield target.value_source
        yield from (tally.source for tally in plan.tallies)
    yield from (value.source for value in board.values)
    yield from (each.source for each in board.scenarios)
    for line in (*board.contradictions, *board.compatible):
        yield from line.sources

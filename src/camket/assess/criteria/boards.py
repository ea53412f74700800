"""A set of criteria for an area on a day: passed, failed, or what must be known before that can be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from camket import catalogue
from camket.assess.criteria.held import Held
from camket.assess.criteria.one import line_of
from camket.assess.readings import Values
from camket.model.criteria import CriteriaBoard, CriteriaSet, CriterionLine, Fulfilled
from camket.model.message import Message, message
from camket.model.series import Statement
from camket.resolve.areas import boundary
from camket.rules.numeral.item import show

_ZERO = Decimal(0)


def boards(
    values: Values, statements: Iterable[Statement], day: date | None, areas: Iterable[str] = ()
) -> tuple[CriteriaBoard, ...]:
    """All sets in force on a day, for every area of which at least one criterion has a value.

    Args:
        values: the actuals that stand.
        statements: of all areas; what they say of the country is compared with.
        day: of the assessment; it chooses the regime, never the day of the data. None: no set can be chosen.
        areas: those to check; by default all that have a value.
    """
    if day is None:
        return ()
    held = Held(values, statements)
    chosen = tuple(dict.fromkeys(map(boundary, areas))) or held.areas()
    found = [check(each, area, held, day) for area in chosen for each in sets_of(area, day)]
    return tuple(board for board in found if any(line.value is not None and line.inputs for line in board.criteria))


def sets_of(area: str, day: date) -> tuple[CriteriaSet, ...]:
    """The sets that can be asked of an area, in force on that day."""
    forms = [each for each in catalogue.load_areas() if boundary(each.slug) == boundary(area) and each.stands_on(day)]
    kinds = {each.kind for each in forms}
    return tuple(each for each in catalogue.load_criteria() if each.in_force(day) and kinds & set(each.kinds))


def check(criteria: CriteriaSet, area: str, held: Held, day: date) -> CriteriaBoard:
    """How an area stands by one set on a day."""
    lines = tuple(line_of(each, area, held, day) for each in criteria.criteria)
    counts = {state: sum(line.state == state for line in lines) for state in ("pass", "fail", "unknown")}
    least, most = _points(lines) if criteria.combine == "points" else (None, None)
    state, reason = _whole(criteria, lines, counts, (least or _ZERO, most or _ZERO))
    return CriteriaBoard(
        set=criteria.id, name=criteria.name, paper=criteria.paper, area=area, day=day, state=state,
        passed=counts["pass"], failed=counts["fail"], unknown=counts["unknown"], needed=criteria.needed,
        points_least=least, points_most=most, reason=reason,
        asked=tuple(line.name for line in lines if line.state == "unknown"), criteria=lines,
    )  # fmt: skip


def _points(lines: Sequence[CriterionLine]) -> tuple[Decimal, Decimal]:
    return (
        sum((line.points_least or _ZERO for line in lines), _ZERO),
        sum((line.points_most or _ZERO for line in lines), _ZERO),
    )


def _whole(
    criteria: CriteriaSet, lines: Sequence[CriterionLine], counts: dict[str, int], points: tuple[Decimal, Decimal]
) -> tuple[Fulfilled, Message]:
    """The whole by the rule of the set, from what is known: what is not known is taken neither way."""
    total = len(lines)
    passed, failed, unknown = counts["pass"], counts["fail"], counts["unknown"]
    said = {"passed": passed, "failed": failed, "unknown": unknown, "total": total}
    if criteria.combine == "points":
        needed = criteria.needed or _ZERO
        low, high = points
        reason = message("criteria.points", low=show(low), high=show(high), needed=show(needed), **said)
        short = any(_group_points(lines, group)[1] < least for group, least in criteria.groups.items())
        enough = all(_group_points(lines, group)[0] >= least for group, least in criteria.groups.items())
        # each criterion has a least of its own, so one that fails cannot be made up for where there are no groups
        fails = high < needed or short or (failed > 0 and not criteria.groups)
        passes = low >= needed and enough and (unknown == 0 or bool(criteria.groups))
        return "fail" if fails else "pass" if passes else "unknown", reason
    needed_count = int(criteria.needed) if criteria.needed is not None else total
    reason = message("criteria.count", needed=needed_count, **said)
    if passed >= needed_count:
        return "pass", reason
    return ("fail" if passed + unknown < needed_count else "unknown"), reason


def _group_points(lines: Sequence[CriterionLine], group: str) -> tuple[Decimal, Decimal]:
    return _points([line for line in lines if line.group == group])

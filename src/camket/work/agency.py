"""The class of a body by its tasks: where it stands, what lies before the next class, what is not known.

Bodies only: no person is scored here, and none is to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from camket import plain_yaml
from camket.errors import UsageError
from camket.model.agency import (
    AgencyClass,
    AgencyClassId,
    ClassCondition,
    ClassInput,
    ClassRule,
    ClassSet,
    ConditionLine,
)
from camket.model.criteria import Fulfilled
from camket.model.task import Standing
from camket.typed import typed
from camket.work.days import written
from camket.work.shares import is_done, is_due

_HUNDRED = Decimal(100)


@cache
def load_class_sets() -> tuple[ClassSet, ...]:
    """All regimes of `agency_class.yaml`."""
    text = resources.files("camket.work").joinpath("agency_class.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(tuple[ClassSet, ...]))


class _Counted(NamedTuple):
    """The tasks of a body that were due, and those among them that are done, in time, late."""

    whole: tuple[str, ...]
    done: tuple[str, ...]
    in_time: tuple[str, ...]
    late: tuple[str, ...]


class _Known(NamedTuple):
    """What tasks do not tell."""

    points: Decimal | None
    beyond: int | None
    answers: Mapping[str, bool | None]


def agency_class(
    standings: Iterable[Standing],
    body: str,
    day: date,
    *,
    points: Decimal | None = None,
    beyond: int | None = None,
    subordinates: bool | None = None,
    mended: bool | None = None,
    wrongdoing: bool | None = None,
) -> AgencyClass:
    """Where a body stands on a day by the regime in force; no class is given before all that makes it is known.

    What tasks do not tell is None while nobody has said it.

    Args:
        standings: its tasks of the period, as they stand on that day; those of others are left out.
        body: its id.
        day: the day.
        points: of the assessment, which camket does not make.
        beyond: how many of the tasks went beyond what was asked, as the competent level says.
        subordinates: whether no body directly below it is classed as not having completed its tasks.
        mended: whether all shortcomings found before are mended.
        wrongdoing: whether the competent level found wrongdoing with staff, or the body divided against itself.

    Raises:
        UsageError: no regime is in force on that day.
    """
    regime = next((each for each in load_class_sets() if each.in_force(day)), None)
    if regime is None:
        raise UsageError("work.no_class_set", day=written(day))
    counted = _counted(standings, body)
    known = _Known(points, beyond, {"subordinates": subordinates, "mended": mended, "wrongdoing": wrongdoing})
    lines = tuple(
        _line(rule, condition, counted, known) for rule in regime.classes for condition in (*rule.all, *rule.any)
    )
    place = _placed(regime, lines)
    aimed = tuple(each for each in lines if each.class_ == place.aim and each.state != "pass")
    unsaid = (each for each in lines if each.state == "unknown" and each.class_ in (place.aim, *place.possible))
    return AgencyClass(
        set=regime.id,
        paper=regime.paper,
        body=body,
        day=day,
        class_=place.reached,
        possible=place.possible,
        lines=tuple(each for each in lines if each.condition.is_ is None),
        matters=tuple(each for each in lines if each.condition.is_ is not None),
        next=place.aim,
        between=tuple(each for each in aimed if each.condition.is_ is None),
        asked=tuple(dict.fromkeys(each.condition.input for each in unsaid)),
    )


class _Place(NamedTuple):
    """Which class was reached, which are not ruled out, and the next to arrive at."""

    reached: AgencyClassId | None
    possible: tuple[AgencyClassId, ...]
    aim: AgencyClassId | None


def _placed(regime: ClassSet, lines: Sequence[ConditionLine]) -> _Place:
    order = [rule.id for rule in regime.classes]
    states = {rule.id: _state(rule, [each for each in lines if each.class_ == rule.id]) for rule in regime.classes}
    worst = order[-1]
    possible = (worst,) if states[worst] == "pass" else tuple(each for each in order if states[each] != "fail")
    if not possible:
        return _Place(None, (), None)
    best = possible[0]
    if states[best] != "pass":
        return _Place(None, possible, best)
    return _Place(best, possible, order[order.index(best) - 1] if order.index(best) else None)


def _counted(standings: Iterable[Standing], body: str) -> _Counted:
    """The due tasks of a body; one that it handed over late stays among its late ones."""
    whole, done, in_time, late = [], [], [], []
    for each in standings:
        if any(held.body == body and held.days_late for held in each.held) and each.lead != body:
            whole.append(each.task.id)
            late.append(each.task.id)
        if each.lead != body or each.outcome == "out" or not is_due(each):
            continue
        whole.append(each.task.id)
        if is_done(each):
            done.append(each.task.id)
        if each.outcome == "done_in_time":
            in_time.append(each.task.id)
        if each.outcome in ("done_late", "open_overdue"):
            late.append(each.task.id)
    return _Counted(tuple(whole), tuple(done), tuple(in_time), tuple(late))


def _line(rule: ClassRule, condition: ClassCondition, counted: _Counted, known: _Known) -> ConditionLine:
    if condition.is_ is not None:
        told = known.answers[condition.input]
        state: Fulfilled = "unknown" if told is None else "pass" if told is condition.is_ else "fail"
        return ConditionLine(class_=rule.id, condition=condition, state=state)
    if condition.input == "points":
        points = known.points
        return ConditionLine(class_=rule.id, condition=condition, state=_holds(condition, points), value=points)
    part, whole = _part(condition.input, counted, known.beyond)
    value = _HUNDRED * part / whole if part is not None and whole else None
    state = _holds(condition, value)
    fails = state == "fail" and bool(rule.all)
    tasks = _before(condition.input, counted) if fails else ()
    return ConditionLine(
        class_=rule.id,
        condition=condition,
        state=state,
        part=part,
        whole=whole,
        value=value.quantize(Decimal("0.01")) if value is not None else None,
        short=_short(condition, part or 0, whole) if fails else 0,
        tasks=tasks,
        can_mend=condition.input not in ("in_time", "late"),
    )


def _part(asked: ClassInput, counted: _Counted, beyond: int | None) -> tuple[int | None, int]:
    if asked == "beyond":
        return beyond, len(counted.whole)
    parts = {"in_time": counted.in_time, "done": counted.done, "late": counted.late}
    return len(parts[asked]), len(counted.whole)


def _before(asked: ClassInput, counted: _Counted) -> tuple[str, ...]:
    """The tasks that stand between a body and a bound."""
    if asked == "done":
        return tuple(each for each in counted.whole if each not in counted.done)
    if asked == "in_time":
        return tuple(each for each in counted.whole if each not in counted.in_time)
    return counted.late if asked == "late" else ()


def _holds(condition: ClassCondition, value: Decimal | None) -> Fulfilled:
    if value is None:
        return "unknown"
    if condition.at_least is not None:
        return "pass" if value >= condition.at_least else "fail"
    if condition.at_most is not None:
        return "pass" if value <= condition.at_most else "fail"
    return "pass" if condition.below is not None and value < condition.below else "fail"


def _short(condition: ClassCondition, part: int, whole: int) -> int:
    """How many tasks more, or fewer, the bound asks for."""
    if condition.at_least is not None:
        return -int(-(condition.at_least * whole) // _HUNDRED) - part
    return part - int((condition.at_most or Decimal(0)) * whole // _HUNDRED)


def _state(rule: ClassRule, lines: Sequence[ConditionLine]) -> Fulfilled:
    states = {each.state for each in lines}
    if rule.any:
        return "pass" if "pass" in states else "unknown" if "unknown" in states else "fail"
    return "fail" if "fail" in states else "unknown" if "unknown" in states else "pass"


def handed_over_late(standings: Iterable[Standing]) -> Iterator[tuple[str, str, int]]:
    """Tasks that a body handed over late: the body, the task, by how many days. They stay with it."""
    for each in standings:
        for held in each.held:
            if held.days_late:
                yield held.body, each.task.id, held.days_late


def tasks_behind(standings: Iterable[Standing], body: str) -> dict[str, tuple[str, ...]]:
    """The tasks that the shares of a class count: `whole` those due, and of them `done`, `in_time`, `late`."""
    return _counted(standings, body)._asdict()

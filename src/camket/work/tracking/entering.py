"""What a list tells of a task as events that may be entered: checked one after the other by the life of a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from camket.errors import UsageError
from camket.model.message import Message
from camket.model.task import Task, TaskEvent
from camket.work.life import Actor, check
from camket.work.needs import VIETNAM
from camket.work.rules import WorkRules
from camket.work.standing import standing
from camket.work.tracking.happening import Happening


class Entering(NamedTuple):
    """Who enters, when, and by which rules."""

    actor: Actor
    at: datetime
    rules: WorkRules


def entered(
    task: Task, before: Sequence[TaskEvent], told: Sequence[Happening], by: Entering, say: Callable[[Message], None]
) -> tuple[TaskEvent, ...]:
    """The events that may follow those before; one that may not becomes what the list tells, and is said to `say`.

    Args:
        task: the task.
        before: all that happened to it.
        told: what the list tells, in order.
        by: who enters it.
        say: takes why something may not be entered.
    """
    events = list(before)
    for each in told:
        event = _event(task, len(events) + 1, each, by)
        trouble = _trouble(task, events, event, by)
        if trouble is not None:
            say(trouble)
            event = _event(
                task, len(events) + 1, Happening("progressed", by.at.astimezone(VIETNAM).date(), each.words), by
            )
            if each.kind == "progressed" or not each.words or _trouble(task, events, event, by) is not None:
                continue
        events.append(event)
    return tuple(events[len(before) :])


def _event(task: Task, number: int, told: Happening, by: Entering) -> TaskEvent:
    return TaskEvent(
        task=task.id, number=number, kind=told.kind, day=told.day, at=by.at, who=by.actor.who, body=by.actor.body,
        role=by.actor.role, paper=told.paper, evidence=told.evidence, due=told.due, lead=told.lead,
        percent=told.percent, words=told.words,
    )  # fmt: skip


def _trouble(task: Task, events: Sequence[TaskEvent], event: TaskEvent, by: Entering) -> Message | None:
    now = standing(task, events, by.at.astimezone(VIETNAM).date(), by.rules)
    try:
        check(now, events, event, by.actor)
    except UsageError as error:
        return error.message
    return None

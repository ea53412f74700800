"""A task for many becomes a child task for each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from camket.errors import UsageError
from camket.server.registry import models, tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.tasking import Deed
from camket.server.registry.work import held

MOST = 200
"""Bodies of one task."""


@action("split-task", permission="registry.plan")
def split_task(act: Act, number: int, bodies: Sequence[str]) -> tuple[models.Task, ...]:
    """Give each of some bodies a child of a task: the same words, sources and due, itself in the lead.

    Where the task itself was tracked, its children replace it from then on, by the same paper.

    Raises:
        UsageError: there is no such task, no body was named, there are too many, or one has its child already.
    """
    found = held([number]).get(number)
    if found is None:
        raise UsageError("task.none", number=number)
    wanted = [body for body in dict.fromkeys(each.strip() for each in bodies) if body]
    if not wanted or len(wanted) > MOST:
        raise UsageError("task.no_bodies", most=MOST)
    if models.Task.objects.filter(parent=number, lead__in=wanted).exists():
        raise UsageError("task.split_already")
    whole = found.task
    made = tuple(
        tasking.give(act, msgspec.structs.replace(whole, parent=str(number), lead=body, supporting=(), tracked=True))
        for body in wanted
    )
    if whole.tracked:  # else it would be counted beside its children
        tasking.happen(act, number, Deed(kind="replaced", other=made[0].id, paper=next(iter(whole.sources), None)))
    tasking.follow([number, *(each.id for each in made)])
    act.touched("task", number)
    act.noted(children=len(made))
    return made

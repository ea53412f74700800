"""A task given by hand: by a paper, or by word of mouth before its paper comes."""

from __future__ import annotations

from camket.model.task import Task
from camket.server.registry import models, tasking
from camket.server.registry.acting import Act, action


@action("give-task", permission="registry.plan")
def give_task(act: Act, task: Task) -> models.Task:
    """Give a task; its id and the moment and person of its entry are set here.

    Raises:
        UsageError: it says nothing, is too long, or its officer is none.
    """
    row = tasking.give(act, task)
    tasking.follow([row.id])
    act.noted(sources=len(task.sources), key=task.key)
    return row

"""Something happens to a task: taken, reported, confirmed, returned, put off and all else that its life knows."""

from __future__ import annotations

from camket.errors import UsageError
from camket.server.registry import models, tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.tasking import Deed


@action("act-on-task", permission="registry.own")
def act_on_task(act: Act, number: int, deed: Deed, *, seen: int) -> models.TaskEvent:
    """Let something happen to a task. Who may what, when, is the life of a task (`camket/work/life.yaml`).

    Args:
        act: the action.
        number: of the task.
        deed: what happens; merging and splitting have actions of their own.
        seen: how many events the person had before them.

    Raises:
        UsageError: there is no such task, somebody else acted meanwhile, or it may not be.
    """
    if deed.kind in ("merged", "replaced"):
        raise UsageError("task.other_way", event=deed.kind)
    row = tasking.happen(act, number, deed, seen=seen)
    tasking.follow([number])
    act.noted(event=deed.kind, day=row.day.isoformat())
    return row

"""The same instruction in several papers becomes one task; a task that a newer one replaces is closed."""

from __future__ import annotations

from collections.abc import Sequence

from camket.errors import UsageError
from camket.model.task import TaskSource
from camket.server.registry import models, tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.tasking import Deed
from camket.server.registry.work import source_record


@action("merge-tasks", permission="registry.plan")
def merge_tasks(act: Act, into: int, numbers: Sequence[int], *, why: str = "") -> models.Task:
    """Merge tasks into one, which gets their sources; each of the others is closed as the same.

    Raises:
        UsageError: there is no such task, it is one of the others, or one of them may not be closed now.
    """
    kept = models.Task.objects.filter(id=into).first()
    others = [number for number in dict.fromkeys(numbers) if number != into]
    if kept is None or not others:
        raise UsageError("task.none", number=into)
    known = {_key(each) for each in kept.sources.select_related("paper")}
    place = kept.sources.count() + 1
    for number in others:
        tasking.happen(act, number, Deed(kind="merged", other=into, words=why))
        rows = models.TaskSource.objects.filter(task=number).select_related("paper").order_by("place")
        fresh = [source_record(each) for each in rows if _key(each) not in known]
        known |= {_key(each) for each in rows}
        tasking.add_sources(kept, fresh, first=place)
        place += len(fresh)
    tasking.follow([into, *others])
    act.touched("task", into)
    act.noted(merged=len(others))
    return kept


@action("replace-task", permission="registry.plan")
def replace_task(act: Act, number: int, by: int, paper: TaskSource, *, why: str = "", seen: int) -> models.TaskEvent:
    """Close a task because a later paper gives another one instead.

    Raises:
        UsageError: there is no such task, somebody else acted meanwhile, or it may not be.
    """
    if not models.Task.objects.filter(id=by).exists():
        raise UsageError("task.none", number=by)
    row = tasking.happen(act, number, Deed(kind="replaced", other=by, paper=paper, words=why), seen=seen)
    tasking.follow([number])
    act.noted(by=by)
    return row


def _key(row: models.TaskSource) -> tuple[object, ...]:
    mention = bytes(row.mention) if row.mention is not None else b""
    return row.kind, row.paper_id, mention, row.number, row.day, row.quote

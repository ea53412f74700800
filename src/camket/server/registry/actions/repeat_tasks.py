"""The next occurrences of recurring tasks, each a task with a due of its own."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry import models, tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.work import held, task_record
from camket.work.recurring import repeats


@action("repeat-tasks", permission="registry.plan")
def repeat_tasks(act: Act, numbers: Sequence[int]) -> tuple[models.Task, ...]:
    """Give what recurring tasks ask for next, unless it is there; run again it gives nothing more."""
    made: list[models.Task] = []
    for number, found in held(numbers).items():
        rows = models.Task.objects.filter(recurs=number).prefetch_related("sources__paper", "helpers")
        there = [task_record(each) for each in rows]
        made += [tasking.give(act, each) for each in repeats(found.on(tasking.today(act)), there, act.at)]
    tasking.follow([each.id for each in made])
    act.noted(given=len(made))
    return tuple(made)

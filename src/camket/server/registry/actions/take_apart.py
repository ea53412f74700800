"""Tasks made of the directives of a paper, or the word that none arises from it."""

from __future__ import annotations

from collections.abc import Sequence

from camket.errors import UsageError
from camket.model.task import Task
from camket.server.registry import models, tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.papers import paper_of


@action("take-apart", permission="registry.plan")
def take_apart(act: Act, slug: str, tasks: Sequence[Task], *, done: bool = True) -> tuple[models.Task, ...]:
    """Make tasks of a paper's directives.

    Args:
        act: the action.
        slug: the paper.
        tasks: what is given; each names the paper among its sources.
        done: whether the paper has been gone through with that.

    Raises:
        UsageError: there is no such paper, nothing was chosen, a directive has its task already, or a task is no task.
    """
    row = paper_of(slug)
    if not tasks:
        raise UsageError("task.nothing_chosen")
    mentions = [bytes.fromhex(each.mention) for task in tasks for each in task.sources if each.mention]
    if models.TaskSource.objects.filter(paper=row, mention__in=mentions).exists():
        raise UsageError("task.made_already")
    made = tuple(tasking.give(act, task) for task in tasks)
    tasking.follow([each.id for each in made])
    act.touched("document", bytes(row.sha256).hex())
    act.noted(tasks=len(made))
    if done:
        _mark(act, row, tasks=True, why="")
    return made


@action("no-tasks", permission="registry.plan")
def no_tasks(act: Act, slug: str, *, why: str = "") -> models.TakenApart:
    """Say that no task arises from a paper, or no more than were made of it.

    Raises:
        UsageError: there is no such paper.
    """
    row = paper_of(slug)
    act.touched("document", bytes(row.sha256).hex())
    return _mark(act, row, tasks=models.TaskSource.objects.filter(paper=row).exists(), why=why.strip()[:1_000])


def _mark(act: Act, row: models.Document, *, tasks: bool, why: str) -> models.TakenApart:
    made, _ = models.TakenApart.objects.update_or_create(
        document=row, defaults={"tasks": tasks, "who": act.who.name, "at": act.at, "why": why}
    )
    return made

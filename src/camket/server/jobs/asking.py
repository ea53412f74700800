"""Jobs asked for, and run."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from camket.errors import CamketError
from camket.server.jobs import kinds
from camket.server.jobs.models import Job, State
from camket.server.jobs.quiet import frames

Parameters = Mapping[str, str | int | bool | list[str]]
Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""


class Kind(Protocol):
    """A module of `camket.server.jobs.kinds`."""

    def run(self, parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:
        """Do the work. It may be done again after it was cut off anywhere; its effect happens once all the same."""


def ask(kind: str, key: str, parameters: Parameters, *, who: str) -> Job:
    """A job by its key: the one that was asked for before, unless that failed, or a new one that a worker takes up."""
    with transaction.atomic():
        job, made = Job.objects.select_for_update().get_or_create(
            key=key, defaults={"kind": kind, "parameters": dict(parameters), "asked_by": who}
        )
        if made or job.state == State.FAILED:
            job.state, job.trouble, job.beat_at, job.parameters = State.WAITING, None, None, dict(parameters)
            job.task = UUID(run_job.enqueue(job.id).id)
            job.save()
    return job


def ask_again(kind: str, key: str, parameters: Parameters, *, who: str) -> Job:
    """A job that may be asked for many times, but waits or runs only once at a time."""
    earlier = Job.objects.filter(kind=kind, key__startswith=f"{key}#")
    pending = earlier.filter(state__in=(State.WAITING, State.RUNNING)).first()
    return pending or ask(kind, f"{key}#{earlier.count() + 1}", parameters, who=who)


def kind_names() -> list[str]:
    """Every kind of job there is."""
    return sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))


@task()
def run_job(number: int) -> None:
    """Run a job, unless it is done. What nobody foresaw goes to the worker, which tells it to `note_fault`."""
    job = Job.objects.get(id=number)
    if job.state == State.DONE:
        return
    now = timezone.now()
    Job.objects.filter(id=number).update(
        state=State.RUNNING, started_at=now, beat_at=now, done=0, total=0, attempts=job.attempts + 1
    )
    try:
        module: Kind = importlib.import_module(f"{kinds.__name__}.{job.kind}")
        result = module.run(job.parameters, job.asked_by, _progress(number))
    except CamketError as error:
        trouble = [error.message.code, [list(pair) for pair in error.message.params]]
        _end(number, State.FAILED, trouble=trouble)
    else:
        _end(number, State.DONE, result=result)


def _progress(number: int) -> Progress:
    def progress(done: int, total: int) -> None:
        Job.objects.filter(id=number).update(done=done, total=total, beat_at=timezone.now())

    return progress


def _end(number: int, state: State, **fields: object) -> None:
    """What it was asked with goes: paths of files can name what a paper is about."""
    Job.objects.filter(id=number).update(state=state, finished_at=timezone.now(), parameters={}, **fields)


def note_fault(*, task_result: TaskResult[object], **_signal: object) -> None:
    """A job whose task ended on a fault of the program has failed; says which kind of error it was, never its words."""
    if task_result.status != TaskResultStatus.FAILED:
        return
    job = Job.objects.filter(task=task_result.id, state__in=(State.WAITING, State.RUNNING)).first()
    reason = task_result.errors[-1].exception_class_path.rpartition(".")[2]
    DBTaskResult.objects.filter(id=task_result.id).update(traceback=frames(task_result.errors[-1].traceback, reason))
    if job is not None:
        _end(job.id, State.FAILED, trouble=["jobs.broken", [["reason", reason]]])

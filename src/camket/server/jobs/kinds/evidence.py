"""Files that show a task done: read in memory, refused without a trace where they are stamped secret, then reported."""

from __future__ import annotations

import msgspec
from django.contrib.auth import get_user_model

from camket.errors import UsageError
from camket.model.task import Evidence
from camket.report.layout import shortened
from camket.server.jobs.asking import Parameters, Progress
from camket.server.jobs.kinds import upload
from camket.server.jobs.models import Upload
from camket.server.registry.acting import actor
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.dated import dated
from camket.server.registry.models import Document, TaskEvent
from camket.server.registry.tasking import Deed
from camket.typed import typed

_LONGEST = 300


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:
    """Take in the upload `batch`, and report the task `task` with its papers, as the form `deed` says.

    Nothing is reported where one of the files was not taken in.

    Raises:
        UsageError: `task.file_refused`; or what the action refuses, as where somebody else acted meanwhile.
    """
    upload.run(parameters, who, progress)
    row = Upload.objects.filter(batch=str(parameters.get("batch", ""))).first()
    number, seen = int(str(parameters.get("task", 0))), int(str(parameters.get("seen", 0)))
    if row is None or _is_done(number, seen, who):
        return {}
    papers = list(row.papers.select_related("document"))
    refused = sum(each.document is None for each in papers)
    if refused or not papers:
        raise UsageError("task.file_refused", count=refused or row.files, number=number)
    deed = msgspec.json.decode(str(parameters["deed"]), type=typed(Deed))
    shown = tuple(_evidence(each.document, each.name, deed) for each in papers if each.document is not None)
    user = get_user_model().objects.get(username=who)
    act_on_task(actor(user), number, msgspec.structs.replace(deed, evidence=(*deed.evidence, *shown)), seen=seen)
    return {"files": len(papers)}


def _is_done(number: int, seen: int, who: str) -> bool:
    """Whether an earlier run of the same job came as far as the report."""
    return TaskEvent.objects.filter(task=number, number=seen + 1, kind="reported", who=who).exists()


def _evidence(row: Document, name: str, deed: Deed) -> Evidence:
    """A paper that was taken in; its own day counts, else the one that the form told."""
    return Evidence(ref=row.slug, number=row.number, day=dated(row) or deed.day, name=shortened(name, _LONGEST))

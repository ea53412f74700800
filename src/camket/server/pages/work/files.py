"""Files sent as evidence: they wait in memory for the worker, which looks for a stamp before anything is kept."""

from __future__ import annotations

import msgspec
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from camket.errors import UsageError
from camket.server.jobs.asking import ask
from camket.server.jobs.models import Job, State, Upload
from camket.server.jobs.telling import trouble_of
from camket.server.pages.language import language_of
from camket.server.pages.receiving import received
from camket.server.pages.work.forms import day_of
from camket.server.registry.models import Task
from camket.server.registry.models.document import Access
from camket.server.registry.rights import body_of
from camket.server.registry.tasking import Deed
from camket.server.spool import Spool
from camket.words import term

FIELD = "evidence_file"


class Told(msgspec.Struct, frozen=True):
    """What became of files that were sent last: a sentence, where more is said of it, and whether it went wrong."""

    said: str
    address: str
    bad: bool


def hand_in(request: HttpRequest, row: Task, deed: Deed, seen: int) -> bool:
    """Put the files of a form where the worker finds them; whether there were any. The report follows by itself.

    Raises:
        UsageError: `upload.no_room`; `task.file_unsaid` where nobody said that nothing of it is secret.
    """
    files = [each for each in received(request, FIELD) if each.data]
    if not files:
        return False
    if request.POST.get("no-secret") != "1":
        raise UsageError("task.file_unsaid")
    who, body = request.user.get_username(), body_of(request.user)
    batch = Spool(settings.CONFIGURATION.waiting).put(files)
    upload = Upload.objects.create(batch=batch, who=who, access=Access.INTERNAL, files=len(files), body=body)
    told = msgspec.structs.replace(deed, day=deed.day or day_of(request.POST, "evidence_day"))
    parameters: dict[str, str | int] = {
        "batch": batch,
        "task": row.id,
        "seen": seen,
        "deed": msgspec.json.encode(told).decode(),
    }
    upload.job = ask("evidence", f"evidence:{row.id}:{batch}", parameters, who=who)
    upload.save(update_fields=["job"])
    return True


def told_of_files(request: HttpRequest, row: Task) -> Told | None:
    """What whoever asks has to know of the files that he sent last for a task; None where all went well."""
    mine = Job.objects.filter(
        kind="evidence", key__startswith=f"evidence:{row.id}:", asked_by=request.user.get_username()
    )
    job = mine.first()
    if job is None or job.state == State.DONE:
        return None
    language = language_of(request)
    failed = job.state == State.FAILED
    said = trouble_of(job.trouble, language) if failed else term("tasks.done.file", language)
    return Told(said, reverse("uploaded", args=[job.key.rpartition(":")[2]]), failed)

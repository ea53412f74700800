"""`/viec`: what the worker does, did and will do, for those who may load papers."""

from __future__ import annotations

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.timezone import localtime

from camket.report.dates import day
from camket.server.jobs.models import Job, State
from camket.server.jobs.telling import trouble_of
from camket.server.pages.allowed import needs
from camket.server.pages.exports import asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import who_did
from camket.server.pages.paging import takes
from camket.words import Language, term

_SHOWN = 50
_TONES = {State.WAITING: "quiet", State.RUNNING: "fair", State.DONE: "good", State.FAILED: "bad"}
_COLUMNS = (
    "column.job", "column.job_kind", "column.job_state", "column.job_done", "column.job_total", "jobs.asked_at",
    "column.audit_who", "column.job_trouble",
)  # fmt: skip


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A job as the page shows it."""

    number: int
    kind: str
    state: str
    tone: str
    done: int
    total: int
    asked: str
    asked_by: str
    trouble: str


@needs("registry.load")
def jobs(request: HttpRequest) -> HttpResponse:
    """The latest jobs with their progress; what went wrong may name a file, and is for who asked and for approvers."""
    language, name = language_of(request), request.user.get_username()
    everything = request.user.has_perm("registry.approve")
    lines = [_line(job, language, told=everything or job.asked_by == name) for job in Job.objects.all()[:_SHOWN]]
    if asked_format(request):
        cells = (
            (each.number, each.kind, each.state, each.done, each.total, each.asked, each.asked_by, each.trouble)
            for each in lines
        )
        return exported(request, "viec", _COLUMNS, cells)
    return render(request, "pages/jobs.html", {"lines": lines, **takes(request)})


def _line(job: Job, language: Language, *, told: bool) -> Line:
    asked = localtime(job.asked_at)
    return Line(
        number=job.id,
        kind=term(f"jobs.kind.{job.kind}", language),
        state=term(f"jobs.state.{job.state}", language),
        tone=_TONES[State(job.state)],
        done=job.done,
        total=job.total,
        asked=f"{asked:%H:%M} {day(asked.date(), language)}",
        asked_by=who_did(job.asked_by, language),
        trouble=trouble_of(job.trouble, language) if told else "",
    )


PATHS = (path("viec", jobs, name="jobs"),)

"""`/viec`: what the worker does, did and will do, for those who may load papers."""

from __future__ import annotations

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.timezone import localtime

from camket.report.dates import day
from camket.server.jobs.models import Job
from camket.server.jobs.telling import trouble_of
from camket.server.pages.allowed import needs
from camket.server.pages.language import language_of
from camket.words import Language, term

_SHOWN = 50


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A job as the page shows it."""

    number: int
    kind: str
    state: str
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
    return render(request, "pages/jobs.html", {"lines": lines})


def _line(job: Job, language: Language, *, told: bool) -> Line:
    asked = localtime(job.asked_at)
    return Line(
        number=job.id,
        kind=term(f"jobs.kind.{job.kind}", language),
        state=term(f"jobs.state.{job.state}", language),
        done=job.done,
        total=job.total,
        asked=f"{asked:%H:%M} {day(asked.date(), language)}",
        asked_by=job.asked_by,
        trouble=trouble_of(job.trouble, language) if told else "",
    )


PATHS = (path("viec", jobs, name="jobs"),)

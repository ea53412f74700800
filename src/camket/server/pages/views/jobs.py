"""`/viec`: what the worker does, did and will do, for those who may load papers."""

from __future__ import annotations

import msgspec
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localtime

from camket.report.dates import day
from camket.server.jobs.models import Job
from camket.server.jobs.telling import trouble_of
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


def jobs(request: HttpRequest) -> HttpResponse:
    """The latest jobs with their progress."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"{reverse('login')}?next={reverse('jobs')}")
    if not request.user.has_perm("registry.load"):
        raise PermissionDenied
    language = language_of(request)
    lines = [_line(job, language) for job in Job.objects.all()[:_SHOWN]]
    return render(request, "pages/jobs.html", {"lines": lines})


def _line(job: Job, language: Language) -> Line:
    asked = localtime(job.asked_at)
    return Line(
        number=job.id,
        kind=term(f"jobs.kind.{job.kind}", language),
        state=term(f"jobs.state.{job.state}", language),
        done=job.done,
        total=job.total,
        asked=f"{asked:%H:%M} {day(asked.date(), language)}",
        asked_by=job.asked_by,
        trouble=trouble_of(job.trouble, language),
    )


PATHS = (path("viec", jobs, name="jobs"),)

"""Every task stands in lists where its events put it, they follow one another, and no withdrawn paper speaks in it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, Max

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.models import Task, TaskEvent, TaskSource
from camket.server.registry.rebuilding import portions
from camket.server.registry.spans import wrong_spans


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Tasks whose spans are not those of their events, whose events miss one, or that hold words of a tombstone."""
    for numbers in portions(Task.objects.all()):
        yield from (_finding("doctor.task_spans", number) for number in wrong_spans(numbers))
    numbered = TaskEvent.objects.values("task").annotate(count=Count("id"), last=Max("number")).order_by("task")
    for number in numbered.exclude(count=F("last")).values_list("task", flat=True):
        yield _finding("doctor.task_events", number)
    told = TaskSource.objects.filter(paper__withdrawn_on__isnull=False).exclude(quote="").order_by("task")
    for number in told.values_list("task", flat=True).distinct():
        yield _finding("doctor.task_words", number)


def _finding(code: str, number: int) -> Finding:
    return Finding(message=message(code, number=number), level="error", where=f"task:{number}")

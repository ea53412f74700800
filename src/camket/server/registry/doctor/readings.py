"""Every paper has one reading that counts, and every fact that counts is in it or in one before it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import IntegrityError, connection
from django.db.models import Count, F, Q

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.hanging import PEOPLE
from camket.server.registry.models import Document, Fact, Reading


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Papers without a reading or with two that count, mentions stated twice, rows that point nowhere."""
    counts = Q(readings__superseded=False) & ~Q(readings__version=PEOPLE)
    counted = Document.objects.annotate(count=Count("readings", filter=counts))
    for row in counted.filter(withdrawn_on__isnull=True).exclude(count=1).order_by("id"):
        yield _finding("doctor.readings", row.name, count=row.count)
    twice = Fact.objects.filter(superseded=False).values("document__name", "kind", "mention")
    for each in twice.annotate(count=Count("id")).filter(count__gt=1).order_by("document__name"):
        yield _finding("doctor.mention_twice", each["document__name"], count=each["count"])
    for fact in Fact.objects.exclude(document=F("reading__document")).select_related("document"):
        yield _finding("doctor.readings", fact.document.name, count=Reading.objects.filter(id=fact.reading_id).count())
    try:
        connection.check_constraints()
    except IntegrityError as error:
        yield Finding(message=message("doctor.orphan", reason=error), level="error", where="registry")


def _finding(code: str, where: str, **params: object) -> Finding:
    return Finding(message=message(code, paper=where, **params), level="error", where=where)

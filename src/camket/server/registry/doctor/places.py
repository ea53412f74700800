"""Placements and what stands, as today's catalogue and policy would have them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry import spoken
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document, Loose, Placement, Series
from camket.server.registry.placing import Difference, difference_of_loose, difference_of_papers
from camket.server.registry.rebuilding import portions
from camket.server.registry.standing import difference


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Placements that are wrong, missing or of facts that do not count, areas of papers, empty series, wrong values."""
    for number, name in Document.objects.order_by("id").values_list("id", "name").iterator():
        yield from _compared(difference_of_papers(Document.objects.filter(id=number)), name)
    for numbers in portions(Loose.objects.all()):
        yield from _compared(difference_of_loose(Loose.objects.filter(id__in=numbers)), "-")
    strays = Placement.objects.filter(Q(fact__isnull=True, loose__isnull=True) | Q(fact__superseded=True)).count()
    if strays:
        yield _finding("doctor.placements", "-", wrong=strays, missing=0)
    for numbers in portions(Document.objects.all()):
        found = spoken.difference(numbers)
        if found.rows:
            yield _finding("doctor.paper_areas", "-", wrong=len(found.wrong), missing=len(found.missing))
    for numbers in portions(Series.objects.all()):
        for row in Series.objects.filter(id__in=numbers, placements__isnull=True):
            yield _finding("doctor.empty_series", row.indicator, area=row.area)
        names = dict(Series.objects.filter(id__in=numbers).values_list("id", "indicator"))
        for group in sorted(difference(numbers), key=lambda each: (each.series, each.klass, each.last)):
            yield _finding("doctor.standing", names[group.series], period=f"{group.first or ''}/{group.last}")


def _compared(found: Difference, name: str) -> Iterator[Finding]:
    if found.wrong or found.missing:
        yield _finding("doctor.placements", name, wrong=len(found.wrong), missing=len(found.missing))


def _finding(code: str, where: str, **params: object) -> Finding:
    return Finding(message=message(code, subject=where, **params), level="error", where=where)

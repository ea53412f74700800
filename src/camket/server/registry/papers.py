"""A paper by its address."""

from __future__ import annotations

from camket.errors import UsageError
from camket.report.dates import day
from camket.server.registry.models import Document


def paper_of(slug: str) -> Document:
    """The paper of an address.

    Raises:
        UsageError: there is none, or it was withdrawn.
    """
    row = Document.objects.filter(slug=slug).first()
    if row is None:
        raise UsageError("paper.unknown", slug=slug)
    if row.withdrawn_on is not None:
        raise UsageError("paper.was_withdrawn", slug=slug, day=day(row.withdrawn_on), who=row.withdrawn_by)
    return row

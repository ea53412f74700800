"""The day that a paper bears: of what it decides and shows, where `said_on` is that of the session that it tells of."""

from __future__ import annotations

from datetime import date

from camket.model.document import Head
from camket.resolve.placing import document_day, paper_day
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document


def dated(row: Document) -> date | None:
    """The day in its head; as people mended it where they did; the one that it speaks from where it bears none."""
    if not row.head:  # of a withdrawn paper nothing else is kept
        return row.said_on
    head = unpack(row.head, Head)
    return paper_day(head) if row.said_on == document_day(head) else row.said_on

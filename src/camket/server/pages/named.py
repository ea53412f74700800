"""People and cited papers as entries name them, by narrow rows: a page shows hundreds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet

from camket.server.pages.naming import PAPER, PaperRow
from camket.server.registry.access import Reader
from camket.server.registry.models import Entry
from camket.server.registry.models.entry import Sort
from camket.server.registry.store import DatabaseRegistry


class Named(NamedTuple):
    """A fact that names somebody or something.

    Attributes:
        document: the key of its paper.
        mention: of the fact.
        body: the fact, packed.
        judged: the fact of the judgement by which it counts, packed.
        paper: what its paper is named by.
    """

    document: int
    mention: str
    body: bytes
    judged: bytes | None
    paper: PaperRow


NAMED = ("document_id", "fact__mention", "fact__body", "judgement__body", *PAPER)
"""The columns of an entry that make it a `Named`."""


def named(row: Sequence[Any]) -> Named:
    """The row of an entry, in the columns `NAMED`."""
    document, mention, body, judged, *paper = row
    return Named(document, bytes(mention).hex(), body, judged, PaperRow(*paper))


def named_in(reader: Reader, sort: Sort) -> QuerySet[Entry]:
    """What the papers that a reader may see name of one sort: people, references; copies of a text count once."""
    seen = DatabaseRegistry().seen_by(reader).papers()
    return Entry.objects.filter(sort=sort, document__in=seen).exclude(label="").defer("exact", "bare")

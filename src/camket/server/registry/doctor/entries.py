"""Every paper is found by the words that it holds now, and a withdrawn one by none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document, Entry
from camket.server.registry.searching import entries_of

_SAME = ("sort", "start", "end", "fact_id", "judgement_id", "label", "shown", "exact", "bare")


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Papers whose entries are not those that their text and facts make."""
    for row in Document.objects.order_by("id").iterator(chunk_size=100):
        wanted = Counter(tuple(getattr(entry, name) for name in _SAME) for entry in entries_of(row))
        if wanted != Counter(Entry.objects.filter(document=row).values_list(*_SAME)):
            yield Finding(message=message("doctor.entries", paper=row.name), level="error", where=row.name)

"""Every judgement hangs where its words stand, and the facts of people are those that they hold to be there."""

from __future__ import annotations

from collections.abc import Iterator

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.hanging import facts_of_people, where
from camket.server.registry.keys import pack
from camket.server.registry.models import Document, Judgement


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Papers whose judgements hang elsewhere than their words stand, or whose facts of people are not those judged."""
    judged = Judgement.objects.values("document")
    for row in Document.objects.filter(id__in=judged).select_related("body").order_by("id").iterator(chunk_size=50):
        judgements = list(Judgement.objects.filter(document=row).select_related("document").order_by("at", "id"))
        hung = where(row, judgements)
        kept = {each.id: None if each.orphan else bytes(each.mention) for each in judgements}
        people = {key: bytes(fact.body) for key, fact in facts_of_people(row).items()}
        if kept != hung.mentions or people != {key: pack(fact) for key, fact in hung.facts.items()}:
            yield Finding(message=message("doctor.judgements", paper=row.name), level="error", where=row.name)

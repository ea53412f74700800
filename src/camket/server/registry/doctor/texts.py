"""Texts, their digests, what is searched of them, and which of several sources counts."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from camket.findings import Finding
from camket.model.message import message
from camket.registry.copies import key_of_folded, search_text
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document
from camket.server.registry.rows import NUL
from camket.server.registry.sources import misplaced, sources


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Papers without text, texts that changed, search texts and keys that are not theirs, wrong sources."""
    rows = Document.objects.filter(withdrawn_on__isnull=True).select_related("body").order_by("id")
    for row in rows.iterator(chunk_size=200):
        if not hasattr(row, "body"):
            yield _finding("doctor.no_text", row.name)
            continue
        text = row.body.text
        if row.text_sha256 and NUL not in text and sha256(text.encode()).digest() != bytes(row.text_sha256):
            yield _finding("doctor.text_changed", row.name)
        folded = search_text(text)
        key = bytes(row.text_key) if row.text_key is not None else None
        if row.body.folded != folded or key != key_of_folded(folded):
            yield _finding("doctor.search_text", row.name)
    for gone in Document.objects.filter(withdrawn_on__isnull=False, body__isnull=False):
        yield _finding("doctor.withdrawn_kept", gone.slug)
    papers = sources()
    names = dict(Document.objects.filter(id__in=[each.id for each, _ in misplaced(papers)]).values_list("id", "name"))
    for paper, _ in misplaced(papers):
        yield _finding("doctor.stands_for", names[paper.id])


def _finding(code: str, where: str) -> Finding:
    return Finding(message=message(code, paper=where), level="error", where=where)

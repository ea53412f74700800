"""Files and rows belong together, and every file holds what it held."""

from __future__ import annotations

from collections.abc import Iterator

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document


def check(files: FileStore) -> Iterator[Finding]:
    """Rows without files, files without rows, files that changed, files that do not belong here."""
    rows = Document.objects.filter(size__gt=0, withdrawn_on__isnull=True).values_list("sha256", "name")
    kept = set(files.digests())
    for digest, name in rows.order_by("id").iterator():
        key = bytes(digest)
        if key not in kept:
            yield _finding("doctor.no_file", name, file=files.path(key))
            continue
        kept.remove(key)
        if not files.is_whole(key):
            yield _finding("doctor.file_changed", name, file=files.path(key))
    for key in sorted(kept):
        yield _finding("doctor.no_row", files.path(key).name, file=files.path(key))
    for path in files.strangers():
        yield _finding("doctor.stranger", path.name, file=path)


def _finding(code: str, where: str, **params: object) -> Finding:
    return Finding(message=message(code, paper=where, **params), level="error", where=where)

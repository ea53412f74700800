"""The file of SQLite is sound: its tables and their indexes say the same. PostgreSQL looks after its own."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore

_SOUND, _MOST = "ok", 3


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """The first few places where it is not."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA integrity_check({_MOST})")
        found = [said for (said,) in cursor.fetchall() if said != _SOUND]
    for each in found:
        yield Finding(message=message("doctor.database", reason=each), level="error", where="registry")

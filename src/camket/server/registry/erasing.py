"""Nothing of a withdrawn paper is left on the disk: neither its file nor its letters in the pages of the database."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db import OperationalError, connection

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.pictures import PictureStore

_INDEX = "registry_words"


def erase(digest: bytes) -> tuple[Finding, ...]:
    """Remove the file of a paper, pictures of its pages, and the remains of its rows.

    Its transaction has ended; doing it again does no harm.

    Returns:
        What could not be done now, with what to do.
    """
    FileStore(settings.CONFIGURATION.files).remove(digest)
    PictureStore(settings.CONFIGURATION.pictures).remove(digest)
    if connection.vendor == "sqlite":
        return tuple(_compact_sqlite())
    return tuple(_vacuum_postgresql())


def _compact_sqlite() -> Iterator[Finding]:
    """Write the file anew without what was deleted, and empty the log of changes beside it.

    Deleted letters are overwritten at once (`secure_delete`), but rows that were moved from page to page can leave
    copies in the gaps of pages; those go only when the whole file is written anew.
    """
    try:
        with connection.cursor() as cursor:
            if _INDEX in connection.introspection.table_names(cursor):
                cursor.execute(f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('optimize')")  # noqa: S608 - a name of ours
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
    except OperationalError as error:
        yield _left("withdraw.not_compacted", reason=str(error))
        return
    if busy:
        yield _left("withdraw.in_use")


def _vacuum_postgresql() -> Iterator[Finding]:
    """Free the rows. Their letters stay in the files of the server until those are written anew, which locks tables."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
    yield _left("withdraw.postgresql")


def _left(code: str, **params: str) -> Finding:
    return Finding(message=message(code, **params), level="warning")

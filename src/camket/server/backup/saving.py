"""A backup made while the registry is in use: what it holds is of one moment."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec
from django.db import connection, transaction
from django.db.models import Model

from camket import __version__
from camket.errors import UsageError
from camket.server.backup.tables import FORMAT, Manifest, Table, columns_of, kept_models, lines, migrations
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # equal registries make equal archives


def save(path: Path, files: FileStore) -> Manifest:
    """Write a backup; the file is whole or not there.

    Raises:
        UsageError: it cannot be written, or bytes of a paper are missing.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            with ZipFile(out, "w") as archive:
                manifest = _save(archive, files)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError as error:
        raise UsageError("backup.cannot_write", file=path, reason=error.strerror or error) from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _save(archive: ZipFile, files: FileStore) -> Manifest:
    with _moment():
        tables = tuple(_table(archive, model) for model in kept_models())
        rows = Document.objects.filter(size__gt=0, withdrawn_on__isnull=True).order_by("sha256")
        digests = [bytes(digest) for digest in rows.values_list("sha256", flat=True)]
        made_by = migrations()
    for digest in digests:
        data = files.get(digest)
        if data is None:
            raise UsageError("backup.no_file", file=files.path(digest))
        archive.writestr(ZipInfo(f"files/{digest.hex()[:2]}/{digest.hex()[2:]}", _NO_TIME), data, ZIP_STORED)
    kept = tuple(digest.hex() for digest in digests)
    manifest = Manifest(format=FORMAT, version=__version__, migrations=made_by, tables=tables, files=kept)
    said = msgspec.json.format(msgspec.json.encode(manifest))
    archive.writestr(ZipInfo("manifest.json", _NO_TIME), said, ZIP_DEFLATED)
    return manifest


@contextmanager
def _moment() -> Iterator[None]:
    """A transaction that sees the registry as it is now, to its end, and keeps nobody from writing."""
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        mode = connection.transaction_mode  # type: ignore[attr-defined]  # of SQLite's wrapper alone
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql" and not connection.savepoint_ids:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode  # type: ignore[attr-defined]


def _table(archive: ZipFile, model: type[Model]) -> Table:
    name, digest, count = model._meta.db_table, hashlib.sha256(), 0
    info = ZipInfo(f"tables/{name}.jsonl", _NO_TIME)
    info.compress_type = ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as out:
        for line in lines(model):
            out.write(line)
            digest.update(line)
            count += 1
    return Table(name, columns_of(model), count, digest.hexdigest())

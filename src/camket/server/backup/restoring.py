"""A backup into an empty registry, on whichever database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

import msgspec
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from camket.errors import UsageError
from camket.server.backup.carrying import tables_of, way_from
from camket.server.backup.tables import FORMAT, Manifest, Table, fields_of, kept_models, values
from camket.server.registry.files import FileStore
from camket.server.registry.guard import writing
from camket.typed import typed

_MADE_BY_MIGRATING = ("auth_permission", "django_content_type")
_ROWS = 500


def restore(path: Path, files: FileStore) -> Manifest:
    """Fill an empty registry from a backup: the rows in one transaction, the bytes before them.

    One of an older version is carried over the migrations that came since.

    Raises:
        UsageError: it is no backup, is damaged, was made by a newer version or one that cannot be carried over, or the
            registry is not empty; nothing has changed in the tables then.
    """
    try:
        with ZipFile(path) as archive:
            manifest = _manifest(archive, path)
            _demand_empty()
            _restore_files(archive, manifest, files, path)
            with tables_of(manifest.migrations) as held, writing(), transaction.atomic():
                _restore_tables(archive, manifest, path, kept_models(held))
    except (BadZipFile, KeyError) as error:
        raise UsageError("restore.damaged", file=path, reason=error) from error
    except OSError as error:
        raise UsageError("restore.unreadable", file=path, reason=error.strerror or error) from error
    return manifest


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    try:
        manifest = msgspec.json.decode(archive.read("manifest.json"), type=typed(Manifest))
    except (KeyError, msgspec.DecodeError) as error:
        raise UsageError("restore.no_backup", file=path) from error
    way = way_from(manifest.migrations)
    if manifest.format > FORMAT or way == "newer":
        raise UsageError("restore.newer", file=path, version=manifest.version)
    if manifest.format != FORMAT or way == "other":
        raise UsageError("restore.version", file=path, version=manifest.version)
    return manifest


def _demand_empty() -> None:
    for model in kept_models():
        if model._meta.db_table not in _MADE_BY_MIGRATING and model._default_manager.exists():
            raise UsageError("restore.not_empty", table=model._meta.db_table)


def _restore_files(archive: ZipFile, manifest: Manifest, files: FileStore, path: Path) -> None:
    for digest in manifest.files:
        if files.put(archive.read(f"files/{digest[:2]}/{digest[2:]}")).hex() != digest:
            raise UsageError("restore.damaged", file=path, reason=digest)


def _restore_tables(archive: ZipFile, manifest: Manifest, path: Path, kept: list[type[Model]]) -> None:
    models = {model._meta.db_table: model for model in kept}
    with connection.cursor() as cursor:
        for name in _MADE_BY_MIGRATING:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a name of ours
        for table in manifest.tables:
            with archive.open(f"tables/{table.name}.jsonl") as lines:
                _restore_table(cursor, models[table.name], table, lines, path)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
            cursor.execute(statement)


def _restore_table(cursor: Any, model: type[Model], table: Table, lines: IO[bytes], path: Path) -> None:
    fields, digest = {field.column: field for field in fields_of(model)}, hashlib.sha256()
    ordered = [fields[column] for column in table.columns]
    names = ", ".join(map(connection.ops.quote_name, table.columns))
    marks = ", ".join(["%s"] * len(ordered))
    insert = f"INSERT INTO {connection.ops.quote_name(table.name)} ({names}) VALUES ({marks})"  # noqa: S608 - as above
    for portion in _portions(lines):
        for line in portion:
            digest.update(line)
        cursor.executemany(insert, [values(ordered, line) for line in portion])
    if digest.hexdigest() != table.sha256:
        raise UsageError("restore.damaged", file=path, reason=table.name)


def _portions(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while portion := list(islice(lines, _ROWS)):
        yield portion

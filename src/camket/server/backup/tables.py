"""The tables that are saved, and their rows as JSON."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
from django.apps import apps
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import BinaryField, Field, ForeignKey, Model

FORMAT = 1
APPS = ("contenttypes", "auth", "django_tasks_database", "jobs", "registry")
"""Whose tables are saved; log-ins of browsers and what the pages keep ready are not."""
_ROWS = 500


class Table(msgspec.Struct, frozen=True):
    """A table in the manifest: its columns in order, how many rows, the digest of their lines."""

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself. `migrations` are those that its tables were made by."""

    format: int
    version: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    files: tuple[str, ...]


def kept_models(held: Apps = apps) -> list[type[Model]]:
    """The models whose tables are saved, by the names of the tables; of another version where `held` are its models."""
    every = held.get_models(include_auto_created=True)
    found = [model for model in every if model._meta.app_label in APPS]
    lasting = (model for model in found if model._meta.managed and not getattr(model, "fleeting", False))
    return sorted(lasting, key=lambda model: model._meta.db_table)


def fields_of(model: type[Model]) -> list[Field[Any, Any]]:
    """The columns of a model, in the order of the table."""
    return list(model._meta.concrete_fields)


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """The names of the columns, in the same order."""
    return tuple(str(field.column) for field in fields_of(model))


def lines(model: type[Model]) -> Iterator[bytes]:
    """The rows of a table as lines of JSON, in the order of their keys."""
    fields = fields_of(model)
    rows = model._default_manager.order_by("pk").values_list(*(field.attname for field in fields))
    for row in rows.iterator(chunk_size=_ROWS):
        yield msgspec.json.encode([_plain(value) for value in row], order="deterministic") + b"\n"


def values(fields: Sequence[Field[Any, Any]], line: bytes) -> list[Any]:
    """The values of a line as the connection takes them."""
    found = msgspec.json.decode(line)
    return [
        field.get_db_prep_save(_again(field, value), connection) for field, value in zip(fields, found, strict=True)
    ]


def table_digests() -> dict[str, str]:
    """The digest of every table as it stands, by name: equal for equal rows, whatever the database."""
    digests = {}
    for model in kept_models():
        digest = hashlib.sha256()
        for line in lines(model):
            digest.update(line)
        digests[model._meta.db_table] = digest.hexdigest()
    return digests


def migrations() -> tuple[tuple[str, str], ...]:
    """The migrations that made the tables here."""
    applied = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(key for key in applied if key[0] in APPS))


def _plain(value: Any) -> Any:
    """A value of a row as JSON has it."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _again(field: Field[Any, Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, BinaryField):
        return base64.b64decode(value)
    return (field.target_field if isinstance(field, ForeignKey) else field).to_python(value)

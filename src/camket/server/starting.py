"""Django made ready for a command: settings, tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps

from camket.server.configuration import Configuration


def start(*, tables: bool = True) -> Configuration:
    """Set Django up on the configuration of the environment; bring the tables up to date where they are not.

    Raises:
        UsageError: a setting cannot be used, or the database cannot be reached; says which, and what to do.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camket.server.settings")
    if not apps.ready:
        django.setup()
    from camket.server.settings import CONFIGURATION

    if tables:
        _tables(CONFIGURATION)
    return CONFIGURATION


def _tables(configuration: Configuration) -> None:
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    from camket.errors import UsageError
    from camket.server.configuration import without_password

    try:
        with _one_at_a_time(configuration.data / "migrating"):
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise UsageError(
            "server.no_database", address=without_password(configuration.database), reason=str(error).strip()
        ) from error


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Commands that start together on a new folder: one makes the tables, the others wait. The system ends the lock."""
    try:
        import fcntl
    except ImportError:  # a system without it: whoever starts second may have to start again
        yield
        return
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield

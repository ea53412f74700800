"""A backup of an older version: its rows go into tables as that version had them, which are then brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from django.apps import apps
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from camket.server.backup.tables import APPS, migrations

Made = tuple[tuple[str, str], ...]
"""The migrations that some tables were made by: app and name."""
_ALWAYS = {"auth", "contenttypes", "registry"}
"""No version was without their tables."""
Way = Literal["equal", "carried", "newer", "other"]


def way_from(made_by: Made) -> Way:
    """How a backup whose tables were made by some migrations comes into those of today.

    `newer` knows migrations that this version does not have; `other` left out some that came before its last.
    """
    if made_by == migrations():
        return "equal"
    loader, held = MigrationLoader(connection), set(made_by)
    if not held <= set(loader.disk_migrations):
        return "newer"
    if not {app for app, _ in held} >= _ALWAYS:
        return "other"
    before = {node for each in made_by for node in loader.graph.forwards_plan(each) if node[0] in APPS}
    return "carried" if before <= held else "other"


@contextmanager
def tables_of(made_by: Made) -> Iterator[Apps]:
    """The models of tables as those migrations made them, for as long as rows are written to an empty registry.

    Afterwards the tables are brought up to date, with the rows or, where those could not be written, without any.
    """
    if made_by == migrations():
        yield apps
        return
    loader = MigrationLoader(connection)
    for app in APPS:
        call_command("migrate", app, _last(loader, app, made_by), verbosity=0, interactive=False)
    try:
        yield loader.project_state(list(made_by)).apps
    finally:
        call_command("migrate", verbosity=0, interactive=False)


def _last(loader: MigrationLoader, app: str, made_by: Made) -> str:
    """The last migration of an app among those; `zero` where it had none."""
    own = {each for each in made_by if each[0] == app}
    after = [each for each in own if not any(child.key in own for child in loader.graph.node_map[each].children)]
    return max(after)[1] if after else "zero"

"""The samples and the published series, loaded once for a module of tests of pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What runs camket on a data folder of its own, or would ask another database the same, runs on SQLite alone."""
    if "CAMKET_TEST_DATABASE_URL" in os.environ:
        names = ("own_database", "one_database")
        left_out = [
            item for item in items if any(item.get_closest_marker(name) for name in names) or not _asks_a_database(item)
        ]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def _asks_a_database(item: pytest.Item) -> bool:
    """Whether a test is marked for a database, or one of the fixtures that it needs is given one.

    A long run makes the database that it names itself.
    """
    if item.get_closest_marker("django_db") or item.get_closest_marker("soak"):
        return True
    given = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009 - pytest tells it nowhere else
    wanted = {"db", "transactional_db", "django_db_setup", "django_db_blocker"}
    ours = (each[-1] for each in given if not each[-1].func.__module__.startswith("pytest_django"))
    return any(wanted.intersection(each.argnames) for each in ours)


@pytest.fixture(scope="module")
def samples(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:  # noqa: ARG001 - makes the database
    """Twelve papers, half of them read today and half a month ago, and the published series of the catalogue."""
    from tests.server.laid_out import samples as read_samples

    from camket.registry.published import published_statements
    from camket.server.pages import boards
    from camket.server.registry.store import DatabaseRegistry

    today = timezone.localdate()
    with django_db_blocker.unblock():
        registry = DatabaseRegistry()
        for number, (paper, _) in enumerate(read_samples()):
            registry.add([paper], read_on=today - timedelta(days=30 if number % 2 else 0))
        registry.add_statements(published_statements())
        boards.made()  # that of the public, which each test would else make anew
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine under load makes boards slowly; pages make them all the same, unless a test says how long one took."""
    from camket.server.pages import boards

    monkeypatch.setattr(boards, "_UNFELT", 20.0)
    monkeypatch.setattr(boards, "_PATIENCE", 20.0)

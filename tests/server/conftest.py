"""The samples and the published series, loaded once for a module of tests of pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

import camket.samples
from camket import extract, read, resolve

SAMPLES = sorted(path for path in Path(camket.samples.__file__).parent.iterdir() if path.suffix in (".txt", ".html"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that run camket on data folders of their own are not run again where another database is tried."""
    if "CAMKET_TEST_DATABASE_URL" in os.environ:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("own_database")])
        items[:] = [item for item in items if not item.get_closest_marker("own_database")]


@pytest.fixture(scope="module")
def samples(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:  # noqa: ARG001 - makes the database
    """Twelve papers, half of them read today and half a month ago, and the published series of the catalogue."""
    from camket.registry.published import published_statements
    from camket.server.registry.store import DatabaseRegistry

    today = timezone.localdate()
    with django_db_blocker.unblock():
        registry = DatabaseRegistry()
        for number, path in enumerate(SAMPLES):
            read_on = today - timedelta(days=30 if number % 2 else 0)
            registry.add([resolve(extract(read(path)))], read_on=read_on)
        registry.add_statements(published_statements())
        yield
        call_command("flush", verbosity=0, interactive=False)

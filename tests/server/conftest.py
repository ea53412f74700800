"""The samples and the published series, loaded once for a module of tests of pages."""

from __future__ import annotations

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

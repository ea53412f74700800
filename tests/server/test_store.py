"""The registry in a database does what every registry must do."""

from __future__ import annotations

import pytest
from tests.registry.contract import RegistryContract

from camket.registry.protocol import Registry
from camket.server.registry.store import DatabaseRegistry


@pytest.mark.django_db
class TestDatabaseRegistry(RegistryContract):
    def empty(self) -> Registry:
        from camket.server.registry import models

        models.Document.objects.update(stands_for=None)
        for model in (
            models.Standing,
            models.Placement,
            models.Fact,
            models.Loose,
            models.Reading,
            models.Document,
            models.Series,
        ):
            model.objects.all().delete()
        return DatabaseRegistry()

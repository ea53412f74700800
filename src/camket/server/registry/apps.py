"""The Django app."""

from __future__ import annotations

from contextlib import ExitStack

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class RegistryConfig(AppConfig):
    """Names the app so that its tables are called `registry_...`, and sets the guard on every connection."""

    name = "camket.server.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Watch connections; migrations may write; days of SQLite are read once."""
        from camket.server.registry.guard import watch, writing
        from camket.server.registry.ready import read_days_once

        read_days_once()

        opened = ExitStack()
        connection_created.connect(watch, dispatch_uid="registry.guard")

        def opening(**_: object) -> None:
            opened.enter_context(writing())

        def closing(**_: object) -> None:
            opened.close()

        pre_migrate.connect(opening, sender=self, weak=False, dispatch_uid="registry.opening")
        post_migrate.connect(closing, sender=self, weak=False, dispatch_uid="registry.closing")

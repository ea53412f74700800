"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Names the app so that its tables are called `registry_...`."""

    name = "camket.server.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"

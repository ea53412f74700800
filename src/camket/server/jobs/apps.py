"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Names the app so that its tables are called `jobs_...`."""

    name = "camket.server.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

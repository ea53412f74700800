"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Names the app so that its tables are called `jobs_...`."""

    name = "camket.server.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear from the library how tasks ended."""
        from django_tasks.signals import task_finished

        from camket.server.jobs.asking import note_fault

        task_finished.connect(note_fault, dispatch_uid="camket.jobs.note_fault")

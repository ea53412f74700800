"""Jobs as people see them."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """One piece of long work. `key` is what it is asked for by: the same key is the same job, done once.

    `kind` is a module of `camket.server.jobs.kinds`, `parameters` what that takes. `beat_at` is renewed while a worker
    is at it; a job whose beat stopped has lost its worker and is taken up again. `trouble` is a message of
    `camket.words` where it failed, as code and parameters; `result` what it told at its end.
    """

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    asked_by = models.CharField(max_length=150, default="", blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)
    task = models.UUIDField(null=True)
    result = models.JSONField(default=dict)
    trouble = models.JSONField(null=True)

    class Meta:
        """The latest first."""

        indexes = [models.Index(fields=["state", "beat_at"])]
        ordering = ["-id"]

"""Jobs as people see them."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models import Document
from camket.server.registry.models.document import Access

_OF_FILES = ("file", "folder")


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
    `camket.words` where it failed, as code and parameters; `result` what it told at its end. What it was asked with is
    kept only until it ends, for paths of files can name what a paper is about.
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

    @classmethod
    def forget_papers(cls) -> None:
        """Names of files go from what went wrong, when a paper is withdrawn."""
        for row in cls.objects.filter(trouble__isnull=False):
            code, params = row.trouble or ("", [])
            row.trouble = [code, [[name, "" if name in _OF_FILES else value] for name, value in params]]
            row.save(update_fields=["trouble"])


class Upload(models.Model):
    """Files that somebody handed in together. `batch` is their name in `camket.server.spool` and in the address.

    Attributes:
        access: chosen for the papers that are new.
        area: slug of the area of papers that name none; empty where none was chosen.
        body: whose paper it is, where an account of a body handed it in.
        files: how many files there were; `papers` has more rows where one was an archive.
    """

    batch = models.CharField(max_length=32, unique=True)
    who = models.CharField(max_length=150, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    access = models.CharField(max_length=10, choices=Access.choices)
    area = models.CharField(max_length=80, default="", blank=True)
    body = models.CharField(max_length=120, default="", blank=True)
    files = models.IntegerField()
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="uploads")


class Became(models.TextChoices):
    """What became of a file that was handed in."""

    ADDED = "added"
    REREAD = "reread"
    KNOWN = "known"
    STAMPED = "secret"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"
    SKIPPED = "skipped"


class UploadedPaper(models.Model):
    """What became of one file of an upload, or of one file of an archive in it (`part` from 1 on).

    A paper stamped secret has its place and nothing else. The row of a paper goes when that is withdrawn.
    """

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="papers")
    place = models.IntegerField()
    part = models.IntegerField(default=0)
    became = models.CharField(max_length=10, choices=Became.choices)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="uploads")
    name = models.CharField(max_length=300, default="", blank=True)
    trouble = models.JSONField(null=True)

    class Meta:
        """In the order in which they were chosen."""

        ordering = ["upload", "place", "part"]
        constraints = [models.UniqueConstraint(fields=["upload", "place", "part"], name="uploaded_once")]

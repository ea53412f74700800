"""What readers report about figures (`phản ánh số liệu`), and what is answered."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document


class Voice(models.Model):
    """A report of a reader about a figure. Nothing is kept of who wrote it.

    Attributes:
        said: what was reported; empty once an officer has chosen not to keep it.
        shown: whether it is shown with its answer.
        answered_at: null while it waits.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="voices")
    mention = models.BinaryField(max_length=16, db_index=True)
    said = models.TextField()
    at = models.DateTimeField(db_index=True)
    shown = models.BooleanField(default=False)
    answer = models.TextField(default="", blank=True)
    answered_by = models.CharField(max_length=150, default="", blank=True)
    answered_at = models.DateTimeField(null=True)


class VoiceLimit(models.Model):
    """How many reports came from one place on a day; `place` is a digest whose key is the day's own, kept that day."""

    past_actions = True  # counts, no state of the registry
    fleeting = True  # and none for a backup: it is of a day

    day = models.DateField()
    place = models.CharField(max_length=32)
    count = models.IntegerField(default=0)

    class Meta:
        """One count of a place and a day."""

        constraints = [models.UniqueConstraint(fields=["day", "place"], name="voice_limit_once")]

"""What people mended once for all statements."""

from __future__ import annotations

from django.db import models


class Correction(models.Model):
    """A name given to a thing of the catalogue, or a mended day or area of a paper; see `camket.model.correction`.

    `key` is what wordings of one thing have in common. Of several for one key the last one that was not revoked holds.
    A withdrawn paper takes with it the words that only it held: `of` and `key` are empty then.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=400, db_index=True)
    of = models.CharField(max_length=400)
    to = models.CharField(max_length=120)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField(default="", blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=150, default="", blank=True)
    revoked_why = models.TextField(default="", blank=True)

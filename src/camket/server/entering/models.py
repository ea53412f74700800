"""Visits and attempts: who is logged in where, and who tries."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Visit(models.Model):
    """One log-in in one browser; `ended_at` is set where somebody logged out or was logged out.

    By `address` and `browser` people know their own.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="visits")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, default="", blank=True)
    browser = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        """The latest first."""

        default_permissions = ()
        ordering = ["-id"]
        indexes = [models.Index(fields=["user", "-id"])]


class Attempt(models.Model):
    """How often somebody tried since a moment: `key` is a keyed digest of a name or an address, never the letters."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(db_index=True)
    count = models.IntegerField(default=0)

    class Meta:
        """Nobody is given a right to it."""

        default_permissions = ()

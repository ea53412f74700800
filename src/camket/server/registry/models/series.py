"""Series, and the value that stands in each of their periods."""

from __future__ import annotations

from datetime import date

from django.db import models

NO_FIRST = date(1, 1, 1)
"""Stands for no first day, which a key cannot leave open: of a value at a day, of a target by a day."""


class Series(models.Model):
    """What must be alike in two numbers before they can be compared; `digest` is of all its parts."""

    digest = models.BinaryField(max_length=16, unique=True)
    indicator = models.CharField(max_length=120)
    measure = models.CharField(max_length=20)
    unit = models.CharField(max_length=60)
    area = models.CharField(max_length=80)
    price_basis = models.CharField(max_length=20, default="", blank=True)
    period_basis = models.CharField(max_length=20, default="calendar")
    breakdown = models.JSONField(default=list)

    class Meta:
        """Found by what is measured where, or where what is measured."""

        indexes = [models.Index(fields=["indicator", "area"]), models.Index(fields=["area", "indicator"])]


class Standing(models.Model):
    """The placement that stands for a series, the days of a period and a class, by a version of the policy.

    `rivals` are the placements that it was preferred to, next best first, and `reasons` what decided against each.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="standing")
    klass = models.SmallIntegerField()
    first = models.DateField(default=NO_FIRST)
    last = models.DateField()
    placement = models.ForeignKey("registry.Placement", on_delete=models.CASCADE, related_name="+")
    policy = models.SmallIntegerField()
    rivals = models.JSONField(default=list)
    reasons = models.JSONField(default=list)

    class Meta:
        """One stands."""

        constraints = [models.UniqueConstraint(fields=["series", "klass", "first", "last"], name="standing_once")]

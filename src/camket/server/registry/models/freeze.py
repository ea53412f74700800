"""Figures kept under a name as they stood at a moment (`chốt số liệu`)."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document


class Freeze(models.Model):
    """What was kept together: by whom, when, of which scope, and in whose view.

    Attributes:
        slug: its lasting address.
        reader: the group of readers whose figures they are, by its key (`camket.server.registry.access`).
        area: the place, by the first of its forms; empty where a plan is kept.
        plan: the id of the plan whose indicators are kept; empty for all.
        indicators: ids of the catalogue; empty for all.
        count: how many values it held when it was made; those of papers that were withdrawn since are gone.
    """

    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=80, unique=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField(default="", blank=True)
    reader = models.CharField(max_length=120)
    area = models.CharField(max_length=80)
    plan = models.CharField(max_length=300, default="", blank=True)
    indicators = models.JSONField(default=list)
    count = models.IntegerField()


class FrozenValue(models.Model):
    """A value as it stood: which series, class and days, which number, said where. No word of the paper is kept.

    `series` is the digest of all parts of the series, which may itself be forgotten when nothing lies on it any more;
    `period` is as facts write it, `first` null where it has no first day.
    """

    freeze = models.ForeignKey(Freeze, on_delete=models.CASCADE, related_name="frozen")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="frozen")
    mention = models.BinaryField(max_length=16)
    series = models.BinaryField(max_length=16)
    indicator = models.CharField(max_length=120)
    measure = models.CharField(max_length=20)
    unit = models.CharField(max_length=60)
    area = models.CharField(max_length=80)
    price_basis = models.CharField(max_length=20, default="", blank=True)
    period_basis = models.CharField(max_length=20, default="calendar")
    breakdown = models.JSONField(default=list)
    klass = models.SmallIntegerField()
    period = models.CharField(max_length=40)
    first = models.DateField(null=True)
    last = models.DateField()
    value = models.DecimalField(max_digits=30, decimal_places=6)
    value_high = models.DecimalField(max_digits=30, decimal_places=6, null=True)
    comparator = models.CharField(max_length=10)
    role = models.CharField(max_length=20)
    vintage = models.CharField(max_length=20, default="", blank=True)
    published = models.DateField(null=True)

    class Meta:
        """One value of a series, class and period."""

        ordering = ["indicator", "measure", "klass", "-last", "id"]
        indexes = [models.Index(fields=["mention"])]

"""Projects of public investment with planned and disbursed money, as tables tell it."""

from __future__ import annotations

from django.db import models


class InvestmentProject(models.Model):
    """A project; see `camket.model.investment.Project`."""

    slug = models.CharField(max_length=120, unique=True)
    name = models.TextField()
    owner = models.CharField(max_length=300, default="", blank=True)
    number = models.CharField(max_length=60, default="", blank=True)
    ends = models.DateField(null=True)
    whole = models.BooleanField(default=False)


class InvestmentMoney(models.Model):
    """Money of a project, in whole dong; told anew, it is a further row, and the last one counts.

    Attributes:
        giver: whose plan; empty of money disbursed.
        until: of money disbursed the closing day; null of a plan.
        carried: whether it is money carried over from the year before.
        source: the file that told it.
    """

    project = models.ForeignKey(InvestmentProject, on_delete=models.CASCADE, related_name="money")
    year = models.SmallIntegerField(db_index=True)
    giver = models.CharField(max_length=20, default="", blank=True)
    until = models.DateField(null=True)
    carried = models.BooleanField(default=False)
    amount = models.DecimalField(max_digits=24, decimal_places=2)
    source = models.CharField(max_length=300, default="", blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=150)

"""Plans whose targets were typed or loaded from a list, apart from what was read in papers."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document


class Plan(models.Model):
    """A plan with targets that people entered; `slug` is its id, the same as that of the plan read in papers."""

    slug = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=400)
    area = models.CharField(max_length=80, db_index=True)
    period = models.CharField(max_length=30)


class Target(models.Model):
    """One target of a plan, or one of several components that its number has.

    Narrow: what is asked for, of what, by when. A paper that changes or drops it ends it (`until`, `ended_by`); what
    takes its place is a row of its own (`replaces`), and the old one stays. It cites a paper or a person.

    Attributes:
        number: as the list prints it; a component has a number of its own.
        whole: the number of the target that it is a component of; empty for a whole target.
        price_basis: as in facts; empty where its words tell none.
        each_year: whether a number of several years is asked for in each of them.
        since: the first day that it holds; null from the beginning.
        until: the first day that it no longer holds; null while it does.
        entered_on: the day on which it was entered, by which `known_on` cuts.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    number = models.CharField(max_length=20)
    whole = models.CharField(max_length=20, default="", blank=True)
    position = models.IntegerField(default=0)
    name = models.CharField(max_length=300)
    indicator = models.CharField(max_length=120, db_index=True)
    measure = models.CharField(max_length=20)
    unit = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=30, decimal_places=6)
    value_high = models.DecimalField(max_digits=30, decimal_places=6, null=True)
    comparator = models.CharField(max_length=10)
    period = models.CharField(max_length=30)
    price_basis = models.CharField(max_length=30, default="", blank=True)
    each_year = models.BooleanField(default=False)
    body = models.CharField(max_length=200, default="", blank=True)
    cited_paper = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="typed_targets")
    cited_person = models.CharField(max_length=200, default="", blank=True)
    entered_on = models.DateField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    ended_by = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="ended_targets")
    replaces = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="replaced_by")

    class Meta:
        """Listed as the list has them; one of a number holds at a time."""

        indexes = [models.Index(fields=["plan", "position", "id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"], condition=models.Q(until__isnull=True), name="target_holds_once"
            ),
            models.CheckConstraint(
                condition=models.Q(cited_paper__isnull=False) | ~models.Q(cited_person=""), name="target_cites"
            ),
        ]

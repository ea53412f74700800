"""Accounts beside what Django keeps of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Account(models.Model):
    """What is known of an account besides name, password and role.

    Attributes:
        body: the body that it belongs to (`camket.server.registry.bodies`); empty for none.
        must_change: whether its password was given by an administrator and is to be changed at the next log-in.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account")
    body = models.CharField(max_length=80, default="", blank=True)
    must_change = models.BooleanField(default=False)

    class Meta:
        """Rights are those of roles (`camket.server.registry.rights.ROLES`)."""

        default_permissions = ()


class Delegation(models.Model):
    """A right that one has for another from a first to a last day; ended before its time where `ended_at` is set."""

    giver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="given")
    taker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="taken")
    right = models.CharField(max_length=20)
    first = models.DateField()
    last = models.DateField()
    why = models.CharField(max_length=300, default="", blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=150, default="", blank=True)

    class Meta:
        """Found by who has the right."""

        default_permissions = ()
        indexes = [models.Index(fields=["taker", "last"])]
        constraints = [models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="delegation_days")]

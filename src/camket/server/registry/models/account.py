"""Accounts beside what Django keeps of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Account(models.Model):
    """What is known of an account besides name, password and role: the body of the catalogue that it belongs to."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account")
    body = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        """Rights are those of roles (`camket.server.accounts.ROLES`)."""

        default_permissions = ()

"""What an account may do and whom it belongs to."""

from __future__ import annotations

from typing import Any

from camket.server.registry.models import Account


def body_of(user: Any) -> str:
    """The id of the body that an account belongs to; empty for none."""
    return Account.objects.filter(user=user).values_list("body", flat=True).first() or ""

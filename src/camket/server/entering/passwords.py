"""What is no password although it is long."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

_LEAST_DIFFERENT, _SHORTEST_NAME = 5, 4


class PlainValidator:
    """Refuses a few letters over and over, and what holds the name of its account."""

    def validate(self, password: str, user: Any = None) -> None:
        """Look at a password.

        Raises:
            ValidationError: it is such a one.
        """
        folded = password.casefold()
        name = user.get_username().casefold() if user is not None else ""
        if len(set(folded)) < _LEAST_DIFFERENT or (len(name) >= _SHORTEST_NAME and name in folded):
            raise ValidationError("too plain")

    def get_help_text(self) -> str:
        """Said in the words of the pages (`account.rules`)."""
        return ""

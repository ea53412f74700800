"""Old Vietnamese fonts in Word files: the name of a run's font says what its letters mean."""

from __future__ import annotations


def is_old(font: str) -> bool:
    """Whether a font has Vietnamese letters in the places of other ones."""
    return False


def in_unicode(text: str, font: str | None) -> str:
    """Letters typed in such a font as they are shown; those of other fonts as they are."""
    return text

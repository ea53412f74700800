"""Old Vietnamese fonts in Word files: the name of a run's font says what its letters mean."""

from __future__ import annotations

from functools import cache

from camket.read.legacy import OldFont, font_of, unicode_of

_MARKS = (b':ascii=".vn', b':ascii="vn')  # long ones, as bytes are searched by their ends
_USUAL, _TOP = b"xmlns:w=", 4_096


def may_name_old_fonts(source: bytes) -> bool:
    """Whether the name of such a font may stand in the XML of a part."""
    low = source.lower()
    return any(mark in low for mark in _MARKS) or _USUAL not in source[:_TOP]


@cache
def _known(font: str) -> OldFont | None:
    return font_of(font)


def is_old(font: str) -> bool:
    """Whether a font has Vietnamese letters in the places of other ones."""
    return _known(font) is not None


def in_unicode(text: str, font: str) -> str:
    """Letters typed in an old font as they are shown."""
    known = _known(font)
    return unicode_of(text, known).text if known is not None else text

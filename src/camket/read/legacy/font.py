"""The old fonts: their names say how the letters under them are written."""

from __future__ import annotations

import re

import msgspec

from camket.grammar.expression import expression

_SUBSET = expression(r"[A-Z]{6}\+")
# `.VnTime`, `.VnArial NarrowH`, in PDF also `.VnTimeH,Bold` and `VnTime-Bold`.
_ABC = expression(r"\.vn\s?[a-z]", re.IGNORECASE)
_ABC_WITHOUT_DOT = expression(r"Vn[A-Z]")
_CAPITALS = expression(r"[a-zA-Z\d]H(?=$|[,-]|\s+(?:BOLD|Bold|ITALIC|Italic|REGULAR|Regular)\b)")
_VNI = expression(r"VNI[-\s_]?\w", re.IGNORECASE)


class OldFont(msgspec.Struct, frozen=True):
    """An old font.

    Attributes:
        writing: the way of writing (`TCVN3 (ABC)`, `VNI`, ...).
        capitals: whether its small letters look like capitals; None where that is not known and the words tell.
    """

    writing: str
    capitals: bool | None = False


def font_of(name: str) -> OldFont | None:
    """The old font of that name, as Word, a web page or a PDF gives it; None for all other fonts."""
    bare = _SUBSET.sub("", name.strip().strip("\"'"), count=1)
    if _ABC.match(bare) if bare.startswith(".") else _ABC_WITHOUT_DOT.match(bare):
        return OldFont("TCVN3 (ABC)", capitals=_CAPITALS.search(bare.upper() if bare.islower() else bare) is not None)
    return OldFont("VNI") if _VNI.match(bare) else None

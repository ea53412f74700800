"""Letters that a Word file can hold."""

from __future__ import annotations

import re

_UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def holdable(text: str) -> str:
    """A text without what XML cannot hold, on one line."""
    return _UNHOLDABLE.sub("", " ".join(text.split(" "))).replace("\n", " ").replace("\r", " ").replace("\t", " ")

"""The readable part of a paper's address: its number, else its title, its day, and the first letters of its digest."""

from __future__ import annotations

import re

from camket.grammar.fold import plain
from camket.model.document import Document

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def slug_of(document: Document, key: bytes) -> str:
    """`18-kh-ubnd-2022-01-14-3f9a`."""
    head = document.head
    named = head.number or head.title or document.id
    day = head.date or head.published or head.event_date or ""
    words = _NOT_WORD.sub("-", plain(f"{named} {day}".lower())).strip("-")
    return f"{words[:_LONGEST].strip('-')}-{key[:6].hex()}"

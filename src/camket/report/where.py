"""Where in a file something stands, in words: a page, a cell, a paragraph, bytes."""

from __future__ import annotations

from camket.model.message import message
from camket.model.place import At, InBytes, InCell, OnPage
from camket.words import Language, say


def where(at: At, language: Language) -> str:
    """`trang 2`, `Biểu 1!B7`, `đoạn 12`, `byte 120-240`."""
    if isinstance(at, OnPage):
        return say(message("place.page", page=at.page), language)
    if isinstance(at, InCell):
        return f"{at.sheet}!{at.name}"
    if isinstance(at, InBytes):
        return say(message("place.bytes", first=at.first, last=at.last), language)
    return say(message(f"place.{at.part}", number=at.paragraph), language)

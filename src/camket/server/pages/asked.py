"""What the address of a page asks for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.http import HttpRequest

_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Days that papers and people can mean. From the first and the last of the calendar no days can be counted on."""


def day_of(text: str) -> date:
    """A day as addresses and forms write it, `2026-11-26`.

    Raises:
        ValueError: it is none, or none that anybody means.
    """
    found = date.fromisoformat(text)
    if not is_meant(found):
        raise ValueError(text)
    return found


def is_meant(day: date) -> bool:
    """Whether anybody can mean a day."""
    return _FIRST <= day <= _LAST


def one_of(request: HttpRequest, name: str, known: Collection[str], default: str = "") -> str:
    """The value of a question of the address; `default` where it is none of those known."""
    asked = request.GET.get(name, "")
    return asked if asked in known else default


def field(request: HttpRequest, name: str) -> str:
    """What a form holds in a field of one line; empty where it has none. Signs that no database keeps are left out."""
    return request.POST.get(name, "").replace("\0", "").strip()

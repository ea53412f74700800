"""What the address of a page asks for."""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpRequest


def one_of(request: HttpRequest, name: str, known: Collection[str], default: str = "") -> str:
    """The value of a question of the address; `default` where it is none of those known."""
    asked = request.GET.get(name, "")
    return asked if asked in known else default


def field(request: HttpRequest, name: str) -> str:
    """What a form holds in a field of one line; empty where it has none. Signs that no database keeps are left out."""
    return request.POST.get(name, "").replace("\0", "").strip()

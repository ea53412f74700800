"""Addresses that many lines of a page have, but for a word: what stands around it is looked up once."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

_WORD = "0"


def around(name: str, any_: str = _WORD) -> tuple[str, str]:
    """What stands before and after the one argument of an address.

    Args:
        name: of the address.
        any_: an argument such as it takes.

    Raises:
        NoReverseMatch: there is no such address.
    """
    return _around(name, any_, get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)


def paper_address(slug: str) -> str:
    """The page of a paper."""
    before, after = around("paper")
    return f"{before}{slug}{after}"


@cache
def _around(name: str, any_: str, prefix: str, pages: str) -> tuple[str, str]:  # noqa: ARG001 - what it depends on besides
    before, _, after = reverse(name, args=[any_]).rpartition(any_)
    return before, after

"""Where the sentence of a statement is shown, and where the pages of areas, plans and indicators are."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import NoReverseMatch, reverse

from camket.model.series import OTHER
from camket.server.registry import models
from camket.server.registry.keys import mention_key

_CHUNK = 500
_SURELY_FIRST = 8_000
"""Letters that the first part of a long text surely holds; what stands later is found by the address of the fact."""


def sentence(slug: str, mention: bytes, start: int) -> str:
    """The address of a mention in its paper."""
    return f"/van-ban/{slug}#{mention.hex()}" if start < _SURELY_FIRST else fact_address(mention)


def fact_address(mention: bytes) -> str:
    """The lasting address of a fact, which leads to its sentence; what is in no paper is shown there."""
    return f"/so-lieu/{mention.hex()}"


def hrefs(statements: Iterable[str]) -> dict[str, str]:
    """The address of the sentence of each statement, by its id; one query for five hundred."""
    keys = {mention_key(each): each for each in statements}
    wanted = list(keys)
    found = {key: fact_address(key) for key in wanted}
    for start in range(0, len(wanted), _CHUNK):
        rows = models.Fact.objects.filter(mention__in=wanted[start : start + _CHUNK], superseded=False)
        for mention, slug, place in rows.values_list("mention", "document__slug", "start"):
            found[bytes(mention)] = sentence(slug, bytes(mention), place)
    return {each: found[key] for key, each in keys.items()}


def indicator_address(indicator: str, area: str | None) -> str:
    """The page of an indicator in a place; empty where the catalogue has no such indicator or the area is not known."""
    if not area or indicator.startswith(OTHER):
        return ""
    try:
        return reverse("indicator", args=[indicator, area])
    except NoReverseMatch:  # an area as a paper writes it, which is no slug
        return ""

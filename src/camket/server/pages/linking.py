"""Where the sentence of a statement is shown, and where the pages of areas, plans and indicators are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.urls import NoReverseMatch, get_script_prefix, reverse

from camket.model.series import OTHER
from camket.server.registry import models
from camket.server.registry.access import Reader, facts, loose, papers
from camket.server.registry.keys import mention_key
from camket.server.registry.ready import Given, ready

_CHUNK = 500
_SURELY_FIRST = 8_000
"""Letters that the first part of a long text surely holds; what stands later is asked for by its place."""


def sentence(slug: str, mention: bytes, start: int, *, is_old: bool = False) -> str:
    """The address of a mention in its paper; of a long one in the part that holds it.

    Args:
        slug: of the paper.
        mention: the digest.
        start: where it stands in the text.
        is_old: whether a newer reading does without it, so that the page shows it only where it is asked for.
    """
    name = mention.hex()
    asked = (f"tu={start}" if start >= _SURELY_FIRST else "", f"m={name}" if is_old else "")
    query = "&".join(filter(None, asked))
    return f"/van-ban/{slug}{'?' if query else ''}{query}#{name}"


def fact_address(mention: bytes) -> str:
    """The lasting address of a fact, which leads to its sentence; what is in no paper is shown there."""
    return f"/so-lieu/{mention.hex()}"


def hrefs(statements: Iterable[str], reader: Reader) -> dict[str, str]:
    """The address of the sentence of each statement, by its id; one query for five hundred.

    A published value that is in no paper has a page of its own. Empty where there is no sentence, as of a target that a
    person entered, and where the reader may not see it.
    """
    keys = {mention_key(each): each for each in statements}
    found: dict[bytes, str] = {}
    for wanted in _chunks(list(keys)):
        for mention, slug, place in _printed.given(mentions=wanted)(reader):
            found[bytes(mention)] = sentence(slug, bytes(mention), place)
    for wanted in _chunks([key for key in keys if key not in found]):
        for (mention,) in _alone.given(mentions=wanted)(reader):
            found[bytes(mention)] = fact_address(bytes(mention))
    return {each: found.get(key, "") for key, each in keys.items()}


def paper_addresses(names: Iterable[str], reader: Reader) -> dict[str, str]:
    """The address of each paper that a reader may see, by its id."""
    rows = models.Document.objects.filter(papers(reader), name__in=list(names), withdrawn_on__isnull=True)
    return {name: f"/van-ban/{slug}" for name, slug in rows.values_list("name", "slug")}


@ready
def _printed(reader: Reader) -> QuerySet[Any, Any]:
    rows = models.Fact.objects.filter(facts(reader), mention__in=Given("mentions"), superseded=False)
    return rows.values_list("mention", "document__slug", "start")


@ready
def _alone(reader: Reader) -> QuerySet[Any, Any]:
    return models.Loose.objects.filter(loose(reader), mention__in=Given("mentions")).values_list("mention")


def _chunks(keys: list[bytes]) -> Iterator[list[bytes]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))


def indicator_address(indicator: str, area: str | None) -> str:
    """The page of an indicator in a place; empty where the catalogue has no such indicator or the area is not known."""
    if not area or indicator.startswith(OTHER):
        return ""
    return _indicator_address(indicator, area, get_script_prefix())


def plan_address(plan: str) -> str:
    """The page of a plan."""
    return _plan_address(plan, get_script_prefix())


@lru_cache(maxsize=4096)
def _plan_address(plan: str, prefix: str) -> str:  # noqa: ARG001 - what it depends on besides
    return reverse("plan", args=[plan])


@lru_cache(maxsize=4096)
def _indicator_address(indicator: str, area: str, prefix: str) -> str:  # noqa: ARG001 - what it depends on besides
    try:
        return reverse("indicator", args=[indicator, area])
    except NoReverseMatch:  # an area as a paper writes it, which is no slug
        return ""

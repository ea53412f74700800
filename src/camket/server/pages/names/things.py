"""The things of the catalogue that a name can be given to, as forms take and pages name them."""

from __future__ import annotations

from datetime import date
from functools import cache

from django.db.models import QuerySet

from camket import catalogue
from camket.catalogue.search import Kind, alike, called
from camket.errors import UsageError
from camket.model.correction import CorrectionKind
from camket.model.indicator import Indicator
from camket.report.dates import day
from camket.report.naming import area_name, indicator_name
from camket.server.pages.naming import body_name, paper_name
from camket.server.registry.models import Correction, Document
from camket.server.registry.open_names import is_area
from camket.words import Language

LISTS: dict[CorrectionKind, Kind] = {"indicator": "indicators", "area": "areas", "body": "bodies"}
_WIDE = ("province", "city", "country", "region")


def thing(kind: CorrectionKind, typed: str) -> str:
    """The id of what was typed: an id or a name of the catalogue, with marks or without.

    A name of an area stays one, so that the form that stood at the time of each statement is chosen.

    Raises:
        UsageError: the catalogue has nothing that is called so.
    """
    if kind == "area":
        found = typed if is_area(typed) else getattr(called(typed, "areas"), "slug", "")
    else:
        found = getattr(called(typed, LISTS[kind]), "id", "")
    if not found:
        raise UsageError(f"names.no_{kind}", name=typed)
    return found


def thing_name(kind: str, to: str, language: Language) -> str:
    """What people call the thing that a correction gives: an indicator, a body, an area, a day."""
    if kind == "indicator":
        return indicator_name(to, None, language)
    if kind == "body":
        return body_name(to, language)
    if kind == "paper_date":
        return day(date.fromisoformat(to), language)
    return area_name(to, language)


def likely(kind: CorrectionKind, words: str) -> list[str]:
    """What words may mean, as `thing` takes it: entries whose names share words with them, the likeliest first."""
    found = (getattr(each, "id", "") or getattr(each, "name", "") for each in alike(words, LISTS[kind]))
    return list(dict.fromkeys(found))


def said_of(row: Correction, seen: QuerySet[Document]) -> str:
    """What a correction is of, as papers write it; of a paper its name, where it may be seen."""
    if not row.kind.startswith("paper"):
        return row.of.removeprefix("other:").replace("_", " ") if row.kind == "indicator" else row.of
    paper = seen.filter(sha256=bytes.fromhex(row.of)).first()
    return paper_name(paper) if paper is not None else ""


@cache
def suggestions(kind: CorrectionKind, language: Language) -> tuple[str, ...]:
    """What a form suggests: the names of the catalogue; of areas those of provinces."""
    if kind == "indicator":
        return tuple(sorted(_indicator(each, language) for each in catalogue.load_indicators()))
    if kind == "body":
        return tuple(sorted({each.name for each in catalogue.load_bodies()}))
    return tuple(sorted({each.name for each in catalogue.load_areas() if each.kind in _WIDE}))


def _indicator(entry: Indicator, language: Language) -> str:
    return entry.name.vi if language == "vi" else entry.name.en

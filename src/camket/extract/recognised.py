"""The words of a scan: those misread are read by their company, and no fact is surer than the words under it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from camket.extract.lexicon import lexicon
from camket.findings import Finding
from camket.grammar.expression import expression
from camket.grammar.fold import Folded
from camket.grammar.misread import read_by_company
from camket.model.document import Document
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact
from camket.model.message import message
from camket.model.place import OnPage, Place
from camket.model.span import Span

FactT = TypeVar("FactT", bound=Fact)
_HEAD = 3000
"""Letters within which a paper shows its number."""
_SURE_NUMBER = 0.7
_FILLED_IN = expression(r"\d+\s")
"""Digits that stand apart from the signs: printed ones do not, those of a pen or a stamp do."""


class _Words(NamedTuple):
    """The recognised words of a paper, in the order of its text."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[Place, ...]

    def within(self, start: int, end: int) -> list[tuple[Place, float]]:
        """Those that share a letter with a span, and how sure they are."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return [(place, sure) for place in self.places[first:last] if (sure := _sure(place)) is not None]

    def sure(self, start: int, end: int) -> float | None:
        """How sure the least sure of them is."""
        return min((sure for _, sure in self.within(start, end)), default=None)


def _recognised(document: Document) -> _Words | None:
    places = tuple(place for place in document.places if _sure(place) is not None)
    if not places:
        return None
    return _Words(tuple(place.start for place in places), tuple(place.end for place in places), places)


def as_recognised(document: Document, folded: Folded) -> tuple[Folded, tuple[Span, ...]]:
    """The folded text with its misread words read by their company, and where these stand; of a scan only."""
    words = _recognised(document)
    if words is None:
        return folded, ()
    return read_by_company(folded, lexicon().stock, lambda span: words.sure(*span))


def with_recognition(extraction: Extraction) -> Extraction:
    """The same facts, none surer than the recognition of its words; those of a file that holds its letters stay."""
    document = extraction.document
    words = _recognised(document)
    if words is None:
        return extraction
    kept = {kind: tuple(_limited(document, words, getattr(extraction, kind))) for kind in FACT_KINDS}
    findings = (*extraction.findings, *_unsure_number(document, words))
    return msgspec.structs.replace(extraction, **kept, findings=findings)


def _unsure_number(document: Document, words: _Words) -> Iterator[Finding]:
    """Numbers are filled in by hand, and a recogniser takes one digit for another."""
    number = document.head.number
    if number is None:
        return
    found = re.compile(r"\s*".join(map(re.escape, number))).search(document.text, 0, _HEAD)
    sure = _sure_within(document, words, *found.span()) if found is not None else None
    if found is None or sure is None:
        return
    if sure < _SURE_NUMBER:
        told = message("head.number_unsure", number=number, sure=round(100 * sure))
        yield Finding(message=told, start=found.start(), end=found.end())
    elif _FILLED_IN.match(found[0]):
        told = message("head.number_filled", number=number)
        yield Finding(message=told, level="info", start=found.start(), end=found.end())


def _sure(place: Place) -> float | None:
    return place.at.sure if isinstance(place.at, OnPage) else None


def _limited(document: Document, words: _Words, facts: Iterable[FactT]) -> Iterator[FactT]:
    for fact in facts:
        sure = _sure_within(document, words, fact.start, fact.end)
        if sure is None or sure >= fact.confidence:
            yield fact
            continue
        reasons = (*fact.reasons, message("reason.recognised", sure=f"{sure:.2f}"))
        yield msgspec.structs.replace(fact, confidence=sure, reasons=reasons)


def _sure_within(document: Document, words: _Words, start: int, end: int) -> float | None:
    """The least sure of the words with digits, or the mean of all words where that is less; None where none was read.

    One letter amiss in a long sentence changes little, one digit changes the figure.
    """
    under = words.within(start, end)
    if not under:
        return None
    mean = sum(sure for _, sure in under) / len(under)
    digits = [sure for place, sure in under if any(map(str.isdigit, document.text[place.start : place.end]))]
    return round(min(mean, *digits), 2) if digits else round(mean, 2)

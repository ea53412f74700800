"""Papers that are cited with a day that cannot be theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.model.extraction import Extraction
from camket.model.fact import Reference
from camket.model.message import message
from camket.model.period import parse_period
from camket.model.scoreboard import DifferenceLine, Likely, Verdict
from camket.model.series import Source
from camket.resolve.placing import document_day
from camket.resolve.series import source_of


class _Cited(NamedTuple):
    """A paper as another cites it."""

    reference: Reference
    source: Source
    day: date
    whole_day: bool
    by: date | None


def differences(extractions: Iterable[Extraction]) -> Iterator[tuple[Verdict, DifferenceLine]]:
    """Papers cited with a day after the citing paper's own, or by two papers with one day of two years."""
    by_number: dict[str, list[_Cited]] = {}
    for extraction in extractions:
        for cited in _cited(extraction):
            if cited.by is not None and cited.day > cited.by:
                yield "contradicting", _line([cited], "assess.cited_later", by=cited.by.isoformat())
            if cited.whole_day:
                by_number.setdefault(fold(cited.reference.number or ""), []).append(cited)
    for group in by_number.values():
        yield from _two_years(group)


def _cited(extraction: Extraction) -> Iterator[_Cited]:
    document = extraction.document
    own = parse_period(document.head.date) if document.head.date else None
    by = own.last if own is not None else document_day(document.head)
    for reference in extraction.references:
        period = parse_period(reference.date) if reference.date else None
        if reference.number and period is not None and period.first is not None:
            yield _Cited(reference, source_of(reference, document), period.first, period.grain == "day", by)


def _two_years(group: Iterable[_Cited]) -> Iterator[tuple[Verdict, DifferenceLine]]:
    """The same number, day and month in two years: numbers begin anew each year, but not on the same day."""
    days = {cited.day: cited for cited in reversed(list(group))}
    for one, other in combinations(sorted(days), 2):
        if (one.day, one.month) == (other.day, other.month):
            told = [days[one], days[other]]
            ids = (told[0].reference.id, told[1].reference.id)
            reason = message("assess.likely.cited_year", first=one.isoformat(), last=other.isoformat())
            likely = Likely(kind="wrong_year", statements=ids, reason=reason)
            yield "contradicting", _line(told, "assess.cited_years", (likely,), other=other.isoformat())


def _line(told: list[_Cited], code: str, likely: tuple[Likely, ...] = (), **params: str) -> DifferenceLine:
    return DifferenceLine(
        kind="reference",
        statements=tuple(cited.reference.id for cited in told),
        reason=message(code, number=told[0].reference.number, day=told[0].day.isoformat(), **params),
        sources=tuple(cited.source for cited in told),
        likely=likely,
        confidence=min(cited.reference.confidence for cited in told),
    )

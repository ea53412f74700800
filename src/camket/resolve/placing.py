"""Fill in `resolved`: ids of the catalogue, inclusive days, the interval of the number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.findings import Finding, Level
from camket.grammar.fold import fold
from camket.model.document import Head
from camket.model.extraction import Extraction
from camket.model.fact import Figure, Placement, Tally
from camket.model.indicator import Indicator
from camket.model.interval import Interval, bound, cut_to_share, exactly, measured
from camket.model.message import message
from camket.model.period import Period, parse_period
from camket.resolve.areas import FoundArea, find_area
from camket.resolve.printed import COUNTED, is_rounded, printed_step, unit_kinds
from camket.rules.numeral.item import show

CODE = "resolve."
_LEVELS: dict[str, Level] = {"resolve.indicator_unknown": "info"}
_NEARLY = re.compile(r"(?<!\w)(?:gần|ngót)(?!\w)")


class _Place(NamedTuple):
    """Period and area of a fact, with what could not be placed."""

    period: Period | None
    area: FoundArea
    trouble: tuple[str, ...]


def placed(extraction: Extraction) -> Extraction:
    """The facts of one document, placed; findings of an earlier placing are replaced."""
    head = extraction.document.head
    findings = [each for each in extraction.findings if not each.message.code.startswith(CODE)]
    figures, tallies = [], []
    for figure in extraction.figures:
        place = _place(figure, head)
        figures.append(msgspec.structs.replace(figure, resolved=_figure_placement(figure, place)))
        unknown = () if indicator_of(figure) else ("resolve.indicator_unknown",)
        findings += _findings(figure, (*unknown, *place.trouble), figure.indicator)
    for tally in extraction.tallies:
        place = _place(tally, head)
        tallies.append(msgspec.structs.replace(tally, resolved=_placement(place, None, exactly(Decimal(tally.done)))))
        findings += _findings(tally, place.trouble, tally.of or tally.quote)
    return msgspec.structs.replace(extraction, figures=tuple(figures), tallies=tuple(tallies), findings=tuple(findings))


def document_day(head: Head) -> date | None:
    """The day that a paper speaks from: made public, else of its event, else its own date."""
    for text in (head.published, head.event_date, head.date):
        period = parse_period(text) if text else None
        if period is not None:
            return period.last
    return None


def indicator_of(figure: Figure) -> Indicator | None:
    """The catalogue's indicator of a figure; None for `other:...` and for ids that it does not hold."""
    return _indicators().get(figure.indicator)


def figure_interval(figure: Figure) -> Interval:
    """What the number of a figure can mean: target bounds and counts are exact, the rest is as fine as printed."""
    counted = unit_kinds().get(figure.unit) in COUNTED and not is_rounded(figure.quote)
    return interval_at(figure, None if counted else printed_step(figure.quote))


def interval_at(figure: Figure, step: Decimal | None) -> Interval:
    """The same with the fineness known, as of a figure that was never printed in a document."""
    if figure.role == "target":
        return bound(figure.value, figure.comparator, figure.value_high)
    interval = measured(
        figure.value,
        figure.comparator,
        value_high=figure.value_high,
        step=step,
        nearly=_NEARLY.search(fold(figure.quote)) is not None,
    )
    return cut_to_share(interval) if figure.unit == "percent" and figure.measure == "level" else interval


@cache
def _indicators() -> dict[str, Indicator]:
    return {each.id: each for each in catalogue.load_indicators()}


def _place(fact: Figure | Tally, head: Head) -> _Place:
    trouble = []
    period = parse_period(fact.period) if fact.period else None
    if period is None:
        trouble.append("resolve.period_unreadable" if fact.period else "resolve.period_unknown")
    area = find_area(fact.area, period, document_day(head)) if fact.area else FoundArea(None, "resolve.area_missing")
    if area.trouble is not None:
        trouble.append(area.trouble)
    return _Place(period, area, tuple(trouble))


def _figure_placement(figure: Figure, place: _Place) -> Placement:
    indicator = indicator_of(figure)
    return _placement(place, indicator.id if indicator else None, figure_interval(figure))


def _placement(place: _Place, indicator: str | None, interval: Interval) -> Placement:
    period = place.period
    return Placement(
        indicator=indicator,
        area=place.area.slug,
        from_=period.first.isoformat() if period is not None and period.first is not None else None,
        to=period.last.isoformat() if period is not None else None,
        low=None if interval.low is None else show(interval.low),
        high=None if interval.high is None else show(interval.high),
        low_closed=interval.low_closed,
        high_closed=interval.high_closed,
    )


def _findings(fact: Figure | Tally, codes: tuple[str, ...], subject: str) -> Iterator[Finding]:
    for code in codes:
        said = message(code, quote=fact.quote, subject=subject, area=fact.area or "", period=fact.period or "")
        yield Finding(message=said, level=_LEVELS.get(code, "warning"), start=fact.start, end=fact.end)

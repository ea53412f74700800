"""Fill in `resolved`: ids of the catalogue, inclusive days, the interval of the number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.findings import Finding, Level
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.forms import form_behind
from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.fact import Figure, Placement, Tally
from camket.model.indicator import Indicator
from camket.model.interval import Interval, bound, cut_to_share, exactly, measured
from camket.model.message import message
from camket.model.period import Period, parse_period
from camket.model.series import OTHER
from camket.resolve.areas import FoundArea, find_area, has_forms
from camket.resolve.corrections import NONE, Corrections, mended_head, shifted, standing_area, year_is_printed
from camket.resolve.printed import COUNTED, is_rounded, printed_step, unit_kinds
from camket.rules.numeral.item import show

CODE = "resolve."
_LEVELS: dict[str, Level] = {
    "resolve.indicator_unknown": "info",
    "resolve.area_part": "info",
    "resolve.area_listed": "info",
}
_FORMS = {"old": "(cũ)", "new": "(mới)"}
_SENTENCE_END = expression(r"[;\n]|\. ")
_BEFORE = 160
_NEARLY = expression(r"(?<!\w)(?:gần|ngót)(?!\w)")


class _Place(NamedTuple):
    """Period and area of a fact, with what could not be placed; `moved` is a period that a mended day changed."""

    period: Period | None
    area: FoundArea
    trouble: tuple[str, ...]
    moved: str | None


def placed(extraction: Extraction, corrections: Corrections = NONE) -> Extraction:
    """The facts of one document, placed; findings of an earlier placing are replaced.

    Args:
        extraction: with the head as it was read; what comes back has the mended one.
        corrections: what people mended.
    """
    paper = _paper(extraction.document, corrections)
    findings = [each for each in extraction.findings if not each.message.code.startswith(CODE)]
    figures, tallies = [], []
    for figure in extraction.figures:
        place = _place(figure, paper)
        figure = msgspec.structs.replace(figure, resolved=_figure_placement(figure, place, corrections))
        figures.append(figure)
        unknown = () if indicator_of(figure) else ("resolve.indicator_unknown",)
        subject = (unknown and figure.indicator_text) or figure.indicator
        findings += _findings(figure, (*unknown, *place.trouble), subject, place.area)
    for tally in extraction.tallies:
        place = _place(tally, paper)
        tallies.append(msgspec.structs.replace(tally, resolved=_placement(place, None, exactly(Decimal(tally.done)))))
        findings += _findings(tally, place.trouble, tally.of or tally.quote, place.area)
    return msgspec.structs.replace(
        extraction,
        document=paper.document,
        figures=tuple(figures),
        tallies=tuple(tallies),
        findings=tuple(findings),
    )


def located(figure: Figure, corrections: Corrections, area: str | None, days: Period | None) -> tuple[Figure, Interval]:
    """A figure whose place is known already, and what its number can mean; nothing of its paper is read.

    Args:
        figure: as it counts.
        corrections: what people mended, of which the name of its indicator may be.
        area: the slug of where it lies.
        days: its period, as `camket.resolve.corrections.period_at` gives it by the days where it lies.
    """
    interval = figure_interval(figure)
    known = _known(corrections.indicator(figure) or figure.indicator)
    moved = str(days) if days is not None and str(days) != figure.told_period else None
    place = _Place(days, FoundArea(area), (), moved)
    return msgspec.structs.replace(figure, resolved=_placement(place, known.id if known else None, interval)), interval


def document_day(head: Head) -> date | None:
    """The day that a paper speaks from: made public, else of its event, else its own date."""
    for text in (head.published, head.event_date, head.date):
        period = parse_period(text) if text else None
        if period is not None:
            return period.last
    return None


def paper_day(head: Head) -> date | None:
    """The day that a paper bears, of which its decisions are; the day that it speaks from where it bears none."""
    period = parse_period(head.date) if head.date else None
    return period.last if period is not None and period.first == period.last else document_day(head)


def indicator_of(figure: Figure) -> Indicator | None:
    """The catalogue's indicator of a figure; None for `other:...` and for ids that it does not hold."""
    return _known(figure.counts_for)


def figure_interval(figure: Figure) -> Interval:
    """What the number of a figure can mean: target bounds and counts are exact, the rest is as fine as printed."""
    counted = unit_kinds().get(figure.unit) in COUNTED and not is_rounded(figure.quote, figure.value)
    return interval_at(figure, None if counted else printed_step(figure.quote, figure.value))


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


def _known(name: str) -> Indicator | None:
    """The indicator of a name; facts write those that the guide does not list as `other:` and their id."""
    return _indicators().get(name) or _indicators().get(name.removeprefix(OTHER))


@cache
def _indicators() -> dict[str, Indicator]:
    return {each.id: each for each in catalogue.load_indicators()}


class _Paper(NamedTuple):
    """A paper as its facts are placed.

    Attributes:
        document: with its mended head.
        corrections: what people mended.
        read_area: the area that it was read to be about, where a person gave it another.
        year: the year that was taken from its wrong day.
        years: how many years that was too early; 0 where its day was not mended into another year.
    """

    document: Document
    corrections: Corrections
    read_area: str | None
    year: int
    years: int


def _paper(document: Document, corrections: Corrections) -> _Paper:
    if not corrections:
        return _Paper(document, corrections, None, 0, 0)
    head = mended_head(document, corrections)
    wrong, right = document_day(document.head), document_day(head)
    years = right.year - wrong.year if wrong is not None and right is not None else 0
    if wrong is None or (years and year_is_printed(document.text, wrong.year)):
        years = 0
    given = corrections.own_area(document) is not None
    mended = msgspec.structs.replace(document, head=head)
    return _Paper(mended, corrections, document.head.area if given else None, wrong.year if wrong else 0, years)


def _place(fact: Figure | Tally, paper: _Paper) -> _Place:
    trouble = []
    text = fact.told_period
    moved = shifted(text, paper.years) if text and paper.years and _is_of(text, paper.year) else None
    period = parse_period(moved or text or "")
    if period is None:
        trouble.append("resolve.period_unreadable" if text else "resolve.period_unknown")
    area = _area(_of_its_form(fact, paper.document), period, paper)
    if area.trouble is not None:
        trouble.append(area.trouble)
    return _Place(period, area, tuple(trouble), moved)


def _is_of(text: str, year: int) -> bool:
    """Whether a period lies in one year, that one."""
    period = parse_period(text)
    return period is not None and period.last.year == year and (period.first or period.last).year == year


def _of_its_form(fact: Figure | Tally, document: Document) -> str | None:
    """The name of the place, with its form where the words before the fact say it (`tỉnh Bắc Ninh (mới)`)."""
    if fact.area is None or not has_forms(fact.area):
        return fact.area
    before = _SENTENCE_END.split(fold(document.text[max(0, fact.start - _BEFORE) : fact.start]))[-1]
    name = fold(fact.area)
    at = before.rfind(name)
    which = form_behind(before, at + len(name)).which if at >= 0 else ""
    return f"{fact.area} {_FORMS[which]}" if which else fact.area


def _area(name: str | None, period: Period | None, paper: _Paper) -> FoundArea:
    day, corrections = document_day(paper.document.head), paper.corrections
    own = corrections.own_area(paper.document)
    if own is not None and (name is None or (paper.read_area is not None and fold(name) == fold(paper.read_area))):
        return standing_area(own, period, day)
    if name is None:
        return FoundArea(None, "resolve.area_missing")
    return corrections.area(name, period, day) or find_area(name, period, day)


def _figure_placement(figure: Figure, place: _Place, corrections: Corrections) -> Placement:
    known = _known(corrections.indicator(figure) or figure.indicator)
    return _placement(place, known.id if known else None, figure_interval(figure))


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
        period=place.moved,
    )


def _findings(fact: Figure | Tally, codes: tuple[str, ...], subject: str, found: FoundArea) -> Iterator[Finding]:
    told = {"subject": subject, "area": fact.area or "", "period": fact.period or "", "within": ", ".join(found.within)}
    for code in codes:
        said = message(code, quote=fact.quote, **told)
        yield Finding(message=said, level=_LEVELS.get(code, "warning"), start=fact.start, end=fact.end)

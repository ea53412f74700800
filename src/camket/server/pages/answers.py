"""Direct answers to a search: the numbers in use of the indicators that its words name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
from django.db.models import Count, QuerySet

from camket.catalogue.asking import Question, areas_named
from camket.model.fact import Figure
from camket.model.series import Statement
from camket.report.dates import day, period
from camket.report.facts import value_of
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.naming import area_name, indicator_name, measure_name, word
from camket.resolve.corrections import period_at
from camket.server.pages.linking import indicator_address
from camket.server.pages.naming import PaperRow, paper_name
from camket.server.pages.sentences import published_value
from camket.server.pages.showing import apart
from camket.server.registry import standing_seen
from camket.server.registry.access import Reader, papers
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document, Loose, Placement, Standing
from camket.server.registry.ready import Given, Values, ready
from camket.server.registry.standing_seen import Slot
from camket.server.registry.words import said_by
from camket.words import Language

_MOST, _MOST_WEIGHED = 8, 300
_SOURCE = 110
_UNSHOWN = ("rivals", "reasons")
_CANDIDATE = ("id", "series_id", "klass", "first", "last", "series__indicator", "series__area", "series__breakdown")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A number in use that answers a search.

    Attributes:
        mention: of the figure, whose lasting address leads to its sentence.
        value: the number with its unit.
        when: the period.
        role: whether it is a result, an estimate or a target.
        source: who says it, and when.
        others: how many other numbers of other sources there are for the same.
    """

    mention: str
    value: str
    when: str
    role: str
    source: str
    others: int


class _Candidate(NamedTuple):
    """What stands for a series and period, as far as it is weighed."""

    id: int
    series_id: int
    klass: int
    first: date
    last: date
    indicator: str
    area: str
    breakdown: Sequence[Sequence[str]]


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The answers of one series: what is measured, how and where; `address` is the page of the series."""

    name: str
    detail: str
    place: str
    address: str
    rows: tuple[Answer, ...]


class _Said(NamedTuple):
    """What is said of a placement that stands: by a fact of a paper, perhaps judged, or by a published statement."""

    mention: bytes | None
    body: bytes | None
    judged: bytes | None
    published: bytes | None
    statement: bytes | None
    slug: str
    title: str
    number: str
    name: str
    type: str
    issuer: str
    publisher: str
    said_on: date | None


class _Told(NamedTuple):
    """A row of what stands, with what stands for the reader, and how many other numbers there are for him."""

    row: Standing
    said: _Said
    others: int


def answers(asked: Question, reader: Reader, language: Language) -> tuple[Answers, ...]:
    """The answers to a question, the best first: by indicator and area, results before targets, whole years first.

    Where no area is named those of most papers are meant; without a year the latest numbers answer.

    Args:
        asked: what was understood.
        reader: who asks.
        language: of the page.
    """
    if not asked.indicators:
        return ()
    areas = asked.areas or home(reader)
    found = _candidates(asked, areas, reader)
    if not found and areas and not asked.areas:
        found = _candidates(asked, (), reader)
    found.sort(key=lambda row: _weight(row, asked, areas))
    chosen = [row.id for row in _spread(found, one_each=asked.year is None)]
    held = {row.id: row for row in Standing.objects.filter(id__in=chosen).select_related("series").defer(*_UNSHOWN)}
    groups: dict[int, list[Standing]] = {}
    for key in chosen:
        if key in held:  # what stands may have changed since it was weighed
            groups.setdefault(held[key].series_id, []).append(held[key])
    told = _told([row for own in groups.values() for row in own], reader)
    shown_rows = ([told[row.id] for row in rows if row.id in told] for rows in groups.values())
    return tuple(_group(rows, language) for rows in shown_rows if rows)


def home(reader: Reader) -> tuple[str, ...]:
    """The slugs of the area of most papers that a reader may see; empty where papers name none."""
    first = _homes.given((0, 1))(reader)
    return areas_named(first[0][0]) if first else ()


@ready
def _homes(reader: Reader) -> QuerySet[Any, Any]:
    """The areas of papers as their heads name them, those of most papers first."""
    seen = Document.objects.filter(papers(reader), withdrawn_on__isnull=True).exclude(area="")
    counted = seen.values("area").annotate(count=Count("id")).order_by("-count", "area")
    return counted.values_list("area", "count")


def _candidates(asked: Question, areas: tuple[str, ...], reader: Reader) -> list[_Candidate]:
    """What is weighed: of many rows a few columns, for only some are shown; of any area where none is named."""
    given: Values = {"indicators": asked.indicators}
    if areas:
        given["areas"] = areas
    if asked.measure is not None:
        given["measure"] = asked.measure
    if asked.year is not None:
        given |= {"first": date(asked.year, 1, 1), "last": date(asked.year, 12, 31)}
    rows = _standing.given((0, _MOST_WEIGHED), **given)(reader, frozenset(given))
    return [_Candidate(*row) for row in rows]


@ready
def _standing(reader: Reader, given: frozenset[str]) -> QuerySet[Any, Any]:
    """What stands for a reader of what is given: indicators, areas, a measure, the days of a year."""
    rows = standing_seen.rows_seen(reader).filter(series__indicator__in=Given("indicators"))
    if "measure" in given:
        rows = rows.filter(series__measure=Given("measure"))
    if "last" in given:
        rows = rows.filter(last__gte=Given("first"), last__lte=Given("last"))
    if "areas" in given:
        rows = rows.filter(series__area__in=Given("areas"))
    return rows.order_by("-last", "first", "id").values_list(*_CANDIDATE)


def _weight(row: _Candidate, asked: Question, areas: tuple[str, ...]) -> tuple[object, ...]:
    return (
        asked.indicators.index(row.indicator),
        bool(row.breakdown),
        -row.last.toordinal() if asked.year is None and row.klass == Placement.Klass.ACTUAL else 0,
        row.klass != Placement.Klass.ACTUAL,
        areas.index(row.area) if row.area in areas else len(areas),
        not (row.first.day == row.first.month == 1 and (row.last.month, row.last.day) == (12, 31)),
        row.first.year != row.last.year,
        -row.last.toordinal(),
        row.id,
    )


def _spread(rows: Iterable[_Candidate], *, one_each: bool) -> list[_Candidate]:
    """The first of them; where no year was asked for one of each series and class."""
    chosen: dict[object, _Candidate] = {}
    for row in rows:
        chosen.setdefault((row.series_id, row.klass) if one_each else row.id, row)
    return list(chosen.values())[:_MOST]


def _told(rows: Sequence[Standing], reader: Reader) -> dict[int, _Told]:
    """By row what stands for the reader, and how many other numbers he may see."""
    slots = [Slot(row.id, row.series_id, row.klass, row.first, row.last) for row in rows]
    counts = standing_seen.counts(reader, slots)
    chosen = {each.slot.id: each.placement for each in standing_seen.stands(reader, slots)}
    said = {key: _Said(*row) for key, *row in _said_at.given(ids=list(chosen.values()))()}
    # What stood may have been taken away since it was weighed.
    standing = ((row, said.get(chosen.get(row.id, 0))) for row in rows)
    return {row.id: _Told(row, each, counts[row.id] - 1) for row, each in standing if each is not None}


@ready
def _said_at() -> QuerySet[Any, Any]:
    said = ("fact__mention", "fact__body", "judgement__body", "loose__mention", "loose__body")
    paper = (f"fact__document__{name}" for name in PaperRow._fields)
    return Placement.objects.filter(id__in=Given("ids")).values_list("id", *said, *paper)


def _group(rows: Sequence[_Told], language: Language) -> Answers:
    series = rows[0].row.series
    told = [(each, *_words(each.said, language)) for each in rows]
    basis = word(f"price.{series.price_basis}", language) if series.price_basis and series.measure == "level" else ""
    besides = apart(series.breakdown, language)
    return Answers(
        name=indicator_name(series.indicator, told[0][1].indicator_text, language),
        detail=", ".join(filter(None, (measure_name(series.measure, language), basis, *besides))),
        place=area_name(series.area, language),
        address=indicator_address(series.indicator, series.area),
        rows=tuple(_answer(each, figure, mention, source, language) for each, figure, mention, source in told),
    )


def _answer(told: _Told, figure: Figure, mention: str, source: str, language: Language) -> Answer:
    return Answer(
        mention=mention,
        value=value_of(figure, language),
        when=period(str(period_at(figure.told_period, told.row.last) or "") or None, language),
        role=word(f"role.{figure.role}", language),
        source=shown(shortened(source, _SOURCE)),
        others=told.others,
    )


def _words(said: _Said, language: Language) -> tuple[Figure, str, str]:
    """The figure, its mention, and who says it when."""
    if said.mention is not None and said.body is not None:
        paper = PaperRow(*(getattr(said, name) for name in PaperRow._fields))
        when = day(paper.said_on, language) if paper.said_on else ""
        named = ", ".join(filter(None, (paper_name(paper), when)))
        return said_by(said.body, said.judged, Figure), bytes(said.mention).hex(), named
    if said.published is None or said.statement is None:
        raise ValueError(said)  # a placement is of the one or of the other
    value = published_value(Loose(mention=said.published, body=said.statement), language)
    figure = unpack(said.statement, Statement).figure
    return figure, value.mention, ", ".join(filter(None, (value.name, value.said)))

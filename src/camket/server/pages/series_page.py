"""What the page of an indicator asks the database for, each part one query however long the series is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any, NamedTuple

import msgspec
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Value

from camket.model.message import message
from camket.model.period import Period
from camket.model.series import Series as SeriesRecord
from camket.model.series import Standing, Statement
from camket.report.history import GRAINS, Grain, grain_of
from camket.resolve.areas import boundary, forms
from camket.server.registry import models, standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import SERIES_COLUMNS, series_of_columns
from camket.server.registry.ready import Given, Values, ready
from camket.server.registry.standing_seen import Slot
from camket.server.registry.store import statements_by_key
from camket.words import Language, say, term

MOST_PERIODS = 120
_COUNTED = (models.Placement.Klass.ACTUAL, models.Placement.Klass.TARGET)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A series of an indicator in all forms of a place.

    Attributes:
        key: how an address names it.
        series: without its area.
        ids: the keys of its rows, one a form.
        areas: the slugs of those forms.
        values: how many periods have an actual or an estimate.
    """

    key: str
    series: SeriesRecord
    ids: tuple[int, ...]
    areas: tuple[str, ...]
    values: int


class Placed(NamedTuple):
    """A statement of a list: the key of its placement, and what people settled of its reading; empty where nothing."""

    id: int
    verdict: str


class Statements:
    """The statements of some series that a reader may see, the latest period first, as lists are shown in pages."""

    def __init__(self, reader: Reader, series: Sequence[int], when: Period | None) -> None:
        self._reader, self._days = reader, _Days.ANY
        self._given: Values = {"series": series}
        if when is not None:
            self._days = _Days.UNTIL if when.first is None else _Days.WITHIN
            self._given |= {"last": when.last} | ({} if when.first is None else {"first": when.first})

    def count(self) -> int:
        """How many there are."""
        return sum(row[0] for row in _count.given(**self._given)(self._reader, self._days))

    def __getitem__(self, part: slice) -> list[Placed]:
        """Those from one place to another."""
        rows = _listed.given((part.start or 0, part.stop), **self._given)(self._reader, self._days)
        return [Placed(key, verdict or "") for key, verdict in rows]


class _Days(Enum):
    """Which statements are meant: those of any period, of one by its last day, of one by its first and last."""

    ANY = 0
    UNTIL = 1
    WITHIN = 2


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a series: of one length of period, which lengths there are, how much was left out as too long."""

    standings: tuple[Standing, ...]
    grain: Grain
    grains: tuple[tuple[Grain, int], ...]
    left_out: int


def choices(indicator: str, area: str, reader: Reader) -> tuple[Choice, ...]:
    """The series of an indicator in a place of which a reader may see a statement, the one with most values first."""
    rows = _series_of.given(indicator=indicator, areas=forms(area))(reader)
    counts: dict[int, int] = dict(_values.given(series=[id_ for id_, *_ in rows])(reader))
    groups: dict[SeriesRecord, list[tuple[int, str]]] = {}
    for id_, *columns in rows:
        series = series_of_columns(*columns)
        groups.setdefault(msgspec.structs.replace(series, area=""), []).append((id_, series.area))
    found = [
        Choice(
            key=key_of(series),
            series=series,
            ids=tuple(id_ for id_, _ in own),
            areas=tuple(each for _, each in own),
            values=sum(counts.get(id_, 0) for id_, _ in own),
        )
        for series, own in groups.items()
    ]
    return tuple(sorted(found, key=lambda each: (bool(each.series.breakdown), -each.values, each.key)))


def key_of(series: SeriesRecord) -> str:
    """`growth.percent.constant:2010`: what sets a series apart, readable in an address."""
    plain = "" if series.period_basis == "calendar" else series.period_basis
    parts = (
        series.measure,
        series.unit,
        series.price_basis,
        plain,
        *(f"{name}={value}" for name, value in series.breakdown),
    )
    return ".".join(filter(None, parts))


def boundaries(choice: Choice) -> tuple[str, ...]:
    """The boundaries that a series has values of, the earlier first."""
    known = {boundary(each) for each in choice.areas}
    return tuple(slug for slug in forms(next(iter(known))) if slug in known) if known else ()


def held(choice: Choice, grain: Grain | None, only: str, reader: Reader) -> Held:
    """What stands for a reader in periods of a length; of boundary `only` where that is not empty.

    The grain that is asked for, else the year, else the one that has most. Targets of several years stand with all.
    """
    slots = [Slot(*row) for row in _slots.given(series=_within(choice, only))(reader, _COUNTED)]
    counted = dict.fromkeys(GRAINS, 0)
    for slot in slots:
        if slot.klass == models.Placement.Klass.ACTUAL:
            counted[_grain(slot)] += 1
    chosen = grain if grain and counted[grain] else _usual(counted)
    own = [slot for slot in slots if _belongs(slot, chosen)]
    return Held(
        standings=tuple(each.standing for each in standing_seen.stands(reader, own[:MOST_PERIODS])),
        grain=chosen,
        grains=tuple((each, count) for each, count in counted.items() if count),
        left_out=max(0, len(own) - MOST_PERIODS),
    )


def actuals(series: Sequence[int], most: int, reader: Reader) -> tuple[Standing, ...]:
    """The actuals that stand for a reader in some series, the latest first, without their rivals."""
    slots = [Slot(*row) for row in _slots.given((0, most), series=series)(reader, _COUNTED[:1])]
    return tuple(each.standing for each in standing_seen.stands(reader, slots, rivals_shown=0))


def statements(choice: Choice, only: str, when: Period | None, reader: Reader) -> Statements:
    """All statements of a series that a reader may see, the latest period first; of one period where it is given."""
    return Statements(reader, _within(choice, only), when)


def read(placements: Sequence[Placed]) -> list[tuple[int, Statement]]:
    """The statements of placements, in their order; those in use are told by their keys."""
    wanted = [each.id for each in placements]
    found = dict(statements_by_key(wanted))
    return [(key, found[key]) for key in wanted if key in found]  # a paper may have been placed anew meanwhile


def verdicts(placements: Iterable[Placed]) -> dict[int, str]:
    """Of those of some placements that people settled what they said."""
    return {each.id: each.verdict for each in placements if each.verdict}


def _within(choice: Choice, only: str) -> list[int]:
    return [id_ for id_, area in zip(choice.ids, choice.areas, strict=True) if not only or boundary(area) == only]


@ready
def _series_of(reader: Reader) -> QuerySet[Any, Any]:
    """The series of an indicator in some areas of which a reader may see a statement."""
    known = Exists(standing_seen.seen(reader).filter(series=OuterRef("pk")))
    rows = models.Series.objects.filter(known, indicator=Given("indicator"), area__in=Given("areas"))
    return rows.values_list("id", *SERIES_COLUMNS)


@ready
def _values(reader: Reader) -> QuerySet[Any, Any]:
    """How many actuals stand for a reader in some series."""
    rows = standing_seen.rows_seen(reader).filter(series__in=Given("series"), klass=models.Placement.Klass.ACTUAL)
    return rows.values("series").annotate(count=Count("id")).values_list("series", "count")


@ready
def _slots(reader: Reader, classes: tuple[int, ...]) -> QuerySet[Any, Any]:
    rows = standing_seen.rows_seen(reader).filter(series__in=Given("series"), klass__in=classes)
    return rows.order_by("-last", "-first", "id").values_list(*Slot._fields)


def _said(reader: Reader, days: _Days) -> QuerySet[models.Placement]:
    rows = standing_seen.seen(reader).filter(series__in=Given("series"))
    if days is _Days.ANY:
        return rows
    rows = rows.filter(last=Given("last"))
    return rows.filter(first__isnull=True) if days is _Days.UNTIL else rows.filter(first=Given("first"))


@ready
def _count(reader: Reader, days: _Days) -> QuerySet[Any, Any]:
    return _said(reader, days).annotate(all=Value(1)).values("all").annotate(count=Count("id")).values_list("count")


@ready
def _listed(reader: Reader, days: _Days) -> QuerySet[Any, Any]:
    latest_first = F("last").desc(nulls_last=True), F("published").desc(nulls_last=True), "id"
    return _said(reader, days).order_by(*latest_first).values_list("id", "judgement__verdict")


def _belongs(slot: Slot, chosen: Grain) -> bool:
    if slot.klass == models.Placement.Klass.TARGET and chosen in ("year", "at"):
        return _grain(slot) in ("year", "years", "at")
    return _grain(slot) == chosen


def _grain(slot: Slot) -> Grain:
    opened = None if slot.first == NO_FIRST else slot.first
    return grain_of(Period(relation="during", first=opened, last=slot.last, grain="day"))


def _usual(counted: dict[Grain, int]) -> Grain:
    if counted["year"] > 1:
        return "year"
    return max(GRAINS, key=lambda each: counted[each])


def period_basis(days: str, language: Language) -> str:
    """How the periods of a series run: by the calendar, or between days of the month."""
    return term("series.calendar", language) if days == "calendar" else say(message("series.days", days=days), language)

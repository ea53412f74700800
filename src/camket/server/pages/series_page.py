"""What the page of an indicator asks the database for, each part one query however long the series is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from django.db.models import Count, Exists, F, OuterRef, QuerySet

from camket.model.message import message
from camket.model.period import Period
from camket.model.series import Series as SeriesRecord
from camket.model.series import Standing, Statement
from camket.report.history import GRAINS, Grain, grain_of
from camket.resolve.areas import boundary, forms
from camket.server.registry import models, standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import series_record
from camket.server.registry.standing_seen import Slot
from camket.server.registry.store import statements_at
from camket.words import Language, say, term

MOST_PERIODS = 120
_COUNTED = (models.Placement.Klass.ACTUAL, models.Placement.Klass.TARGET)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A series of an indicator in all forms of a place.

    Attributes:
        key: how an address names it.
        series: without its area.
        ids: the keys of its rows, one a form.
        values: how many periods have an actual or an estimate.
    """

    key: str
    series: SeriesRecord
    ids: tuple[int, ...]
    values: int


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a series: of one length of period, which lengths there are, how much was left out as too long."""

    standings: tuple[Standing, ...]
    grain: Grain
    grains: tuple[tuple[Grain, int], ...]
    left_out: int


def choices(indicator: str, area: str, reader: Reader) -> tuple[Choice, ...]:
    """The series of an indicator in a place of which a reader may see a statement, the one with most values first."""
    known = Exists(standing_seen.seen(reader).filter(series=OuterRef("pk")))
    rows = list(models.Series.objects.filter(known, indicator=indicator, area__in=forms(area)))
    held = standing_seen.rows_seen(reader).filter(series__in=[row.id for row in rows])
    counted = held.filter(klass=models.Placement.Klass.ACTUAL)
    counts = dict(counted.values_list("series").annotate(count=Count("id")))
    groups: dict[SeriesRecord, list[int]] = {}
    for row in rows:
        groups.setdefault(msgspec.structs.replace(series_record(row), area=""), []).append(row.id)
    found = [
        Choice(key=key_of(series), series=series, ids=tuple(ids), values=sum(counts.get(each, 0) for each in ids))
        for series, ids in groups.items()
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
    areas = models.Series.objects.filter(id__in=choice.ids).values_list("area", flat=True)
    known = {boundary(each) for each in areas}
    return tuple(slug for slug in forms(next(iter(known))) if slug in known) if known else ()


def held(choice: Choice, grain: Grain | None, only: str, reader: Reader) -> Held:
    """What stands for a reader in periods of a length; of boundary `only` where that is not empty.

    The grain that is asked for, else the year, else the one that has most. Targets of several years stand with all.
    """
    rows = standing_seen.rows_seen(reader).filter(series__in=_within(choice, only), klass__in=_COUNTED)
    slots = standing_seen.slots(rows.order_by("-last", "-first"))
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
    rows = standing_seen.rows_seen(reader).filter(series__in=series, klass=models.Placement.Klass.ACTUAL)
    slots = standing_seen.slots(rows.order_by("-last", "-first", "id")[:most])
    return tuple(each.standing for each in standing_seen.stands(reader, slots, rivals_shown=0))


def statements(choice: Choice, only: str, when: Period | None, reader: Reader) -> QuerySet[models.Placement]:
    """All statements of a series that a reader may see, the latest period first; of one period where it is given."""
    rows = standing_seen.seen(reader).filter(series__in=_within(choice, only)).select_related("judgement")
    if when is not None:
        rows = rows.filter(first=when.first, last=when.last)
    return rows.order_by(F("last").desc(nulls_last=True), F("published").desc(nulls_last=True), "id")


def read(placements: Sequence[models.Placement]) -> list[tuple[int, Statement]]:
    """The statements of placements, in their order; those in use are told by their keys."""
    wanted = [each.id for each in placements]
    found = dict(statements_at(models.Placement.objects.filter(id__in=wanted)))
    return [(key, found[key]) for key in wanted if key in found]  # a paper may have been placed anew meanwhile


def verdicts(placements: Iterable[models.Placement]) -> dict[int, str]:
    """Of those of some placements that people settled what they said."""
    return {each.id: each.judgement.verdict for each in placements if each.judgement is not None}


def _within(choice: Choice, only: str) -> list[int]:
    if not only:
        return list(choice.ids)
    rows = models.Series.objects.filter(id__in=choice.ids).values_list("id", "area")
    return [key for key, area in rows if boundary(area) == only]


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

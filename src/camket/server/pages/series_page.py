"""What the page of an indicator asks the database for, each part one query however long the series is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from django.db.models import Count, F, QuerySet

from camket.model.message import Message
from camket.model.period import Period
from camket.model.series import Series as SeriesRecord
from camket.model.series import Standing, Statement
from camket.registry.policy import VERSION, choose
from camket.report.history import GRAINS, Grain, grain_of
from camket.resolve.areas import boundary, forms
from camket.server.registry import models
from camket.server.registry.access import PUBLIC
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import series_record
from camket.server.registry.store import DatabaseRegistry, statements_at

MOST_PERIODS, MOST_RIVALS = 120, 5
_COUNTED = (models.Placement.Klass.ACTUAL, models.Placement.Klass.TARGET)


class _Slot(NamedTuple):
    """A row of what stands: for a series, a class and the days of a period."""

    id: int
    series: int
    klass: int
    first: date
    last: date

    @property
    def group(self) -> _Group:
        return self.series, self.klass, self.first, self.last

    @property
    def grain(self) -> Grain:
        opened = None if self.first == NO_FIRST else self.first
        return grain_of(Period(relation="during", first=opened, last=self.last, grain="day"))


class _Member(NamedTuple):
    """A placement of a group; `why` is the code of what decided against it."""

    placement: int
    why: str


_Group = tuple[int, int, date, date]


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


def choices(indicator: str, area: str) -> tuple[Choice, ...]:
    """The series of an indicator in a place, the one with most values first."""
    rows = list(models.Series.objects.filter(indicator=indicator, area__in=forms(area)))
    counted = models.Standing.objects.filter(series__in=[row.id for row in rows], klass=models.Placement.Klass.ACTUAL)
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


def held(choice: Choice, grain: Grain | None, only: str) -> Held:
    """What stands in a series in periods of a length; of boundary `only` where that is not empty.

    The grain that is asked for, else the year, else the one that has most. Targets of several years stand with all.
    """
    rows = models.Standing.objects.filter(series__in=_within(choice, only), klass__in=_COUNTED)
    slots = [_Slot(*row) for row in rows.order_by("-last", "-first").values_list(*_Slot._fields)]
    counted = dict.fromkeys(GRAINS, 0)
    for slot in slots:
        if slot.klass == models.Placement.Klass.ACTUAL:
            counted[slot.grain] += 1
    chosen = grain if grain and counted[grain] else _usual(counted)
    own = [slot for slot in slots if _belongs(slot, chosen)]
    return Held(
        standings=tuple(_standings(own[:MOST_PERIODS])),
        grain=chosen,
        grains=tuple((each, count) for each, count in counted.items() if count),
        left_out=max(0, len(own) - MOST_PERIODS),
    )


def actuals(series: Sequence[int], most: int) -> tuple[Standing, ...]:
    """The actuals that stand in some series, the latest first, without their rivals."""
    rows = models.Standing.objects.filter(series__in=series, klass=models.Placement.Klass.ACTUAL)
    slots = [_Slot(*row) for row in rows.order_by("-last", "-first", "id").values_list(*_Slot._fields)[:most]]
    return tuple(_standings(slots, rivals=0))


def statements(choice: Choice, only: str, when: Period | None) -> QuerySet[models.Placement]:
    """All statements of a series that may be seen, the latest period first; of one period where it is given."""
    rows = DatabaseRegistry().seen_by(PUBLIC).placements().filter(series__in=_within(choice, only))
    if when is not None:
        rows = rows.filter(first=when.first, last=when.last)
    return rows.order_by(F("last").desc(nulls_last=True), F("published").desc(nulls_last=True), "id")


def read(placements: Sequence[models.Placement]) -> list[tuple[int, Statement]]:
    """The statements of placements, in their order; those in use are told by their keys."""
    wanted = [each.id for each in placements]
    found = dict(statements_at(models.Placement.objects.filter(id__in=wanted)))
    return [(key, found[key]) for key in wanted if key in found]  # a paper may have been placed anew meanwhile


def in_use(keys: Collection[int]) -> set[int]:
    """Which of some placements stand."""
    return set(models.Standing.objects.filter(placement__in=keys).values_list("placement", flat=True))


def _within(choice: Choice, only: str) -> list[int]:
    if not only:
        return list(choice.ids)
    rows = models.Series.objects.filter(id__in=choice.ids).values_list("id", "area")
    return [key for key, area in rows if boundary(area) == only]


def _belongs(slot: _Slot, chosen: Grain) -> bool:
    if slot.klass == models.Placement.Klass.TARGET and chosen in ("year", "at"):
        return slot.grain in ("year", "years", "at")
    return slot.grain == chosen


def _usual(counted: dict[Grain, int]) -> Grain:
    if counted["year"] > 1:
        return "year"
    return max(GRAINS, key=lambda each: counted[each])


def _standings(slots: Sequence[_Slot], rivals: int = MOST_RIVALS) -> Iterator[Standing]:
    """What stands for readers: the best of those that they may see, for the rest of a group is in order of merit."""
    members = _members([slot.id for slot in slots], rivals)
    wanted = [member.placement for own in members.values() for member in own]
    found = dict(statements_at(DatabaseRegistry().seen_by(PUBLIC).placements().filter(id__in=wanted)))
    hidden = []
    for slot in slots:
        visible = [member for member in members.get(slot.id, ()) if member.placement in found]
        if visible:
            yield Standing(
                statement=found[visible[0].placement],
                rivals=tuple(found[member.placement] for member in visible[1:]),
                reasons=tuple(Message(member.why) for member in visible[1:]),
                policy=VERSION,
            )
        else:
            hidden.append(slot)
    if hidden:
        yield from _chosen_anew(hidden)


def _members(ids: Sequence[int], most: int) -> dict[int, list[_Member]]:
    """What stands with the first of its rivals, of which there may be thousands: no more leave the database."""
    rivals = [f"rivals__{place}" for place in range(most)]
    codes = [f"reasons__{place}__0" for place in range(most)]
    rows = models.Standing.objects.filter(id__in=ids).values_list("id", "placement", *rivals, *codes)
    return {
        key: [
            _Member(placement, ""),
            *(_Member(rival, why) for rival, why in zip(rest[:most], rest[most:], strict=True) if rival),
        ]
        for key, placement, *rest in rows
    }


def _chosen_anew(slots: Sequence[_Slot]) -> Iterator[Standing]:
    """Groups whose best members nobody may see, chosen among those that may be seen."""
    rows = DatabaseRegistry().seen_by(PUBLIC).placements().filter(
        series__in={slot.series for slot in slots}, klass__in=_COUNTED, last__in={slot.last for slot in slots}
    )  # fmt: skip
    columns = rows.values_list("id", "series", "klass", "first", "last")[: MOST_PERIODS * MOST_RIVALS]
    places = {key: (series, klass, first or NO_FIRST, last) for key, series, klass, first, last in columns}
    groups: dict[object, list[Statement]] = {}
    for key, statement in statements_at(models.Placement.objects.filter(id__in=list(places))):
        groups.setdefault(places[key], []).append(statement)
    for slot in slots:
        if members := groups.get(slot.group):
            yield choose(members)

"""Which values in use become others when statements go elsewhere, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from camket.model.series import OTHER, Series, Statement
from camket.registry.policy import choose
from camket.server.registry.access import Reader
from camket.server.registry.beside import Changed
from camket.server.registry.corrected import Move
from camket.server.registry.keys import series_key
from camket.server.registry.models import Placement
from camket.server.registry.placing import CHUNK, class_of, series_record
from camket.server.registry.preferred import mark, preferred
from camket.server.registry.standing_seen import seen
from camket.server.registry.store import statements_at

_Key = TypeVar("_Key")
_Place = tuple[Series, int, date | None, date]
"""What one value stands for: its series, class, first and last day."""


def values_moved(moved: Sequence[Move], reader: Reader) -> list[Changed]:
    """The values in use of the catalogue's indicators that moves change for a reader, the latest period first.

    Of a value that goes to a name outside the catalogue, or comes from one, there is nothing on that side.
    """
    counting, mentions = _counting([each.placement.id for each in moved], reader), preferred()
    here = [each for each in moved if each.placement.id in counting]
    places = {each for move in here for each in (_place_of(move.placement), _place_at(move.statement))}
    told = {place for place in places if place is not None and not place[0].indicator.startswith(OTHER)}
    before = _members(told, reader)
    after = {place: dict(own) for place, own in before.items()}
    for each in here:
        if (left := _place_of(each.placement)) in told:
            after[left].pop(each.placement.id, None)
    for each in here:
        if (reached := _place_at(each.statement)) in told:
            after[reached][each.placement.id] = mark(each.statement, mentions)
    found = (
        Changed(klass=place[1], before=_best(before[place]), after=_best(after[place]))
        for place in sorted(told, key=_latest, reverse=True)
    )
    return [each for each in found if each.is_other]


def _counting(keys: Sequence[int], reader: Reader) -> set[int]:
    """Those of some placements that count for a reader."""
    return {key for part in _parts(keys) for key in seen(reader).filter(id__in=part).values_list("id", flat=True)}


def _place_of(row: Placement) -> _Place | None:
    if row.series is None or row.last is None or row.klass == Placement.Klass.OTHER:
        return None
    return series_record(row.series), row.klass, row.first, row.last


def _place_at(statement: Statement) -> _Place | None:
    period, klass = statement.period, class_of(statement)
    if statement.series is None or period is None or klass == Placement.Klass.OTHER:
        return None
    return statement.series, klass, period.first, period.last


def _members(places: Iterable[_Place], reader: Reader) -> dict[_Place, dict[int, Statement]]:
    """By place the statements that count there for a reader, with the keys of their placements."""
    found: dict[_Place, dict[int, Statement]] = {place: {} for place in places}
    lasts = {place[3] for place in found}
    for part in _parts(sorted({series_key(place[0]) for place in found})):
        rows = seen(reader).filter(series__digest__in=part, last__in=lasts).select_related("series")
        own = {row.id: place for row in rows if (place := _place_of(row)) in found}
        for keys in _parts(sorted(own)):
            for key, statement in statements_at(Placement.objects.filter(id__in=keys)):
                found[own[key]][key] = statement
    return found


def _best(members: Mapping[int, Statement]) -> Statement | None:
    return choose(members.values()).statement if members else None


def _latest(place: _Place) -> tuple[object, ...]:
    return place[3], place[2] or date.min, place[1], str(place[0])


def _parts(keys: Iterable[_Key]) -> Iterator[list[_Key]]:
    held = iter(keys)
    while part := list(islice(held, CHUNK)):
        yield part

"""What stands of some indicators in some areas, for pages that work something out of it, by few questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from camket.model.series import OTHER, Statement
from camket.server.registry import standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.models import Placement
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.ready import Given, Values, ready
from camket.server.registry.store import statements_by_key

_MOST, _MOST_EACH, _MOST_BESIDES = 1_500, 8, 300
_WHOLE = Q(first__month=1, first__day=1, last__month=12, last__day=31) | Q(first=NO_FIRST) | Q(first=F("last"))


class Besides(NamedTuple):
    """Statements of a class, by what their series are of: what always is asked for, and lists of what they may be."""

    klass: int
    always: tuple[tuple[str, str], ...]
    among: Mapping[str, Collection[str]]


def actuals(
    areas: Collection[str], indicators: Collection[str], reader: Reader, of_any_time: Collection[str] = ()
) -> tuple[Statement, ...]:
    """The latest actuals of whole years and of days that stand for a reader, the latest first.

    Args:
        areas: slugs.
        indicators: those that are wanted.
        reader: who asks.
        of_any_time: those of them of which months and quarters are wanted too.
    """
    given: Values = {"areas": areas, "indicators": indicators, "any_time": of_any_time or ("",)}
    slots = [standing_seen.Slot(*row) for row in _latest.given((0, _MOST), **given)(reader)]
    return tuple(each.standing.statement for each in standing_seen.stands(reader, slots, rivals_shown=0))


def besides(wanted: Iterable[Besides], reader: Reader) -> tuple[Statement, ...]:
    """Statements that no standing value is chosen among, such as comparisons, scenarios, parts of indices.

    Args:
        wanted: which, the latest first.
        reader: who asks.
    """
    ways = [way for way in wanted if all(way.among.values())]
    given: Values = {f"{name}{place}": among for place, way in enumerate(ways) for name, among in way.among.items()}
    if not ways:
        return ()
    shape = tuple((way.klass, way.always, tuple(way.among)) for way in ways)
    keys = [key for (key,) in _placed.given((0, _MOST_BESIDES), **given)(reader, shape)]
    found = dict(statements_by_key(keys))
    return tuple(found[key] for key in keys if key in found)


def of_role(areas: Collection[str], indicators: Collection[str]) -> Besides:
    """What is neither actual nor target: `benchmark`, `scenario`."""
    return Besides(Placement.Klass.OTHER, (), {"area": areas, "indicator": indicators})


def named_in_papers(areas: Collection[str], unit: str) -> Besides:
    """Levels in a unit of what the catalogue has no indicator for, as papers name it."""
    always = ("indicator__startswith", OTHER), ("measure", "level"), ("unit", unit)
    return Besides(Placement.Klass.ACTUAL, always, {"area": areas})


@ready
def _latest(reader: Reader) -> QuerySet[Any, Any]:
    """What stands of the latest whole years and days of each series, of some indicators of any time."""
    wanted = standing_seen.rows_seen(reader).filter(
        _WHOLE | Q(series__indicator__in=Given("any_time")), series__area__in=Given("areas"),
        series__indicator__in=Given("indicators"), series__period_basis="calendar", klass=Placement.Klass.ACTUAL,
    )  # fmt: skip
    latest = Window(RowNumber(), partition_by="series", order_by=[F("last").desc(), F("first").desc()])
    rows = wanted.annotate(place=latest).filter(place__lte=_MOST_EACH).order_by("-last", "-first", "id")
    return rows.values_list(*standing_seen.Slot._fields)


@ready
def _placed(
    reader: Reader, shape: tuple[tuple[int, tuple[tuple[str, str], ...], tuple[str, ...]], ...]
) -> QuerySet[Any, Any]:
    """The placements that are asked for in any of some ways, as `Besides` has them, the lists being given."""
    ways = []
    for place, (klass, always, among) in enumerate(shape):
        lookups: dict[str, Any] = dict(always) | {f"{name}__in": Given(f"{name}{place}") for name in among}
        ways.append(Q(klass=klass, **{f"series__{lookup}": value for lookup, value in lookups.items()}))
    # Begun with a condition that nothing meets, the database would go through all placements.
    rows = standing_seen.seen(reader).filter(reduce(or_, ways))
    return rows.order_by(F("last").desc(nulls_last=True), "id").values_list("id")

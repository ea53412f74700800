"""What stands of some indicators in some areas, for pages that work something out of it, by few questions."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from camket.model.series import OTHER, Statement
from camket.server.registry import standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.models import Placement
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.store import statements_by_key

_MOST, _MOST_EACH, _MOST_BESIDES = 1_500, 8, 300
_WHOLE = Q(first__month=1, first__day=1, last__month=12, last__day=31) | Q(first=NO_FIRST) | Q(first=F("last"))


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
    wanted = standing_seen.rows_seen(reader).filter(
        _WHOLE | Q(series__indicator__in=of_any_time), series__area__in=areas, series__indicator__in=indicators,
        series__period_basis="calendar", klass=Placement.Klass.ACTUAL,
    )  # fmt: skip
    latest = Window(RowNumber(), partition_by="series", order_by=[F("last").desc(), F("first").desc()])
    rows = wanted.annotate(place=latest).filter(place__lte=_MOST_EACH).order_by("-last", "-first", "id")
    slots = standing_seen.slots(rows[:_MOST])
    return tuple(each.standing.statement for each in standing_seen.stands(reader, slots, rivals_shown=0))


def besides(wanted: Q, reader: Reader) -> tuple[Statement, ...]:
    """Statements that no standing value is chosen among, such as comparisons, scenarios, parts of indices.

    Args:
        wanted: which placements, the latest first.
        reader: who asks.
    """
    placed = standing_seen.seen(reader).filter(wanted).order_by(F("last").desc(nulls_last=True), "id")
    keys = list(placed.values_list("id", flat=True)[:_MOST_BESIDES])
    if not keys:
        return ()
    found = dict(statements_by_key(keys))
    return tuple(found[key] for key in keys if key in found)


def of_role(areas: Collection[str], indicators: Collection[str]) -> Q:
    """What is neither actual nor target: `benchmark`, `scenario`."""
    return Q(series__area__in=areas, series__indicator__in=indicators, klass=Placement.Klass.OTHER)


def named_in_papers(areas: Collection[str], unit: str) -> Q:
    """Levels in a unit of what the catalogue has no indicator for, as papers name it."""
    return Q(
        series__indicator__startswith=OTHER, series__measure="level", series__unit=unit, series__area__in=areas,
        klass=Placement.Klass.ACTUAL,
    )  # fmt: skip

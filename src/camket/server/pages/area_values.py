"""What stands of some indicators in some areas, for pages that work something out of it, by few questions."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, Q

from camket.model.series import OTHER, Statement
from camket.server.pages import series_page
from camket.server.registry import models, standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.models import Placement
from camket.server.registry.store import statements_at

_MOST, _MOST_BESIDES = 1_500, 300


def actuals(areas: Collection[str], indicators: Collection[str], reader: Reader) -> tuple[Statement, ...]:
    """The actuals that stand for a reader, the latest first."""
    standings = series_page.actuals(_series(areas, indicators), _MOST, reader)
    return tuple(each.statement for each in standings)


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
    found = dict(statements_at(models.Placement.objects.filter(id__in=keys)))
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


def _series(areas: Collection[str], indicators: Collection[str]) -> list[int]:
    rows = models.Series.objects.filter(indicator__in=indicators, area__in=areas, period_basis="calendar")
    return list(rows.values_list("id", flat=True))

"""What stands of some indicators in some areas, for pages that work something out of it, by few questions."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F

from camket.model.series import Statement
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


def besides(areas: Collection[str], indicators: Collection[str], role: str, reader: Reader) -> tuple[Statement, ...]:
    """What is neither actual nor target and has a role (`benchmark`, `scenario`), the latest first."""
    placed = standing_seen.seen(reader).filter(series__in=_series(areas, indicators), klass=Placement.Klass.OTHER)
    keys = placed.order_by(F("last").desc(nulls_last=True), "id").values_list("id", flat=True)[:_MOST_BESIDES]
    found = dict(statements_at(models.Placement.objects.filter(id__in=list(keys))))
    return tuple(found[key] for key in keys if key in found and found[key].figure.role == role)


def _series(areas: Collection[str], indicators: Collection[str]) -> list[int]:
    rows = models.Series.objects.filter(indicator__in=indicators, area__in=areas, period_basis="calendar")
    return list(rows.values_list("id", flat=True))

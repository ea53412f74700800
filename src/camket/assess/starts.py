"""The levels that growth paths can begin from: what stands of size, size per head and revenue of an area."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from camket.assess.readings import Point, Values
from camket.assess.scenario import Level, What
from camket.model.series import Series
from camket.resolve.areas import boundary

INDICATORS: Mapping[str, What] = {"grdp": "size", "grdp_per_capita": "per_head", "budget_revenue": "revenue"}
"""What is run, by the indicator that tells it."""


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """A level to begin from.

    Attributes:
        key: how an address names it.
        what: what it is of.
        series: where it stands.
        level: the value of its latest year.
        past: the values of the years known, the oldest first, that year among them.
    """

    key: str
    what: What
    series: Series
    level: Level
    past: tuple[Point, ...]


def starts(values: Values, area: str) -> tuple[Start, ...]:
    """The levels of whole years of an area, one a series, in the order of `INDICATORS`.

    Args:
        values: the actuals that stand.
        area: slug; the forms with its boundary count, a boundary before or after it does not.
    """
    own = boundary(area)
    found = [
        _start(series, INDICATORS[series.indicator], values)
        for series in values.groups
        if series.indicator in INDICATORS and series.area == own and series.measure == "level" and not series.breakdown
    ]
    order = list(INDICATORS)
    kept = (each for each in found if each is not None)
    return tuple(sorted(kept, key=lambda each: (order.index(each.series.indicator), each.key)))


def _start(series: Series, what: What, values: Values) -> Start | None:
    past = tuple(values.yearly(series).values())
    if not past or past[-1].value <= 0:
        return None
    last = past[-1]
    return Start(
        key="-".join(filter(None, (what, series.unit, series.price_basis.replace(":", "")))),
        what=what,
        series=series,
        level=Level(
            value=last.value, year=last.period.last.year, unit=series.unit, inputs=last.inputs,
            confidence=last.confidence,
        ),
        past=past,
    )  # fmt: skip

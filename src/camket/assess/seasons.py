"""A forecast of quarters: each lies near the same quarter of the year before, and moves as the year has moved.

Three simple ways are gone: it is as a year before; it differs from a year before as the last quarter did; it goes on
from the last quarter by the usual step into that quarter. The middle one of the three is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import fmean, median

from camket.assess.forecast import WIDTHS, Ahead, Forecast, Widths, to_decimal
from camket.assess.readings import Point
from camket.model.message import message
from camket.rules.numeral.item import show

LEAST_QUARTERS = 8
"""Quarters in a row that a forecast needs: two of each."""
_MOST, _YEAR = 20, 4
_DIGITS = Decimal("0.0001")


def forecast_quarters(points: Sequence[Point], *, breaks: Collection[int] = (), widths: Widths = WIDTHS) -> Forecast:
    """The next quarters of a series, as many as errors were measured for.

    Args:
        points: values of one series, which has one boundary and one price base; in any order. What is of no single
            quarter is left out.
        breaks: years in which a new way of counting begins; no forecast reaches back over them.
        widths: how far forecasts miss, `quarters` in mean yearly changes.
    """
    run = _unbroken(points, breaks)
    if len(run) < LEAST_QUARTERS:
        return Forecast(method=message("assess.forecast_quarters_few", known=len(run), least=LEAST_QUARTERS))
    changes = [abs(run[place].value - run[place - _YEAR].value) for place in range(_YEAR, len(run))]
    step = sum(changes, Decimal(0)) / len(changes)
    first, last = run[0], run[-1]
    if step == 0:
        return Forecast(method=message("assess.forecast_quarters_flat", first=str(first.period), last=str(last.period)))
    # In steps from the first value the unit falls out, so that million and billion are forecast alike.
    ahead = _middle([float((point.value - first.value) / step) for point in run])
    return Forecast(
        years=tuple(
            _ahead(_number(last) + place, first.value + to_decimal(steps) * step, width * step)
            for place, (steps, width) in enumerate(zip(ahead, widths.quarters, strict=True), start=1)
        ),
        method=message(
            "assess.forecast_quarters", count=len(run), step=show(step.quantize(_DIGITS)),
            holds=show(widths.holds * 100),
        ),
        inputs=tuple(dict.fromkeys(id_ for point in run for id_ in point.inputs)),
        confidence=min(point.confidence for point in run),
    )  # fmt: skip


def _ahead(number: int, value: Decimal, half: Decimal) -> Ahead:
    return Ahead(year=number // _YEAR, quarter=number % _YEAR + 1, value=value, low=value - half, high=value + half)


def _number(point: Point) -> int:
    """Quarters since the year 0."""
    return point.period.last.year * _YEAR + (point.period.last.month - 1) // 3


def _unbroken(points: Sequence[Point], breaks: Collection[int]) -> list[Point]:
    """The last run of quarters without a gap or a break."""
    known = {_number(point): point for point in points if point.period.grain == "quarter"}
    run: list[Point] = []
    for number in sorted(known):
        point = known[number]
        opens = point.period.last.year in breaks and point.period.last.month == 3
        if run and (number - _number(run[-1]) > 1 or opens):
            run = []
        run.append(point)
    return run[-_MOST:]


def _middle(series: Sequence[float]) -> list[float]:
    """The middle one of the three ways, quarter by quarter."""
    moved = series[-1] - series[-1 - _YEAR]
    steps = [later - earlier for earlier, later in pairwise(series)]
    ahead, reached = [], series[-1]
    for place in range(_YEAR):
        before = series[place - _YEAR]
        # steps[-_YEAR + place] is the step into that quarter a year ago, and every fourth before it
        reached += fmean(steps[len(steps) - _YEAR + place :: -_YEAR])
        ahead.append(median((before, before + moved, reached)))
    return ahead

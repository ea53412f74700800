"""How far forecasts miss, which widths that teaches, and how often values lie within such widths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, Decimal
from statistics import fmean, median
from typing import NamedTuple

from bench.forecasts.ways import Named, Values, own
from bench.forecasts.windows import QUARTERLY, Window
from camket.assess.forecast import WIDTHS, Widths

_ONE_STEP = Widths(holds=WIDTHS.holds, years=(Decimal(1),) * 3, quarters=(Decimal(1),) * 4)
_ROUNDED = Decimal("0.05")


class Judged(NamedTuple):
    """A window with what camket expected of it.

    Attributes:
        window: the window.
        expected: year by year.
        step: the mean yearly change that widths are counted in.
    """

    window: Window
    expected: Values
    step: float

    def missed(self) -> Values:
        """By how many steps it was missed, year by year."""
        return tuple(
            abs(value - said) / self.step for value, said in zip(self.window.ahead, self.expected, strict=True)
        )


class Error(NamedTuple):
    """The error of a way in mean yearly changes of what is known, over the three years.

    Attributes:
        name: of the way.
        windows: that it answered.
        mean, median: over them.
        own_mean: of camket over the same windows.
    """

    name: str
    windows: int
    mean: float
    median: float
    own_mean: float


def judged(found: Iterable[Window]) -> tuple[Judged, ...]:
    """The windows that camket gives a forecast for."""
    told = []
    for window in found:
        years = own(window.known, _ONE_STEP, window.kind).years
        if years:
            step = float(years[0].high - years[0].value)
            told.append(Judged(window, tuple(float(each.value) for each in years), step))
    return tuple(told)


def learnt(found: Sequence[Judged]) -> Widths:
    """The half widths that hold so many of the values as they say, rounded up to a twentieth."""
    missed = tuple(_quantile(sorted(each)) for each in zip(*(each.missed() for each in found), strict=True))
    quarterly = found[0].window.kind is QUARTERLY
    return Widths(holds=WIDTHS.holds, years=() if quarterly else missed, quarters=missed if quarterly else ())


def widths_of(widths: Widths, found: Sequence[Judged]) -> tuple[Decimal, ...]:
    """Those of the periods that were judged."""
    return widths.quarters if found[0].window.kind is QUARTERLY else widths.years


def held(found: Sequence[Judged], widths: Widths) -> tuple[float, ...]:
    """Which part of the values lies within, year by year."""
    bounds = tuple(map(float, widths_of(widths, found)))
    inside = [[miss <= bound for miss, bound in zip(each.missed(), bounds, strict=True)] for each in found]
    return tuple(fmean(year) for year in zip(*inside, strict=True))


def error_of(named: Named, found: Sequence[Judged]) -> Error | None:
    """How far a way misses, and camket on the same windows; None where it answers none."""
    pairs = [(_scaled(said, each.window), each) for each in found if (said := named.way(each.window.known)) is not None]
    if not pairs:
        return None
    errors = [error for error, _ in pairs]
    ours = fmean(_scaled(each.expected, each.window) for _, each in pairs)
    return Error(named.name, len(pairs), fmean(errors), median(errors), ours)


def own_error(found: Sequence[Judged]) -> Error:
    """How far camket misses."""
    errors = [_scaled(each.expected, each.window) for each in found]
    return Error("camket", len(errors), fmean(errors), median(errors), fmean(errors))


def _scaled(said: Values, window: Window) -> float:
    """The mean error in mean yearly changes of all that is known, so that every way has one measure."""
    lag, known = window.kind.lag, window.known
    step = fmean(abs(later - earlier) for earlier, later in zip(known, known[lag:], strict=False))
    return fmean(abs(value - each) for value, each in zip(window.ahead, said, strict=True)) / step


def _quantile(ordered: Sequence[float]) -> Decimal:
    place = min(len(ordered) - 1, int(len(ordered) * WIDTHS.holds))
    return (Decimal(str(ordered[place])) / _ROUNDED).to_integral_value(ROUND_CEILING) * _ROUNDED

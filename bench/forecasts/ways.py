"""The ways that are held against one another: camket's, the two simplest, exponential smoothing of statsforecast."""

from __future__ import annotations

import importlib
import importlib.util
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from bench.forecasts.windows import QUARTERLY, YEARLY, Kind
from camket.assess.forecast import Forecast, Widths, forecast
from camket.assess.readings import Point
from camket.assess.seasons import forecast_quarters
from camket.model.interval import exactly
from camket.model.period import Period, parse_period, year_of
from camket.model.series import Source

Values = tuple[float, ...]
Way = Callable[[Values], Values | None]
"""What a way expects of the years ahead; None where it refuses."""
_FIRST_YEAR = 2001
_NAME = "statsforecast"
_SOURCE = Source(document="window")


class Named(NamedTuple):
    """A way with what it is called."""

    name: str
    way: Way


def own(known: Values, widths: Widths, kind: Kind = YEARLY) -> Forecast:
    """The forecast of camket, as the pages ask for it."""
    points = [
        Point(value=number, interval=exactly(number), period=_period(place, kind), role="actual", source=_SOURCE,
              statement="")
        for place, number in enumerate(Decimal(repr(value)) for value in known)
    ]  # fmt: skip
    return forecast_quarters(points, widths=widths) if kind is QUARTERLY else forecast(points, widths=widths)


def _period(place: int, kind: Kind) -> Period:
    if kind is YEARLY:
        return year_of(_FIRST_YEAR + place)
    found = parse_period(f"{_FIRST_YEAR + place // 4}-Q{place % 4 + 1}")
    if found is None:
        raise ValueError(place)
    return found


def naive(known: Values, ahead: int = YEARLY.ahead) -> Values:
    """It stays as it is."""
    return (known[-1],) * ahead


def drift(known: Values, ahead: int = YEARLY.ahead) -> Values:
    """It goes on as on average."""
    step = (known[-1] - known[0]) / (len(known) - 1)
    return tuple(known[-1] + step * number for number in range(1, ahead + 1))


def as_last_year(known: Values) -> Values:
    """Each quarter as that of the year before."""
    return known[-4:]


def peers(kind: Kind = YEARLY) -> tuple[Named, ...]:
    """The simplest ways, and those of statsforecast where it is installed."""
    simple = _SIMPLE[kind.name]
    if importlib.util.find_spec(_NAME) is None:
        return simple
    models = importlib.import_module(f"{_NAME}.models")
    numpy = importlib.import_module("numpy")
    makers = _yearly(models) if kind is YEARLY else _quarterly(models)
    return (*simple, *(Named(f"{_NAME} {name}", _asked(make, numpy, kind.ahead)) for name, make in makers.items()))


_SIMPLE: dict[str, tuple[Named, ...]] = {
    YEARLY.name: (Named("naive: it stays", naive), Named("drift: as on average", drift)),
    QUARTERLY.name: (
        Named("naive: it stays", lambda known: naive(known, QUARTERLY.ahead)),
        Named("as the year before", as_last_year),
        Named("drift: as on average", lambda known: drift(known, QUARTERLY.ahead)),
    ),
}


def _yearly(models: Any) -> dict[str, Callable[[], Any]]:
    return {
        "exponential smoothing": models.SimpleExponentialSmoothingOptimized,
        "theta, optimised": lambda: models.DynamicOptimizedTheta(season_length=1),
        "Holt's trend": models.Holt,
        "ETS, chosen itself": lambda: models.AutoETS(model="ZZN", season_length=1),
    }


def _quarterly(models: Any) -> dict[str, Callable[[], Any]]:
    return {
        "Holt-Winters": lambda: models.HoltWinters(season_length=4),
        "theta, optimised": lambda: models.DynamicOptimizedTheta(season_length=4),
        "ETS, chosen itself": lambda: models.AutoETS(season_length=4),
    }


def _asked(make: Callable[[], Any], numpy: Any, ahead: int) -> Way:
    def way(known: Values) -> Values | None:
        try:
            with numpy.errstate(all="ignore"):
                found = make().forecast(numpy.array(known, dtype=float), h=ahead)["mean"]
        except (ValueError, ZeroDivisionError, NotImplementedError, FloatingPointError):
            return None  # it refuses so few values
        values = tuple(map(float, found))
        return values if all(map(math.isfinite, values)) else None

    return way

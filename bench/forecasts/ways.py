"""The ways that are held against one another: camket's, the two simplest, exponential smoothing of statsforecast."""

from __future__ import annotations

import importlib
import importlib.util
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from bench.forecasts.windows import AHEAD
from camket.assess.forecast import Forecast, Widths, forecast
from camket.assess.readings import Point
from camket.model.interval import exactly
from camket.model.period import year_of
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


def own(known: Values, widths: Widths) -> Forecast:
    """The forecast of camket, as the board asks for it."""
    return forecast(
        [
            Point(value=number, interval=exactly(number), period=year_of(_FIRST_YEAR + place), role="actual",
                  source=_SOURCE, statement="")
            for place, number in enumerate(Decimal(repr(value)) for value in known)
        ],
        widths=widths,
    )  # fmt: skip


def naive(known: Values) -> Values:
    """It stays as it is."""
    return (known[-1],) * AHEAD


def drift(known: Values) -> Values:
    """It goes on as on average."""
    step = (known[-1] - known[0]) / (len(known) - 1)
    return tuple(known[-1] + step * number for number in range(1, AHEAD + 1))


def peers() -> tuple[Named, ...]:
    """The two simplest ways, and those of statsforecast where it is installed."""
    simple = (Named("naive: it stays", naive), Named("drift: as on average", drift))
    if importlib.util.find_spec(_NAME) is None:
        return simple
    models = importlib.import_module(f"{_NAME}.models")
    numpy = importlib.import_module("numpy")
    makers: dict[str, Callable[[], Any]] = {
        "exponential smoothing": models.SimpleExponentialSmoothingOptimized,
        "theta, optimised": lambda: models.DynamicOptimizedTheta(season_length=1),
        "Holt's trend": models.Holt,
        "ETS, chosen itself": lambda: models.AutoETS(model="ZZN", season_length=1),
    }
    return (*simple, *(Named(f"{_NAME} {name}", _asked(make, numpy)) for name, make in makers.items()))


def _asked(make: Callable[[], Any], numpy: Any) -> Way:
    def way(known: Values) -> Values | None:
        try:
            with numpy.errstate(all="ignore"):
                found = make().forecast(numpy.array(known, dtype=float), h=AHEAD)["mean"]
        except (ValueError, ZeroDivisionError, NotImplementedError, FloatingPointError):
            return None  # it refuses so few values
        values = tuple(map(float, found))
        return values if all(map(math.isfinite, values)) else None

    return way

"""What the made papers speak of: indicators of the catalogue with a plausible number, and places with their dates."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random
from typing import NamedTuple

from camket import catalogue

AREAS = (
    "Bắc Ninh", "Bắc Giang", "Hải Dương", "Hưng Yên", "Thái Bình", "Nam Định", "Vĩnh Phúc", "Phú Thọ", "Nghệ An",
    "Thanh Hóa",
)  # fmt: skip
WEIGHTS = (30, 14, 8, 8, 8, 8, 6, 6, 6, 6)
"""How many papers of a hundred each has: the province at home, its neighbour that it was joined with, others."""
_WRITTEN = {
    "VND": (Decimal(10**9), "tỷ đồng", 0),
    "USD": (Decimal(10**6), "triệu USD", 1),
    "percent": (Decimal(1), "%", 2),
    "person": (Decimal(1), "người", 0),
    "household": (Decimal(1), "hộ", 0),
    "tonne": (Decimal(1), "tấn", 0),
    "ha": (Decimal(1), "ha", 1),
    "km": (Decimal(1), "km", 1),
    "score": (Decimal(1), "điểm", 2),
}
_FIRST = (
    "grdp", "budget_revenue", "exports", "imports", "poverty_rate", "urbanization_rate", "total_investment",
    "retail_sales", "fdi_registered", "population",
)  # fmt: skip
"""Those that nearly every paper names, so that some series hold thousands of statements."""


class Thing(NamedTuple):
    """An indicator as papers name it: its words, the factor and word of its unit, decimals, its plausible range."""

    id: str
    wordings: tuple[str, ...]
    factor: Decimal
    unit: str
    places: int
    low: Decimal
    high: Decimal

    @property
    def is_rate(self) -> bool:
        """Whether its level is a percentage."""
        return self.unit == "%"


@cache
def things() -> tuple[Thing, ...]:
    """The indicators whose levels have a plausible range and a unit that papers write in one way, the usual first."""
    found = []
    for each in catalogue.load_indicators():
        unit = each.units[0]
        span = next(
            (one for one in each.plausible if one.measure == "level" and one.unit == unit and not one.per), None
        )
        if unit in _WRITTEN and span is not None and each.percent != "share_of_plan":
            factor, word, places = _WRITTEN[unit]
            low, high = max(span.low, Decimal(0)), span.high
            found.append(Thing(each.id, (each.aliases or each.nouns)[:3], factor, word, places, low, high))
    order = {id_: place for place, id_ in enumerate(_FIRST)}
    return tuple(sorted((each for each in found if each.wordings), key=lambda each: (order.get(each.id, 99), each.id)))


def level(thing: Thing, area: str, year: int, noise: Random) -> Decimal:
    """A number that grows with the years, a little different in each paper, as estimates and revisions are."""
    at = Random(f"{thing.id} {area}")  # noqa: S311 - dice, no secret
    start, pace = at.uniform(0.25, 0.5), at.uniform(0.01, 0.025)
    share = min(0.97, start + pace * (year - 2010) + noise.choice((0, 0, 0, 0.001, 0.004)))
    value = thing.low + (thing.high - thing.low) * Decimal(str(round(share, 5)))
    return value / thing.factor


def written(value: Decimal, places: int) -> str:
    """As Vietnamese papers write a number."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, part = f"{rounded:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    part = part.rstrip("0")
    return f"{grouped},{part}" if part else grouped


def in_words(day: date) -> str:
    """As letterheads write a day."""
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"

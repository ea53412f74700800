"""Units as written after a number, magnitudes, and what a figure is `per`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

UnitKind = Literal[
    "money",
    "percent",
    "count",
    "person",
    "household",
    "area",
    "length",
    "mass",
    "volume",
    "energy",
    "time",
    "score",
    "rank",
    "density",
    "ratio",
]


class Unit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit: `names` are what papers write after the number, `value * factor` is in the base unit.

    Attributes:
        id: the id; that of a base unit is the unit of a fact (docs/reference/facts.md).
        base: the unit its values are kept in; a base unit is its own.
        kind: what it measures.
        names: words as written, longest match wins. All in capitals means capitals only.
        factor: how many of the base unit it is.
        symbol: the short form for tables; None for nouns.
    """

    id: str
    base: str
    kind: UnitKind
    names: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    symbol: str | None = None


class Magnitude(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that multiplies the number before it; with `unit` it is the unit as well (`trđ`)."""

    names: tuple[str, ...]
    factor: Decimal
    unit: str | None = None


class PerUnit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a figure is said for: `per` is the time or thing, `names` the words after the unit."""

    per: str
    kind: Literal["time", "person", "household", "area", "population", "other"]
    names: tuple[str, ...]

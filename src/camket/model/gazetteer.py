"""Places below the provinces by their names alone, for the provinces whose own entries the catalogue does not hold."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from camket.model.indicator import Confidence

SmallKind = Literal[
    "district", "urban_district", "town", "district_city", "commune", "township", "ward", "special_zone"
]
"""`district` is a huyện, `urban_district` a quận, `town` a thị xã, `district_city` a thành phố within a province,
`commune` a xã, `township` a thị trấn, `ward` a phường, `special_zone` a đặc khu."""


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The names of all places of one kind in one province, at their last day or, of those that stand, at their first.

    Attributes:
        province: slug of the area that they lay in.
        kind: what they are.
        names: plain names; one that is a number keeps its kind (`Quận 1`).
        source: where the names come from, and the days where that is another.
        confidence: of the names and the days.
        valid_from: first day; None where it is not known.
        valid_to: last day; None while they stand.
    """

    province: str
    kind: SmallKind
    names: tuple[str, ...]
    source: str
    confidence: Confidence
    valid_from: date | None = None
    valid_to: date | None = None

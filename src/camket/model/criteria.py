"""Sets of criteria by which areas are classed, with their dates of force; and how an area stands by one of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.area import AreaKind
from camket.model.fact import Measure
from camket.model.indicator import Confidence, Name
from camket.model.message import Message
from camket.model.series import Source

Test = Literal["at_least", "above", "at_most", "below", "one_of", "yes", "not_found"]
"""`one_of` names classes, `yes` is fulfilled or not, `not_found` exists but its numbers were not found."""
Combine = Literal["all", "count", "points"]
"""All must be passed; so many of them; so many points."""
Fulfilled = Literal["pass", "fail", "unknown"]


class Lower(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A bound of its own for areas of a kind (mountain, border, island)."""

    case: str
    bound: Decimal


class Points(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a criterion scores: `least` at its bound, `most` from `full` on, a straight line between; below it nothing.

    `full` None: where the most begins was not found, and the points lie somewhere between.
    """

    least: Decimal
    most: Decimal
    full: Decimal | None = None


class Criterion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One criterion.

    Attributes:
        id: within its set.
        name: what the screens call it.
        test: how a value is held against it.
        indicators: catalogue ids; several where any of them is enough.
        bounds: one for each indicator, in `units`; none where the value is compared with another area.
        units: of the bounds.
        values: the classes that pass, for `one_of`; `asks` names them on the screens.
        measure: as in facts.
        compared_with: `country`, or `parent`, the area it lies in.
        factor: what the other area's value is multiplied by before it is compared.
        years: over how many of the latest years.
        each: whether each of these years must pass; else their mean must.
        group: of the criteria.
        points: what it scores, where points count.
        lower: lower bounds of areas of some kinds.
        note: what a person should know.
        source: ids of the set's sources.
        confidence: of bound and wording.
    """

    id: str
    name: Name
    test: Test
    indicators: tuple[str, ...] = ()
    bounds: tuple[Decimal, ...] = ()
    units: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    asks: Name | None = None
    measure: Measure = "level"
    compared_with: Literal["country", "parent"] | None = None
    factor: Decimal = Decimal(1)
    years: int = 1
    each: bool = False
    group: str = ""
    points: Points | None = None
    lower: tuple[Lower, ...] = ()
    note: str | None = None
    source: tuple[str, ...] = ()
    confidence: Confidence


class CriteriaSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The criteria of one class of areas under one regime.

    Attributes:
        id: lasting.
        name: what the screens call it.
        kinds: the areas that it can be asked of.
        valid_from: first day of force.
        valid_to: last day; None while it is in force.
        paper: number of the paper.
        combine: how the criteria make the whole.
        needed: how many criteria, or points, are enough; None for all.
        groups: points that each group must reach at least.
        sources: addresses or papers by the ids that criteria name.
        note: what a person should know.
        criteria: in the order of the paper.
        confidence: of the whole.
    """

    id: str
    name: Name
    kinds: tuple[AreaKind, ...]
    valid_from: date
    valid_to: date | None = None
    paper: str
    combine: Combine
    needed: Decimal | None = None
    groups: dict[str, Decimal] = {}
    sources: dict[str, str] = {}
    note: str | None = None
    criteria: tuple[Criterion, ...]
    confidence: Confidence

    def in_force(self, day: date) -> bool:
        """Whether it is the set to go by on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class CriterionLine(msgspec.Struct, frozen=True, kw_only=True):
    """How an area stands by one criterion.

    Attributes:
        id, name, group: as in the set.
        state: passed, failed, or not known.
        indicator: the one that was measured, else the first that is asked for.
        value: what it was measured by, in the unit of the bound.
        value_period: what the value belongs to.
        bound: what is asked for; of a comparison the other area's value.
        unit: of value and bound.
        gap: from the bound to the value, positive on the good side.
        passes_in: the year in which it is passed at the pace of the years known; None where it is, or never.
        points_least, points_most: what it scores, where points count.
        reason: why, in words and numbers.
        source: where the value stands.
        inputs: ids of the mentions that it rests on.
        confidence: of the least sure of them, from 0 to 1.
        method: how the value was worked out, where no paper prints it.
    """

    id: str
    name: Name
    group: str = ""
    state: Fulfilled
    indicator: str | None = None
    value: Decimal | None = None
    value_period: str | None = None
    bound: Decimal | None = None
    unit: str = ""
    gap: Decimal | None = None
    passes_in: int | None = None
    points_least: Decimal | None = None
    points_most: Decimal | None = None
    reason: Message
    source: Source | None = None
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0
    method: Message | None = None


class CriteriaBoard(msgspec.Struct, frozen=True, kw_only=True):
    """How an area stands by a set on a day. `asked` names the criteria of which nothing is known."""

    set: str
    name: Name
    paper: str
    area: str
    day: date
    state: Fulfilled
    passed: int
    failed: int
    unknown: int
    needed: Decimal | None = None
    points_least: Decimal | None = None
    points_most: Decimal | None = None
    reason: Message
    asked: tuple[Name, ...] = ()
    criteria: tuple[CriterionLine, ...] = ()

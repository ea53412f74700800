"""One figure out of what was settled of its quantity, with its confidence and the reasons for it."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.figures.attributes import plan_of, price_basis_of, vintage_of
from camket.extract.figures.clause import Slot
from camket.extract.figures.link import Link
from camket.extract.figures.measure import Reckoned, measure_of
from camket.extract.figures.near import near_reasons
from camket.extract.figures.roles import Ruling, counted_role
from camket.extract.figures.timing import Timing
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.model.fact import Figure
from camket.model.message import Message, message
from camket.rules.quantity.item import Quantity

_MEASURES = ("VND", "USD", "percent", "percentage_point", "rank", "score", "ha", "km", "tonne", "years")
_GUIDE_UNITS = frozenset((*_MEASURES, "count", "person", "household"))
_LINK_WEIGHTS = {
    "before": 0.95,
    "counted": 0.9,
    "answer": 0.9,
    "chain": 0.85,
    "after": 0.8,
    "growth_word": 0.8,
    "topic": 0.75,
    "carried": 0.6,
    "earlier": 0.6,
    "own_words": 0.5,
}
_ROLE_WEIGHTS = {
    "clause": 0.95,
    "plan": 0.95,
    "head": 0.95,
    "list": 0.9,
    "section": 0.9,
    "after": 0.85,
    "default": 0.85,
    "carried": 0.8,
    "asked": 0.9,
    "opens": 0.9,
    "ahead": 0.8,
    "past": 0.8,
    "project": 0.8,
}
_TIME_WEIGHTS = {"stated": 0.95, "topic": 0.8, "default": 0.5, "project": 0.7, "standing": 0.6, "asked": 0.8}
_NO_AREA = 0.7


class Settled(NamedTuple):
    """What was settled of a figure besides its indicator; `plan` is the plan that its paragraph named last."""

    ruling: Ruling
    when: Timing
    area: str | None
    scene: Scene
    plan: str | None


def make_figure(reading: Reading, slot: Slot, linked: Link, settled: Settled) -> Figure:
    """The figure of a slot."""
    quantity, (ruling, when, area, scene, plan) = slot.quantity, settled
    reckoned = measure_of(reading, slot, linked, compared=ruling.role == "benchmark")
    spot = place(reading, slot.start, slot.end)
    named = place(reading, linked.start, linked.end)
    role = counted_role(slot, ruling.role)
    return Figure(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=slot.made.rule,
        confidence=_confidence(linked, ruling, when, area),
        reasons=(*_reasons(linked, ruling, when), *near_reasons(reading, slot, linked)),
        indicator=guide_indicator(linked.indicator, reckoned, quantity),
        indicator_text=named.quote or None,
        value=_signed(quantity.value, reckoned),
        value_high=None if quantity.high is None else _signed(quantity.high, reckoned),
        unit=guide_unit(reckoned.unit or quantity.unit),
        comparator=quantity.comparator,
        measure=reckoned.measure,
        role=role,
        period=when.period,
        period_stated=when.stated and when.period is not None,
        base_period=when.base if reckoned.measure in ("growth", "change") else None,
        area=area,
        scenario=ruling.scenario,
        plan=plan_of(reading, slot, role, reckoned.measure, scene, plan),
        price_basis=price_basis_of(reading, slot),
        vintage=vintage_of(reading, slot),
    )


def _signed(value: Decimal, reckoned: Reckoned) -> Decimal:
    shifted = value + reckoned.shift
    return -shifted if reckoned.sign < 0 < shifted else shifted


def guide_indicator(indicator: str, reckoned: Reckoned, quantity: Quantity) -> str:
    """The id as the guide writes it.

    `tăng trưởng` with no other noun is the growth of the economy; what the catalogue knows beyond the guide's list is
    an `other:`.
    """
    if indicator == "growth_overall" and reckoned.measure == "growth" and quantity.unit == "percent":
        return "grdp"
    if indicator.startswith("other:"):
        return indicator
    known = catalogue.indicator(indicator)
    if known.grown is not None and reckoned.measure == "growth":
        known = catalogue.indicator(known.grown)
    return known.id if known.in_guide else f"other:{known.id}"


def guide_unit(unit: str) -> str:
    """The unit as the guide writes it: those beyond its list are an `other:`."""
    return unit if unit in _GUIDE_UNITS or unit.startswith("other:") else f"other:{unit}"


def _confidence(linked: Link, ruling: Ruling, when: Timing, area: str | None) -> float:
    """How far the words themselves settle what the figure is; the weakest link counts most."""
    return _weighed(linked.how, ruling.how, when.how, known=area is not None and area != "")


@cache
def _weighed(linked: str, ruling: str, when: str, *, known: bool) -> float:
    weights = (_LINK_WEIGHTS[linked], _ROLE_WEIGHTS[ruling], _TIME_WEIGHTS[when])
    spread = math.sqrt(math.prod(weights))
    return round(min(*weights, spread) * (1.0 if known else _NO_AREA), 2)


def _reasons(linked: Link, ruling: Ruling, when: Timing) -> tuple[Message, ...]:
    reasons = [
        message(f"reason.indicator.{linked.how}", indicator=linked.indicator),
        message(f"reason.role.{ruling.how}", role=ruling.role),
        message(f"reason.period.{when.how}", period=when.period or "-"),
    ]
    if linked.rivals:
        reasons.append(message("reason.indicator.rivals", indicators=", ".join(linked.rivals)))
    return tuple(reasons)

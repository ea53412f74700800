"""One figure out of what was settled of its quantity, with the reasons for it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.figures.against import VS_OTHERS
from camket.extract.figures.attributes import plan_of, price_basis_of, vintage_of
from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import aimed_over, foreseen_over, grown_over
from camket.extract.figures.measure import measure_of
from camket.extract.figures.near import near_reasons
from camket.extract.figures.question import Link
from camket.extract.figures.reckoned import Reckoned
from camket.extract.figures.roles import Ruling, counted_role
from camket.extract.figures.timing import Timing
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.model.fact import Figure, Measure
from camket.model.message import Message, message
from camket.rules.quantity.item import Quantity

_MEASURES = ("VND", "USD", "percent", "percentage_point", "rank", "score", "ha", "km", "tonne", "years")
_GUIDE_UNITS = frozenset((*_MEASURES, "count", "person", "household"))


class Settled(NamedTuple):
    """What was settled of a figure besides its indicator; `plan` is the plan that its paragraph named last.

    `listed` is the measure of the quantities before in a list that it goes on.
    """

    ruling: Ruling
    when: Timing
    area: str | None
    scene: Scene
    plan: str | None
    listed: Measure | None = None


def make_figure(reading: Reading, slot: Slot, linked: Link, settled: Settled) -> Figure:
    """The figure of a slot."""
    quantity, (ruling, when, area, scene, plan, listed) = slot.quantity, settled
    ratio = linked.indicator.endswith(VS_OTHERS)
    compared = ruling.role == "benchmark"
    reckoned = Reckoned("level") if ratio else measure_of(reading, slot, linked, compared=compared, listed=listed)
    if reckoned.measure == "growth" and when.how == "default":
        when = aimed_over(grown_over(when, ruling.role, scene), ruling.role, linked.indicator, scene)
    elif reckoned.measure == "growth":
        when = foreseen_over(when, ruling.role)
    spot = place(reading, slot.start, slot.end)
    named = place(reading, linked.start, linked.end)
    role = counted_role(slot, ruling.role)
    return Figure(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=slot.made.rule,
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
    an `other:`, and so is a multiple of what others have (`gấp 1,9 lần bình quân cả nước`).
    """
    if indicator == "growth_overall" and reckoned.measure == "growth" and quantity.unit == "percent":
        return "grdp"
    if indicator.startswith("other:"):
        return indicator
    if quantity.unit == "other:times" and reckoned.measure == "level":
        return f"other:{indicator}{VS_OTHERS}"
    known = catalogue.indicator(indicator)
    if known.grown is not None and reckoned.measure == "growth":
        known = catalogue.indicator(known.grown)
    return known.id if known.in_guide else f"other:{known.id}"


def guide_unit(unit: str) -> str:
    """The unit as the guide writes it: those beyond its list are an `other:`."""
    return unit if unit in _GUIDE_UNITS or unit.startswith("other:") else f"other:{unit}"


@lru_cache(maxsize=4096)
def _reason(what: str, how: str, value: str) -> Message:
    """One of the three reasons that every figure has; papers give few different ones."""
    return message(f"reason.{what}.{how}", **{what: value})


def _reasons(linked: Link, ruling: Ruling, when: Timing) -> tuple[Message, ...]:
    reasons = [
        _reason("indicator", linked.how, linked.indicator),
        _reason("role", ruling.how, ruling.role),
        _reason("period", when.how, when.period or "-"),
    ]
    if linked.rivals:
        reasons.append(message("reason.indicator.rivals", indicators=", ".join(linked.rivals)))
    return tuple(reasons)

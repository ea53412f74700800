"""What papers confuse with the indicator of a figure: kept with its reasons, for whoever checks it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.question import Link
from camket.extract.place import place
from camket.grammar.engine import Reading
from camket.grammar.fold import fold
from camket.grammar.scan import bounded
from camket.model.indicator import Indicator
from camket.model.message import Message, message

_BEHIND = 40
"""How far behind a name, in letters, words can stand that make it mean something else."""


def near_reasons(reading: Reading, slot: Slot, linked: Link) -> Iterator[Message]:
    """The indicators that the figure's was told from, and the variant that its words may mean instead."""
    if linked.indicator.startswith("other:"):
        return
    words = place(reading, linked.start, linked.end).quote
    rivals = _near(linked.indicator, slot.quantity.unit)
    if rivals:
        yield message("reason.indicator.near", indicator=linked.indicator, words=words, rivals=", ".join(rivals))
    said = reading.low[slice(*_own_stretch(slot, linked))]
    for variant, wording in _variants(linked.indicator):
        at = said.find(wording)
        if at >= 0 and bounded(said, at, at + len(wording)):
            yield message("reason.indicator.variant", indicator=linked.indicator, words=wording, variant=variant)
            return


def _own_stretch(slot: Slot, linked: Link) -> tuple[int, int]:
    """From where the quantity's own words begin, or the name behind or before them, to where name or number end."""
    if linked.end <= slot.left:
        return linked.start, min(linked.end + _BEHIND, slot.left)
    if linked.start >= slot.end:
        return linked.start, min(linked.end + _BEHIND, slot.right)
    return min(slot.left, linked.start), max(linked.end, slot.start)


@cache
def _near(indicator: str, unit: str) -> tuple[str, ...]:
    """The indicators confused with one that a quantity of this unit could be said of."""
    return tuple(rival for rival in catalogue.indicator(indicator).near if _could_be(catalogue.indicator(rival), unit))


def _could_be(rival: Indicator, unit: str) -> bool:
    return unit in rival.units or (unit == "percent" and rival.percent is not None)


@cache
def _variants(indicator: str) -> tuple[tuple[str, str], ...]:
    """The variants of an indicator with each of their wordings, the longest wording first."""
    pairs = [(one.id, fold(wording)) for one in catalogue.indicator(indicator).variants for wording in one.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))

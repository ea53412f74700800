"""Names that lie in one another: `GRDP bình quân` of a head, `GRDP` of all."""

from __future__ import annotations

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.lexicon import WEAK_INDICATOR
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.scan import Mark
from camket.rules.quantity.item import Quantity

_OF_ALL, _OF_A_HEAD = "grdp", "grdp_per_capita"
_A_HEAD = expression(
    r"(?:\)| ?\([^()]{1,40}\))? ?\(?(?:tính )?(?:bình quân |bq |trên |theo |trung bình )+"
    r"(?:đầu người|mỗi người|một người|người dân|người)(?!\w)"
)


def of_a_head(low: str, name: Mark, end: int | None = None) -> Mark:
    """The name with the words behind it that make it one of a head: `GRDP (bình quân đầu người)`, else as it is."""
    if name.value != _OF_ALL:
        return name
    behind = _A_HEAD.match(low, name.end, len(low) if end is None else end)
    return name if behind is None else Mark(name.start, behind.end(), name.kind, _OF_A_HEAD)


def told_apart(reading: Reading, name: Mark, slot: Slot) -> tuple[Mark, tuple[str, ...]]:
    """The name that is meant, and the rival: of two that lie in one another that whose range holds the value.

    The longer is a general one (`GRDP bình quân` is also the mean growth), so the shorter stands where both may. What
    stands in brackets between does not part them: `tổng sản phẩm trên địa bàn (GRDP) bình quân đầu người`.
    """
    a_head = of_a_head(reading.low, name, slot.start)
    if a_head is not name:
        return a_head, (_OF_ALL,)
    for longer in reading.marked(WEAK_INDICATOR, name.start, slot.start):
        inside = longer.start <= name.start and name.end < longer.end and longer.value != name.value
        if not inside or slot.quantity.unit not in catalogue.indicator(longer.value).units:
            continue
        if _plausible(longer.value, slot.quantity) and not _plausible(name.value, slot.quantity):
            return longer, (name.value,)
        return name, (longer.value,)
    return name, ()


def _plausible(indicator: str, quantity: Quantity) -> bool:
    """Whether a value is in the range that the catalogue gives for an indicator's levels in this unit."""
    return any(
        one.low <= quantity.value <= one.high
        for one in catalogue.indicator(indicator).plausible
        if one.unit == quantity.unit and one.measure == "level" and one.per in (None, "year")
    )

"""Estimates late in a year: `thu ngân sách ước đạt 9.100 tỷ đồng`, told in December, is of the year that ends."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import is_flow
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import Timing
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.rules.period.item import When

_BUDGETS_TOLD, _YEAR_ENDS = "10", "11"
"""From these months on the budget, and all else that runs over a year, is estimated for the whole of it."""
_BUDGETS = frozenset(("budget_revenue", "domestic_revenue", "budget_expenditure", "other:budget_deficit"))
_OF_A_YEAR = frozenset(("grdp", "grdp_per_capita", "income_per_capita", "growth_overall", "labour_productivity"))
_MONTHS = ("tháng", "quý", "tuần")
_OF_THE_BUDGET = ("ngân sách", "bội chi", "nsnn")


def is_told_on(when: When | None) -> bool:
    """Whether a time is only the day on which something was said: `theo báo cáo trước Quốc hội chiều 23/10`."""
    return when is None or (when.day is not None and when.mode == "at" and when.since is None)


def of_the_year_that_ends(
    reading: Reading, slot: Slot, own: When | None, linked: Link, said: Ruling, when: Timing, scene: Scene
) -> Timing:
    """The paper's year for an estimate without a time, in the last months of that year."""
    if said.role != "estimate" or not scene.is_story or not is_told_on(own):
        return when
    told = own.dated(scene.year) if own is not None else None
    day = f"{told.year}-{told.month:02}" if told is not None and told.month is not None else scene.day
    if day is None:
        return when
    if own is not None and reading.low.find("đến", slot.sentence.start, slot.start) >= 0:
        return when
    if own is None and when.period is not None:
        return when
    low = reading.low[slot.sentence.start : slot.sentence.end]
    budgets = linked.indicator in _BUDGETS or any(word in low for word in _OF_THE_BUDGET)
    begins = _BUDGETS_TOLD if budgets else _YEAR_ENDS
    if day[5:7] < begins or any(word in low for word in _MONTHS):
        return when
    if not budgets and linked.indicator not in _OF_A_YEAR and not is_flow(linked):
        return when
    return Timing(day[:4], stated=False, base=when.base, how="topic")

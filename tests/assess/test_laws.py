"""Laws of assessing: a wider number never decides more, units and order decide nothing, sums and areas commute."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.assess.making import figure, placed, target

from camket import catalogue
from camket.assess import assess
from camket.assess.boundary import joint
from camket.assess.case import Case
from camket.assess.goal import Goal, goal_of
from camket.assess.readings import Point, Values
from camket.assess.value import compare, final
from camket.model.extraction import Extraction
from camket.model.interval import Interval
from camket.model.period import year_of
from camket.model.scoreboard import Scoreboard
from camket.model.series import Source
from camket.registry.memory import MemoryRegistry
from camket.resolve.plans import plans_of

D = Decimal
numbers = st.decimals(min_value=-50, max_value=50, places=2)
widths = st.decimals(min_value=0, max_value=5, places=2)
REVENUE: dict[str, Any] = {"indicator": "budget_revenue", "measure": "level", "unit": "VND"}


def around(value: D, down: D, up: D, *, closed: bool = True) -> Interval:
    return Interval(low=value - down, high=value + up, low_closed=closed, high_closed=closed)


@given(numbers, numbers, widths, widths, widths, widths, st.booleans(), st.booleans())
def test_a_wider_interval_never_decides_what_was_open(
    near: D, value: D, down: D, up: D, further_down: D, further_up: D, up_is_better: bool, strict: bool
) -> None:
    goal = Goal(near=near, far=near, up=up_is_better, strict=strict)
    narrow = goal.turned_interval(around(value, down, up))
    wide = goal.turned_interval(around(value, down + further_down, up + further_up))
    if compare(goal, narrow) == "across":
        assert compare(goal, wide) == "across"


@given(numbers, widths, widths, st.sampled_from(["eq", "ge", "gt"]), st.sampled_from(["eq", "approx", "gt"]))
@settings(max_examples=60)
def test_widening_never_turns_unclear_into_met(value: D, down: D, further: D, comparator: Any, said: Any) -> None:
    (plan,) = plans_of([placed("plan", published="2022-01-01", figures=[target("5%", "5", comparator, period="2022")])])
    aim, indicator = plan.targets[0], catalogue.indicator("grdp")
    goal = goal_of(aim, indicator)
    assert goal is not None
    case = Case(target=aim, goal=goal, indicator=indicator, values=Values([]), over=True, base_year=None)
    point = Point(
        value=value, interval=around(value, down, down), period=year_of(2022), role="actual",
        source=Source(document="r"), statement="s", comparator=said,
    )  # fmt: skip
    wide = replace(point, interval=around(value, down + further, down + further))
    if final(case, point).state == "unclear":
        assert final(case, wide).state not in ("met", "exceeded")


def papers(factor: D, revenue: list[int], asked: int) -> list[Extraction]:
    def money(value: int, **fields: Any) -> Any:
        number = D(value) * factor
        return {"quote": f"{number:f} đồng", "value": f"{number:f}", **REVENUE, **fields}

    aims = [target(**money(asked, period="2022", id="year")), target(**money(3 * asked, period="2021/2023", id="term"))]
    actuals = [
        figure(**money(value, period=str(year), id=f"y{year}"))
        for year, value in zip((2021, 2022, 2023), revenue, strict=False)
    ]
    return [
        placed("plan", published="2020-12-31", figures=aims),
        *(
            placed(f"r{number}", published=f"202{number + 2}-02-01", figures=[each])
            for number, each in enumerate(actuals)
        ),
    ]


def states(board: Scoreboard) -> dict[str, str]:
    return {line.statement: line.state for plan in board.plans for line in plan.targets}


@given(
    st.lists(st.integers(1, 500), min_size=1, max_size=3), st.integers(1, 500), st.sampled_from(["1e3", "1e6", "1e9"])
)
@settings(max_examples=25)
def test_scaling_units_changes_no_state(revenue: list[int], asked: int, factor: str) -> None:
    plain, scaled = (assess(papers(D(each), revenue, asked), date(2024, 6, 1)) for each in ("1", factor))
    assert states(plain) == states(scaled)


@given(st.permutations(range(4)), st.lists(st.integers(1, 500), min_size=3, max_size=3), st.integers(1, 500))
@settings(max_examples=25)
def test_the_order_of_papers_changes_nothing(order: list[int], revenue: list[int], asked: int) -> None:
    held = papers(D("1e9"), revenue, asked)
    assert assess([held[place] for place in order]) == assess(held)


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=2), st.integers(1, 20000))
@settings(max_examples=25)
def test_merging_and_reading_commute_for_sums(parts: list[int], asked: int) -> None:
    """A sum that is read of the merged province, and the sum of what is read of its two parts, stand alike."""
    apart = MemoryRegistry(
        [
            placed("report", published="2025-02-01", figures=[
                figure(f"{value} tỷ", f"{value}e9", period="2024", area=area, **REVENUE)
                for value, area in zip(parts, ("Bắc Ninh", "Bắc Giang"), strict=True)
            ])
        ]
    )  # fmt: skip
    series = next(each for each in apart.series() if each.area == "bac-ninh-1997")
    board = joint(replace(series, area="bac-ninh-2025"), Values(apart.statements()).all_standings())
    assert board is not None
    number = board.rows[0].number
    together = figure(f"{sum(parts)} tỷ", f"{sum(parts)}e9", period="2024", area="Bắc Ninh (mới)", **REVENUE)
    (read,) = MemoryRegistry([placed("merged", published="2026-01-01", figures=[together])]).statements()
    assert number is not None and read.series is not None
    assert (read.series.area, number.value) == ("bac-ninh-2025", read.figure.value)
    goal = Goal(near=D(asked) * D("1e9"), far=D(asked) * D("1e9"), up=True, strict=False)
    assert goal.reached(number.value) == goal.reached(read.figure.value)

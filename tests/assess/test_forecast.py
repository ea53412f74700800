from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.assess.making import figure, placed, target

from camket.assess import assess
from camket.assess.forecast import WIDTHS, Widths, chance, forecast, outlook
from camket.assess.goal import Goal
from camket.assess.progress import judge
from camket.assess.readings import Point, Values
from camket.model.interval import Interval, exactly
from camket.model.period import Period, parse_period, year_of
from camket.model.scoreboard import TargetLine
from camket.model.series import Source
from camket.registry.memory import MemoryRegistry

D = Decimal


def point(value: object, period: Period | int, **fields: Any) -> Point:
    number = D(str(value))
    when = year_of(period) if isinstance(period, int) else period
    known: dict[str, Any] = {"role": "actual", "source": Source(document="a"), "statement": f"s{when}"}
    return Point(value=number, interval=exactly(number), period=when, **known | fields)


def yearly(*values: object, first: int = 2020) -> list[Point]:
    return [point(value, first + place) for place, value in enumerate(values)]


def at_least(near: object) -> Goal:
    return Goal(near=D(str(near)), far=D(str(near)), up=True, strict=False)


def at_most(near: object) -> Goal:
    return Goal(near=D(str(near)), far=D(str(near)), up=False, strict=False)


def test_a_straight_line_goes_on_within_what_such_forecasts_have_missed() -> None:
    # By hand: steps of 2, so drift and trend give 18, 20, 22, and naive 16; the middle is 18, 20, 22.
    # Half widths: 1.65 x 2 = 3.3; 2.45 x 2 = 4.9; 3.7 x 2 = 7.4.
    found = forecast(yearly(10, 12, 14, 16))
    assert [(each.year, each.low, each.value, each.high) for each in found.years] == [
        (2024, D("14.7"), D(18), D("21.3")),
        (2025, D("15.1"), D(20), D("24.9")),
        (2026, D("14.6"), D(22), D("29.4")),
    ]
    assert found.method.code == "assess.forecast"
    assert dict(found.method.params) == {
        "first_year": "2020",
        "last_year": "2023",
        "count": "4",
        "step": "2",
        "holds": "80",
    }
    assert found.inputs == ("s2020", "s2021", "s2022", "s2023")


@pytest.mark.parametrize(
    ("goal", "due", "expected"),
    [
        # 18 +- 3.3 holds 80 %, so one half width is 1.2816 of a normal's standard deviations; by its table:
        (at_least(18), date(2024, 12, 31), "0.50"),
        (at_least("16.9"), date(2024, 12, 31), "0.67"),  # 1.1 / 3.3 x 1.2816 = 0.427
        (at_least(20), date(2024, 12, 31), "0.22"),  # -2 / 3.3 x 1.2816 = -0.777
        (at_least("21.3"), date(2024, 12, 31), "0.10"),  # the end of the interval
        (at_most("19.1"), date(2024, 12, 31), "0.67"),
        (at_least(18), date(2025, 12, 31), "0.70"),  # 20 +- 4.9: 2 / 4.9 x 1.2816 = 0.523
        (at_least(18), date(2025, 6, 30), "0.50"),  # within 2025: the end of 2024 is known best
        (at_least(18), date(2027, 12, 31), None),  # nothing was measured four years ahead
        (at_least(18), date(2023, 12, 31), None),
    ],
)
def test_the_chance_of_arriving(goal: Goal, due: date, expected: str | None) -> None:
    assert outlook(yearly(10, 12, 14, 16), goal, due) == (D(expected) if expected is not None else None)


@pytest.mark.parametrize(
    ("points", "breaks", "code", "said"),
    [
        (yearly(10, 12, 14), (), "assess.forecast_few", {"known": "3", "least": "4"}),
        ([], (), "assess.forecast_few", {"known": "0", "least": "4"}),
        # parts of years are no years
        ([*yearly(10, 12, 14), point(15, parse_period("2023-H1") or year_of(2023))], (), "assess.forecast_few",
         {"known": "3", "least": "4"}),
        # a gap: 2022 is not made up
        ([*yearly(10, 12), *yearly(16, 18, 20, first=2023)], (), "assess.forecast_broken",
         {"first_year": "2023", "known": "3", "least": "4"}),
        # counted anew since 2022
        (yearly(10, 12, 14, 16, 18), (2022,), "assess.forecast_broken",
         {"first_year": "2022", "known": "3", "least": "4"}),
        # a step of 44 among steps of 2 is a new base
        (yearly(10, 12, 14, 16, 60, 62, 64), (), "assess.forecast_broken",
         {"first_year": "2024", "known": "3", "least": "4"}),
        (yearly(10, 10, 10, 10), (), "assess.forecast_flat", {"first_year": "2020", "last_year": "2023"}),
    ],
)  # fmt: skip
def test_no_forecast_and_why(points: list[Point], breaks: tuple[int, ...], code: str, said: dict[str, str]) -> None:
    found = forecast(points, breaks=breaks)
    assert (found.years, found.method.code, dict(found.method.params)) == ((), code, said)


def test_after_a_new_base_the_new_years_alone_count() -> None:
    found = forecast(yearly(10, 12, 14, 16, 60, 61, 62, 63))
    # by hand: 63 and a step of 1, not the mean step of all
    assert (found.years[0].value, found.years[0].low) == (D(64), D("62.35"))
    assert found.inputs == ("s2024", "s2025", "s2026", "s2027")


def test_the_last_day_of_a_year_stands_for_it_where_the_year_has_no_value_of_its_own() -> None:
    ends = [point(value, parse_period(f"at:{year}-12-31") or year_of(year)) for year, value in ((2022, 14), (2023, 16))]
    assert forecast([*yearly(10, 12), *ends]).years == forecast(yearly(10, 12, 14, 16)).years


series_of_numbers = st.lists(st.integers(-1000, 1000), min_size=4, max_size=12)


@given(series_of_numbers, st.randoms(use_true_random=False))
def test_the_order_of_values_does_not_matter(numbers: list[int], shuffling: Any) -> None:
    points = yearly(*numbers)
    mixed = list(points)
    shuffling.shuffle(mixed)
    assert forecast(mixed) == forecast(points)


@given(series_of_numbers, st.integers(-1500, 1500), st.sampled_from((D("0.001"), D(1000), D(10) ** 9)))
def test_the_unit_changes_no_chance(numbers: list[int], near: int, factor: D) -> None:
    scaled = [point(number * factor, 2020 + place) for place, number in enumerate(numbers)]
    due = date(2020 + len(numbers), 12, 31)
    assert outlook(scaled, at_least(near * factor), due) == outlook(yearly(*numbers), at_least(near), due)


@given(series_of_numbers, st.integers(-1500, 1500))
def test_less_is_better_is_the_mirror_of_more_is_better(numbers: list[int], near: int) -> None:
    due = date(2020 + len(numbers), 12, 31)
    mirrored = yearly(*(-number for number in numbers))
    assert outlook(mirrored, at_most(-near), due) == outlook(yearly(*numbers), at_least(near), due)


@given(series_of_numbers, st.integers(-1500, 1500), st.decimals(1, 20, places=2))
def test_a_wider_interval_makes_nothing_likelier_that_was_not_likely(numbers: list[int], near: int, factor: D) -> None:
    wide = Widths(holds=WIDTHS.holds, years=tuple(width * factor for width in WIDTHS.years))
    goal = at_least(near)
    pairs = zip(forecast(yearly(*numbers)).years, forecast(yearly(*numbers), widths=wide).years, strict=True)
    for narrow, wider in pairs:
        before, after = chance(narrow, goal), chance(wider, goal)
        # uncertainty draws towards one half: what was likely can only lose, what was not can never pass one half
        assert after <= before if before >= D("0.5") else after <= D("0.5")


@given(series_of_numbers)
def test_rough_numbers_change_no_forecast_and_it_lies_between_staying_and_going_on(numbers: list[int]) -> None:
    points = yearly(*numbers)
    open_ended = Interval(low=None, high=None, low_closed=False, high_closed=False)
    rough = [msgspec.structs.replace(each, interval=open_ended, comparator="approx") for each in points]
    found = forecast(points)
    assert forecast(rough) == found
    assume(found.years and len(found.inputs) == len(numbers))
    drift, step = D(numbers[-1] - numbers[0]) / (len(numbers) - 1), max(abs(b - a) for a, b in pairwise(numbers))
    for ahead, each in enumerate(found.years, start=1):
        low, high = sorted((D(numbers[-1]), numbers[-1] + drift * ahead))
        assert low - step * D("0.0001") <= each.value <= high + step * D("0.0001")


CITY: dict[str, Any] = {"indicator": "urbanization_rate", "measure": "level"}


def line(near: str, due: str, *rates: str, first: int = 2020) -> TargetLine:
    """A share of people in towns that is asked for, judged in the middle of 2024."""
    aim = target(f"{near}%", near, period=due, id="aim", **CITY)
    known = [
        figure(f"{rate}%", rate, period=str(first + place), id=f"y{first + place}", confidence=0.9 - place / 10, **CITY)
        for place, rate in enumerate(rates)
    ]
    papers = [
        placed("plan", published="2019-12-01", figures=[aim]),
        *(placed(f"r{at}", published="2024-03-01", source_kind="report", figures=[f]) for at, f in enumerate(known)),
    ]
    (found,) = assess(papers, date(2024, 6, 1)).plans[0].targets
    return found


@pytest.mark.parametrize(
    ("near", "due", "rates", "state", "code"),
    [
        # 40, 42, 44, 46: 48 +- 3.3 at the end of 2024
        ("46.5", "by:2024-12", ("40", "42", "44", "46"), "on_track", "assess.outlook"),  # 0.58 deviations: 0.72
        ("48", "by:2024-12", ("40", "42", "44", "46"), "at_risk", "assess.outlook"),  # even; the paces say on track
        ("49.5", "by:2024-12", ("40", "42", "44", "46"), "off_track", "assess.outlook"),  # -0.58: 0.28
        # three years, or a due four years ahead: the paces decide
        ("48", "by:2024-12", ("42", "44", "46"), "on_track", "assess.pace"),
        ("54", "by:2027-12", ("40", "42", "44", "46"), "on_track", "assess.pace"),
    ],
)
def test_targets_before_their_due_go_by_the_forecast(
    near: str, due: str, rates: tuple[str, ...], state: str, code: str
) -> None:
    found = line(near, due, *rates, first=2024 - len(rates))
    assert (found.state, found.reason.code) == (state, code)


@pytest.mark.parametrize(
    ("rates", "state", "code"),
    [
        # the term 2024-2025 begins at the level of 2023: 50 +- 4.9 at its end, 2.5 / 4.9 x 1.2816 = 0.654: 0.74
        (("40", "42", "44", "46"), "on_track", "assess.outlook"),
        (("44", "46"), "unclear", "assess.one_point"),
    ],
)
def test_years_before_the_term_tell_where_its_own_do_not_yet(rates: tuple[str, ...], state: str, code: str) -> None:
    aim = target("47,5%", "47.5", period="by:2025-12", **CITY)
    known = [figure(f"{rate}%", rate, period=str(2024 - len(rates) + at), **CITY) for at, rate in enumerate(rates)]
    registry = MemoryRegistry(
        [
            placed("plan", published="2023-12-01", figures=[aim]),
            *(
                placed(f"r{at}", published="2024-03-01", source_kind="report", figures=[f])
                for at, f in enumerate(known)
            ),
        ]
    )
    plan = msgspec.structs.replace(registry.plans()[0], period=parse_period("2024/2025"))
    found = judge(plan.targets[0], plan, Values(registry.statements()), date(2024, 6, 1), outlook)
    assert (found.state, found.reason.code) == (state, code)


def test_a_target_names_the_years_that_its_chance_rests_on() -> None:
    found = line("48", "by:2024-12", "40", "42", "44", "46")
    assert found.pace is not None and found.pace.probability == D("0.50")
    assert found.inputs == ("aim", "y2023", "y2020", "y2021", "y2022")
    assert found.confidence == 0.5  # the target's own


def test_the_old_boundary_is_no_past_of_the_new_one() -> None:
    aim = target("60%", "60", period="by:2027-12", **CITY)
    old = [
        figure(f"{rate}%", rate, period=year, **CITY)
        for year, rate in (("2021", "40"), ("2022", "42"), ("2023", "44"), ("2024", "46"))
    ]
    new = figure("38%", "38", period="2025", **CITY)
    papers = [
        placed("plan", published="2025-12-01", figures=[aim]),
        *(placed(f"r{at}", published="2026-03-01", source_kind="report", figures=[f])
          for at, f in enumerate((*old, new))),
    ]  # fmt: skip
    (found,) = assess(papers, date(2026, 6, 1)).plans[0].targets
    assert found.value == D(38)
    assert (found.state, found.reason.code) == ("unclear", "assess.one_point")

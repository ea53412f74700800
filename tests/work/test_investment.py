"""Public investment at closing days: denominators apart, the year before, the pace that is needed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.model.investment import Disbursed, PeriodBasis, PlanGiver, Planned, Project
from camket.work.investment import Money, closing_day, late_first, months, rule_of, standing, totals, year_before

D = Decimal
BILLION = D(10**9)
SEPTEMBER = date(2026, 9, 30)


def plan(project: str, giver: PlanGiver, billions: str, *, carried: bool = False, day: date | None = None) -> Planned:
    return Planned(project=project, year=2026, giver=giver, amount=D(billions) * BILLION, carried=carried, day=day)


def paid(project: str, until: date, billions: str, *, year: int = 2026, carried: bool = False) -> Disbursed:
    return Disbursed(project=project, year=year, until=until, amount=D(billions) * BILLION, carried=carried)


BRIDGE, SCHOOL, ROAD = (Project(id=name, name=name) for name in ("cau", "truong", "duong"))


def test_each_denominator_has_a_rate_of_its_own_and_money_carried_over_too() -> None:
    money = Money(
        [
            plan("cau", "prime_minister", "100"),
            plan("cau", "council", "120"),
            plan("cau", "allotted", "90"),
            plan("cau", "unnamed", "10", carried=True),
        ],
        [paid("cau", SEPTEMBER, "45"), paid("cau", SEPTEMBER, "9", carried=True)],
    )
    told = standing(BRIDGE, money, 2026, date(2026, 10, 5))
    assert [(rate.giver, rate.carried, rate.share) for rate in told.rates] == [
        ("prime_minister", False, D("45.00")),
        ("council", False, D("37.50")),
        ("allotted", False, D("50.00")),
        ("unnamed", True, D("90.00")),
    ]
    assert (told.disbursed, told.told) == (45 * BILLION, SEPTEMBER)


def test_the_year_before_is_that_of_the_same_closing_day() -> None:
    money = Money(
        [plan("cau", "council", "100")],
        [
            paid("cau", SEPTEMBER, "45"),
            paid("cau", date(2025, 9, 30), "40", year=2025),
            paid("cau", date(2025, 8, 31), "30", year=2025),
        ],
    )
    told = standing(BRIDGE, money, 2026, SEPTEMBER)
    assert (told.last_year, told.growth) == (40 * BILLION, D("12.50"))
    august = Money([], [paid("cau", date(2026, 8, 15), "20"), paid("cau", date(2025, 8, 31), "30", year=2025)])
    assert standing(BRIDGE, august, 2026, SEPTEMBER).last_year is None  # another closing day is no comparison
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28) and year_before(date(2025, 2, 28)) == date(2024, 2, 29)


def test_pace_had_and_pace_needed() -> None:
    money = Money([plan("cau", "council", "100")], [paid("cau", SEPTEMBER, "45")])
    told = standing(BRIDGE, money, 2026, SEPTEMBER)
    assert rule_of(2026).last_of(2026) == date(2027, 1, 31)
    assert told.expected == D("68.94")  # 273 of 396 days
    assert told.behind == D("23.94")
    assert told.left == 55 * BILLION
    assert told.had_a_month == (45 * BILLION * D("30.4375") / 273).quantize(D(1))
    assert told.needed_a_month == (55 * BILLION * D("30.4375") / 123).quantize(D(1))  # 30 September to 31 January
    assert told.late
    done = standing(BRIDGE, Money([plan("cau", "council", "45")], [paid("cau", SEPTEMBER, "45")]), 2026, SEPTEMBER)
    assert (done.left, done.late, done.needed_a_month) == (D(0), False, D(0))


def test_what_is_told_later_does_not_count_at_an_earlier_day() -> None:
    money = Money(
        [plan("cau", "council", "100"), plan("cau", "council", "80", day=date(2026, 10, 1))],
        [paid("cau", SEPTEMBER, "45"), paid("cau", date(2026, 10, 31), "60")],
    )
    assert standing(BRIDGE, money, 2026, SEPTEMBER).rates[0].share == D("45.00")
    assert standing(BRIDGE, money, 2026, date(2026, 11, 1)).rates[0].share == D("75.00")
    assert standing(BRIDGE, money, 2026, date(2026, 1, 5)).disbursed is None


def test_late_ones_first_and_unknown_ones_last() -> None:
    past = Project(id="duong", name="duong", ends=date(2026, 6, 30))
    money = Money(
        [plan("cau", "council", "100"), plan("truong", "council", "100"), plan("duong", "council", "100")],
        [paid("cau", SEPTEMBER, "70"), paid("truong", SEPTEMBER, "10"), paid("duong", SEPTEMBER, "95")],
    )
    unknown = Project(id="ho", name="ho")
    told = [standing(each, money, 2026, SEPTEMBER) for each in (unknown, BRIDGE, SCHOOL, past)]
    ordered = late_first(told)
    assert [each.project.id for each in ordered] == ["duong", "truong", "cau", "ho"]
    assert ordered[0].days_past == 92


def test_the_total_counts_only_projects_that_have_such_a_plan() -> None:
    money = Money(
        [plan("cau", "council", "100"), plan("truong", "allotted", "50")],
        [paid("cau", SEPTEMBER, "45"), paid("truong", SEPTEMBER, "25"), paid("duong", SEPTEMBER, "5")],
    )
    rates = totals([standing(each, money, 2026, SEPTEMBER) for each in (BRIDGE, SCHOOL, ROAD)])
    assert [(rate.giver, rate.share, rate.projects) for rate in rates] == [
        ("council", D("45.00"), 1),
        ("allotted", D("50.00"), 1),
    ]
    assert [(rate.part, rate.whole) for rate in rates] == [(45 * BILLION, 100 * BILLION), (25 * BILLION, 50 * BILLION)]
    assert rates[0].without == ("truong", "duong")


@pytest.mark.parametrize(
    ("month", "basis", "day"),
    [(2, "calendar", date(2026, 2, 28)), (9, "15-14", date(2026, 9, 14)), (13, "calendar", date(2027, 1, 31))],
)
def test_closing_days(month: int, basis: PeriodBasis, day: date) -> None:
    assert closing_day(2026, month, basis) == day


def test_months_say_of_how_many_projects_they_know() -> None:
    money = Money(
        [],
        [
            paid("cau", date(2026, 1, 31), "1"),
            paid("cau", date(2026, 2, 28), "3"),
            paid("truong", date(2026, 2, 14), "2"),
            paid("cau", date(2025, 2, 28), "4", year=2025),
        ],
    )
    lines = months((BRIDGE, SCHOOL), money, 2026)
    assert len(lines) == 13
    assert [(line.disbursed, line.last_year, line.projects) for line in lines[:3]] == [
        (BILLION, None, 1), (5 * BILLION, 4 * BILLION, 2), (None, None, 0),
    ]  # fmt: skip
    assert [line.projects for line in months((BRIDGE, SCHOOL), money, 2026, "15-14")[:3]] == [0, 2, 1]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=8))
def test_the_total_lies_between_the_rates_of_its_projects(amounts: list[tuple[int, int]]) -> None:
    projects = [Project(id=str(place), name=str(place)) for place in range(len(amounts))]
    money = Money(
        [plan(str(place), "council", str(whole)) for place, (_, whole) in enumerate(amounts)],
        [paid(str(place), SEPTEMBER, str(part)) for place, (part, _) in enumerate(amounts)],
    )
    told = [standing(each, money, 2026, SEPTEMBER) for each in projects]
    (rate,) = totals(told)
    own = [each.rates[0].share or D(0) for each in told]
    assert rate.share is not None and min(own) - D("0.01") <= rate.share <= max(own) + D("0.01")


def test_a_plan_of_which_no_money_is_told_has_no_share_and_stands_in_the_whole() -> None:
    money = Money([plan("cau", "council", "100"), plan("truong", "council", "100")], [paid("cau", SEPTEMBER, "50")])
    told = [standing(each, money, 2026, SEPTEMBER) for each in (BRIDGE, SCHOOL)]
    assert [each.rates[0].share for each in told] == [D("50.00"), None]
    (rate,) = totals(told)
    assert (rate.share, rate.projects, rate.untold) == (D("25.00"), 2, 1)


def test_months_after_the_day_that_is_asked_for_are_blank() -> None:
    money = Money([], [paid("cau", date(2026, 1, 31), "1"), paid("cau", date(2026, 2, 28), "3")])
    lines = months((BRIDGE,), money, 2026, day=date(2026, 2, 10))
    assert [line.disbursed for line in lines[:2]] == [BILLION, None]

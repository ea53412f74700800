"""Plans that people entered: their identity, their targets, and how they stand beside what papers say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.assess.making import placed, tally, target

from camket.assess import assess
from camket.assess.counting import count_of
from camket.model.period import Period, parse_period
from camket.model.plan import Plan, TypedTarget
from camket.model.scoreboard import State
from camket.model.series import Source
from camket.resolve.plans import plans_of
from camket.resolve.typed import identify, together, typed_plan


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def growth(number: str = "1", value: str = "8.5", **fields: object) -> TypedTarget:
    known = {
        "name": "Tốc độ tăng trưởng GRDP", "indicator": "grdp", "measure": "growth", "unit": "percent",
        "comparator": "ge", "period": "2022", "source": Source(document="Nguyễn Văn An"),
    } | fields  # fmt: skip
    return TypedTarget(number=number, value=Decimal(value), **known)  # type: ignore[arg-type]  # of the fields above


def yearly(*targets: TypedTarget) -> Plan:
    title, over = "Kế hoạch phát triển kinh tế - xã hội năm 2022", period("2022")
    return typed_plan(identify(title, "Bắc Ninh", over), title, over, targets)


@pytest.mark.parametrize(
    ("title", "area", "over", "id_"),
    [
        ("Kế hoạch phát triển kinh tế - xã hội năm 2022", "Bắc Ninh", "2022", "bac-ninh-1997/yearly/2022"),
        # the plan of the province, which became a city in that year
        ("Kế hoạch năm 2026", "Bắc Ninh", "2026", "bac-ninh-2025/yearly/2026"),
        ("Kế hoạch năm 2027", "Bắc Ninh", "2027", "bac-ninh-2026/yearly/2027"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", "Bắc Ninh", "2020/2025", "bac-ninh-1997/congress/2020-2025"),
        ("Chỉ tiêu chủ yếu", "bac-ninh-1997", "2020/2025", "bac-ninh-1997/congress/2020-2025"),
        ("Kế hoạch 5 năm", "Bắc Ninh", "2021/2025", "bac-ninh-1997/horizon/2025"),
    ],
)
def test_a_plan_is_known_as_where_papers_speak_of_it(title: str, area: str, over: str, id_: str) -> None:
    assert identify(title, area, period(over)).id == id_


def test_a_plan_of_five_years_read_and_typed_has_one_id() -> None:
    title, over = "Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025", "2021/2025"
    read = placed("a", figures=[target("8%/năm", "8", period=over)], published="2020-12-10", title=title)
    assert [plan.id for plan in plans_of([read])] == [identify(title, "Bắc Ninh", period(over)).id]


def test_the_same_plan_read_and_typed_has_one_id() -> None:
    read = plans_of([placed("a", figures=[target("8,5%", "8.5", "ge", period="2022")], published="2022-01-10")])
    assert [plan.id for plan in read] == [yearly().id]


def test_a_typed_target_is_as_any_other() -> None:
    (one,) = yearly(growth()).targets
    statement = one.statement
    assert statement.series is not None
    assert (statement.series.indicator, statement.series.area) == ("grdp", "bac-ninh-1997")
    assert str(one.bound) == "[8.5, inf)"
    assert (str(one.due), one.number, statement.is_placed) == ("2022-12-31", "1", True)


@pytest.mark.parametrize(("quote", "value"), [("8,5%", "8.5"), ("8,50%", "8.50")])
def test_what_papers_say_alike_is_told_with_the_target_of_the_list(quote: str, value: str) -> None:
    alike, beside = target(quote, value, "ge", period="2022", id="alike"), target("2%", "2", period="2022", id="other")
    read = plans_of([placed("a", figures=[alike, beside], published="2022-01-10")])
    (plan,) = together(read, [yearly(growth())], {})
    assert [(each.number, each.repeats) for each in plan.targets] == [("1", ("alike",)), ("", ())]


@pytest.mark.parametrize(
    ("name", "each_year", "per"),
    [
        ("Số lao động được tạo việc làm", True, (("per", "year"),)),
        ("Tạo việc làm mới bình quân", False, (("per", "year"),)),
        ("Số lao động được tạo việc làm", False, ()),
    ],
)
def test_a_number_of_each_year_is_no_sum_of_all_years(name: str, each_year: bool, per: object) -> None:
    jobs = growth(
        value="22000", name=name, each_year=each_year, indicator="jobs_created", measure="level", unit="person",
        comparator="eq", period="2021/2025",
    )  # fmt: skip
    (one,) = yearly(jobs).targets
    assert one.statement.series is not None
    assert one.statement.series.breakdown == per


def test_the_prices_of_a_typed_target_are_kept() -> None:
    size = growth(value="95000000000000", measure="level", unit="VND", price_basis="constant:2010")
    (one,) = yearly(size).targets
    assert one.statement.series is not None
    assert one.statement.series.price_basis == "constant:2010"


def test_a_target_that_a_paper_changed_no_longer_counts_where_others_still_say_it() -> None:
    former = target("8,5%", "8.5", "ge", period="2022", id="former")
    read = plans_of([placed("a", figures=[former], published="2022-01-10")])
    old, new = yearly(growth()), yearly(growth(value="7"))
    (plan,) = together(read, [new], {new.id: old.targets})
    assert [str(each.bound) for each in plan.targets] == ["[7, inf)"]


def test_plans_apart_stay_apart() -> None:
    read = plans_of([placed("a", figures=[target("9%", "9", period="2023")], published="2023-01-10")])
    assert [plan.id for plan in together(read, [yearly(growth())], {})] == [
        "bac-ninh-1997/yearly/2022", "bac-ninh-1997/yearly/2023",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("states", "counted"),
    [
        (("met", "met", "met"), (2, 0, 0, 0)),
        (("met", "met", "missed"), (1, 0, 1, 0)),
        (("met", "exceeded", "exceeded"), (1, 1, 0, 0)),
        (("met", "exceeded", "met"), (2, 0, 0, 0)),
        (("met", "met", "no_data"), (1, 0, 0, 1)),
        (("met", "missed", "no_data"), (1, 0, 1, 0)),
        (("met", "met", "nearly_met"), (1, 0, 0, 1)),
    ],
)
def test_components_are_counted_with_their_number(states: tuple[State, ...], counted: tuple[int, ...]) -> None:
    plan = yearly(growth("1"), growth("2.1", "7", whole="2"), growth("2.2", "6", whole="2"))
    count = count_of(plan, states, 2)
    assert (count.met, count.exceeded, count.missed, count.unknown) == counted


def test_what_papers_name_besides_a_list_is_not_counted() -> None:
    read = plans_of([placed("a", figures=[target("2%", "2", period="2022")], published="2022-01-10")])
    (plan,) = together(read, [yearly(growth())], {})
    count = count_of(plan, ("met", "missed"), 1)
    assert (count.met, count.missed, count.unknown) == (1, 0, 0)


def test_a_tally_of_papers_is_set_beside_the_list() -> None:
    claimed = tally(1, 1, "achieved_or_exceeded", period="2022", plan="Kế hoạch năm 2022")
    done = placed("b", figures=[], tallies=[claimed], published="2023-01-10")
    (plan,) = together(plans_of([done]), [yearly(growth())], {})
    assert len(plan.targets) == len(plan.tallies) == 1
    assert assess([done]).plans  # the list is no part of facts alone

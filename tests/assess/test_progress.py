from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.assess.making import figure, placed, target

from camket.assess import assess
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.scoreboard import TargetLine
from camket.words import say

D = Decimal
YEAR: dict[str, Any] = {"period": "2022"}
SHARE: dict[str, Any] = {"indicator": "trained_labour_rate", "measure": "level", "period": "2022"}
POOR: dict[str, Any] = {"indicator": "poverty_rate", "measure": "level", "period": "2022"}
SHARE_OF_CITY: dict[str, Any] = {"indicator": "urbanization_rate", "measure": "level"}
MONEY: dict[str, Any] = {"indicator": "budget_revenue", "measure": "level", "unit": "VND"}


def line(aim: Figure, *actuals: Figure, day: str = "2023-06-01", said: str = "2023-03-01") -> TargetLine:
    """The one target, judged at a day."""
    papers: list[Extraction] = [
        placed("plan", published="2021-12-31", figures=[aim]),
        *(
            placed(f"report-{number}", published=said, source_kind="report", figures=[actual])
            for number, actual in enumerate(actuals)
        ),
    ]
    (plan,) = assess(papers, date.fromisoformat(day)).plans
    (found,) = plan.targets
    return found


@pytest.mark.parametrize(
    ("aim", "actual", "state", "code", "distance"),
    [
        # a range: reached from its low end, exceeded above its high one
        (target("5-6%", "5", "range", value_high="6", **YEAR), figure("7,39%", "7.39", **YEAR), "exceeded",
         "assess.exceeded", "2.39"),
        (target("5-6%", "5", "range", value_high="6", **YEAR), figure("5,4%", "5.4", **YEAR), "met",
         "assess.met", "0.4"),
        (target("5-6%", "5", "range", value_high="6", **YEAR), figure("4,9%", "4.9", **YEAR), "nearly_met",
         "assess.nearly_met", "-0.1"),
        (target("5-6%", "5", "range", value_high="6", **YEAR), figure("3,1%", "3.1", **YEAR), "missed",
         "assess.missed", "-1.9"),
        # equality is met as printed, unless the bound is strict
        (target("77%", "77", **SHARE), figure("77%", "77", **SHARE), "met", "assess.met_as_printed", "0"),
        (target("77% trở lên", "77", "ge", **SHARE), figure("77%", "77", **SHARE), "met", "assess.met_as_printed", "0"),
        (target("trên 77%", "77", "gt", **SHARE), figure("77%", "77", **SHARE), "unclear", "assess.on_the_line", "0"),
        (target("trên 77%", "77", "gt", **SHARE), figure("77,6%", "77.6", **SHARE), "exceeded", "assess.exceeded",
         "0.6"),
        # an approximate number on both sides of the bound decides nothing
        (target("77%", "77", **SHARE), figure("khoảng 78%", "78", comparator="approx", **SHARE), "unclear",
         "assess.on_the_line", "1"),
        # less is better
        (target("1,1%", "1.1", **POOR), figure("1,0%", "1.0", **POOR), "exceeded", "assess.exceeded_down", "0.1"),
        (target("không quá 1,1%", "1.1", "le", **POOR), figure("1,1%", "1.1", **POOR), "met",
         "assess.met_as_printed", "0"),
        (target("dưới 1%", "1", "lt", **POOR), figure("1,2%", "1.2", **POOR), "missed", "assess.missed_down", "-0.2"),
        # places in an order
        (target("tốp 10", "10", "within", measure="rank", unit="rank", indicator="pci", **YEAR),
         figure("thứ 12", "12", measure="rank", unit="rank", indicator="pci", **YEAR), "missed",
         "assess.missed_down", "-2"),
        (target("tốp 10", "10", "within", measure="rank", unit="rank", indicator="pci", **YEAR),
         figure("thứ 10", "10", measure="rank", unit="rank", indicator="pci", **YEAR), "met", "assess.met", "0"),
        # a fall asked for
        (target("giảm 0,2-0,3 điểm %", "-0.2", "range", value_high="-0.3", indicator="poverty_rate", measure="change",
                unit="percentage_point", **YEAR),
         figure("giảm 0,25 điểm %", "-0.25", indicator="poverty_rate", measure="change", unit="percentage_point",
                **YEAR), "met", "assess.met", "0.05"),
    ],
)  # fmt: skip
def test_once_the_due_is_over(aim: Figure, actual: Figure, state: str, code: str, distance: str) -> None:
    found = line(aim, actual)
    assert (found.state, found.reason.code, found.distance) == (state, code, D(distance))
    assert found.value == actual.value
    assert found.value_period == "2022"
    assert found.value_source is not None and found.value_source.document == "report-0"


@pytest.mark.parametrize(
    ("aim", "actual", "state", "code"),
    [
        # zero asked for: answered, and no share of the way is made up
        (target("không còn hộ nghèo", "0", indicator="poor_households", measure="level", unit="household", **YEAR),
         figure("12 hộ", "12", indicator="poor_households", measure="level", unit="household", **YEAR),
         "missed", "assess.missed_no_share"),
        (target("không còn hộ nghèo", "0", indicator="poor_households", measure="level", unit="household", **YEAR),
         figure("không còn hộ nghèo", "0", indicator="poor_households", measure="level", unit="household", **YEAR),
         "met", "assess.met"),
        # a change of sign
        (target("6,5-7%", "6.5", "range", value_high="7", **YEAR), figure("giảm 9,28%", "-9.28", **YEAR), "missed",
         "assess.missed_no_share"),
        # more than the whole
        (target("105%", "105", **SHARE), figure("77%", "77", **SHARE), "not_measurable", "assess.share_over_100"),
        (target("77%", "77", **SHARE), figure("177%", "177", **SHARE), "unclear", "assess.value_over_100"),
        # neither more nor less is better
        (target("74,5%", "74.5", indicator="gdp_share_industry_construction", measure="level", **YEAR),
         figure("74,7%", "74.7", indicator="gdp_share_industry_construction", measure="level", **YEAR),
         "not_measurable", "assess.no_direction"),
        # nothing to measure by
        (target("20 chợ", "20", indicator="other:markets", measure="level", unit="count", **YEAR),
         figure("21 chợ", "21", indicator="other:markets", measure="level", unit="count", **YEAR),
         "no_data", "assess.other_indicator"),
        (target("5%", "5", area="xứ Kinh Bắc", **YEAR), figure("7%", "7", **YEAR), "no_data", "assess.area_unknown"),
        # another unit, another area, another price basis are not the target's value
        (target("6.000 USD", "6000", indicator="grdp_per_capita", measure="level", unit="USD", **YEAR),
         figure("146 triệu đồng", "146000000", indicator="grdp_per_capita", measure="level", unit="VND", **YEAR),
         "no_data", "assess.no_value"),
        (target("5%", "5", **YEAR), figure("7%", "7", area="Bắc Giang", **YEAR), "no_data", "assess.no_value"),
        (target("5%", "5", **YEAR), figure("7%", "7", price_basis="current", **YEAR), "no_data", "assess.no_value"),
        # the last quarter is not the year
        (target("5%", "5", **YEAR), figure("2,35%", "2.35", period="2022-Q4"), "no_data", "assess.only_before"),
    ],
)  # fmt: skip
def test_degenerate_targets_are_answered_or_said_to_be_none(aim: Figure, actual: Figure, state: str, code: str) -> None:
    found = line(aim, actual)
    assert (found.state, found.reason.code) == (state, code)


def test_a_target_that_its_base_had_reached_already_has_no_way() -> None:
    before = figure("78%", "78", **SHARE | {"period": "2021"})
    found = line(target("77%", "77", **SHARE), before, figure("76%", "76", **SHARE))
    assert (found.state, found.reason.code) == ("missed", "assess.missed_no_share")


@pytest.mark.parametrize(("value", "state"), [("42.7", "nearly_met"), ("42.6", "missed")])
def test_nearly_met_is_95_parts_of_the_way_from_the_base(value: str, state: str) -> None:
    city: dict[str, Any] = {"indicator": "urbanization_rate", "measure": "level"}
    found = line(
        target("43%", "43", period="2022", **city),
        figure("36%", "36", period="2021", **city),
        figure(f"{value}%", value, period="2022", **city),
    )
    assert (found.state, found.reason.code) == (state, f"assess.{state}_from_base")


@pytest.mark.parametrize("day", ["2022-01-15", "2022-07-01", "2022-12-31"])
@pytest.mark.parametrize("value", ["-40", "0", "1", "4.99", "5", "60"])
def test_before_its_due_a_target_is_never_missed(day: str, value: str) -> None:
    aim = target("5-6%", "5", "range", value_high="6", **YEAR)
    for period in ("2022", "2022-Q1", "2022-H1"):
        for role in ("actual", "estimate"):
            found = line(aim, figure(f"{value}%", value, period=period, role=role), day=day, said="2022-01-10")
            assert found.state not in ("missed", "nearly_met")


@pytest.mark.parametrize(
    ("aim", "actual", "state", "code"),
    [
        # the whole year's value is known before the due
        (target("5%", "5", **YEAR), figure("8%", "8", **YEAR), "exceeded", "assess.exceeded_early"),
        (target("5%", "5", **YEAR), figure("8%", "8", role="estimate", **YEAR), "on_track", "assess.expected_reached"),
        (target("5%", "5", **YEAR), figure("4,9%", "4.9", role="estimate", **YEAR), "at_risk",
         "assess.expected_short"),
        (target("5%", "5", **YEAR), figure("3%", "3", role="estimate", **YEAR), "off_track", "assess.expected_short"),
        # a rate of part of the year: rate had over rate asked for
        (target("5%", "5", **YEAR), figure("5,2%", "5.2", period="2022-H1"), "on_track", "assess.reached_already"),
        (target("5%", "5", **YEAR), figure("4,2%", "4.2", period="2022-H1"), "at_risk", "assess.pace"),
        (target("5%", "5", **YEAR), figure("3,9%", "3.9", period="2022-H1"), "off_track", "assess.pace"),
        # a sum of part of the year: what came in a day over what must come
        (target("100 tỷ đồng", "100e9", period="2022", **MONEY),
         figure("50 tỷ đồng", "50e9", period="2022-H1", **MONEY), "on_track", "assess.pace"),
        (target("100 tỷ đồng", "100e9", period="2022", **MONEY),
         figure("46 tỷ đồng", "46e9", period="2022-H1", **MONEY), "at_risk", "assess.pace"),
        (target("100 tỷ đồng", "100e9", period="2022", **MONEY),
         figure("40 tỷ đồng", "40e9", period="2022-H1", **MONEY), "off_track", "assess.pace"),
        # last year's growth says nothing of this year's
        (target("5%", "5", **YEAR), figure("9%", "9", period="2021"), "no_data", "assess.no_value"),
        # one value of a level makes no pace
        (target("77%", "77", **SHARE | {"period": "by:2023-12"}), figure("75%", "75", **SHARE | {"period": "2021"}),
         "unclear", "assess.one_point"),
        # a time that ends before the target's own begins gives no result of it, good or bad
        (target("77%", "77", **SHARE), figure("75%", "75", **SHARE | {"period": "2021"}), "no_data",
         "assess.only_before"),
        (target("77%", "77", **SHARE), figure("79%", "79", **SHARE | {"period": "at:2021-12"}), "no_data",
         "assess.only_before"),
        (target("77%", "77", **SHARE), figure("79%", "79", **SHARE | {"period": "at:2022-01"}), "on_track",
         "assess.reached_already"),
        (target("77%", "77", **SHARE | {"period": "by:2022-12"}),
         figure("79%", "79", **SHARE | {"period": "at:2021-12"}), "on_track", "assess.reached_already"),
    ],
)  # fmt: skip
def test_before_the_due(aim: Figure, actual: Figure, state: str, code: str) -> None:
    found = line(aim, actual, day="2022-10-01", said="2022-09-30")
    assert (found.state, found.reason.code) == (state, code)


def test_pace_of_a_level_over_several_years() -> None:
    city: dict[str, Any] = {"indicator": "urbanization_rate", "measure": "level"}
    aim = target("60%", "60", period="by:2030-12", **city)
    for value, state in (("46", "on_track"), ("45.2", "at_risk"), ("44", "off_track")):
        found = line(
            aim, figure("40%", "40", period="2020", **city), figure(f"{value}%", value, period="2023", **city),
            day="2024-06-01", said="2024-03-01",
        )  # fmt: skip
        assert (found.state, found.reason.code) == (state, "assess.pace"), value


def test_a_value_of_an_earlier_year_proves_nothing_once_the_due_is_over() -> None:
    exports: dict[str, Any] = {"indicator": "exports", "measure": "level", "unit": "USD"}
    aim = target("37,7 tỷ USD", "37700000000", period="by:2022-12", **exports)
    found = line(aim, figure("46,4 tỷ USD", "46400000000", period="2021", **exports))
    assert (found.state, found.reason.code, found.value_period) == ("unclear", "assess.reached_before", "2021")


@pytest.mark.parametrize(("period", "state"), [("2022", "no_data"), ("by:2022-12", "unclear")])
def test_an_older_value_is_no_result_of_a_target_of_a_year(period: str, state: str) -> None:
    poor: dict[str, Any] = POOR | {"period": "at:2021-12"}
    found = line(target("1,1%", "1.1", **POOR | {"period": period}), figure("1%", "1.0", **poor))
    assert (found.state, found.value, found.value_period) == (state, D("1.0"), "at:2021-12")
    assert (found.distance is None) == (state == "no_data")


def test_the_level_before_a_term_is_where_it_starts_and_no_result_of_it() -> None:
    aim = target("60%", "60", period="2020/2025", **SHARE_OF_CITY)
    before = [
        figure(f"{value}%", value, period=year, **SHARE_OF_CITY) for year, value in (("2019", "40"), ("2020", "41"))
    ]
    found = line(aim, *before, day="2022-06-01", said="2022-03-01")
    assert (found.state, found.reason.code, found.value_period) == ("no_data", "assess.only_before", "2020")
    inside = figure("49%", "49", period="2021", **SHARE_OF_CITY)
    assert line(aim, *before, inside, day="2022-06-01", said="2022-03-01").reason.code == "assess.pace"


def growths(**rates: str) -> list[Figure]:
    return [figure(f"{rate}%", rate, period=name.removeprefix("y")) for name, rate in rates.items()]


MEAN = target("7-8%/năm", "7", "range", value_high="8", period="2016/2020")


@pytest.mark.parametrize("period", ["2016/2020", "2015/2020"])
def test_growth_over_a_term_is_judged_by_the_mean_of_its_five_years(period: str) -> None:
    aim = target("7-8%/năm", "7", "range", value_high="8", period=period)
    rates = growths(y2015="90", y2016="9", y2017="8", y2018="7", y2019="6", y2020="6")
    found = line(aim, *rates)
    assert (found.state, found.value, found.value_period, found.value_role) == ("met", D("7.19"), "2016/2020", "mean")
    assert found.method is not None and dict(found.method.params)["years"] == "2016, 2017, 2018, 2019, 2020"


def test_the_mean_of_growth_is_geometric() -> None:
    found = line(MEAN, *growths(y2016="50", y2017="-50", y2018="0", y2019="0", y2020="0"))
    assert found.value == D("-5.59")  # 0.75 ** 0.2 - 1; the arithmetic mean would be 0


def test_a_mean_that_a_paper_states_comes_before_one_worked_out() -> None:
    stated = figure("8,2%/năm", "8.2", period="2016/2020")
    found = line(MEAN, stated, *growths(y2016="1", y2017="1", y2018="1", y2019="1", y2020="1"))
    assert (found.state, found.value, found.value_role) == ("exceeded", D("8.2"), "actual")


@pytest.mark.parametrize(
    ("rates", "state"), [(("8", "8"), "on_track"), (("6.5", "6.5"), "at_risk"), (("2", "3"), "off_track")]
)
def test_a_term_under_way_is_judged_by_the_pace_that_is_left(rates: tuple[str, str], state: str) -> None:
    aim = target("7%/năm", "7", period="2021/2025")
    known = growths(y2021=rates[0], y2022=rates[1])
    assert line(aim, *known, day="2023-06-01", said="2023-03-01").state == state


@pytest.mark.parametrize(
    ("rates", "state", "code", "missing"),
    [
        ({"y2016": "9", "y2017": "5", "y2018": "6"}, "unclear", "years_missing", "2019, 2020"),
        # even where the years that are missing could hardly have made up for it
        ({"y2016": "1", "y2017": "1", "y2018": "-9", "y2019": "1"}, "off_track", "out_of_reach", "2020"),
        ({"y2017": "1", "y2018": "-9", "y2019": "1", "y2020": "1"}, "off_track", "out_of_reach", "2016"),
    ],
)
def test_a_mean_is_never_missed_as_long_as_a_year_is(
    rates: dict[str, str], state: str, code: str, missing: str
) -> None:
    found = line(MEAN, *growths(**rates))
    assert (found.state, found.reason.code, found.value_role) == (state, f"assess.{code}", "mean")
    assert dict(found.reason.params)["missing"] == missing
    assert missing in say(found.reason)


def test_a_mean_under_way_names_the_years_that_have_no_value() -> None:
    aim = target("7%/năm", "7", period="2021/2025")
    found = line(aim, *growths(y2021="8", y2022="8"), day="2023-06-01", said="2023-03-01")
    assert dict(found.reason.params)["missing"] == "2023, 2024, 2025"


def test_money_over_several_years_is_added_up() -> None:
    aim = target("300 tỷ đồng", "300000000000", period="2016/2018", **MONEY)
    sums = [figure("90 tỷ đồng", "90000000000", period=str(year), **MONEY) for year in (2016, 2017)]
    last = figure("130 tỷ đồng", "130000000000", period="2018", **MONEY)
    found = line(aim, *sums, last)
    assert (found.state, found.value, found.value_role) == ("exceeded", D("310e9"), "sum")
    assert line(aim, *sums).reason.code == "assess.years_missing"


def test_a_target_of_a_merged_province_says_why_it_has_no_value() -> None:
    papers = [
        placed("plan", published="2020-09-26", figures=[target("45%", "45", period="by:2025-12", **SHARE_OF_CITY)]),
        placed("report", published="2026-01-10", figures=[figure("44,5%", "44.5", period="2025", **SHARE_OF_CITY)]),
    ]
    (plan,) = assess(papers).plans
    assert [(each.state, each.reason.code) for each in plan.targets] == [("no_data", "assess.area_merged")]


def test_a_target_set_before_an_upgrade_finds_the_value_after_it() -> None:
    papers = [
        placed("plan", published="2025-12-31", figures=[target("45%", "45", period="2026", **SHARE_OF_CITY)]),
        placed("report", published="2027-01-10", figures=[figure("47,5%", "47.5", period="2026", **SHARE_OF_CITY)]),
    ]
    (plan,) = assess(papers).plans
    assert [(plan.area, each.state, each.value) for each in plan.targets] == [("bac-ninh-2025", "exceeded", D("47.5"))]


def test_what_was_published_later_does_not_count() -> None:
    papers = [
        placed("plan", published="2022-01-10", figures=[target("5%", "5", **YEAR)]),
        placed("report", published="2023-11-28", figures=[figure("7,39%", "7.39", **YEAR)]),
    ]
    for day, state in (("2023-06-01", "no_data"), ("2023-11-28", "exceeded")):
        (plan,) = assess(papers, date.fromisoformat(day)).plans
        assert [each.state for each in plan.targets] == [state]

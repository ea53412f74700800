"""Targets beside values that no paper prints as such: growth from levels, shares of plans; two givers, changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.assess.making import figure, placed, target

from camket.assess import assess
from camket.assess.board import scoreboard
from camket.assess.goal import Goal
from camket.assess.readings import Point
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.scoreboard import PlanBoard, TargetLine
from camket.registry.memory import MemoryRegistry

D = Decimal
REVENUE: dict[str, Any] = {"indicator": "budget_revenue", "unit": "VND", "measure": "level"}
MORE: dict[str, Any] = {"indicator": "budget_revenue", "measure": "growth"}
GRDP: dict[str, Any] = {"indicator": "grdp", "unit": "VND", "measure": "level", "price_basis": "constant:2010"}


def said(*figures: Figure, day: str = "2027-03-01", **head: Any) -> list[Extraction]:
    return [
        placed(f"report-{day}-{number}", published=day, source_kind="report", figures=[each], **head)
        for number, each in enumerate(figures)
    ]


def only(papers: list[Extraction], day: str) -> TargetLine:
    (line,) = (line for plan in assess(papers, date.fromisoformat(day)).plans for line in plan.targets)
    return line


def plan(*figures: Figure, text: str = "", **head: Any) -> Extraction:
    return placed("plan", published="2026-01-10", figures=list(figures), text=text, **head)


@pytest.mark.parametrize(
    ("base", "end", "state", "value"),
    [
        # 110 / 100 = 10,0 %, but 99,5..100,5 and 109,5..110,5 leave it open on which side of 10 %
        ("100", "110", "met", "10"),
        ("100", "112", "exceeded", "12"),
        ("100", "104", "missed", "4"),
        # the base itself moved: 100 was the estimate, 104 is what it became, and 110 is then 5,77 % more
        ("104", "110", "missed", "5.77"),
    ],
)
def test_ten_per_cent_more_than_what_was_reached(base: str, end: str, state: str, value: str) -> None:
    papers = [
        plan(target("tăng 10% so với thực hiện năm 2025", "10", period="2026", base_period="2025", id="aim", **MORE)),
        *said(
            figure("100 nghìn tỷ", "100e12", period="2025", role="estimate", id="first", **REVENUE), day="2025-12-05"
        ),
        placed("final", published="2026-09-01", source_kind="report",
               figures=[figure(f"{base} nghìn tỷ", f"{base}e12", period="2025", id="base", **REVENUE)]),
        placed("year", published="2027-02-01", source_kind="report",
               figures=[figure(f"{end} nghìn tỷ", f"{end}e12", period="2026", id="end", **REVENUE)]),
    ]  # fmt: skip
    line = only(papers, "2027-03-01")
    assert (line.state, line.value, line.value_role) == (state, D(value), "levels")
    assert line.inputs == ("aim", "base", "end")
    assert line.method is not None and dict(line.method.params)["base"] == f"{base}000000000000"


def test_growth_that_is_stated_comes_before_one_worked_out() -> None:
    papers = [
        plan(target("10%", "10", period="2026", **MORE)),
        *said(figure("11%", "11", period="2026", **MORE), figure("100 tỷ", "100e9", period="2025", **REVENUE),
              figure("90 tỷ", "90e9", period="2026", **REVENUE)),
    ]  # fmt: skip
    assert only(papers, "2027-03-01").value == D(11)


def test_growth_is_never_worked_out_of_two_price_bases() -> None:
    papers = [
        plan(target("8%", "8", period="2026")),
        *said(figure("100 tỷ", "100e9", period="2025", **GRDP),
              figure("220 tỷ", "220e9", period="2026", **GRDP | {"price_basis": "current"})),
    ]  # fmt: skip
    assert only(papers, "2027-03-01").reason.code == "assess.no_value"


def test_half_a_year_grows_on_the_same_half() -> None:
    papers = [
        plan(target("10%", "10", period="2026", **MORE)),
        *said(figure("50 tỷ", "50e9", period="2025-H1", **REVENUE),
              figure("54,5 tỷ", "54.5e9", period="2026-H1", **REVENUE), day="2026-07-05"),
    ]  # fmt: skip
    line = only(papers, "2026-07-10")
    assert (line.state, line.value, line.value_period) == ("at_risk", D(9), "2026-H1")
    assert line.pace is not None and line.pace.ratio == D("0.9")


def test_growth_on_a_fixed_base_runs_like_a_level_from_nothing() -> None:
    aim = target("tăng 50% so với năm 2020", "50", period="by:2025-12", base_period="2020", area="Cao Bằng", **MORE)
    levels = [figure(f"{value} tỷ", f"{value}e9", period=year, area="Cao Bằng", **REVENUE) for year, value in
              (("2020", "100"), ("2021", "108"), ("2022", "118"), ("2025", "155"))]  # fmt: skip
    before = [placed("plan", published="2020-12-01", figures=[aim]), *said(*levels[:3], day="2023-02-01")]
    line = only(before, "2023-02-10")
    # 18 of 50 in two of five years: 9 a year had, 32 / 3 = 10.67 needed
    assert (line.state, line.value, line.pace and line.pace.ratio) == ("at_risk", D(18), D("0.84"))
    line = only([*before, *said(levels[3], day="2026-02-01")], "2026-03-01")
    assert (line.state, line.value) == ("exceeded", D(55))


@pytest.mark.parametrize(
    ("share", "behind", "state"),
    [
        ("104,3", "", "exceeded"), ("96", "", "nearly_met"), ("80", "", "missed"), ("100", "", "met"),
        ("104", " dự toán Trung ương giao", "no_data"), ("104", " dự toán HĐND tỉnh giao", "exceeded"),
    ],
)  # fmt: skip
def test_a_share_of_the_plan_stands_for_the_level(share: str, behind: str, state: str) -> None:
    aim = target("60.000 tỷ đồng", "60e12", period="2026", **REVENUE)
    papers = [
        plan(aim, type="resolution", issuer="Hội đồng nhân dân tỉnh Bắc Ninh"),
        placed("report", published="2027-02-01", source_kind="report", text=f"{share}%{behind}", figures=[
            figure(f"{share}%", share.replace(",", "."), period="2026", indicator="budget_revenue",
                   measure="share_of_plan", end=len(share) + 1)]),
    ]  # fmt: skip
    line = only(papers, "2027-03-01")
    assert (line.state, line.giver) == (state, "council")
    if state != "no_data":
        assert (line.value_role, line.value) == ("share", D("60e12") * D(share.replace(",", ".")) / 100)


def test_the_centre_and_the_council_give_two_targets_that_both_hold() -> None:
    text = "chỉ tiêu Trung ương giao (10,5%) và HĐND tỉnh giao (11,29%)"
    aims = [
        target(quote, value, period="2025", id=name, start=text.index(quote), end=text.index(quote) + len(quote))
        for quote, value, name in (("10,5%", "10.5", "centre"), ("11,29%", "11.29", "council"))
    ]
    papers = [
        placed("news", published="2025-07-14", text=text, figures=aims),
        *said(figure("10,27%", "10.27", period="2025"), day="2026-02-01"),
    ]
    board = assess(papers, date(2026, 3, 1))
    (found,) = board.plans
    assert [(line.giver, line.state) for line in found.targets] == [("centre", "nearly_met"), ("council", "missed")]
    assert board.contradictions == ()
    assert [line.kind for line in board.compatible] == ["givers"]
    # one thing, so it counts once; and as the two do not agree on it, as unknown
    assert found.counted is not None and (found.counted.missed, len(found.counted.unknown)) == ((), 1)


def test_a_target_that_a_paper_changed_counts_no_more() -> None:
    old = placed("old", published="2026-01-10", figures=[target("8%", "8", period="2026", id="old")])
    text = "Điều chỉnh chỉ tiêu tăng trưởng GRDP năm 2026 từ 8% lên 10%"
    parts = [
        target(quote, value, period="2026", id=name, start=text.index(quote), end=text.index(quote) + len(quote))
        for quote, value, name in (("8%", "8", "former"), ("10%", "10", "new"))
    ]
    new = placed("new", published="2026-06-01", figures=parts, text=text, type="resolution")
    (found,) = assess([old, new], date(2026, 7, 1)).plans
    assert [line.statement for line in found.targets] == ["new"]
    assert [(line.statement, line.replaced_by) for line in found.replaced] == [("old", "new")]
    board = assess([old, new], date(2026, 7, 1))
    assert (board.contradictions, [line.kind for line in board.compatible]) == ((), ["changed"])
    # as of a day before the change the first one holds
    (before,) = assess([old, new], date(2026, 5, 1)).plans
    assert [line.statement for line in before.targets] == ["old"]


def test_what_is_met_before_its_due_is_said_to_be_early() -> None:
    papers = [
        plan(target("60 tỷ", "60e9", period="2026", **REVENUE)),
        *said(figure("61 tỷ", "61e9", period="2026", **REVENUE), day="2026-11-30"),
    ]
    line = only(papers, "2026-12-01")
    assert (line.state, line.reason.code) == ("exceeded", "assess.exceeded_early")
    assert only(papers, "2027-01-01").reason.code == "assess.exceeded"


CITY: dict[str, Any] = {"indicator": "urbanization_rate", "measure": "level"}


@pytest.mark.parametrize(
    ("chance", "state"), [("0.7", "on_track"), ("0.69", "at_risk"), ("0.3", "at_risk"), ("0.1", "off_track")]
)
def test_where_a_forecast_speaks_its_probability_decides(chance: str, state: str) -> None:
    asked: list[tuple[int, D, date]] = []

    def outlook(points: Any, goal: Goal, due: date) -> D:
        asked.append((len(points), goal.near, due))
        assert all(isinstance(point, Point) for point in points)
        return D(chance)

    aim = target("60%", "60", period="by:2030-12", **CITY)
    known = [figure(f"{value}%", value, period=year, **CITY) for year, value in (("2020", "40"), ("2023", "46"))]
    papers = [placed("plan", published="2020-12-01", figures=[aim]), *said(*known, day="2024-03-01")]
    board = scoreboard(MemoryRegistry(papers), date(2024, 6, 1), outlook)
    (line,) = board.plans[0].targets
    assert asked == [(2, D(60), date(2030, 12, 31))]
    assert (line.state, line.reason.code) == (state, "assess.outlook")
    assert line.pace is not None and (line.pace.probability, line.pace.ratio) == (D(chance), D(1))


def test_each_result_names_its_inputs_and_how_sure_they_are() -> None:
    papers = [
        placed("plan", published="2015-09-01", figures=[target("7%/năm", "7", period="2016/2018", id="aim")]),
        *said(*(figure(f"{rate}%", rate, period=year, id=f"y{year}", confidence=sure) for year, rate, sure in
                (("2016", "8", 0.9), ("2017", "7", 0.6), ("2018", "9", 0.8))), day="2019-03-01"),
    ]  # fmt: skip
    line = only(papers, "2019-06-01")
    assert (line.inputs, line.confidence) == (("aim", "y2016", "y2017", "y2018"), 0.5)  # the target's own is 0.5


def counted(board: PlanBoard) -> tuple[int, int, int, int, int]:
    assert board.counted is not None
    found = board.counted
    return found.total, len(found.met), len(found.exceeded), len(found.missed), len(found.unknown) + found.unnamed

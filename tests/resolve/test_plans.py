from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.assess.making import figure, placed, tally, target

from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.plan import Plan
from camket.resolve.naming import PlanName, read_name, roman, to_roman
from camket.resolve.plans import plans_of


def plans(*extractions: Extraction) -> dict[str, Plan]:
    return {plan.id: plan for plan in plans_of(extractions)}


@pytest.mark.parametrize(
    ("text", "kind", "number", "period", "area"),
    [
        ("Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2015-2020", "congress", 19, "2015/2020", None),
        ("Nghị quyết Đại hội lần thứ XIX", "congress", 19, None, None),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XX", "congress", 20, None, "tỉnh bắc ninh"),
        ("Đại hội Đảng bộ thành phố Bắc Ninh lần thứ XXII", "congress", 22, None, "thành phố bắc ninh"),
        ("Nghị quyết Đại hội XIII của Đảng", "congress", 13, None, "cả nước"),
        ("Nghị quyết Đại hội", "congress", None, None, None),
        ("Chương trình hành động thực hiện Nghị quyết Đại hội lần thứ I", "congress", 1, None, None),
        ("Kế hoạch phát triển kinh tế - xã hội năm 2022", "yearly", None, "2022", None),
        ("Kế hoạch 5 năm 2021-2025", None, None, None, None),
        ("dự toán HĐND tỉnh giao", None, None, None, None),
        ("phong trào thi đua yêu nước năm 2022", "emulation", None, "2022", None),
        ("Quy hoạch tỉnh thời kỳ 2021-2030", "programme", None, None, None),
    ],
)
def test_what_the_name_of_a_plan_says(
    text: str, kind: str | None, number: int | None, period: str | None, area: str | None
) -> None:
    name = read_name(text)
    assert (name.kind, name.number, name.area) == (kind, number, area)
    assert (str(name.period) if name.period else None) == period


@pytest.mark.parametrize(("text", "number"), [("xix", 19), ("i", 1), ("xiv", 14), ("xl", 40), ("16", 16)])
def test_numerals(text: str, number: int) -> None:
    assert roman(text) == number


@pytest.mark.parametrize("text", ["iix", "ivx", "xxxxx", "0", "vx"])
def test_what_looks_like_a_numeral(text: str) -> None:
    assert roman(text) is None


def test_numerals_there_and_back() -> None:
    assert [roman(to_roman(number)) for number in range(1, 200)] == list(range(1, 200))


def test_a_name_without_a_plan_tells_nothing() -> None:
    assert read_name("kế hoạch") == PlanName(None)


MENTIONS = [
    placed(
        "a",
        published="2021-04-15",
        tallies=[
            tally(22, 26, "achieved_or_exceeded", plan="Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2015-2020",
                  period="2015/2020", id="t1")
        ],
    ),
    placed(
        "b",
        published="2020-09-25",
        tallies=[tally(19, 26, "exceeded", plan="Nghị quyết Đại hội lần thứ XIX", period=None, id="t2")],
    ),
    placed(
        "c",
        published="2020-09-26",
        tallies=[tally(3, 26, "achieved", plan="Nghị quyết Đại hội", period="2015/2020", id="t3")],
    ),
]  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(MENTIONS)))
def test_a_congress_is_one_plan_however_it_is_named(order: tuple[Extraction, ...]) -> None:
    found = plans(*order)
    assert list(found) == ["bac-ninh-1997/congress/2015-2020"]
    plan = found["bac-ninh-1997/congress/2015-2020"]
    assert [each.tally.id for each in plan.tallies] == ["t2", "t3", "t1"]
    assert plan.congress == 19
    assert plan.title == "Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2015-2020"


def test_the_number_of_a_congress_tells_more_than_the_time_of_a_sentence() -> None:
    opening = placed(
        "opening",
        published="2020-09-25",
        tallies=[
            tally(19, 26, "exceeded", plan="Nghị quyết Đại hội lần thứ XIX", period="2020/2025", id="told-at-the-next"),
            tally(0, 28, "exceeded", plan="Nghị quyết Đại hội lần thứ XX", period="at:2020-09-25", id="next"),
        ],
    )
    later = MENTIONS[0]
    found = plans(opening, later)
    assert {id_: [each.tally.id for each in plan.tallies] for id_, plan in found.items()} == {
        "bac-ninh-1997/congress/2015-2020": ["told-at-the-next", "t1"],
        "bac-ninh-1997/congress/2020-2025": ["next"],  # counted on from the nineteenth
    }


def test_a_numbered_congress_without_any_term_keeps_its_number() -> None:
    told = tally(20, 28, "exceeded", plan="Nghị quyết Đại hội lần thứ XX", period=None)
    assert list(plans(placed("p", published="2023-01-13", tallies=[told]))) == ["bac-ninh-1997/congress/xx"]


def test_a_tally_told_at_a_congress_is_not_of_that_congress() -> None:
    told = tally(19, 26, "exceeded", period="2015/2020")
    resolution = {"type": "resolution", "title": "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025"}
    found = plans(placed("p", published="2020-09-26", tallies=[told], **resolution))
    assert list(found) == ["bac-ninh-1997/congress/2015-2020"]


def test_congresses_of_two_areas_and_levels_are_apart() -> None:
    same: dict[str, Any] = {"period": "2020/2025"}
    found = plans(
        placed(
            "p",
            published="2024-01-01",
            tallies=[
                tally(1, 2, "exceeded", **same, plan="Đại hội Đảng bộ tỉnh lần thứ XIX", area="Bắc Giang"),
                tally(1, 2, "exceeded", **same, plan="Đại hội Đảng bộ tỉnh lần thứ XX"),
                tally(1, 2, "exceeded", **same, plan="Đại hội Đảng bộ thành phố Bắc Ninh lần thứ XXII"),
            ],
        )
    )
    assert list(found) == [
        "bac-giang-1997/congress/2020-2025",
        "bac-ninh-1997/congress/2020-2025",
        "bac-ninh-city/congress/2020-2025",
    ]


def test_a_term_told_after_the_merger_is_still_that_of_the_old_province() -> None:
    told = tally(20, 28, "achieved", plan="Đại hội Đảng bộ tỉnh lần thứ XX", period="2020/2025")
    assert list(plans(placed("p", published="2025-12-09", tallies=[told]))) == ["bac-ninh-1997/congress/2020-2025"]


@pytest.mark.parametrize(
    ("fields", "head", "id_"),
    [
        ({"period": "2022"}, {}, "bac-ninh-1997/yearly/2022"),
        ({"period": "2022-Q1"}, {}, "bac-ninh-1997/yearly/2022"),
        ({"period": "by:2022-12"}, {}, "bac-ninh-1997/yearly/2022"),
        ({"period": "by:2030-12"}, {}, "bac-ninh-1997/horizon/2030"),
        ({"period": "2021/2025"}, {}, "bac-ninh-1997/horizon/2025"),
        ({"period": None}, {}, "bac-ninh-1997/horizon/undated"),
        ({"period": "2022", "plan": "Chương trình thi đua năm 2022"}, {}, "bac-ninh-1997/emulation/2022"),
        ({"period": "by:2030-12", "plan": "Quy hoạch tỉnh"}, {}, "bac-ninh-1997/programme/quy-hoach-tinh"),
        ({"period": "by:2025-12", "plan": "Nghị quyết Đại hội"}, {}, "bac-ninh-1997/congress/2020-2025"),
        ({"period": "2021/2025", "plan": "Nghị quyết Đại hội"}, {}, "bac-ninh-1997/congress/2020-2025"),
        (
            {"period": "by:2025-12"},
            {"type": "resolution", "title": "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025"},
            "bac-ninh-1997/congress/2020-2025",
        ),
        (
            {"period": "2022"},
            {"title": "Phát động phong trào thi đua năm 2022"},
            "bac-ninh-1997/emulation/2022",
        ),
    ],
)
def test_where_a_target_belongs(fields: dict[str, Any], head: dict[str, Any], id_: str) -> None:
    aim = target("8%", "8", **fields)
    assert list(plans(placed("p", published="2022-01-10", figures=[aim], **head))) == [id_]


@pytest.mark.parametrize("role", ["scenario", "projection", "actual", "benchmark"])
def test_only_targets_are_targets(role: str) -> None:
    assert plans(placed("p", published="2025-01-13", figures=[figure("trên 8%", "8", role=role, period="2025")])) == {}


def test_the_same_target_said_again_is_one() -> None:
    def aim(id_: str, period: str, high: str = "8") -> Figure:
        return target("7-8%/năm", "7", "range", value_high=high, period=period, id=id_, plan="Đại hội lần thứ XX")

    papers = [
        placed("b", published="2020-09-26", figures=[aim("f2", "2020/2025")]),
        placed("a", published="2020-09-27", figures=[aim("f1", "2021/2025"), aim("f3", "2021/2025", "9")]),
    ]
    (plan,) = plans_of(papers)
    assert [(each.statement.id, each.repeats) for each in plan.targets] == [("f2", ("f1",)), ("f3", ())]
    assert plans_of(reversed(papers)) == (plan,)


def test_people_counted_without_a_plan_are_no_tally_of_one() -> None:
    counted = tally(5, 8, "other", of="Bí thư cấp huyện", quote="5/8 Bí thư cấp huyện", period="at:2020-09-25")
    assert plans(placed("p", published="2020-09-25", tallies=[counted])) == {}


def test_a_city_reports_on_the_plan_that_it_began_the_year_with_as_a_province() -> None:
    told = tally(4, 5, "achieved_or_exceeded", period="2026")
    names = "Nghị quyết về kế hoạch năm 2026", "Nghị quyết về điều chỉnh một số chỉ tiêu kế hoạch năm 2026"
    aims = [
        target(f"{value}%", value, period="2026", plan=name) for value, name in zip(("11", "12"), names, strict=True)
    ]
    papers = [
        placed("plan", figures=aims[:1], published="2025-12-10", type="resolution"),
        placed("change", figures=aims[1:], published="2026-07-15", type="resolution"),
        placed("report", tallies=[told], published="2027-01-20", type="report"),
        placed("next", figures=[target("12%", "12", period="2027")], published="2026-12-10", type="resolution"),
    ]  # fmt: skip
    plan, later = plans_of(papers)
    assert (plan.id, later.id) == ("bac-ninh-2025/yearly/2026", "bac-ninh-2026/yearly/2027")
    assert (len(plan.targets), len(plan.tallies)) == (2, 1)
    assert plan.title == "Nghị quyết về kế hoạch năm 2026"  # not that of the paper that changes it

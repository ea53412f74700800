"""Why two numbers of one thing are likely to differ, and totals beside their parts."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from tests.assess.making import figure, placed, target
from tests.assess.reading import read_text

from camket.assess import assess
from camket.assess.likely import misprint
from camket.assess.parts import target_parts
from camket.model.fact import Figure
from camket.model.plan import Plan, Target

D = Decimal
MONEY: dict[str, Any] = {"indicator": "budget_revenue", "measure": "level", "unit": "VND", "area": "Cao Bằng"}
RATE: dict[str, Any] = {"area": "Cao Bằng"}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("1602", "1620", "swapped_digits"),
        ("9831", "9813", "swapped_digits"),
        ("123", "132", "swapped_digits"),
        ("10.04", "10.4", "one_digit"),
        ("5852", "5842", "one_digit"),
        ("97.36", "97.35", "one_digit"),
        ("-6.18", "-6.81", "swapped_digits"),
        # too few digits tell nothing, and two numbers of one size are no misprint of each other
        ("6", "7", None),
        ("6.9", "6.3", None),
        ("1.31", "1.1", None),
        ("5852", "5600", None),
        ("6.18", "-6.18", None),
        ("319", "337", None),
    ],
)
def test_misprints(one: str, other: str, kind: str | None) -> None:
    assert misprint(D(one), D(other)) == misprint(D(other), D(one)) == kind


TRADE = (
    "Năm 2025, kim ngạch xuất khẩu đạt 60 tỷ USD, nhập khẩu đạt 50 tỷ USD; tổng kim ngạch xuất nhập khẩu năm 2025 đạt "
    "{} tỷ USD."
)
BUDGET = (
    "Tổng thu ngân sách nhà nước năm 2024 đạt 8.000 tỷ đồng. Thu nội địa năm 2024 đạt {} tỷ đồng. Thu từ hoạt động "
    "xuất nhập khẩu năm 2024 đạt 900 tỷ đồng."
)


def paper(day: str, *figures: Figure) -> Any:
    return placed(f"paper-{day}", published=day, figures=list(figures), text="")


@pytest.mark.parametrize(
    ("said", "others", "kind"),
    [
        ((("33.070 tỷ", "33070e9"), ("33.070 triệu", "33070e6")), (), "unit_slip"),
        ((("33.070 tỷ", "33070e9"), ("3.307 tỷ", "3307e9")), (), "factor_of_ten"),
        ((("30.120 tỷ", "30120e9"), ("30.210 tỷ", "30210e9")), (), "swapped_digits"),
        ((("30.120 tỷ", "30120e9"), ("27.591 tỷ", "27591e9")),
         (("27.591 tỷ", "27591e9", {"period": "2023"}),), "wrong_year"),
        ((("30.120 tỷ", "30120e9"), ("27.591 tỷ", "27591e9")),
         (("27.591 tỷ", "27591e9", {"indicator": "domestic_revenue"}),), "other_indicator"),
        ((("30.120 tỷ", "30120e9"), ("27.591 tỷ", "27591e9")), (), "unknown"),
    ],
)  # fmt: skip
def test_money(said: Any, others: Any, kind: str) -> None:
    papers = [
        paper(f"2025-02-0{number}", figure(quote, value, **MONEY | {"period": "2024"}))
        for number, (quote, value) in enumerate(said, start=1)
    ]
    papers += [
        paper("2025-04-01", figure(quote, value, **MONEY | {"period": "2024"} | more)) for quote, value, more in others
    ]
    for order in permutations(papers):
        line = assess(order).contradictions[0]
        assert [each.kind for each in line.likely] == [kind]


def test_papers_that_differ_year_after_year_quote_two_editions_of_a_series() -> None:
    def series(day: str, **rates: str) -> Any:
        return paper(day, *(figure(f"{rate}%", rate, period=year[1:], **RATE) for year, rate in rates.items()))

    board = assess([series("2022-12-31", y2019="1.31", y2020="3.32"), series("2023-11-28", y2019="1.1", y2020="1.36")])
    assert [[each.kind for each in line.likely] for line in board.contradictions] == [["rebased"], ["rebased"]]
    assert dict(board.contradictions[0].likely[0].reason.params)["periods"] == "2019; 2020"


def test_the_number_of_another_boundary() -> None:
    size: dict[str, Any] = {"indicator": "area_size", "measure": "level", "unit": "ha", "period": "2025"}
    papers = [
        placed("merged", published="2025-08-01", figures=[figure("471.860 ha", "471860", **size)]),
        placed("wrong", published="2025-09-01", figures=[figure("82.271 ha", "82271", **size)]),
        placed("former", published="2025-06-01", figures=[figure("82.271 ha", "82271", **size)]),
    ]
    (line,) = assess(papers).contradictions
    assert [each.kind for each in line.likely] == ["other_boundary"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (TRADE.format(130), ["assess.identity"]),
        (TRADE.format(110), []),
        # what is a part can be no more than the whole; other parts may be left out
        (BUDGET.format("7.500"), ["assess.identity"]),
        (BUDGET.format("6.500"), []),
        # all parts: `gồm`; some parts: `trong đó`
        ("Toàn tỉnh giao 300 nhiệm vụ, gồm 200 nhiệm vụ đã hoàn thành và 50 nhiệm vụ quá hạn.", ["assess.parts"]),
        ("Toàn tỉnh giao 250 nhiệm vụ, gồm 200 nhiệm vụ đã hoàn thành và 50 nhiệm vụ đang thực hiện.", []),
        ("Toàn tỉnh giao 300 nhiệm vụ, trong đó 200 nhiệm vụ đã hoàn thành và 50 nhiệm vụ quá hạn.", []),
    ],
)  # fmt: skip
def test_totals_and_parts(text: str, codes: list[str]) -> None:
    board = assess([read_text("paper", text, published="2026-02-01", area="Cao Bằng")])
    assert [line.reason.code for line in board.contradictions] == codes


def listed(number: str, whole: str, value: str) -> Target:
    aim = target(value, value, period="2025", id=f"aim-{number}", **MONEY)
    (made,) = assess_targets(aim)
    return Target(
        statement=made.statement, bound=made.bound, due=made.due, period=made.period, number=number, whole=whole
    )


def assess_targets(aim: Figure) -> tuple[Target, ...]:
    from camket.resolve.plans import plans_of

    (plan,) = plans_of([placed("plan", published="2025-01-01", figures=[aim])])
    return plan.targets


@pytest.mark.parametrize(("parts", "found"), [(("60", "40"), 0), (("60", "30"), 1), (("60",), 0), (("70", "40"), 1)])
def test_a_target_that_is_not_the_sum_of_its_parts(parts: tuple[str, ...], found: int) -> None:
    targets = [
        listed("4", "", "100"),
        *(listed(f"4.{number}", "4", part) for number, part in enumerate(parts, start=1)),
    ]
    lines = list(target_parts(Plan(id="p", kind="yearly", title="", area="cao-bang", targets=tuple(targets))))
    assert len(lines) == found
    for verdict, line in lines:
        assert (verdict, line.kind, line.reason.code) == ("contradicting", "parts", "assess.target_parts")


def test_a_claim_that_the_count_does_not_bear_out_is_a_contradiction() -> None:
    text = "Năm 2024, có 2/2 chỉ tiêu đạt và vượt kế hoạch."
    papers = [
        placed("plan", published="2024-01-01", figures=[
            target("7%", "7", period="2024", id="growth"),
            target("5%", "5", period="2024", id="iip", indicator="iip")]),
        placed("result", published="2025-02-01", figures=[
            figure("6%", "6", period="2024"), figure("8%", "8", period="2024", indicator="iip")]),
        read_text("claim", text, published="2025-02-02"),
    ]  # fmt: skip
    board = assess(papers)
    line = board.contradictions[0]
    assert (line.kind, line.reason.code) == ("claim", "assess.tally_against_exact_count")
    assert line.statements[1:] == ("growth",)  # the claim, then what speaks against it
    (plan,) = board.plans
    assert plan.counted is not None
    assert (plan.counted.exceeded, plan.counted.missed, plan.counted.unknown) == (("iip",), ("growth",), ())


def test_a_table_and_a_sentence_of_one_paper() -> None:
    rows = [
        figure("6,5%", "6.5", period="2024", rule="table/cell", **RATE),
        figure("7,9%", "7.9", period="2024", **RATE),
    ]
    rows[1] = figure("7,9%", "7.9", period="2024", start=5000, end=5004, **RATE)
    (line,) = assess([placed("report", published="2025-02-01", figures=rows)]).contradictions
    assert (line.kind, line.reason.code) == ("same_document", "assess.contradiction_table")


def test_shares_that_are_too_much_together_are_told_once_with_all_of_them() -> None:
    text = (
        "Cơ cấu kinh tế năm 2024: công nghiệp - xây dựng 65,3%; dịch vụ 27,1%; nông, lâm nghiệp và thủy sản 7,9%; thuế "
        "sản phẩm trừ trợ cấp 4,7%."
    )
    # 100,3 without the taxes and 105,0 with them: two sums that fail, and one thing to look at
    (line,) = assess([read_text("a", text, published="2025-01-05", area="Hà Nam")]).contradictions
    assert (line.kind, len(line.statements)) == ("parts", 4)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        # 4.200 of 5.000 are 84 %
        ("Thu ngân sách năm 2024 đạt 4.200 tỷ đồng, bằng 48% dự toán (5.000 tỷ đồng).", True),
        ("Đã giải ngân 4.200/5.000 tỷ đồng, đạt 48% kế hoạch.", True),
        ("Đã giải ngân 4.200/5.000 tỷ đồng, đạt 84% kế hoạch.", False),
        ("Thu ngân sách năm 2024 đạt 4.201 tỷ đồng, bằng 84,0% dự toán (5.000 tỷ đồng).", False),  # 84,02
        # two plans and one number of them: which share it makes is not said by the sum alone
        ("Thu ngân sách đạt 4.200 tỷ đồng, bằng 84% dự toán Trung ương, 70% dự toán HĐND giao (6.000 tỷ đồng).", False),
        ("Thu ngân sách năm 2024 đạt 4.200 tỷ đồng, bằng 112% cùng kỳ và vượt dự toán.", False),
    ],
)  # fmt: skip
def test_a_share_of_a_plan_beside_the_result_and_the_plan(said: str, told: bool) -> None:
    board = assess([read_text("a", said, published="2025-02-01", area="Hà Nam")])
    found = [line.reason.code for line in board.contradictions]
    assert found == (["assess.share_of_plan_apart"] if told else [])
    for line in board.contradictions:
        assert (line.kind, len(line.statements)) == ("share", 3)

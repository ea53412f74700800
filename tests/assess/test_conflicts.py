from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.assess.making import figure, placed, target
from tests.assess.reading import read_text

from camket.assess import assess
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.scoreboard import Scoreboard


def told(day: str, said: Figure, **head: Any) -> Extraction:
    return placed(f"paper-{said.id}", published=day, figures=[said], **head)


def kinds(board: Scoreboard) -> tuple[list[str], list[str]]:
    return [line.kind for line in board.contradictions], [line.kind for line in board.compatible]


Y2019: dict[str, Any] = {"period": "2019"}
TRIPLE = [
    told("2023-11-28", figure("1,1%", "1.1", id="a", **Y2019)),
    told("2022-12-31", figure("1,31%", "1.31", id="b", **Y2019)),
    told("2019-11-25", figure("bằng 97,7% so với năm 2018", "-2.3", id="c", role="estimate", **Y2019)),
]


@pytest.mark.parametrize("order", list(permutations(TRIPLE)))
def test_the_growth_of_2019_has_three_numbers(order: tuple[Extraction, ...]) -> None:
    board = assess(order)
    (line,) = board.contradictions
    assert (line.kind, line.statements) == ("sources", ("a", "b", "c"))
    assert [source.quote for source in line.sources] == ["1,1%", "1,31%", "bằng 97,7% so với năm 2018"]
    assert board.compatible == ()


def test_two_final_numbers_contradict_whatever_their_day() -> None:
    assert kinds(assess(TRIPLE[:2])) == (["sources"], [])


def test_an_estimate_and_the_final_number_are_a_revision() -> None:
    board = assess(
        [
            told("2022-11-28", figure("8,75%", "8.75", id="first", role="estimate", period="2022")),
            told("2023-11-28", figure("7,39%", "7.39", id="final", period="2022")),
        ]
    )
    assert board.contradictions == ()
    (line,) = board.compatible
    assert (line.kind, line.statements) == ("revision", ("first", "final"))
    (value,) = board.values
    assert (value.statement, value.rivals) == ("final", ("first",))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # a headline of November says `tăng` of a year that is not over: an estimate
        (("2022-11-28", {}), ("2023-11-28", {}), ([], ["revision"])),
        (("2023-01-05", {}), ("2023-11-28", {}), (["sources"], [])),
        (("2022-11-28", {"vintage": "estimate_1"}), ("2023-01-06", {"vintage": "estimate_2"}), ([], ["revision"])),
        (("2023-10-06", {"vintage": "preliminary"}), ("2024-10-06", {"vintage": "official"}), ([], ["revision"])),
        (("2023-10-06", {"vintage": "official"}), ("2024-10-06", {"vintage": "official"}), (["sources"], [])),
        # a final number of unknown release explains no official one away
        (("2023-10-06", {}), ("2024-10-06", {"vintage": "official"}), (["sources"], [])),
        # two estimates of one release, and no final number yet
        (("2022-11-20", {"role": "estimate"}), ("2022-11-28", {"role": "estimate"}), (["sources"], [])),
    ],
)
def test_revision_or_contradiction(
    one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]], expected: tuple[list[str], list[str]]
) -> None:
    papers = [
        told(one[0], figure("8,75%", "8.75", period="2022", **one[1])),
        told(other[0], figure("7,39%", "7.39", period="2022", **other[1])),
    ]
    assert kinds(assess(papers)) == expected
    assert kinds(assess(reversed(papers))) == expected


def test_estimates_that_differ_are_done_with_once_the_final_number_is_out() -> None:
    papers = [
        told("2022-11-20", figure("8,5%", "8.5", role="estimate", period="2022")),
        told("2022-11-28", figure("8,75%", "8.75", role="estimate", period="2022")),
        told("2023-11-28", figure("7,39%", "7.39", period="2022")),
    ]
    assert kinds(assess(papers)) == ([], ["revision"])


def test_roundings_meet() -> None:
    board = assess(
        [
            told("2022-01-10", figure("6,9%", "6.9", id="short", period="2021")),
            told("2022-03-01", figure("6,93%", "6.93", id="long", period="2021")),
        ]
    )
    assert kinds(board) == ([], ["rounding"])
    assert set(board.compatible[0].statements) == {"short", "long"}


def test_the_same_number_twice_is_no_news() -> None:
    papers = [told(day, figure("6,9%", "6.9", period="2021")) for day in ("2022-01-10", "2022-03-01")]
    assert kinds(assess(papers)) == ([], [])


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({"price_basis": "current"}, {"price_basis": "constant:2010"}, "price_basis"),
        ({"period_basis": "15-14"}, {}, "period_basis"),
        ({"area": "Bắc Ninh cũ"}, {"area": "Bắc Ninh mới"}, "area"),
    ],
)
def test_other_series_are_no_contradiction(one: dict[str, Any], other: dict[str, Any], kind: str) -> None:
    size: dict[str, Any] = {"measure": "level", "unit": "VND", "period": "2024"}
    papers = [
        told("2025-07-20", figure("232.800 tỷ đồng", "232800000000000", **size, **one)),
        told("2025-07-20", figure("133.609 tỷ đồng", "133609000000000", **size, **other)),
    ]
    assert kinds(assess(papers)) == ([], [kind])


def test_growth_on_another_base_is_another_series() -> None:
    papers = [
        told("2025-02-01", figure("6,03%", "6.03", period="2024")),
        told("2025-02-01", figure("31%", "31", period="2024", base_period="2020")),
    ]
    assert kinds(assess(papers)) == ([], ["base"])


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "level", "unit": "VND"},
        {"unit": "other:times"},
        {"period": "2024-H1"},
        {"area": "Bắc Giang"},
        {"indicator": "iip"},
        {"role": "target"},
        {"role": "scenario"},
        {"role": "projection"},
        {"role": "benchmark"},
    ],
)
def test_what_is_not_compared_at_all(other: dict[str, Any]) -> None:
    papers = [
        told("2025-02-01", figure("6,03%", "6.03", period="2024")),
        told("2025-02-01", figure("9%", "9", **{"period": "2024"} | other)),
    ]
    assert kinds(assess(papers)) == ([], [])


def test_indicators_outside_the_catalogue_are_not_compared() -> None:
    papers = [told("2025-02-01", figure("9%", value, indicator="other:x", period="2024")) for value in ("9", "4")]
    assert kinds(assess(papers)) == ([], [])


def test_one_document_can_contradict_itself() -> None:
    assert kinds(assess([at_places((0, "10.4"), (900, "10.04"))])) == (["same_document"], [])


def at_places(*said: tuple[int, str], id_: str = "p", **fields: Any) -> Extraction:
    """A paper that says numbers of one thing, each at its place in the text."""
    figures = [
        figure(f"{value}%", value, **{"period": "2022"} | fields | {"start": start, "end": start + len(value) + 1})
        for start, value in said
    ]
    return placed(id_, published="2023-10-02", figures=figures)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        # `5/8 bí thư (62,5%) và 4/8 chủ tịch (50%)`
        (((0, "62.5"), (46, "50")), []),
        (((46, "50"), (0, "62.5")), []),
        (((0, "62.5"), (164, "50")), []),
        (((0, "62.5"), (165, "50")), ["same_document"]),
        # told together once, the two are two things wherever else the paper names one of them
        (((0, "62.5"), (900, "62.5"), (946, "50")), []),
        # a third number far off is still another
        (((0, "62.5"), (46, "50"), (900, "70")), ["same_document"]),
    ],
)
def test_two_numbers_in_one_breath_are_of_two_things(places: tuple[tuple[int, str], ...], expected: list[str]) -> None:
    assert kinds(assess([at_places(*places)])) == (expected, [])


def test_numbers_in_one_breath_of_two_papers_can_contradict() -> None:
    papers = [at_places((0, "62.5"), (46, "50")), at_places((0, "62.5"), id_="q")]
    (line,) = assess(papers).contradictions
    assert [source.quote for source in line.sources] == ["50%", "62.5%"]
    assert line.kind == "sources"


def test_an_estimate_told_together_with_the_number_that_replaced_it_is_a_revision() -> None:
    pair = [
        figure("8,75%", "8.75", role="estimate", period="2022", start=0, end=5),
        figure("7,39%", "7.39", period="2022", start=40, end=45),
    ]
    assert kinds(assess([placed("p", published="2023-11-28", figures=pair)])) == ([], ["revision"])


def test_two_targets_in_one_breath_are_two() -> None:
    pair = [
        target(f"{value}%", value, period="2022", start=start, end=start + 2) for start, value in ((0, "5"), (60, "8"))
    ]
    assert kinds(assess([placed("p", published="2022-01-10", figures=pair)])) == ([], [])


def test_two_parts_of_a_thing_in_one_document_are_none() -> None:
    share: dict[str, Any] = {"indicator": "nonlocal_officials_share", "measure": "level", "period": "at:2020-09-25"}
    parts = [
        figure("62,5%", "62.5", indicator_text="Bí thư cấp huyện", **share),
        figure("50%", "50", indicator_text="Chủ tịch UBND cấp huyện", **share),
    ]
    assert kinds(assess([placed("p", published="2020-09-25", figures=parts)])) == ([], [])


@pytest.mark.parametrize(("high", "expected"), [("6.5", ([], ["targets"])), ("6", ([], [])), (None, (["targets"], []))])
def test_bounds_of_one_target(high: str | None, expected: tuple[list[str], list[str]]) -> None:
    papers = [
        told("2022-01-10", target("5-6%", "5", "range", value_high="6", period="2022")),
        told(
            "2022-01-12",
            target("lần hai", "5" if high else "8", "range" if high else "eq", value_high=high, period="2022"),
        ),
    ]
    assert kinds(assess(papers)) == expected


def test_several_bounds_of_one_target_are_one_line() -> None:
    papers = [
        told(f"2022-01-1{number}", target(f"{value}%", value, id=name, period="2022"))
        for number, (name, value) in enumerate((("a", "5"), ("b", "8"), ("c", "9")))
    ]
    (line,) = assess(papers).contradictions
    assert (line.kind, line.statements) == ("targets", ("a", "b", "c"))


@pytest.mark.parametrize(
    "other",
    [
        {"indicator_text": "Chủ tịch UBND cấp huyện"},  # two parts of one thing
        {"comparator": "ge"},  # at least so much beside so much
        {"measure": "change"},
        {"period": "2023"},
    ],
)
def test_bounds_of_two_targets_do_not_contradict(other: dict[str, Any]) -> None:
    share: dict[str, Any] = {"indicator": "nonlocal_officials_share", "measure": "level", "period": "2022"}
    share["indicator_text"] = "Bí thư cấp huyện"
    parts = [target("62,5%", "62.5", **share), target("50%", "50", **share | other)]
    assert kinds(assess([placed("p", published="2022-01-10", figures=parts)])) == ([], [])


def test_a_range_that_holds_a_number_is_no_rounding_of_it() -> None:
    papers = [
        told("2022-01-10", figure("6,03%", "6.03", period="2021")),
        told("2022-03-01", figure("từ 5% đến 6,29%", "5", value_high="6.29", comparator="range", period="2021")),
    ]
    assert kinds(assess(papers)) == ([], [])


def test_a_table_right_behind_a_sentence_is_no_part_of_it() -> None:
    text = (
        "BÁO CÁO\nTổng thu ngân sách nhà nước trên địa bàn năm 2024 đạt 19.450 tỷ đồng.\nKẾT QUẢ NĂM 2024\n"
        "| Chỉ tiêu | Đơn vị | Thực hiện 2024 |\n|---|---|---|\n| Thu ngân sách nhà nước trên địa bàn | tỷ đồng | "
        "19.540 |\n| Kim ngạch xuất khẩu | triệu USD | 4.526 |\n"
    )
    (line,) = assess([read_text("report", text, type="report", date="2025-01-20", area="Hà Nam")]).contradictions
    assert (line.kind, line.reason.code) == ("same_document", "assess.contradiction_table")
    assert [each.kind for each in line.likely] == ["swapped_digits"]


def test_counts_up_to_two_days_of_one_month_are_no_contradiction() -> None:
    papers = [
        read_text(
            f"p{day}", f"Từ đầu năm đến ngày {day}/6/2031, thu ngân sách nhà nước tỉnh Hà Nam đạt {value} tỷ đồng."
        )
        for day, value in ((15, "4.100"), (28, "4.900"))
    ]
    figures = [paper.figures[0] for paper in papers]
    assert [figure.period for figure in figures] == ["2031-01/2031-06"] * 2
    assert [figure.days for figure in figures] == ["2031-01-01/2031-06-15", "2031-01-01/2031-06-28"]
    assert kinds(assess(papers)) == ([], [])

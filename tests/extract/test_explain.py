"""Why a sentence is read as it is."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

import camket
from camket.extract.explain import explain
from camket.words import sentences


def test_the_steps_come_in_the_order_in_which_they_were_made() -> None:
    told = explain("Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03%.")
    stages = list(dict.fromkeys(step.stage for step in told.steps if step.rule != step.stage and "/" in step.rule))
    assert stages == ["period", "numeral", "quantity"]
    made = {(step.rule, step.quote, step.shown) for step in told.steps}
    assert ("period/year", "Năm 2024", "2024") in made
    words = {(step.rule, step.quote, step.shown) for step in told.steps if step.stage == "word"}
    assert ("indicator", "GRDP của tỉnh", "grdp") in words


def test_the_facts_are_those_of_the_extraction() -> None:
    (figure,) = explain("Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03%.").extraction.figures
    assert (figure.indicator, figure.measure, figure.period, figure.area) == ("grdp", "growth", "2024", "Bắc Ninh")


def test_the_day_and_the_area_of_the_paper_can_be_given() -> None:
    (figure,) = explain("GRDP năm nay tăng 6,03%.", day="2024-12-30", area="Hà Nam").extraction.figures
    assert (figure.period, figure.area) == ("2024", "Hà Nam")


REVENUE = (
    "Thu ngân sách nhà nước năm 2022 đạt 30.500 tỷ đồng, trong đó thu nội địa 22.000 tỷ đồng, tăng 8% so với năm 2021."
)
AREAS = "Năm 2024, GRDP của tỉnh Hà Nam tăng 10,93%, cao hơn mức 7,09% của cả nước và đứng thứ 3 cả nước."
ROLES = "Diện tích rừng trồng ước đạt 900 ha; mục tiêu năm 2025 là 1.200 ha, bằng 105% kế hoạch giao."
NAMES = "Ngày 5/3/2024, UBND tỉnh Hà Nam công bố: trên địa bàn Nam Định có 12 dự án FDI, vốn đăng ký 300 triệu USD."


@pytest.mark.parametrize(
    ("sentence", "number", "attribute", "rival", "lost"),
    [
        (REVENUE, "30.500 tỷ đồng", "indicator", "domestic_revenue", "next_number"),
        (REVENUE, "30.500 tỷ đồng", "indicator", "land_revenue", "unsaid"),
        (REVENUE, "22.000 tỷ đồng", "indicator", "budget_revenue", "other_number"),
        (REVENUE, "8%", "period", "2021", "base"),
        (AREAS, "10,93%", "area", "cả nước", "next_number"),
        (AREAS, "7,09%", "area", "Hà Nam", "other_number"),
        (AREAS, "thứ 3", "area", "cả nước", "of_a_rank"),
        (ROLES, "900 ha", "role", "target", "next_number"),
        (ROLES, "1.200 ha", "role", "estimate", "other_number"),
        (NAMES, "12 dự án FDI", "indicator", "fdi_registered", "unit"),
        ("GRDP bình quân năm 2023 đạt 210.000 tỷ đồng.", "210.000 tỷ đồng", "indicator", "grdp_per_capita", "range"),
        ("GRDP bình quân năm 2023 đạt 72 triệu đồng.", "72 triệu đồng", "indicator", "grdp", "range"),
        ("GRDP bình quân hằng năm tăng 8%.", "8%", "indicator", "grdp_per_capita", "general"),
        (NAMES, "12 dự án FDI", "area", "Hà Nam", "in_name"),
    ],
)
def test_what_else_it_could_have_been_and_why_that_lost(
    sentence: str, number: str, attribute: str, rival: str, lost: str
) -> None:
    told = next(each for each in explain(sentence, day="2024-03-05").told if each.quote == number)
    why = next(each for each in told.why if each.attribute == attribute)
    assert (rival, f"explain.lost.{lost}") in {(each.what, each.lost.code) for each in why.rivals}
    assert rival != why.chosen


def test_the_time_of_the_paper_loses_to_that_of_the_sentence() -> None:
    paper = "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2022\n\nNăm 2021, thu ngân sách đạt 28.000 tỷ đồng."
    (told,) = explain(paper, day="2022-12-30", area="Hà Nam").told
    (why,) = [each for each in told.why if each.attribute == "period"]
    assert why.chosen == "2021"
    assert ("2022", "explain.lost.paper") in {(each.what, each.lost.code) for each in why.rivals}


@pytest.mark.parametrize(
    ("sentence", "area", "code"),
    [
        ("Thu ngân sách đạt 28.000 tỷ đồng.", None, "none"),
        ("Thu ngân sách đạt 28.000 tỷ đồng.", "Hà Nam", "paper"),
        ("Thu ngân sách của Nam Định đạt 28.000 tỷ đồng.", "Hà Nam", "before"),
        ("Với Nam Định, năm nay thu ngân sách cũng khá, tăng 8%.", "Hà Nam", "topic"),
        ("Riêng huyện Lý Nhân, số hộ nghèo còn 300 hộ.", "Hà Nam", "part"),
        ("GRDP tăng 10,93%, cao hơn mức bình quân của cả nước (7,09%).", "Hà Nam", "compared"),
    ],
)
def test_how_the_place_was_found(sentence: str, area: str | None, code: str) -> None:
    told = explain(sentence, day="2024-12-30", area=area).told[-1]
    (why,) = [each for each in told.why if each.attribute == "area"]
    assert [each.code for each in why.because] == [f"explain.area.{code}"]


def test_every_figure_is_told_of_and_its_reasons_are_those_of_the_fact() -> None:
    explanation = explain(f"{REVENUE} {AREAS}", day="2024-12-30")
    figures = explanation.extraction.figures
    assert [each.figure for each in explanation.told] == [figure.id for figure in figures]
    for told, figure in zip(explanation.told, figures, strict=True):
        assert [each.attribute for each in told.why] == ["indicator", "period", "role", "area"]
        indicator, period, role, _ = told.why
        assert {*indicator.because, *period.because, *role.because} <= set(figure.reasons)
        chosen = [each.chosen for each in told.why]
        assert chosen == [figure.indicator, figure.period, figure.role, figure.area]


def test_spans_of_a_text_in_pieces_are_found_again() -> None:
    pieces = unicodedata.normalize("NFD", REVENUE)
    assert all(each.why for each in explain(pieces).told)
    assert len(explain(pieces).told) == 3


def _hows(name: str) -> set[str]:
    """The ways that the code of figures names in making records of a class."""
    folder = Path(camket.__file__).parent / "extract" / "figures"
    calls = (
        node
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    )
    given = (one.value for call in calls for one in call.keywords if one.arg == "how")
    return {str(one.value) for one in given if isinstance(one, ast.Constant)}


@pytest.mark.parametrize(("name", "kind"), [("Ruling", "role"), ("Timing", "period")])
def test_every_way_to_a_role_or_time_has_its_words(name: str, kind: str) -> None:
    hows = _hows(name)
    assert len(hows) >= 5
    assert [how for how in sorted(hows) if f"reason.{kind}.{how}" not in sentences("vi")] == []

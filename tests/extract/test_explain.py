"""Why a sentence is read as it is."""

from __future__ import annotations

from camket.extract.explain import explain


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

"""A board of one place in all its forms, and of one plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.assess.making import figure, placed, tally, target

from camket.assess import assess
from camket.assess.narrowing import narrowed
from camket.errors import UsageError
from camket.model.scoreboard import Scoreboard

MONEY: dict[str, Any] = {"indicator": "budget_revenue", "measure": "level", "unit": "VND"}


def board() -> Scoreboard:
    papers = [
        placed("plan-bn", published="2024-01-10", figures=[target("7%", "7", period="2024", id="bn")],
               tallies=[tally(8, 12, "achieved_or_exceeded", period="2024")]),
        placed("plan-bg", published="2024-01-10", figures=[target("14%", "14", period="2024", area="Bắc Giang")]),
        placed("result", published="2025-02-01", figures=[figure("6,03%", "6.03", period="2024", id="old")]),
        placed("merged", published="2026-02-01", figures=[figure("10,27%", "10.27", period="2025", id="new")]),
        placed("other", published="2025-02-01", figures=[
            figure("13,85%", "13.85", period="2024", area="Bắc Giang"),
            figure("13,2%", "13.2", period="2024", area="Bắc Giang", start=4000, end=4005)]),
    ]  # fmt: skip
    return assess(papers, date(2026, 6, 1))


@pytest.mark.parametrize("area", ["Bắc Ninh", "bac-ninh-1997", "bac-ninh-2025", "tỉnh Bắc Ninh"])
def test_a_place_has_all_its_forms(area: str) -> None:
    found = narrowed(board(), area=area)
    assert [plan.area for plan in found.plans] == ["bac-ninh-1997"]
    assert {value.statement for value in found.values} == {"old", "new"}
    assert found.contradictions == ()


def test_the_contradictions_of_another_place_are_its_own() -> None:
    assert [line.kind for line in narrowed(board(), area="Bắc Giang").contradictions] == ["same_document"]


@pytest.mark.parametrize("plan", ["bac-ninh-1997/yearly/2024", "bac-ninh-1997/y", "bac-ninh"])
def test_a_plan_by_its_id_or_its_beginning(plan: str) -> None:
    found = narrowed(board(), plan=plan)
    assert [each.id for each in found.plans] == ["bac-ninh-1997/yearly/2024"]
    assert [value.statement for value in found.values] == ["old"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"area": "Hà Nam"}, "assess.nothing_of_area"),
        ({"plan": "bac"}, "assess.several_plans"),
        ({"plan": "ha-nam"}, "assess.no_plan"),
        ({"area": "Bắc Giang", "plan": "bac-ninh"}, "assess.no_plan"),
    ],
)
def test_what_is_not_there_is_said(asked: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as raised:
        narrowed(board(), **asked)
    assert raised.value.message.code == code

"""Numbers that are hardly what they seem are findings, and stay."""

from __future__ import annotations

from typing import Any

import pytest
from tests.assess.making import figure, placed, target

from camket.assess import assess
from camket.model.fact import Figure

MONEY: dict[str, Any] = {"indicator": "budget_revenue", "measure": "level", "unit": "VND", "area": "Cao Bằng"}
HEAD: dict[str, Any] = {"indicator": "grdp_per_capita", "measure": "level", "area": "Cao Bằng", "period": "2024"}
YEARS = ("2019", "2020", "2021", "2022", "2023")


def found(*figures: Figure) -> list[tuple[str, str, str]]:
    board = assess([placed("paper", published="2025-02-01", figures=list(figures))])
    told = [each for each in board.findings if each.message.code.startswith("assess.plausible.")]
    assert all(each.where == "paper" for each in told)
    return [
        (each.message.code.rpartition(".")[2], each.level, dict(each.message.params).get("right", "")) for each in told
    ]


def series(values: tuple[str, ...], **fields: Any) -> list[Figure]:
    return [figure(value, value, period=year, **MONEY | fields) for year, value in zip(YEARS, values, strict=True)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (figure("2.900 USD", "2900", unit="USD", **HEAD), []),
        (figure("290.000 USD", "290000", unit="USD", **HEAD), [("range", "warning", "")]),
        # dong that were called dollars, dollars that were called dong
        (figure("69.200.000 USD", "69200000", unit="USD", **HEAD), [("currency", "warning", "")]),
        (figure("2.900 đồng", "2900", unit="VND", **HEAD), [("currency", "warning", "")]),
        # growth of a year
        (figure("58%", "58", period="2024", area="Cao Bằng"), [("range", "warning", "")]),
        (target("58%", "58", period="2024", area="Cao Bằng"), [("range", "warning", "")]),
        # the ranges are of provinces and of years: neither of a country nor of half a year, a stock or five years
        (figure("58%", "58", period="2024", area="cả nước"), []),
        (figure("2 tỷ", "2e9", period="2024-H1", **MONEY), []),
        (figure("2.000.000 tỷ", "2e15", period="2021/2025", **MONEY), []),
        (figure("58%", "58", period="2024", area="Cao Bằng", role="scenario"), []),
    ],
)
def test_out_of_range(said: Figure, told: list[tuple[str, str, str]]) -> None:
    assert found(said) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("10e12", "11e12", "12e12", "13e12", "14e12"), []),
        # a thousand times too much, and too little: the number beside its neighbours says which unit was meant
        (("10e12", "11e12", "12e15", "13e12", "14e12"), [("unit_slip", "warning", "12000000000000")]),
        (("10e12", "11e12", "12e9", "13e12", "14e12"), [("unit_slip", "warning", "12000000000000")]),
        # far off without a unit that would explain it: only worth a look
        (("10e12", "11e12", "40e12", "13e12", "14e12"), [("jump", "info", "")]),
        # a series that moves much anyhow
        (("10e12", "20e12", "9e12", "22e12", "8e12"), []),
    ],
)
def test_off_its_own_series(values: tuple[str, ...], told: list[tuple[str, str, str]]) -> None:
    assert found(*series(values)) == told


def test_a_number_that_is_hardly_so_still_stands() -> None:
    board = assess(
        [placed("paper", published="2025-02-01", figures=series(("10e12", "11e12", "12e15", "13e12", "14e12")))]
    )
    assert len(board.values) == 5


def test_four_values_are_too_few_to_speak_of_a_jump() -> None:
    assert found(*series(("10e12", "11e12", "40e12", "13e12", "14e12"))[:4]) == []

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from camket.cli.app import app


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner(env={"CAMKET_LANG": "en"}).invoke(app, ["scenario", *arguments])
    assert "Traceback" not in result.output
    assert result.exit_code == code, result.output
    return result.output


def values(shown: str) -> list[tuple[str, str]]:
    found: dict[str, Any] = json.loads(shown)
    return [(each["path"], each["years"][-1]["value"]) for each in found["runs"]]


def test_paths_run_from_a_known_level() -> None:
    # by hand: 200 x 1.08^2 = 233.28, x 1.1^2 = 242, x 1.095^2 = 239.805
    shown = run("200", "2025", "2027", "--growth", "9,5", "--json")
    assert values(shown) == [("base", "233.28"), ("high", "242"), ("own", "239.8")]
    assert json.loads(shown)["needed"] is None
    table = run("200", "2025", "2027", "--growth", "9,5")
    assert "more than 233.28" in table
    assert "own" in table
    assert "at constant prices to 2027" in table


@pytest.mark.parametrize("goal", ["9200", "9.200", "9200,0"])
def test_back_from_a_goal(goal: str) -> None:
    # 9200 / 5852 over five years is 9.4704 %, rounded up; with 1 % more people a year 10.5651 %
    shown = run(
        "5.852", "2025", "2030", "--unit", "USD", "--what", "per_head", "--goal", goal, "--people", "1", "--json"
    )
    needed = json.loads(shown)["needed"]
    assert (needed["growth"], needed["yearly"], needed["first"]) == ("10.57", "9.48", 2026)
    assert "Needs 9.48% a year in 2026-2030" in run("5852", "2025", "2030", "--goal", goal, "--unit", "USD")


def test_years_that_are_not_free_need_a_path() -> None:
    shown = run("100", "2024", "2027", "--goal", "133,1", "--first", "2026")
    assert "the growth of 2025" in shown
    shown = run("100", "2024", "2027", "--goal", "133,1", "--first", "2026", "--before", "10")
    assert "Needs 10% a year in 2026-2027" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("many", "2025", "2030"), "many: not a number"),
        (("100", "2025", "2030", "--growth", "1e5"), "1e5: not a number"),
        (("100", "2025", "2030", "--growth", "-100"), "more than -100%"),
        (("100", "2025", "2030", "--people", "-100"), "more than -100%"),
        (("100", "25", "2030"), "YEAR"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], said: str) -> None:
    assert said in run(*arguments, code=2)


def test_a_last_year_that_does_not_come_after_is_an_answer() -> None:
    assert "the last year 2025 does not come after 2025" in run("100", "2025", "2025")


def test_a_level_with_its_word_of_size() -> None:
    # by hand: 66.000 x 1.08 = 71.280, x 1.1 = 72.600 tỷ
    assert values(run("66.000 tỷ", "2026", "2027", "--what", "revenue", "--json")) == [
        ("base", "71280000000000"), ("high", "72600000000000"),
    ]  # fmt: skip
    assert "71,280" in run("66 nghìn tỷ", "2026", "2027", "--what", "revenue")
    run("66 con", "2026", "2027", code=2)

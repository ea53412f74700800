"""A fact that was right is held: a loss is told, and only a reason lets it go."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.frozen import FrozenError, change_lines, changes, freeze, reached
from bench.gold import Paper

from bench import frozen

ROOT = Path(__file__).parents[2]
FIGURE: dict[str, Any] = {
    "start": 0, "end": 5, "quote": "7,39%", "indicator": "grdp", "value": 7.39, "value_high": None, "unit": "percent",
    "comparator": "eq", "measure": "growth", "role": "actual", "period": "2022", "area": "Bắc Ninh",
}  # fmt: skip
TALLY: dict[str, Any] = {"start": 9, "end": 14, "quote": "18/22", "done": 18, "total": 22, "state": "achieved"}


@pytest.fixture(autouse=True)
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The results of a paper that is all right are frozen."""
    monkeypatch.setattr(frozen, "FILE", tmp_path / "frozen.json")
    freeze(reached([paper()]), "the first")


def paper(figures: list[dict[str, Any]] | None = None, gold: list[dict[str, Any]] | None = None) -> Paper:
    found = {"figures": [FIGURE] if figures is None else figures, "tallies": [TALLY]}
    return Paper("05", "", {"figures": [FIGURE] if gold is None else gold, "tallies": [TALLY]}, found)


def told(one: Paper) -> tuple[list[str], list[str]]:
    now = reached([one])
    gains, losses = changes(now)
    return change_lines("+", gains, now), change_lines("-", losses, now)


def test_nothing_changed_is_no_change() -> None:
    assert told(paper()) == ([], [])


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ["05 figures 0 7,39%: complete -> missed"]),
        ([FIGURE | {"period": "2021"}], ["05 figures 0 7,39%: complete -> linked; period 2021 for 2022"]),
        (
            [FIGURE | {"indicator": "iip", "role": "target"}],
            ["05 figures 0 7,39%: complete -> quantity; indicator iip for grdp, role target for actual"],
        ),
        ([FIGURE, FIGURE | {"start": 40, "end": 45}], ["05 figures beyond gold: 0 -> 1"]),
    ],
)
def test_a_loss_is_told_in_words(found: list[dict[str, Any]], said: list[str]) -> None:
    assert told(paper(found)) == ([], [f"  - {line}" for line in said])


def test_what_agrees_by_another_name_is_not_said_to_differ() -> None:
    _, (line,) = told(paper([FIGURE | {"area": "tỉnh Bắc Ninh", "period": "2022-01/2022-12", "comparator": "approx"}]))
    assert line.endswith("; comparator approx for eq")


def test_a_gain_is_told_and_is_no_loss() -> None:
    freeze(reached([paper([FIGURE | {"period": "2021"}])]), "why not")
    assert told(paper()) == (["  + 05 figures 0 7,39%: linked -> complete"], [])


def test_a_fact_annotated_no_more_is_a_loss() -> None:
    assert told(paper([], gold=[])) == ([], ["  - 05 figures 0 7,39%: annotated no more"])


def test_a_new_annotation_that_is_missed_is_none() -> None:
    assert told(paper(gold=[FIGURE, FIGURE | {"start": 80, "end": 85, "quote": "9%"}])) == ([], [])


def test_of_many_the_first_are_shown_and_the_rest_counted() -> None:
    many = [FIGURE | {"start": 100 * place, "end": 100 * place + 5} for place in range(50)]
    freeze(reached([paper(many, gold=many)]), "many")
    _, lines = told(paper([], gold=many))
    assert len(lines) == 41
    assert lines[-1] == "  - and 10 more"


def test_without_frozen_results_nothing_passes() -> None:
    frozen.FILE.unlink()
    with pytest.raises(FrozenError, match="--freeze"):
        changes(reached([paper()]))


def test_the_reason_is_kept() -> None:
    freeze(reached([paper()]), "the paper says so")
    assert json.loads(frozen.FILE.read_text(encoding="utf-8"))["reason"] == "the paper says so"


def bench(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench", "--no-speed", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_bench_fails_on_a_loss_until_it_is_frozen_with_a_reason(tmp_path: Path) -> None:
    """In a copy of bench and gold whose annotation asks for what is not found."""
    for part in ("bench", "tests/gold"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "docs" / "images").mkdir(parents=True)
    file = tmp_path / "bench" / "frozen.json"
    held = json.loads(file.read_text(encoding="utf-8"))
    lost = next(fact for fact, depth in held["depths"].items() if " tallies 0 " in fact and depth == 2)
    name, place = lost.split()[0], int(lost.split()[2])
    annotation = tmp_path / "tests" / "gold" / f"{name}.json"
    gold = json.loads(annotation.read_text(encoding="utf-8"))
    gold["tallies"][place]["done"] += 1
    annotation.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")

    failed = bench(tmp_path)
    assert failed.returncode == 1
    assert f"  - {lost}: complete -> missed" in failed.stdout
    assert bench(tmp_path, "--freeze", " ").returncode == 2
    assert bench(tmp_path, "--freeze", "the paper counts one more").returncode == 0
    assert bench(tmp_path).returncode == 0

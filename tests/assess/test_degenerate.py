"""The golden table of degenerate targets: answered, or said to be not measurable and why."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.assess.making import figure, placed, target

from camket import plain_yaml
from camket.assess import assess
from camket.model.scoreboard import TargetLine
from camket.words import Language, say

TABLE: Any = plain_yaml.load((Path(__file__).parent / "degenerate.yaml").read_text(encoding="utf-8"))


def judged(row: Mapping[str, Any]) -> TargetLine:
    kept = {name: row[name] for name in ("indicator", "measure", "unit") if name in row}
    kept.setdefault("measure", "level")
    aim = target(
        row["asks"], row["asks"], row.get("comparator", "eq"), value_high=row.get("high"),
        period=row.get("due", "2022"), **kept,
    )  # fmt: skip
    said = [figure(value, value, period=when, **kept) for when, value in row.get("values", {}).items()]
    said += [
        figure(value, value, period=when, **kept | {"measure": "level"})
        for when, value in row.get("levels", {}).items()
    ]
    papers = [
        placed("plan", published="2020-01-10", figures=[aim]),
        *(
            placed(f"report-{number}", published="2022-09-30" if not row["over"] else "2023-03-01", figures=[each])
            for number, each in enumerate(said)
        ),
        placed("later", published="2023-06-01" if row["over"] else "2022-10-01", figures=[]),
    ]
    (line,) = (line for plan in assess(papers).plans for line in plan.targets)
    return line


@pytest.mark.parametrize("row", TABLE, ids=[row["what"] for row in TABLE])
def test_the_one_answer(row: Mapping[str, Any]) -> None:
    line = judged(row)
    assert (line.state, line.reason.code) == (row["state"], f"assess.{row['code']}")
    languages: tuple[Language, ...] = ("vi", "en")
    for language in languages:
        assert "{" not in say(line.reason, language)


@pytest.mark.parametrize("row", TABLE, ids=[row["what"] for row in TABLE])
def test_before_its_due_none_is_missed(row: Mapping[str, Any]) -> None:
    due = {"due": "by:2029-12"} if row.get("due", "2022").startswith("by") else {}
    line = judged({**row, "over": False, **due})
    assert line.state not in ("missed", "nearly_met")

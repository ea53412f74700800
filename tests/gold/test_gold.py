"""The project's own gold: it is well made, and no fact that was once right is lost without a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.frozen import change_lines, changes, reached
from bench.gold import Paper, papers
from bench.scoring import LEVELS

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def read() -> list[Paper]:
    return papers([FOLDER]).read


def test_every_annotation_has_its_paper(read: list[Paper]) -> None:
    assert [paper.name for paper in read] == sorted(file.stem for file in FOLDER.glob("*.json"))


@pytest.mark.parametrize("kind", LEVELS)
def test_annotated_spans_hold_their_quotes(read: list[Paper], kind: str) -> None:
    for paper in read:
        for fact in paper.gold[kind]:
            assert paper.text[fact["start"] : fact["end"]] == fact["quote"], (paper.name, fact["quote"])


def test_no_fact_is_lost_without_a_reason(read: list[Paper]) -> None:
    now = reached(read)
    _, losses = changes(now)
    if losses:
        told = "\n".join(change_lines("-", losses, now))
        pytest.fail(
            f'lost:\n{told}\nmend it, or say why and freeze anew: python -m bench --freeze "REASON"', pytrace=False
        )


def test_annotations_are_not_what_the_code_writes() -> None:
    for file in FOLDER.glob("*.json"):
        facts = json.loads(file.read_text(encoding="utf-8"))
        assert not any("rule" in fact or "confidence" in fact for kind in LEVELS for fact in facts[kind])

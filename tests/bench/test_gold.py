"""Folders of annotations: where their texts are looked for, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.gold import GoldError, papers
from bench.scores import score_lines

TEXT = "Năm 2024, thu ngân sách nhà nước đạt 31.250 tỷ đồng. Tỉnh hoàn thành 18/22 chỉ tiêu."
FIGURE = {
    "start": 37, "end": 51, "quote": "31.250 tỷ đồng", "indicator": "budget_revenue", "value": 31_250_000_000_000,
    "unit": "VND", "comparator": "eq", "measure": "level", "role": "actual", "period": "2024", "area": None,
}  # fmt: skip


def annotate(folder: Path, name: str, **kinds: object) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps({"document": {"id": name}, **kinds}), encoding="utf-8")


@pytest.mark.parametrize("place", ["gold", "gold/texts", "elsewhere"])
def test_texts_lie_beside_below_or_where_it_is_said(tmp_path: Path, place: str) -> None:
    gold = tmp_path / "gold"
    annotate(gold, "a", figures=[FIGURE])
    (tmp_path / place).mkdir(exist_ok=True)
    (tmp_path / place / "a.txt").write_text(TEXT, encoding="utf-8")
    found = papers([gold], [tmp_path / place] if place == "elsewhere" else [])
    assert [(paper.name, paper.text) for paper in found.read] == [("a", TEXT)]


def test_an_annotation_without_its_text_is_named(tmp_path: Path) -> None:
    annotate(tmp_path, "a", figures=[FIGURE])
    annotate(tmp_path, "b", figures=[FIGURE])
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = papers([tmp_path])
    assert [paper.name for paper in found.read] == ["a"]
    assert found.without_text == ["b"]


def test_several_folders_are_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        annotate(tmp_path / name, name, figures=[FIGURE])
        (tmp_path / name / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    found = papers([tmp_path / "one", tmp_path / "two"])
    assert [paper.name for paper in found.read] == ["one", "two"]
    assert score_lines(found.read)[2].split()[:4] == ["figures.quantity", "2", "2", "2"]


def test_only_the_kinds_that_were_annotated_are_scored(tmp_path: Path) -> None:
    annotate(tmp_path, "a", figures=[FIGURE])
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = [line.split()[0] for line in score_lines(papers([tmp_path]).read)[2:]]
    assert rows == ["figures.quantity", "figures.linked", "figures.complete"]


@pytest.mark.parametrize(
    ("written", "said"),
    [(None, "no annotated paper"), ("{", "is no annotation"), ("7", "is no annotation")],
)
def test_what_cannot_be_scored_is_said(tmp_path: Path, written: str | None, said: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    if written is not None:
        (tmp_path / "a.json").write_text(written, encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        papers([tmp_path])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="nowhere"):
        papers([tmp_path / "nowhere"])

"""What each gold fact of the project has reached, kept in `frozen.json`.

A change that loses one says why, or does not pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bench.gold import Paper
from bench.scoring import paired

FILE = Path(__file__).with_name("frozen.json")


class Change(NamedTuple):
    """A gold fact whose depth differs from the frozen one."""

    fact: str
    frozen: int
    now: int


def depths(papers: Iterable[Paper]) -> dict[str, int]:
    """The depth that each gold fact reaches, by paper, kind, place and words; what is found beyond gold, counted."""
    reached: dict[str, int] = {}
    for paper in papers:
        for kind, gold in paper.gold.items():
            pairs = paired(kind, gold, paper.found[kind])
            by_fact = {id(pair.gold): pair.depth for pair in pairs}
            for place, fact in enumerate(gold):
                reached[f"{paper.name} {kind} {place} {fact['quote'][:60]}"] = by_fact.get(id(fact), 0)
            reached[f"{paper.name} {kind} beyond gold"] = len(pairs) - len(paper.found[kind])
    return reached


def changes(now: dict[str, int]) -> tuple[list[Change], list[Change]]:
    """Gains and losses against the frozen depths. More found beyond gold is a loss too."""
    frozen: dict[str, int] = json.loads(FILE.read_text(encoding="utf-8"))["depths"] if FILE.exists() else {}
    differing = [
        Change(fact, frozen.get(fact, 0), depth) for fact, depth in now.items() if depth != frozen.get(fact, 0)
    ]
    return [one for one in differing if one.now > one.frozen], [one for one in differing if one.now < one.frozen]


def freeze(now: dict[str, int], reason: str) -> None:
    """Write the depths as they are now, with the reason why a loss is accepted."""
    FILE.write_text(
        json.dumps({"reason": reason, "depths": now}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )

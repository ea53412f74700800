"""What each gold fact of the project has reached, kept in `frozen.json`.

A change that loses one says why, or does not pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bench.gold import Paper
from bench.scoring import FIGURE_ATTRIBUTES, LEVELS, Record, paired

FILE = Path(__file__).with_name("frozen.json")
_SHOWN = 40
_QUOTE = 60
_FIELDS: dict[str, tuple[str, ...]] = {
    "figures": ("value", "value_high", "unit", "indicator", "measure", "role", "comparator", "period", "area"),
    "tallies": ("done", "total", "state"),
    "directives": ("quote", "issuer"),
    "proposals": ("quote", "proposer"),
    "references": ("number", "date"),
    "people": ("name", "position"),
}
"""What the levels of each kind compare."""


class FrozenError(Exception):
    """The frozen results cannot be read, so that nothing can be held against them."""


class Reached(NamedTuple):
    """How many levels a gold fact reaches, with the fact and what was found for it.

    Of what was found beyond gold there is only the number, as a negative depth.
    """

    kind: str
    depth: int
    gold: Record | None = None
    found: Record | None = None


class Change(NamedTuple):
    """A gold fact whose depth differs from the frozen one; `now` is None where it is annotated no more."""

    fact: str
    frozen: int
    now: int | None


def reached(papers: Iterable[Paper]) -> dict[str, Reached]:
    """What each gold fact reaches, by paper, kind, place and words."""
    facts: dict[str, Reached] = {}
    for paper in papers:
        for kind, gold in paper.gold.items():
            pairs = paired(kind, gold, paper.found[kind])
            by_fact = {id(pair.gold): pair for pair in pairs}
            for place, fact in enumerate(gold):
                pair = by_fact.get(id(fact))
                depth, found = (pair.depth, pair.found) if pair else (0, None)
                facts[f"{paper.name} {kind} {place} {fact['quote'][:_QUOTE]}"] = Reached(kind, depth, fact, found)
            facts[f"{paper.name} {kind} beyond gold"] = Reached(kind, len(pairs) - len(paper.found[kind]))
    return facts


def changes(now: Mapping[str, Reached]) -> tuple[list[Change], list[Change]]:
    """Gains and losses against the frozen depths. More found beyond gold, or a fact annotated no more, is a loss too.

    Raises:
        FrozenError: there are no frozen results.
    """
    try:
        frozen: dict[str, int] = json.loads(FILE.read_text(encoding="utf-8"))["depths"]
    except (OSError, ValueError, KeyError) as error:
        raise FrozenError(
            f'{FILE.name} cannot be read ({error}); python -m bench --freeze "REASON" writes it'
        ) from error
    moved = [Change(fact, frozen.get(fact, 0), one.depth) for fact, one in now.items()]
    gains = [one for one in moved if one.now is not None and one.now > one.frozen]
    losses = [one for one in moved if one.now is not None and one.now < one.frozen]
    gone = [Change(fact, depth, None) for fact, depth in frozen.items() if fact not in now and depth > 0]
    return gains, losses + gone


def freeze(now: Mapping[str, Reached], reason: str) -> None:
    """Write the depths as they are now, with the reason why a loss is accepted."""
    depths = {fact: one.depth for fact, one in now.items()}
    text = json.dumps({"reason": reason, "depths": depths}, ensure_ascii=False, indent=0)
    FILE.write_text(text + "\n", encoding="utf-8")


def change_lines(sign: str, some: Iterable[Change], now: Mapping[str, Reached]) -> list[str]:
    """A line for each change: the fact, how far it was right and is now, and what is not as annotated."""
    lines = [f"  {sign} {one.fact}: {_move(one, now)}" for one in some]
    more = len(lines) - _SHOWN
    return [*lines[:_SHOWN], f"  {sign} and {more} more"] if more > 0 else lines


def _move(one: Change, now: Mapping[str, Reached]) -> str:
    if one.now is None:
        return "annotated no more"
    fact = now[one.fact]
    if fact.gold is None:
        return f"{-one.frozen} -> {-one.now}"
    moved = f"{_level(fact.kind, one.frozen)} -> {_level(fact.kind, one.now)}"
    differing = _differing(fact)
    return f"{moved}; {differing}" if differing else moved


def _level(kind: str, depth: int) -> str:
    return LEVELS[kind][depth - 1].name if depth > 0 else "missed"


def _differing(fact: Reached) -> str:
    """The fields that are not as annotated, of a fact that was found but is not all right."""
    if fact.gold is None or fact.found is None or fact.depth == len(LEVELS[fact.kind]):
        return ""
    shown = []
    for name in _FIELDS[fact.kind]:
        wanted, got = fact.gold.get(name), fact.found.get(name)
        agrees = FIGURE_ATTRIBUTES.get(name) if fact.kind == "figures" else None
        if wanted != got and not (agrees and agrees(fact.gold, fact.found)):
            shown.append(f"{name} {got} for {wanted}")
    return ", ".join(shown)

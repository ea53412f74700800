"""The life of a task drawn from its data. `python -m camket.work.drawing FILE` writes it anew into a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from camket.work.life import EventRule, Move, load_life


def diagram() -> str:
    """The machine as a mermaid diagram: what leads from a state to another."""
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> expected: news, oral order",
        "    [*] --> given: signed paper",
    ]
    for rule, move in _moves():
        lines += [f"    {state} --> {move.to}: {rule.id}" for state in move.from_ if move.to and move.to != state]
    lines += [f"    {state.id} --> [*]" for state in load_life().states if not state.open]
    return "\n".join((*lines, "```"))


def table() -> str:
    """The machine as a table: each event, who may bring it, from where to where, and what it needs."""
    lines = ["| event | who | from | to | needs |", "| --- | --- | --- | --- | --- |"]
    for rule, move in _moves():
        cells = (
            rule.id,
            ", ".join(rule.who),
            ", ".join(move.from_),
            move.to or "(stays)",
            ", ".join(need.replace("_", " ") for need in move.needs),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _moves() -> Iterator[tuple[EventRule, Move]]:
    for rule in load_life().events:
        for move in rule.moves:
            yield rule, move


def drawn_into(page: str) -> str:
    """A page with its parts `diagram` and `table` drawn anew."""
    for name, text in (("diagram", diagram()), ("table", table())):
        first, last = f"<!-- {name}: from life.yaml -->", f"<!-- /{name} -->"
        before, _, rest = page.partition(first)
        _, _, behind = rest.partition(last)
        page = f"{before}{first}\n{text}\n{last}{behind}"
    return page


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(drawn_into(file.read_text(encoding="utf-8")), encoding="utf-8")

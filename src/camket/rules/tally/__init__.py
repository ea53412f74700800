"""So many of so many: tallies in figures and words."""

from __future__ import annotations

from camket.rules import quantity


def lists() -> dict[str, dict[str, str]]:
    """`noun`: the words of things that are counted."""
    return {"noun": quantity.lists()["noun"]}

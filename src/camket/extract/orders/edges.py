"""What stands at the edges of a task and is no part of it."""

from __future__ import annotations

from camket.grammar.expression import expression

EDGE = " \t,;:.!?…\"'-/*•+"
"""What is no part of a task at its edges."""
_TAIL = expression(
    r"(?:[\s,;:.!?…\"'\-/*•+]|(?<=[\s,;])(?:và|đồng thời|còn|ngoài ra|bên cạnh đó|song|mặt khác)(?=\W|$))+$"
)
"""The same at the end, with words that lead on to the next task."""


def trimmed(low: str, start: int, end: int) -> tuple[int, int]:
    """A range without blanks, quotes, stops and linking words at its edges; a saying within it keeps its last quote."""
    while start < end and low[start] in EDGE:
        start += 1
    tail = _TAIL.search(low, max(start, end - 40), end)
    if tail is None:
        return start, end
    closes = low.count('"', start, tail.start()) % 2 == 1 and low.startswith('"', tail.start())
    return start, tail.start() + closes

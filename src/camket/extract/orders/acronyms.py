"""Bodies that a text names once in full, with their letters in brackets, and then by those alone: `VNBA kiến nghị`."""

from __future__ import annotations

from camket.extract.orders.body_name import is_name
from camket.extract.orders.ranks import bodies, rank_of
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

LETTERS = expression(rf"(?<![\w.-])[{UPPER}]{{3,9}}(?![\w-])")
"""The letters that stand for a body."""
_NAME = 120
"""So many letters hold the full name before the brackets."""


def rank_of_letters(reading: Reading, letters: str) -> int:
    """The rank of the body that letters stand for; 0 where the text does not say for which.

    Args:
        reading: the text.
        letters: capitals, as they stand in the text.
    """
    at = reading.text.find(f"({letters})")
    if at < 0:
        return 0
    for named in bodies().finditer(reading.low, max(0, at - _NAME), at):
        if is_name(reading.text[named.end() : at].split()):
            return rank_of(reading.low[named.start() : at])
    return 0

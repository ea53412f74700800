"""Parts of a task in rows of their own: `1.1`, `a)`, `-` below the row of the whole."""

from __future__ import annotations

import re

from camket.work.tracking.drafts import Draft
from camket.work.tracking.lines import Said, Values
from camket.work.tracking.reading import Field, squeezed

_ARABIC = re.compile(r"\d+(?:[.,]\d+)*")
_LETTER = re.compile(r"[a-zđ](?:\d+)?")
_DASH = re.compile(r"\s*[-+•*–]")
_LETTERED, _DASHED = 90, 99
_FROM_WHOLE: tuple[Field, ...] = ("paper", "paper_day", "subject", "giver", "given")


class Steps:
    """The rows above the one that is read, each with how deep its number lies."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Draft]] = []

    def over(self, values: Values) -> Draft | None:
        """The row of the whole of which these values are a part; None where they are a task of their own."""
        depth = _depth(values)
        return next((whole for least, whole in reversed(self._open) if depth is not None and least < depth), None)

    def taken(self, made: Draft) -> None:
        """A row was read."""
        depth = _depth(made.values)
        if depth is None:
            return
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()
        self._open.append((depth, made))


def with_whole(values: Values, whole: Draft) -> dict[Field, tuple[Said, ...]]:
    """What a part says, and what it takes from its whole where it does not say: who leads, which paper gives it."""
    told = dict(values)
    fields: list[Field] = [] if "lead" in values else ["lead"]
    fields += () if "paper" in values else _FROM_WHOLE
    return {**{field: whole.values[field] for field in fields if field in whole.values}, **told}


def _depth(values: Values) -> int | None:
    """How deep a number lies: `1` 0, `1.1` 1, `a)` and `-` below all numbers; None for a row without any."""
    number = squeezed(" ".join(said.text for said in values.get("number", ()))).strip(" .)(:")
    text = " ".join(said.text for said in values.get("text", ()))
    if _ARABIC.fullmatch(number):
        return len(re.split(r"[.,]", number)) - 1
    if _LETTER.fullmatch(number):
        return _LETTERED
    if _DASH.match(number) or (not number and _DASH.match(text)):
        return _DASHED
    return None

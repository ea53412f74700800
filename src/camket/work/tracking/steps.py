"""Parts of a task in rows of their own: `1.1`, `a)`, `-` below the row of the whole."""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.work.tracking.drafts import Draft
from camket.work.tracking.lines import Said, Values
from camket.work.tracking.reading import Field, squeezed

_ARABIC = re.compile(r"\d+(?:[.,]\d+)*")
_LETTER = re.compile(r"[a-zđ](?:\d+)?")
_DASH = re.compile(r"\s*[-+•*–]")
_LETTERED, _DASHED = 90, 99
_FROM_WHOLE: tuple[Field, ...] = ("paper", "paper_day", "subject", "giver", "given")


class _Label(NamedTuple):
    """How deep a number lies, and the numbers that it begins with: `2.1` is part of `2`, and of no other."""

    depth: int
    parts: tuple[str, ...] = ()

    def is_over(self, other: _Label) -> bool:
        """Whether a row of this number is the whole of one of the other."""
        if self.depth >= other.depth:
            return False
        return not (self.parts and other.parts) or other.parts[: len(self.parts)] == self.parts


class Steps:
    """The rows above the one that is read, each with how deep its number lies."""

    def __init__(self) -> None:
        self._open: list[tuple[_Label, Draft]] = []

    def over(self, values: Values) -> Draft | None:
        """The row of the whole of which these values are a part; None where they are a task of their own."""
        label = _label(values)
        if label is None:
            return None
        return next((whole for above, whole in reversed(self._open) if above.is_over(label)), None)

    def taken(self, made: Draft) -> None:
        """A row was read."""
        label = _label(made.values)
        if label is None:
            return
        while self._open and self._open[-1][0].depth >= label.depth:
            self._open.pop()
        self._open.append((label, made))

    def heading(self) -> None:
        """A heading was read: what follows is part of no row above it."""
        self._open.clear()


def with_whole(values: Values, whole: Draft) -> dict[Field, tuple[Said, ...]]:
    """What a part says, and what it takes from its whole where it does not say: who leads, which paper gives it."""
    told = dict(values)
    fields: list[Field] = [] if "lead" in values else ["lead"]
    fields += () if "paper" in values else _FROM_WHOLE
    return {**{field: whole.values[field] for field in fields if field in whole.values}, **told}


def _label(values: Values) -> _Label | None:
    """How deep a number lies: `1` 0, `1.1` 1, `a)` and `-` below all numbers; None for a row without any."""
    number = squeezed(" ".join(said.text for said in values.get("number", ()))).strip(" .)(:")
    text = " ".join(said.text for said in values.get("text", ()))
    if _ARABIC.fullmatch(number):
        parts = tuple(re.split(r"[.,]", number))
        return _Label(len(parts) - 1, parts)
    if _LETTER.fullmatch(number):
        return _Label(_LETTERED)
    if _DASH.match(number) or (not number and _DASH.match(text)):
        return _Label(_DASHED)
    return None

"""Which form of a place its name is said of: `tỉnh Bắc Giang cũ`, `Bắc Ninh (mới)`, `Bắc Ninh sau sáp nhập`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from camket.grammar.expression import expression

Which = Literal["", "old", "new"]

_EVENTS = r"(?:khi )?(?:sắp xếp|hợp nhất|sáp nhập)"
_FORM = expression(
    rf" \((?:(?P<old>cũ|trước {_EVENTS})|(?P<new>mới|sau {_EVENTS}))\)"
    rf"| (?:(?P<old_bare>cũ|trước {_EVENTS})|(?P<new_bare>sau {_EVENTS}))(?!\w)"
)
"""Without brackets `mới` is an adverb too: `Bắc Ninh mới đạt 60%`"""


class Form(NamedTuple):
    """Where a name ends with the words of its form, and which form they mean; none where they say nothing."""

    end: int
    which: Which


def form_behind(folded: str, end: int) -> Form:
    """The form that the words behind a name say.

    Args:
        folded: the text.
        end: where the name ends in it.
    """
    found = _FORM.match(folded, end)
    if found is None:
        return Form(end, "")
    return Form(found.end(), "old" if found["old"] or found["old_bare"] else "new")

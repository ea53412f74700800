"""The same instruction in several papers is one task with several sources; a replaced paper ends its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from camket.model.task import Task
from camket.work.drafts import Closing, Draft


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How alike two instructions are.

    Attributes:
        same: whether they are taken for one.
        words: the share of content words that they have in common, 0 to 1.
        reason: code of `work.same.*`, why they are or are not.
    """

    same: bool
    words: float = 0.0
    reason: str = ""


def likeness(one: Draft | Task, other: Draft | Task) -> Likeness:
    """Whether two instructions are the same: body, words, due and days."""
    return Likeness(same=False, reason="work.same.words")


def find_same(one: Draft | Task, among: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks that an instruction is the same as, the likeliest first."""
    return tuple(each for each in among if likeness(one, each).same)


def merged(papers: Iterable[Sequence[Draft]]) -> tuple[Draft, ...]:
    """The drafts of several papers, the same instruction once, with all its sources, the signed paper first."""
    return tuple(each for paper in papers for each in paper)


def ended(closing: Closing, among: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks of a registry that a paper's words end."""
    return ()

"""What papers say of work, put together once and shown often: proposals, counts of tasks, what does not agree."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from camket.model.number_check import NumberFinding
from camket.model.petition import Petition, Reply


class CountedAs(NamedTuple):
    """A count as printed, and what it is said to be: `total`, `done`, `done_in_time`, `open_overdue`, ..."""

    state: str
    value: int


class CountLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a paper that counts tasks.

    Attributes:
        document: id of the paper.
        day: from which it speaks.
        start, end: where the line stands.
        text: its words.
        counts: its counts in order.
        shares: its percentages as printed.
    """

    document: str
    day: date | None
    start: int
    end: int
    text: str
    counts: tuple[CountedAs, ...]
    shares: tuple[str, ...] = ()


class WorkBoard(msgspec.Struct, frozen=True, kw_only=True):
    """Proposals with what papers say became of them; counts of tasks, the latest first; what does not agree."""

    petitions: tuple[Petition, ...] = ()
    replies: tuple[Reply, ...] = ()
    counts: tuple[CountLine, ...] = ()
    findings: tuple[NumberFinding, ...] = ()

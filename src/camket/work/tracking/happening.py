"""What a row tells of its task, as it would be entered."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from camket.model.task import Due, EventKind, Evidence, TaskSource


class Happening(NamedTuple):
    """An event as the list tells it, before it gets its number.

    Attributes:
        kind: what happened.
        day: the day that counts.
        paper, evidence, due, lead, percent, words: as of `TaskEvent`.
    """

    kind: EventKind
    day: date
    words: str = ""
    paper: TaskSource | None = None
    evidence: tuple[Evidence, ...] = ()
    due: Due | None = None
    lead: str = ""
    percent: int | None = None


class Happened(NamedTuple):
    """All that a row says: the events in their order, the state, the due that is in force, how much is done."""

    events: tuple[Happening, ...] = ()
    state: str = ""
    due_now: date | None = None
    percent: int | None = None

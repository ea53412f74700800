"""The occurrences of a recurring task: each is a task with its own due, counted by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from camket.model.task import Due, Standing, Task
from camket.work.due import occurrences
from camket.work.life import is_open
from camket.work.needs import VIETNAM

AHEAD_DAYS = 31
"""How long before its due an occurrence is made, so that it can be seen coming."""
_ENTERED_LATE = 31
"""So many days behind its paper a task may be entered and still has all its occurrences."""


def repeats(
    standing: Standing, made: Iterable[Task], entered_at: datetime, *, ahead: int = AHEAD_DAYS
) -> tuple[Task, ...]:
    """The occurrences of a recurring task that are to be entered and are not there yet, the earliest first.

    They are given to the body that leads it now. A task that is closed, or still waits for its paper, has none; those
    whose due came before it was given are none of it. Of a task that was entered long after it was given, as from a
    list, those that came before are none either: nobody can tell whether they were done.

    Args:
        standing: the recurring task as it stands.
        made: its occurrences that are there.
        entered_at: the moment at which they are entered; those due within so many days of it are made.
        ahead: how many days before its due an occurrence is made.
    """
    task = standing.task
    if task.due.kind != "recurring" or not is_open(standing.state) or standing.state == "expected":
        return ()
    today = entered_at.astimezone(VIETNAM).date()
    there = {each.due.day for each in made if each.recurs == task.id}
    days = occurrences(task.due, _first_day(task), today + timedelta(days=ahead))
    return tuple(_occurrence(standing, day, entered_at) for day in days if day not in there)


def _first_day(task: Task) -> date:
    entered = task.entered_at.astimezone(VIETNAM).date()
    given = task.given or entered
    return given if entered - given <= timedelta(days=_ENTERED_LATE) else entered


def _occurrence(standing: Standing, day: date, entered_at: datetime) -> Task:
    task = standing.task
    return msgspec.structs.replace(
        task,
        id=f"{task.id}@{day.isoformat()}",
        lead=standing.lead,
        due=Due(kind="fixed", day=day, words=task.due.words),
        entered_at=entered_at,
        key=standing.key,
        leader=standing.leader,
        officer=standing.officer,
        recurs=task.id,
    )

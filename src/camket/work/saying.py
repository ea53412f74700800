"""What is said of a task that stands somewhere: its due with how often it was put off."""

from __future__ import annotations

from camket.model.message import Message, message
from camket.model.task import Standing
from camket.work.days import written


def due_in_words(standing: Standing) -> Message:
    """The due of a task: the first, and the current one with the days and the number of extensions; else its words."""
    due, first = standing.due, standing.first_due
    if due is None:
        told = standing.task.due
        known = {"words": told.words or told.event} if told.kind in ("relative", "recurring", "conditional") else {}
        return message(f"work.due.{told.kind}", **known)
    if first is None or first == due:
        return message("work.due.day", day=written(due))
    if not standing.extended:
        return message("work.due.moved", day=written(due), first=written(first))
    return message(
        "work.due.put_off", day=written(due), first=written(first), more=(due - first).days, times=standing.extended
    )

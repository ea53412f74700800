"""Where a task stands on a day: what was known on that day is folded, and what comes later changes nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from camket.model.message import Message, message
from camket.model.task import Alarm, Outcome, Standing, Task, TaskEvent, TaskState
from camket.work.days import months_after
from camket.work.folding import Fold, fold_events
from camket.work.needs import VIETNAM
from camket.work.rules import WorkRules, rules_on

_OUT: frozenset[TaskState] = frozenset(("expected", "dropped", "closed"))


def standing(
    task: Task, events: Iterable[TaskEvent], day: date, rules: WorkRules | None = None, *, known_on: date | None = None
) -> Standing:
    """Where a task stands at the end of a day.

    Args:
        task: the task.
        events: all that happened to it; what was entered later is left out.
        day: the day, in Vietnam.
        rules: of the province; those in force on the day where not given.
        known_on: with what is known at the end of this later day; the day itself where not given.
    """
    rules = rules if rules is not None else rules_on(day, task.area)
    until = end_of(known_on if known_on is not None else day)
    known = sorted((each for each in events if each.at < until), key=lambda each: each.number)
    fold = fold_events(task, known, day, rules)
    days_late = fold.days_late(day)
    return Standing(
        task=task,
        day=day,
        state=fold.state,
        outcome=_outcome(task, fold, days_late),
        alarms=_alarms(task, fold, day, days_late, rules),
        lead=fold.lead,
        first_due=fold.first_due,
        due=fold.due,
        extended=len(fold.extensions),
        done_on=fold.done_on,
        counted_on=fold.counted_on,
        days_late=days_late,
        excused=fold.excused,
        asked=fold.asked,
        paused=fold.paused,
        held=tuple(fold.held),
        reasons=(*_why_out(task), *fold.reasons),
        updated=fold.updated,
        percent=fold.percent,
        key=fold.key,
        leader=fold.leader,
        officer=fold.officer,
    )


def end_of(day: date) -> datetime:
    """The moment at which a day is over in Vietnam."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=VIETNAM)


def is_known_on(task: Task, day: date) -> bool:
    """Whether a task had been entered by the end of a day: before, it is in no list and no share."""
    return task.entered_at < end_of(day)


def _why_out(task: Task) -> tuple[Message, ...]:
    if not task.tracked:
        return (message("work.untracked"),)
    return (message("work.by_occurrence"),) if task.due.kind == "recurring" else ()


def _outcome(task: Task, fold: Fold, days_late: int) -> Outcome:
    if fold.state in _OUT or not task.tracked or task.due.kind == "recurring":
        return "out"
    late = days_late > 0 and not fold.excused
    if fold.state == "confirmed":
        return "done_late" if late else "done_in_time"
    return "open_overdue" if late else "open_in_time"


def _alarms(task: Task, fold: Fold, day: date, days_late: int, rules: WorkRules) -> tuple[Alarm, ...]:
    outcome = _outcome(task, fold, days_late)
    if not outcome.startswith("open") or fold.counted_on is not None:
        return ()
    found: list[Alarm] = []
    due = fold.due_with_pause
    if due is not None and due == day:
        found.append("due_today")
    elif due is not None and 0 < (due - day).days <= max(rules.due_soon_days, default=0):
        found.append("due_soon")
    if outcome == "open_overdue" and days_late > rules.overdue_long_days:
        found.append("overdue_long")
    since = task.given or task.entered_at.astimezone(VIETNAM).date()
    if due is None and task.due.kind == "none" and months_after(since, rules.no_due_months) < day:
        found.append("no_due_long")
    if (day - (fold.updated or since)).days > rules.not_updated_days:
        found.append("not_updated")
    return tuple(found)

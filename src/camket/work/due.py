"""When a task is due, by the words of its sentence and the deadline that was read off them."""

from __future__ import annotations

from datetime import date, timedelta

from camket.model.fact import Directive
from camket.model.period import parse_period
from camket.model.task import Due
from camket.work.days import add_working_days, next_working_day
from camket.work.rules import WorkRules, rules_on


def due_of(directive: Directive, day: date | None, rules: WorkRules | None = None, *, sentence: str = "") -> Due:
    """When a directive is due.

    Args:
        directive: as it was read.
        day: of its paper.
        rules: of the province on that day.
        sentence: the sentence around it, where the due stands outside the task's own words.
    """
    deadline = parse_period(directive.deadline) if directive.deadline else None
    if deadline is None:
        return due_from_words(sentence or directive.quote, day, rules)
    return Due(kind="fixed", day=deadline.last, words=directive.quote)


def due_from_words(words: str, day: date | None, rules: WorkRules | None = None) -> Due:
    """When something is due by words alone, as typed in a list or written in a paper of that day."""
    return Due(words=words)


def day_after(due: Due, event: date, rules: WorkRules | None = None) -> date | None:
    """The last day in time of a relative due, once its event has come on a day; None for other dues."""
    if due.kind != "relative" or due.days <= 0:
        return None
    if due.working:
        return add_working_days(event, due.days)
    rules = rules if rules is not None else rules_on(event)
    last = event + timedelta(days=due.days)
    return next_working_day(last) if rules.moves_off_holidays else last


def occurrences(due: Due, first: date, last: date) -> tuple[date, ...]:
    """The due days of a recurring due from a day to another, both counted."""
    return ()

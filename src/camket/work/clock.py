"""Until when the tasks of a paper are to be entered."""

from __future__ import annotations

from datetime import date

import msgspec

from camket.work.days import add_working_days
from camket.work.rules import Urgency, WorkRules, rules_on

MANY = 5
"""Directives of a paper that has many. Ours: the rules that are known say `many tasks or bodies` without a number."""


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """How urgent a paper is, and the last day in time."""

    urgency: Urgency
    last: date


def clock(came_on: date, directives: int, *, urgent: bool = False, rules: WorkRules | None = None) -> Clock:
    """The clock of a paper.

    Args:
        came_on: the day on which it was read in.
        directives: how many it gives.
        urgent: whether it is stamped urgent.
        rules: of the province; those of the day where not given.
    """
    limits = (rules if rules is not None else rules_on(came_on)).taking_apart
    urgency: Urgency = "urgent" if urgent else "many" if directives > MANY else "normal"
    return Clock(urgency=urgency, last=add_working_days(came_on, getattr(limits, urgency)))

"""What a province decides about its tasks: from when one is late, what a return does, when to be reminded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.typed import typed

Urgency = Literal["urgent", "normal", "many"]


class TakingApart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Working days in which the tasks of a paper are to be entered: urgent, as usual, or of many tasks or bodies."""

    urgent: int = 0
    normal: int = 1
    many: int = 2


class WorkRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of an area in a time.

    Attributes:
        area: slug; empty for all areas without rules of their own.
        valid_from, valid_to: days of force.
        source: the paper that sets them.
        before_includes_day: whether work of 30/6 is in time where it was to be done `trước ngày 30/6`.
        week_ends: the last day of `trong tuần này`.
        moves_off_holidays: whether a relative due in calendar days that ends on a day off ends on the next working day.
        returned_counts_from: of work that was returned, which hand-in counts as its completion.
        waiting_sent_back: whether the days for which a higher level had it before it sent it back are added to the due.
        late_extension: what a due does that was put off after it had passed.
        due_soon_days: how many days before the due to remind; the largest is when it is due soon.
        overdue_long_days: overdue by more is an alarm of its own.
        no_due_months: open without a due for longer is an alarm.
        not_updated_days: nothing heard for longer is an alarm.
        taking_apart: the clocks of papers whose tasks are not entered yet.
    """

    area: str = ""
    valid_from: date
    valid_to: date | None = None
    source: str = ""
    before_includes_day: bool = False
    week_ends: Literal["sunday", "friday"] = "sunday"
    moves_off_holidays: bool = True
    returned_counts_from: Literal["first", "last"] = "last"
    waiting_sent_back: Literal["added", "counted"] = "added"
    late_extension: Literal["from_its_paper", "stays_late"] = "from_its_paper"
    due_soon_days: tuple[int, ...] = (7, 3, 1)
    overdue_long_days: int = 30
    no_due_months: int = 3
    not_updated_days: int = 30
    taking_apart: TakingApart = TakingApart()


@cache
def load_rules() -> tuple[WorkRules, ...]:
    """All rules of `rules.yaml`."""
    text = resources.files("camket.work").joinpath("rules.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(tuple[WorkRules, ...]))


def rules_on(day: date, area: str = "", among: Iterable[WorkRules] | None = None) -> WorkRules:
    """The rules in force in an area on a day: its own, else those for all; of several the latest.

    Before the first of them, the first hold: a task of long ago is judged by the oldest rules known.
    """
    every = sorted(load_rules() if among is None else among, key=lambda each: each.valid_from)
    own = [each for each in every if each.area == area] or [each for each in every if not each.area]
    held = [each for each in own if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to)]
    return held[-1] if held else own[0]

"""Shares of work done, each with its two counts and the tasks behind them."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from camket.model.task import Outcome

ShareCode = Literal["done_of_due", "done_of_all", "in_time_of_done", "overdue_of_all", "updated_of_all"]
GroupBy = Literal["", "body", "giver", "level", "key", "period"]


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a whole, both as tasks.

    Attributes:
        code: which of the five.
        by, group: what the tasks were grouped by, and the value of this group (a body, a level, `2026-06`).
        part, whole: the counts.
        part_tasks, whole_tasks: ids of the tasks behind them.
    """

    code: ShareCode
    by: GroupBy = ""
    group: str = ""
    part: int
    whole: int
    part_tasks: tuple[str, ...] = ()
    whole_tasks: tuple[str, ...] = ()

    def percent(self, digits: int = 2) -> Decimal | None:
        """The share in percent, rounded half up; None of nothing."""
        return self._percent(digits, ROUND_HALF_UP)

    def cut(self, digits: int = 2) -> Decimal | None:
        """The share in percent, cut behind its last digit, as some papers print it; None of nothing."""
        return self._percent(digits, ROUND_DOWN)

    def _percent(self, digits: int, rounding: str) -> Decimal | None:
        if not self.whole:
            return None
        return (Decimal(100 * self.part) / self.whole).quantize(Decimal(1).scaleb(-digits), rounding)


class OutcomeCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many tasks have an outcome, and which."""

    outcome: Outcome
    by: GroupBy = ""
    group: str = ""
    count: int
    tasks: tuple[str, ...] = ()

"""Groups of tasks that numbers count and lists show: what a number says, the list behind its link is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from django.db.models import Q

from camket.model.task import Alarm, Outcome
from camket.server.registry.spans import alarm_is, outcome_is

GROUPS: Mapping[str, Callable[[date], Q]] = {
    "tat-ca": lambda _: Q(counted=True),
    "hoan-thanh": lambda day: outcome_is(day, "done_in_time") | outcome_is(day, "done_late"),
    "den-han": lambda day: Q(counted=True) & (Q(open=False) | Q(due__lte=day)),
    "dung-han": lambda day: outcome_is(day, "done_in_time"),
    "cham": lambda day: outcome_is(day, "done_late"),
    "dang-lam": lambda _: Q(open=True),
    "trong-han": lambda day: outcome_is(day, "open_in_time"),
    "qua-han": lambda day: outcome_is(day, "open_overdue"),
    "den-han-hom-nay": lambda day: alarm_is(day, "due_today"),
    "sap-den-han": lambda day: alarm_is(day, "due_soon"),
    "qua-han-lau": lambda day: alarm_is(day, "overdue_long"),
    "chua-co-han": lambda day: alarm_is(day, "no_due_long"),
    "chua-cap-nhat": lambda day: alarm_is(day, "not_updated"),
    "co-cap-nhat": lambda _: Q(counted=True, updated__isnull=False),
    "de-nghi-gia-han": lambda _: Q(open=True, asked=True),
    "khong-tinh": lambda day: outcome_is(day, "out"),
}
"""By its name in addresses; words are `tasks.group.NAME`."""
OF_OUTCOME: Mapping[Outcome, str] = {
    "done_in_time": "dung-han", "done_late": "cham", "open_in_time": "trong-han", "open_overdue": "qua-han",
    "out": "khong-tinh",
}  # fmt: skip
OF_ALARM: Mapping[Alarm, str] = dict(
    zip(get_args(Alarm), ("den-han-hom-nay", "sap-den-han", "qua-han-lau", "chua-co-han", "chua-cap-nhat"), strict=True)
)
OF_SHARE: Mapping[str, tuple[str, str]] = {
    "done_of_due": ("hoan-thanh", "den-han"),
    "done_of_all": ("hoan-thanh", "tat-ca"),
    "in_time_of_done": ("dung-han", "hoan-thanh"),
    "overdue_of_all": ("qua-han", "tat-ca"),
    "updated_of_all": ("co-cap-nhat", "tat-ca"),
}
"""The groups of part and whole of the shares of `camket.work.shares`."""

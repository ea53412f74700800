"""What many rows of a list lack, said once for the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from camket.findings import Finding
from camket.model.message import message
from camket.work.tracking.records import RowAnswer

_CODE = "tracking.often."
_NAMES = ("due_as_day", "extended_without_paper", "waiting_without_paper")
"""What a rule has settled row by row, and one look at the whole list may settle better."""


def often(rows: Iterable[RowAnswer]) -> tuple[Finding, ...]:
    """What rows lack that are not in the registry already: with it in the file nobody has to go from task to task."""
    counted = Counter(each.message.code for row in rows if row.change != "known" for each in row.findings)
    told = ((name, counted[f"tracking.{name}"]) for name in _NAMES)
    return tuple(Finding(message=message(f"{_CODE}{name}", count=count)) for name, count in told if count)


def without_often(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a list that are about something else."""
    return tuple(each for each in findings if not each.message.code.startswith(_CODE))

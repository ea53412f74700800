"""Tasks of a tracking workbook taken in: those that are new, and what its rows add to those that are known."""

from __future__ import annotations

from collections import Counter

from camket.errors import UsageError
from camket.server.registry import tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.listed_tasks import ListFile, compared, enter
from camket.work.tracking.records import TrackingImport


@action("import-tasks", permission="registry.plan")
def import_tasks(act: Act, file: ListFile) -> TrackingImport:
    """Take in a workbook; the same workbook again changes nothing.

    Raises:
        UsageError: `tracking.no_tasks` where there is no task in it.
    """
    listed = compared(file, act.who, act.at)
    if not listed.tasks:
        raise UsageError("tracking.no_tasks", file=file.name)
    tasking.follow(enter(act, listed))
    told = Counter(row.change for row in listed.rows if row.kind == "task")
    act.noted(list=file.digest, rows=len(listed.rows), new=told["new"], moved=told["moved"], known=told["known"])
    return listed

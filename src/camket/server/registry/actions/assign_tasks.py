"""Several tasks given a leader, an officer or the key flag at once."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry import tasking
from camket.server.registry.acting import Act, action
from camket.server.registry.tasking import Deed


@action("assign-tasks", permission="registry.plan")
def assign_tasks(
    act: Act, numbers: Sequence[int], *, leader: str | None = None, officer: str | None = None, key: bool | None = None
) -> int:
    """Set who is in charge of some tasks, who follows them, whether they are key tasks; None stays as it is.

    Raises:
        UsageError: there is no such task or officer, or one of them is closed.
    """
    for number in dict.fromkeys(numbers):
        tasking.happen(act, number, Deed(kind="assigned", leader=leader, officer=officer, key=key))
    tasking.follow(list(numbers))
    act.noted(tasks=len(numbers))
    return len(numbers)

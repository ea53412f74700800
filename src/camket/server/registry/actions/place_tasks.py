"""Where tasks stand, worked out anew for lists."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry.acting import Act, action
from camket.server.registry.spans import respan


@action("place-tasks", permission="registry.plan")
def place_tasks(act: Act, numbers: Sequence[int]) -> int:
    """Work out anew where some tasks stood on every day; gives how many spans changed."""
    changed = respan(numbers)
    act.noted(tasks=len(numbers), changed=changed)
    return changed

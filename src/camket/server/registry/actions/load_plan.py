"""The targets of a plan entered as a list."""

from __future__ import annotations

from collections.abc import Sequence

from camket.model.period import Period
from camket.server.registry.acting import Act, action
from camket.server.registry.planning import Entry, PlanChanged, enter


@action("load-plan", permission="registry.plan")
def load_plan(
    act: Act, title: str, area: str, period: Period, entries: Sequence[Entry], *, by: str | None = None
) -> PlanChanged:
    """Enter the list of a plan's targets.

    The same list again changes nothing. A mended list takes the place of the one that was entered; with `by`, what
    differs is a change that this paper makes from its day, and what the list does not name stays.

    Raises:
        UsageError: area, paper or a target cannot be used; nothing is entered then.
    """
    return enter(act, title, area, period, entries, by)

"""A target of a plan dropped by a paper."""

from __future__ import annotations

from datetime import date

from camket.server.registry.acting import Act, action
from camket.server.registry.planning import PlanChanged, end_targets, numbers_holding


@action("drop-target", permission="registry.plan")
def drop_target(act: Act, plan: str, number: str, *, by: str, day: date | None = None) -> PlanChanged:
    """Drop a target with its components from the day of a paper; the total of the plan follows.

    Raises:
        UsageError: there is no such plan, target or paper, or the paper has no day.
    """
    rows = end_targets(act, plan, number, by, day)
    return PlanChanged(slug=plan, removed=len(rows), holding=numbers_holding(rows[0].plan))

"""A target of a plan changed by a paper (`điều chỉnh`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.timezone import localdate

from camket.errors import UsageError
from camket.model.fact import Comparator
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Target
from camket.server.registry.planning import SIX, PlanChanged, amend, amending_paper, numbers_holding, targets_of


@action("change-target", permission="registry.plan")
def change_target(
    act: Act,
    plan: str,
    number: str,
    value: Decimal,
    *,
    by: str,
    value_high: Decimal | None = None,
    comparator: Comparator | None = None,
    day: date | None = None,
) -> PlanChanged:
    """Ask for another value from the day of a paper; the former target stays as it was until then.

    Args:
        act: given by the frame.
        plan: its id.
        number: of the target.
        value: what is asked for now, in the unit of the target.
        by: the paper that changes it: address, number or name.
        value_high: the upper end of a range.
        comparator: another one than before.
        day: from when, where that is not the day of the paper.

    Raises:
        UsageError: there is no such plan, target or paper; the range is upside down; or the number has
            only components, which are changed by their own numbers.
    """
    if value_high is not None and value_high < value:
        raise UsageError("plan.upside_down", value=value, high=value_high)
    old = targets_of(plan, number)[0]
    if old.number != number:
        raise UsageError("plan.has_parts", number=number)
    paper, since = amending_paper(by, day)
    new = Target.objects.get(id=old.id)
    new.pk, new._state.adding = None, True
    new.value, new.value_high = value.quantize(SIX), value_high.quantize(SIX) if value_high is not None else None
    new.comparator = comparator or ("range" if value_high is not None else _alone(old.comparator))
    new.entered_on = localdate(act.at)
    amend(old, new, paper, since)
    new.save()
    act.touched("target", new.id)
    act.touched("document", bytes(paper.sha256).hex())
    act.noted(number=number)
    return PlanChanged(slug=plan, changed=1, holding=numbers_holding(old.plan))


def _alone(comparator: str) -> str:
    return "eq" if comparator == "range" else comparator

"""A right given to another for an absence, from day to day."""

from __future__ import annotations

from datetime import date

from camket.errors import UsageError
from camket.server.registry.accounting import new_delegation, user_named
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Delegation


@action("delegate", permission="registry.own")
def delegate(act: Act, to: str, right: str, first: date, last: date, *, why: str = "") -> int:
    """Give `approve` or `release` to another; gives the number of the delegation.

    Raises:
        UsageError: there is no such account, the days are none, or the one may not give or the other not take it.
    """
    return _given(act, act.who.name, to, right, first, last, why)


@action("delegate-for", permission="registry.accounts")
def delegate_for(act: Act, giver: str, to: str, right: str, first: date, last: date, *, why: str = "") -> int:
    """The same for somebody who cannot do it, such as who fell ill; raises as `delegate`."""
    return _given(act, giver, to, right, first, last, why)


@action("end-delegation", permission="registry.own")
def end_delegation(act: Act, number: int) -> None:
    """End a delegation before its time: who gave it may, who has it, and who manages accounts.

    Raises:
        UsageError: there is none of that number that one may end.
    """
    row = Delegation.objects.filter(pk=number, ended_at__isnull=True).select_related("giver", "taker").first()
    own = row is not None and act.who.name in (row.giver.get_username(), row.taker.get_username())
    if row is None or not (own or act.who.may("registry.accounts")):
        raise UsageError("delegation.unknown", number=number)
    row.ended_at, row.ended_by = act.at, act.who.name
    row.save(update_fields=["ended_at", "ended_by"])
    act.touched("delegation", number)


def _given(act: Act, giver: str, to: str, right: str, first: date, last: date, why: str) -> int:
    row = new_delegation(act, user_named(giver), user_named(to), right, first, last, why)
    act.touched("delegation", row.pk)
    act.noted(giver=giver, to=to, right=right, first=first.isoformat(), last=last.isoformat())
    return row.pk

"""Log-ins ended everywhere at once."""

from __future__ import annotations

from camket.server.entering.visits import end_all
from camket.server.registry.accounting import user_named
from camket.server.registry.acting import Act, action


@action("leave-everywhere", permission="registry.own")
def leave_everywhere(act: Act, *, but: int | None = None) -> int:
    """Log oneself out in every browser but one; gives in how many."""
    return _ended(act, act.who.name, but)


@action("send-out", permission="registry.accounts")
def send_out(act: Act, name: str) -> int:
    """Log somebody out in every browser.

    Raises:
        UsageError: there is no such account.
    """
    return _ended(act, name, None)


def _ended(act: Act, name: str, but: int | None) -> int:
    user = user_named(name)
    count = end_all(user.pk, act.at, but=but)
    act.touched("account", user.pk)
    act.noted(name=name, visits=count)
    return count

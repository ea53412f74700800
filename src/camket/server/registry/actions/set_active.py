"""An account closed, and opened again. Accounts are never removed, so that no name comes to be somebody else's."""

from __future__ import annotations

from camket.server.registry.accounting import demand_administrator, user_named
from camket.server.registry.acting import Act, action


@action("close-account", permission="registry.accounts")
def close_account(act: Act, name: str) -> None:
    """Nobody logs in with it any more; who is logged in with it is so no longer.

    Raises:
        UsageError: there is no such account; or it is one's own, or the last administrator's.
    """
    user = user_named(name)
    demand_administrator(act, user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    act.touched("account", user.pk)
    act.noted(name=name)


@action("open-account", permission="registry.accounts")
def open_account(act: Act, name: str) -> None:
    """Let an account that was closed log in again.

    Raises:
        UsageError: there is no such account.
    """
    user = user_named(name)
    user.is_active = True
    user.save(update_fields=["is_active"])
    act.touched("account", user.pk)
    act.noted(name=name)

"""Role and body of an account."""

from __future__ import annotations

from camket.server.registry.accounting import demand_administrator, give_role, user_named
from camket.server.registry.acting import Act, action


@action("set-role", permission="registry.accounts")
def set_role(act: Act, name: str, role: str, *, body: str = "") -> None:
    """Give an account a role, and the body that it belongs to.

    Raises:
        UsageError: there is no such account, role or body; or the last administrator would be none.
    """
    user = user_named(name)
    if role != "administrator":
        demand_administrator(act, user)
    give_role(user, role, body)
    act.touched("account", user.pk)
    act.noted(name=name, role=role, body=body)

"""An account made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from camket.server.registry.accounting import new_user
from camket.server.registry.acting import Act, action

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@action("add-account", permission="registry.accounts")
def add_account(act: Act, name: str, password: str, role: str, *, body: str = "", temporary: bool = False) -> User:
    """Make an account; with `temporary` its password is to be changed at the first log-in.

    Raises:
        UsageError: the name is taken or no name, the password is too weak, or there is no such role or body.
    """
    made = new_user(name, password, role, body, temporary=temporary)
    act.touched("account", made.pk)
    act.noted(name=made.get_username(), role=role, body=body)
    return made

"""Accounts as commands and tests ask for them; the pages ask for the actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.auth import get_user_model

from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions.add_account import add_account
from camket.server.registry.actions.set_password import new_password
from camket.server.registry.rights import ROLES, role_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = ["ROLES", "Listed", "add_user", "ensure_user", "set_password", "users"]


class Listed(NamedTuple):
    """An account in a list: its name, its role, the body that it belongs to, whether it may log in."""

    name: str
    role: str
    body: str
    active: bool


def add_user(name: str, password: str, role: str, *, body: str = "", who: Actor = CONSOLE) -> User:
    """Make an account.

    Raises:
        UsageError: the name is taken or no name, the password is too weak, or there is no such role or body.
    """
    return add_account(who, name, password, role, body=body)


def ensure_user(name: str, password: str, role: str, *, body: str = "") -> None:
    """Make an account, or give it a new password where it is there.

    Raises:
        UsageError: as `add_user` and `set_password`.
    """
    if get_user_model().objects.filter(username=name).exists():
        set_password(name, password)
    else:
        add_user(name, password, role, body=body)


def set_password(name: str, password: str) -> None:
    """Give an account a new password.

    Raises:
        UsageError: there is no such account, or the password is too weak.
    """
    new_password(CONSOLE, name, password, temporary=False)


def users() -> Sequence[Listed]:
    """All accounts by name."""
    found = get_user_model().objects.select_related("account").prefetch_related("groups").order_by("username")
    return [
        Listed(each.username, role_of(each), each.account.body if hasattr(each, "account") else "", each.is_active)
        for each in found
    ]

"""Passwords. No record holds one, nor a digest of one; who is logged in elsewhere by the old one is logged out."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password

from camket.errors import UsageError
from camket.server.entering.visits import end_all
from camket.server.registry.accounting import strong, user_named
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Account


@action("new-password", permission="registry.accounts")
def new_password(act: Act, name: str, password: str, *, temporary: bool = True) -> None:
    """Give an account a new password, by default one that is to be changed at the next log-in.

    Raises:
        UsageError: there is no such account, or the password is too weak.
    """
    _write(act, name, password, temporary=temporary)


@action("change-password", permission="registry.own")
def change_password(act: Act, old: str, new: str, *, but: int | None = None) -> None:
    """Change one's own password; the visit `but` goes on.

    Raises:
        UsageError: the old one is wrong, or the new one is the same or too weak.
    """
    if not check_password(old, user_named(act.who.name).password):
        raise UsageError("user.wrong_password")
    if old == new:
        raise UsageError("user.same_password")
    _write(act, act.who.name, new, temporary=False, but=but)


@action("renew-hash", permission="registry.own")
def renew_hash(act: Act, password: str) -> None:
    """Keep the same password by today's way of hashing, once it was typed rightly."""
    user = user_named(act.who.name)
    user.set_password(password)
    user.save(update_fields=["password"])
    act.touched("account", user.pk)


def _write(act: Act, name: str, password: str, *, temporary: bool, but: int | None = None) -> None:
    user = user_named(name)
    user.set_password(strong(password, user))
    user.save(update_fields=["password"])
    Account.objects.update_or_create(user=user, defaults={"must_change": temporary})
    end_all(user.pk, act.at, but=but)
    act.touched("account", user.pk)
    act.noted(name=name)

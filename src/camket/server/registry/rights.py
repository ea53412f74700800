"""What an account may do: by its role, and for whom it stands in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from camket.server.registry.models import Account, Delegation

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_EACH = ("own",)
_OFFICER = (*_EACH, "load", "correct", "plan", "review", "freeze", "answer")
ROLES: dict[str, tuple[str, ...]] = {
    "department": (*_EACH, "enter"),
    "release": (*_EACH, "enter", "release"),
    "officer": _OFFICER,
    "approver": (*_OFFICER, "approve"),
    "administrator": (*_OFFICER, "approve", "withdraw", "accounts"),
}
"""The roles, each with its rights; a role is a group of Django by that name. `own` is about one's own account."""
OF_BODIES = ("department", "release")
"""The roles of departments, which belong to a body."""
DELEGATED = {"release": OF_BODIES, "approve": ("officer", "approver", "administrator")}
"""The rights that can be given for a time, and the roles of those who may take them."""
_KEPT = "_camket_rights"


def role_of(user: User) -> str:
    """The role of an account; empty where it has none that is known."""
    names = {group.name for group in user.groups.all()}
    return next((role for role in ROLES if role in names), "")


def body_of(user: Any) -> str:
    """The id of the body that an account belongs to; empty for none."""
    return Account.objects.filter(user=user).values_list("body", flat=True).first() or ""


def rights_of(user: Any) -> frozenset[str]:
    """The rights of an account that is in use, `registry.NAME`, those that it has for another today among them.

    Read once for each user that was fetched.
    """
    if not isinstance(user, AbstractBaseUser) or not user.is_active:
        return frozenset()
    found: frozenset[str] | None = getattr(user, _KEPT, None)
    if found is None:
        names = {*ROLES.get(role_of(user), ()), *givers(user)}  # type: ignore[arg-type]  # the only user model is Django's
        found = frozenset(f"registry.{name}" for name in names)
        setattr(user, _KEPT, found)
    return found


def giver_of(account: object, permission: str) -> str:
    """For whom an account acts where it does what its own role does not allow; empty where the role does."""
    if not isinstance(account, AbstractBaseUser) or isinstance(account, AnonymousUser):
        return ""
    right = permission.removeprefix("registry.")
    user: Any = account
    return "" if right in ROLES.get(role_of(user), ()) else givers(user).get(right, "")


def givers(user: User, day: date | None = None) -> dict[str, str]:
    """The rights that an account has for others on a day, today by default, each with the name of who gave it.

    What a person no longer may, nobody may for him; and who has left the body or the office may nothing for it.
    """
    when = day or localdate()
    rows = Delegation.objects.filter(taker=user, first__lte=when, last__gte=when, ended_at__isnull=True)
    found: dict[str, str] = {}
    for row in rows.select_related("giver").order_by("id"):
        if may_stand_in(row.right, row.giver, user):
            found.setdefault(row.right, row.giver.get_username())
    return found


def may_stand_in(right: str, giver: User, taker: User) -> bool:
    """Whether one may have a right for another: who gives it has it, who takes it has a role for it, in one body."""
    able = giver.is_active and right in ROLES.get(role_of(giver), ()) and role_of(taker) in DELEGATED.get(right, ())
    return able and (right != "release" or body_of(giver) == body_of(taker) != "")

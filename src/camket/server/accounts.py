"""Who may log in, and what their role lets them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from camket.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import User

_OFFICER = ("load", "correct", "plan", "review", "freeze", "answer")
ROLES: dict[str, tuple[str, ...]] = {
    "department": ("enter",),
    "release": ("enter", "release"),
    "officer": _OFFICER,
    "approver": (*_OFFICER, "approve"),
    "administrator": (*_OFFICER, "approve", "withdraw", "accounts"),
}
"""The roles, each with its permissions of the registry; an administrator manages accounts besides."""
_LONGEST = 150


@transaction.atomic
def add_user(name: str, password: str, role: str) -> User:
    """Make an account.

    Raises:
        UsageError: the name is taken or no name, the password is too weak, or there is no such role.
    """
    if role not in ROLES:
        raise UsageError("user.no_role", role=role, roles=", ".join(ROLES))
    model = get_user_model()
    if not name.strip() or len(name) > _LONGEST or any(letter.isspace() for letter in name):
        raise UsageError("user.bad_name", name=name)
    if model.objects.filter(username=name).exists():
        raise UsageError("user.taken", name=name)
    made = model(username=name, is_staff=role == "administrator")
    made.set_password(_strong(password, made))
    made.save()
    made.groups.set([_group(role)])
    return made


def ensure_user(name: str, password: str, role: str) -> None:
    """Make an account, or give it a new password where it is there.

    Raises:
        UsageError: as `add_user` and `set_password`.
    """
    if get_user_model().objects.filter(username=name).exists():
        set_password(name, password)
    else:
        add_user(name, password, role)


def set_password(name: str, password: str) -> None:
    """Give an account a new password.

    Raises:
        UsageError: there is no such account, or the password is too weak.
    """
    found = get_user_model().objects.filter(username=name).first()
    if found is None:
        raise UsageError("user.unknown", name=name)
    found.set_password(_strong(password, found))
    found.save(update_fields=["password"])


def users() -> Sequence[tuple[str, str, bool]]:
    """All accounts by name: the name, the role, whether it may log in."""
    found = get_user_model().objects.prefetch_related("groups").order_by("username")
    return [(each.username, ", ".join(group.name for group in each.groups.all()), each.is_active) for each in found]


def _group(role: str) -> Group:
    """The group of a role, with its permissions as they are today."""
    group, _ = Group.objects.get_or_create(name=role)
    allowed = Permission.objects.filter(content_type__app_label="registry", codename__in=ROLES[role])
    group.permissions.set(allowed)
    return group


def _strong(password: str, user: User) -> str:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise UsageError("user.weak_password", least=10) from error
    return password

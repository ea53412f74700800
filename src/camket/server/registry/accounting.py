"""Accounts as the actions change them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from camket.errors import UsageError
from camket.server.registry import bodies
from camket.server.registry.acting import NO_ACCOUNTS, Act
from camket.server.registry.models import Account, Delegation
from camket.server.registry.rights import DELEGATED, ROLES, may_stand_in, role_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_LONGEST_NAME, _LONGEST_PASSWORD, _LONGEST_ABSENCE = 150, 200, 366
LEAST = 10
"""Letters of a password."""


def user_named(name: str) -> User:
    """The account of a name.

    Raises:
        UsageError: there is none.
    """
    found = get_user_model().objects.filter(username=name).first()
    if found is None:
        raise UsageError("user.unknown", name=name)
    return found


def new_user(name: str, password: str, role: str, body: str, *, temporary: bool) -> User:
    """A new account, written.

    Raises:
        UsageError: the name is taken or no name, the password is too weak, or there is no such role or body.
    """
    model = get_user_model()
    plain = model.normalize_username(name)
    if not plain.strip() or len(plain) > _LONGEST_NAME or not _is_name(plain):
        raise UsageError("user.bad_name", name=name)
    if plain.casefold() in NO_ACCOUNTS or model.objects.filter(username__iexact=plain).exists():
        raise UsageError("user.taken", name=name)
    made = model(username=plain)
    made.set_password(strong(password, made))
    made.save()
    Account.objects.create(user=made, must_change=temporary)
    give_role(made, role, body)
    return made


def _is_name(name: str) -> bool:
    return name.isprintable() and not any(letter.isspace() or letter in "/\\<>\"'`" for letter in name)


def give_role(user: User, role: str, body: str) -> None:
    """Write role and body of an account. One of a department without a body sees what is public, and no more.

    Raises:
        UsageError: there is no such role, body or place.
    """
    if role not in ROLES:
        raise UsageError("user.no_role", role=role, roles=", ".join(ROLES))
    own = bodies.checked(body)
    group, _ = Group.objects.get_or_create(name=role)
    user.groups.set([group])
    Account.objects.update_or_create(user=user, defaults={"body": own})


def demand_administrator(act: Act, user: User) -> None:
    """Refuse to take away the last administrator, or oneself; who sits at the machine may.

    Raises:
        UsageError: so it is.
    """
    if act.who.is_console or role_of(user) != "administrator":
        return
    if act.who.name == user.get_username():
        raise UsageError("user.oneself")
    others = get_user_model().objects.filter(groups__name="administrator", is_active=True).exclude(pk=user.pk)
    if not others.exists():
        raise UsageError("user.last_administrator")


def strong(password: str, user: User) -> str:
    """A password that is not too weak.

    Raises:
        UsageError: it is, or it is longer than anybody types.
    """
    try:
        validate_password(password[:_LONGEST_PASSWORD], user)
    except ValidationError as error:
        raise UsageError("user.weak_password", least=LEAST) from error
    if len(password) > _LONGEST_PASSWORD:
        raise UsageError("user.long_password", most=_LONGEST_PASSWORD)
    return password


def new_delegation(act: Act, giver: User, taker: User, right: str, first: date, last: date, why: str) -> Delegation:
    """A right given for a time, written.

    Raises:
        UsageError: the days are none, or the one may not give or the other not take it.
    """
    if last < first or last < localdate() or (last - first).days > _LONGEST_ABSENCE:
        raise UsageError("delegation.days", most=_LONGEST_ABSENCE)
    if right not in DELEGATED or giver == taker or not taker.is_active or not may_stand_in(right, giver, taker):
        raise UsageError("delegation.not_possible", giver=giver.get_username(), taker=taker.get_username())
    return Delegation.objects.create(
        giver=giver, taker=taker, right=right, first=first, last=last, why=why[:300], made_at=act.at,
        made_by=act.who.name,
    )  # fmt: skip


def delegations(**given: Any) -> list[Delegation]:
    """Delegations that hold or will, the earlier first."""
    rows = Delegation.objects.filter(ended_at__isnull=True, last__gte=localdate(), **given)
    return list(rows.select_related("giver", "taker").order_by("first", "id"))

"""Who may see which papers."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from camket.server.registry.models.document import Access

Readers = tuple[str, ...]
PUBLIC: Readers = (Access.PUBLIC,)


def readers(user: AbstractBaseUser | AnonymousUser | None) -> Readers:
    """The accesses of the papers that a person may see: all may see public ones, who is logged in internal ones too.

    Papers of restricted access are open to administrators alone.
    """
    if user is None or not user.is_authenticated:
        return PUBLIC
    if getattr(user, "is_superuser", False):
        return (Access.PUBLIC, Access.INTERNAL, Access.RESTRICTED)
    return (Access.PUBLIC, Access.INTERNAL)

"""Who is who by name and password, and what an account may do."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from camket.server.registry.acting import actor
from camket.server.registry.actions.set_password import renew_hash
from camket.server.registry.rights import rights_of


class RoleBackend(ModelBackend):
    """Rights are those of roles and of who is stood in for, and none that anybody wrote into a table."""

    @sensitive_variables("password")
    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 - Django's order
        username: str | None = None,
        password: str | None = None,
        **_: Any,
    ) -> Any:
        """The account of a name and its password; None for a wrong one, after the same work."""
        if username is None or password is None:
            return None
        model = get_user_model()
        user = model.objects.filter(username=model.normalize_username(username)).first()
        if user is None:
            make_password(password)  # as long as looking at one takes, so that the time does not tell of names
            return None

        def renew(raw: str) -> None:
            renew_hash(actor(user), raw)

        known = check_password(password, user.password, renew if user.is_active else None)
        return user if known and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: object = None) -> set[str]:
        """What an account may do, about whatever it is."""
        return set() if obj is not None else set(rights_of(user_obj))

    def get_user_permissions(self, user_obj: Any, obj: object = None) -> set[str]:  # noqa: ARG002 - Django's order
        """None of its own: all follow from the role."""
        return set()

    def get_group_permissions(self, user_obj: Any, obj: object = None) -> set[str]:
        """As all."""
        return self.get_all_permissions(user_obj, obj)

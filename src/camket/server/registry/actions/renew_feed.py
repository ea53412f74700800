"""The key with which a calendar program fetches the tasks of a body for an account."""

from __future__ import annotations

import secrets
from hashlib import sha256

from camket.errors import UsageError
from camket.server.registry import models
from camket.server.registry.accounting import user_named
from camket.server.registry.acting import Act, action


@action("renew-feed", permission="registry.own")
def renew_feed(act: Act) -> str:
    """Make a new key for who acts, and give it; the one before opens nothing any more. Only its digest is kept.

    Raises:
        UsageError: `action.not_allowed` for who sits at the machine, who has no account.
    """
    if act.who.account is None:
        raise UsageError("action.not_allowed", who=act.who.name, action="renew-feed")
    user, key = user_named(act.who.name), secrets.token_urlsafe(24)
    models.Feed.objects.update_or_create(
        user=user, defaults={"digest": sha256(key.encode()).digest(), "made_at": act.at}
    )
    act.touched("user", user.pk)
    return key

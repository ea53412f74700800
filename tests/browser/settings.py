"""The server's own settings but for the hash of passwords: a strong one takes half a second for each log-in."""

from __future__ import annotations

from camket.server.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

"""What the verbs of the server share: Django is loaded by them alone, and may be missing."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from camket.errors import UsageError

if TYPE_CHECKING:
    from camket.server.configuration import Configuration

_NEEDED = ("django", "django_tasks", "django_tasks_db", "whitenoise")


def started(*, tables: bool = True) -> Configuration:
    """The server's parts made ready; see `camket.server.starting.start`.

    Raises:
        UsageError: they are not installed, or cannot be used as they are configured.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError("server.not_installed", names=", ".join(missing))
    from camket.server.starting import start

    return start(tables=tables)

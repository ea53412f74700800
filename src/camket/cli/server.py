"""What the verbs of the server share: Django is loaded by them alone, and may be missing."""

from __future__ import annotations

import socket
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from camket.errors import UsageError
from camket.model.message import message
from camket.words import Language, say

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


def serve(host: str, port: int, language: Language) -> None:
    """Bring the tables up to date, say the address, serve until told to end.

    Raises:
        UsageError: as `started`; or the port cannot be opened.
    """
    configuration = started()
    check_port(host, port)
    shown = f"[{host}]" if ":" in host else host
    said = message("server.serving", address=f"http://{shown}:{port}/", folder=configuration.data)
    click.echo(say(said, language))
    from camket.server.pages.boards import ask_ahead
    from camket.server.serving import serve as serve_pages

    ask_ahead()
    serve_pages(host, port)


def check_port(host: str, port: int) -> None:
    """Refuse a port that cannot be opened.

    Raises:
        UsageError: it is taken or not allowed, or there is no such host.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise UsageError("server.port", host=host, port=port, reason=error.strerror or error) from error

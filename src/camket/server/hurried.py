"""Connections that must get on: who sends slowly does not hold a process that answers.

gunicorn's own limit (`timeout`) ends the whole process, and only after the time that a large upload may take.
"""

from __future__ import annotations

import errno
import socket
import time
from typing import Any

LEAST = 64 * 1024
"""Bytes a second that whoever sends must reach once the grace is over; 200 MB then take at most 53 minutes."""


class Hurried:
    """A socket from which is read only as long as enough comes.

    Counted is the time spent waiting for bytes, and not what is done with them in between.
    """

    def __init__(self, connection: socket.socket, grace: float) -> None:
        self._connection, self._grace = connection, grace
        self._waited, self._received = 0.0, 0

    def recv(self, size: int) -> bytes:
        """The next bytes.

        Raises:
            ConnectionResetError: too little has come for too long; the connection is of no more use.
        """
        left = self._grace + self._received / LEAST - self._waited
        if left <= 0:
            raise _cut_off()
        self._connection.settimeout(left)
        began = time.monotonic()
        try:
            data = self._connection.recv(size)
        except TimeoutError:
            raise _cut_off() from None
        finally:
            self._connection.settimeout(None)  # an answer takes the time that it takes
        self._waited += time.monotonic() - began
        self._received += len(data)
        return data

    def __getattr__(self, name: str) -> Any:
        """Everything else is as the socket does it."""
        return getattr(self._connection, name)


def worker_class(grace: float) -> type[Any]:
    """Gunicorn's worker that answers one question at a time, with connections that must get on.

    Raises:
        ImportError: gunicorn is not installed.
    """
    from gunicorn.workers.sync import SyncWorker

    class HurriedWorker(SyncWorker):  # type: ignore[misc]  # gunicorn is published without types
        def handle(self, listener: Any, client: Any, addr: Any) -> None:
            super().handle(listener, Hurried(client, grace), addr)

    return HurriedWorker


def _cut_off() -> ConnectionResetError:
    """What gunicorn and Django take for a connection that the other side has closed."""
    return ConnectionResetError(errno.ECONNRESET, "too slow")

"""The pages served, with the worker of jobs beside them."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

WORKERS = 2
"""Processes that answer, as gunicorn is asked for them; each holds the catalogue."""
_PATIENCE = 120
_WORKER = (sys.executable, "-P", "-m", "camket.server.jobs.worker")
_LOOK, _REST = 1.0, 5.0
"""Seconds between two looks at the worker, and before one that ended is started again."""


def serve(host: str, port: int) -> None:
    """Serve until told to end: by gunicorn where it is installed, else by Django's own server.

    Raises:
        OSError: the port is taken or may not be opened.
    """
    from django.db import connections

    # What this process has opened its children would share: two that speak on one connection hear each other's answers.
    connections.close_all()
    with worker_beside():
        try:
            from gunicorn.app.base import BaseApplication
        except ImportError:
            _simple(host, port)
            return
        _application(BaseApplication, host, port).run()


@contextmanager
def worker_beside(command: Sequence[str] = _WORKER, rest: float = _REST) -> Iterator[None]:
    """The worker of jobs, as long as the pages are served. It ends itself should this process be killed.

    One that ended by itself, as where the system ran out of memory and killed it, is started again after `rest`
    seconds: it takes up what the former had begun.
    """
    keeper = _Keeper(command, rest)
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


class _Keeper(threading.Thread):
    """Has a worker run until `stop`."""

    def __init__(self, command: Sequence[str], rest: float) -> None:
        super().__init__(daemon=True, name="keeper of the worker")
        self._command, self._rest = list(command), rest
        self._ended = threading.Event()
        self._worker = subprocess.Popen(self._command)  # noqa: S603 - a command of ours

    def run(self) -> None:
        while not self._ended.wait(min(_LOOK, self._rest)):
            if self._worker.poll() is not None and not self._ended.wait(self._rest):
                self._worker = subprocess.Popen(self._command)  # noqa: S603 - a command of ours

    def stop(self) -> None:
        self._ended.set()
        self.join()
        self._worker.terminate()
        self._worker.wait()


def _application(base: Any, host: str, port: int) -> Any:
    """Gunicorn with our settings; `base` has no types."""
    from camket.server.hurried import worker_class
    from camket.server.settings import CONFIGURATION

    class Pages(base):  # type: ignore[misc]  # gunicorn is published without types
        def load_config(self) -> None:
            for name, value in (
                ("bind", f"[{host}]:{port}" if ":" in host else f"{host}:{port}"),
                ("workers", WORKERS),
                ("timeout", _PATIENCE),
                ("worker_class", worker_class(CONFIGURATION.slow_seconds)),
                ("loglevel", "warning"),
                ("proc_name", "camket"),
            ):
                self.cfg.set(name, value)

        def load(self) -> Any:
            from camket.server.wsgi import application

            return application

    return Pages()


def _simple(host: str, port: int) -> None:
    from django.core.servers.basehttp import run

    from camket.server.wsgi import application

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    try:
        run(host, port, application, ipv6=":" in host, threading=True)
    except KeyboardInterrupt:
        return

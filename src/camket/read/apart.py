"""The caller's side: one warm process for parsing, killed when a file takes too long, started anew for the next."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

import msgspec

from camket.errors import ReadError
from camket.model.message import Message, message
from camket.read.pipe import LateError, exchange, unblocked
from camket.read.worker import Reply, Request
from camket.typed import typed

# -P: no module is ever taken from the folder where the papers lie.
_WORKER = (sys.executable, "-P", "-m", "camket.read.worker")
_PIPE = 1 << 18  # bytes that lie in a pipe: most papers are handed over at once
_FILES_BEFORE_RENEWAL = 200
"""Libraries in C leak; a process that has read so many files makes room for a fresh one."""


class Apart:
    """A process that parses. Used by one caller at a time; others wait."""

    def __init__(self, command: Sequence[str] = _WORKER) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._lock = threading.Lock()

    def ask(self, request: Request, meanwhile: Callable[[], None] | None = None) -> Reply:
        """What the process answers.

        Args:
            request: what it is asked.
            meanwhile: what is done here while it works.

        Raises:
            ReadError: what it says of the file; `read.timeout` where it took longer than the limits allow,
                `read.crashed` where it ended.
        """
        with self._lock:
            reply = self._asked(request, meanwhile)
        if reply.trouble is not None:
            raise _error(reply.trouble, request.file)
        return reply

    def start(self) -> None:
        """Start the process, so that it is warm when the first file comes."""
        with self._lock:
            self._running()

    def stop(self) -> None:
        """End the process and all that it started."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.communicate()

    def _asked(self, request: Request, meanwhile: Callable[[], None] | None) -> Reply:
        process, seconds = self._running(), request.limits.seconds
        code = "read.crashed"
        try:
            body = exchange(process, msgspec.msgpack.encode(request), seconds, lambda: _kill(process), meanwhile)
        except LateError:
            code, body = "read.timeout", None
        if body is not None:
            return msgspec.msgpack.decode(body, type=typed(Reply))
        self.stop()
        return Reply(trouble=message(code, file=request.file, most=seconds, reason=process.returncode))

    def _running(self) -> subprocess.Popen[bytes]:
        self._served += 1
        if self._process is not None and (self._process.poll() is not None or self._served > _FILES_BEFORE_RENEWAL):
            self.stop()
        if self._process is None:
            self._served = 1
            self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                pipesize=_PIPE,
            )
            unblocked(self._process)
        return self._process


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The process with all that it started (LibreOffice, Tesseract)."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        return


def _error(trouble: Message, file: str) -> ReadError:
    params = dict(trouble.params)
    if not params.get("file"):
        params["file"] = file
    return ReadError(trouble.code, **params)


APART = Apart()
"""The process of this program."""
atexit.register(APART.stop)

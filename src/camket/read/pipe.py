"""One record to a process and one back, waited for no longer than a file may take.

Where the system can wait for a pipe, no thread watches over the time: a short paper is read sooner than one is started.
"""

from __future__ import annotations

import os
import select
import subprocess
import threading
from collections.abc import Callable
from typing import IO

from camket.read.worker import LENGTH, receive

_AT_ONCE = 1 << 16


class LateError(Exception):
    """Nothing came in time."""


def unblocked(process: subprocess.Popen[bytes]) -> None:
    """Make ready a process that was just started: where the system can wait for a pipe, writing to it does not."""
    if process.stdin is not None and hasattr(select, "poll"):
        os.set_blocking(process.stdin.fileno(), False)


def exchange(
    process: subprocess.Popen[bytes],
    body: bytes,
    seconds: int,
    kill: Callable[[], None],
    meanwhile: Callable[[], None] | None = None,
) -> bytes | None:
    """Write a record and take the one that answers it; None where the process has ended.

    `meanwhile` is what the caller has to do anyway: it does so while the process works.

    Raises:
        LateError: so many seconds nothing was taken or given; `kill` may have been called.
    """
    stdin, stdout = process.stdin, process.stdout
    if stdin is None or stdout is None:
        return None
    record = len(body).to_bytes(LENGTH, "big") + body
    try:
        if hasattr(select, "poll"):
            _write(stdin.fileno(), memoryview(record), seconds)
            if meanwhile is not None:
                meanwhile()
            return _read(stdout.fileno(), seconds)
        return _watched(stdin, stdout, record, seconds, kill, meanwhile)
    except BrokenPipeError:
        return None


def _write(to: int, record: memoryview, seconds: int) -> None:
    while record:
        try:
            record = record[os.write(to, record) :]
        except BlockingIOError:
            _wait(to, select.POLLOUT, seconds)


def _read(source: int, seconds: int) -> bytes | None:
    held, size = bytearray(), LENGTH
    while len(held) < size:
        _wait(source, select.POLLIN, seconds)
        piece = os.read(source, _AT_ONCE)
        if not piece:
            return None
        held += piece
        if size == LENGTH <= len(held):
            size += int.from_bytes(held[:LENGTH], "big")
    return bytes(held[LENGTH:])


def _wait(pipe: int, event: int, seconds: int) -> None:
    waiting = select.poll()
    waiting.register(pipe, event)
    if not waiting.poll(seconds * 1000):
        raise LateError


def _watched(
    stdin: IO[bytes],
    stdout: IO[bytes],
    record: bytes,
    seconds: int,
    kill: Callable[[], None],
    meanwhile: Callable[[], None] | None,
) -> bytes | None:
    late = threading.Event()

    def end() -> None:
        late.set()
        kill()

    watch = threading.Timer(seconds, end)
    watch.start()
    try:
        stdin.write(record)
        stdin.flush()
        if meanwhile is not None:
            meanwhile()
        found = receive(stdout)
    finally:
        watch.cancel()
    if late.is_set():
        raise LateError
    return found

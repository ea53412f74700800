"""The caller's side: as many reading processes as asked for, each started when there is work for it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple, Self, TypeVar

import msgspec

from camket.batch.reader import Given, Told, read_paper
from camket.model.message import message
from camket.read.worker import receive, send
from camket.typed import typed

Known = TypeVar("Known")
# -P: no module is ever taken from the folder where the papers lie.
_READER = (sys.executable, "-P", "-m", "camket.batch.reader")
_FEWEST, _MOST_PROCESSES = 20, 8
_AHEAD = 4
"""Papers that each process may be ahead of who takes them, so that it reads on while others are written."""
_FILES_BEFORE_RENEWAL = 2000


def processes_for(papers: int) -> int:
    """How many processes are worth their start for so many papers: one for each core, or 0, which reads in the caller.

    The caller writes meanwhile, and needs a core too; but it waits for disk and database as often as it works.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if papers < _FEWEST or cores < 2 else min(cores, _MOST_PROCESSES)


class _Waited(NamedTuple):
    """A paper that is being read, and how to wait for what is told of it."""

    given: Given
    told: Callable[[], Told]


class Readers:
    """Reads papers in some processes, or with 0 in the caller. Use it in a `with`: its end is theirs."""

    def __init__(self, processes: int) -> None:
        self._ahead = processes * _AHEAD
        self._pool = ThreadPoolExecutor(processes, thread_name_prefix="reader") if processes else None
        self._own = threading.local()
        self._started: list[_Process] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is None:
            return
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in self._started:
            process.kill()
        self._pool.shutdown()
        for process in self._started:
            process.stop()

    def read(self, papers: Iterable[Given | Known]) -> Iterator[tuple[Given, Told] | Known]:
        """What was read of each paper, in their order; what is no paper is handed through in its place."""
        waiting: deque[_Waited | Known] = deque()
        for each in papers:
            waiting.append(self._begun(each) if isinstance(each, Given) else each)
            while len(waiting) > self._ahead:
                yield _come(waiting.popleft())
        while waiting:
            yield _come(waiting.popleft())

    def _begun(self, given: Given) -> _Waited:
        if self._pool is None:
            return _Waited(given, partial(read_paper, given))
        return _Waited(given, self._pool.submit(self._apart, given).result)

    def _apart(self, given: Given) -> Told:
        """Runs in a thread of the pool, each of which has a process."""
        if not hasattr(self._own, "process"):
            self._own.process = _Process()
            self._started.append(self._own.process)
        told: Told = self._own.process.ask(given)
        return told


def _come(waited: _Waited | Known) -> tuple[Given, Told] | Known:
    return (waited.given, waited.told()) if isinstance(waited, _Waited) else waited


class _Process:
    """One reading process; after a crash, and after many papers, a fresh one."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._read = 0

    def ask(self, given: Given) -> Told:
        """What it tells of a paper; `read.crashed` where it ended on it."""
        process = self._process()
        body = _exchange(process, given)
        crashed = Told(trouble=message("read.crashed"))
        told = msgspec.msgpack.decode(body, type=typed(Told)) if body is not None else crashed
        if told.trouble is None or told.trouble.code != "read.crashed" or dict(told.trouble.params).get("file"):
            return told
        self.stop()
        reason = dict(told.trouble.params).get("reason", process.returncode)
        return Told(trouble=message("read.crashed", file=given.file, reason=reason))

    def kill(self) -> None:
        """Have it end, whatever it does; `stop` still has to be called."""
        if self._running is not None:
            self._running.kill()

    def stop(self) -> None:
        """End it and take away what is left of it."""
        process, self._running = self._running, None
        if process is not None:
            process.kill()
            process.communicate()

    def _process(self) -> subprocess.Popen[bytes]:
        self._read += 1
        if self._running is not None and self._read > _FILES_BEFORE_RENEWAL:
            self.stop()
        if self._running is None:
            self._read = 1
            self._running = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                _READER,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._running


def _exchange(process: subprocess.Popen[bytes], given: Given) -> bytes | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        send(process.stdin, given)
    except BrokenPipeError:
        return None
    return receive(process.stdout)

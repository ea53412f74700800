"""How long a person waits for one page: whole processes from start to end, beside one that does nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PAGE = "camket extract, one page"
WANTED = 0.6
"""Seconds in which the facts of one page are to be there."""
_RUN = "import sys; from camket.cli import main; sys.argv[0] = 'camket'; main()"
_NOTHING_KEPT = "import os; os.environ['CAMKET_CACHE'] = 'off'; "


class Wait(NamedTuple):
    """Seconds of a process: the median and the least of some runs."""

    median: float
    least: float


def commands(page: Path) -> dict[str, list[str]]:
    """What is run, by name; the peer that does nothing comes last."""
    return {
        PAGE: [sys.executable, "-c", _RUN, "extract", str(page)],
        "the same, nothing kept": [sys.executable, "-c", _NOTHING_KEPT + _RUN, "extract", str(page)],
        "camket --version": [sys.executable, "-c", _RUN, "--version"],
        "import camket": [sys.executable, "-c", "import camket"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }


def waits(some: Mapping[str, Sequence[str]], runs: int = 10) -> dict[str, Wait]:
    """Each command run so many times, in turns; a first run that warms the machine's memory is not counted."""
    times: dict[str, list[float]] = {name: [] for name in some}
    for run in range(runs + 1):
        for name, command in some.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own commands
            if run:
                times[name].append(time.perf_counter() - began)
    return {name: Wait(statistics.median(each), min(each)) for name, each in times.items()}


def start_lines(found: Mapping[str, Wait]) -> list[str]:
    """The table of the waits, and what is wanted."""
    lines = [f"{'start to end of a process, seconds':36}{'median':>9}{'least':>9}"]
    lines += [f"{name:36}{wait.median:9.3f}{wait.least:9.3f}" for name, wait in found.items()]
    verdict = "reached" if found[PAGE].median < WANTED else "not reached"
    return [*lines, f"wanted for one page: less than {WANTED} s: {verdict}"]

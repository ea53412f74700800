"""What was loaded, read by the reader of today."""

from __future__ import annotations

import os
from collections import Counter

from camket.batch import processes_for
from camket.read.limits import limits_of
from camket.server.jobs.asking import Parameters, Progress
from camket.server.pages.boards import ask_ahead
from camket.server.registry.acting import Actor
from camket.server.registry.files import FileStore
from camket.server.registry.loading import Loader, unread
from camket.server.settings import CONFIGURATION


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:  # noqa: ARG001 - every kind takes them
    """Read again what this version has not read. Gives how many papers had each outcome."""
    total = unread().count()
    loader = Loader(
        FileStore(CONFIGURATION.files),
        limits=limits_of(os.environ),
        who=Actor(who or "console"),
        processes=processes_for(total),
    )
    counts: Counter[str] = Counter()
    for number, each in enumerate(loader.reread(unread().iterator(chunk_size=100)), start=1):
        counts[each.outcome] += 1
        progress(number, total)
    ask_ahead()
    return dict(counts)

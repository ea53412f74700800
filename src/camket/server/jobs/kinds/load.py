"""Files and folders of this machine into the registry."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from camket.batch import processes_for
from camket.read.folder import find_documents
from camket.read.limits import limits_of
from camket.server.jobs.asking import Parameters, Progress
from camket.server.pages.boards import ask_ahead
from camket.server.registry.acting import Actor
from camket.server.registry.files import FileStore
from camket.server.registry.loading import Loader
from camket.server.registry.models.document import Access
from camket.server.settings import CONFIGURATION


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:
    """Load `paths`; with `internal` new papers are internal. Gives how many papers had each outcome."""
    limits = limits_of(os.environ)
    paths: Any = parameters["paths"]
    inputs = find_documents([Path(each) for each in paths], leave_out=CONFIGURATION.data, limits=limits).inputs
    access = Access.INTERNAL if parameters.get("internal") else Access.PUBLIC
    loader = Loader(
        FileStore(CONFIGURATION.files),
        read_on=localdate(),
        access=access,
        limits=limits,
        who=Actor(who or "console"),
        processes=processes_for(len(inputs)),
    )
    counts: Counter[str] = Counter()
    progress(0, len(inputs))
    for number, each in enumerate(loader.load(inputs), start=1):
        counts[each.outcome] += 1
        progress(number, len(inputs))
    ask_ahead()
    return dict(counts)

"""A load that is killed at many points, in a process of its own: `python -m tests.server.killing PAPERS KILLS SEED`.

Prints as JSON what the doctor finds afterwards, how many papers are there, and a digest of what stands.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from camket.server.starting import start


def main(papers: Path, kills: int, seed: int) -> None:
    configuration = start()
    from django.db import connection

    from camket.read.folder import find_documents
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader

    random, files = Random(seed), FileStore(configuration.files)
    inputs = find_documents([papers]).inputs
    killed = 0
    for _ in range(kills):
        connection.close()
        child = os.fork()
        if child == 0:
            die_at(random.randrange(1, 40), random.random() < 0.4)
            list(Loader(files, batch=3).load(inputs))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
    done = list(Loader(files, batch=3).load(inputs))
    left = sum(each.outcome == "added" for each in done)
    sys.stdout.write(json.dumps({"killed": killed, "left": left, **told(files)}))


def told(files: Any) -> dict[str, object]:
    from tests.server.test_load import standing

    from camket.server.registry import models
    from camket.server.registry.doctor import examine

    return {
        "troubles": [str(each.message) for each in examine(files)],
        "papers": models.Document.objects.count(),
        "facts": models.Fact.objects.count(),
        "standing": repr(standing()),
    }


def die_at(number: int, in_files: bool) -> None:
    """Be killed at the nth statement of SQL, or at the nth step of writing a file."""
    from django.db import connection

    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

    if in_files:
        replace, sync = Path.replace, os.fsync

        def stepping(function: Callable[..., Any]) -> Callable[..., Any]:
            def stepped(*arguments: Any) -> Any:
                step()
                return function(*arguments)

            return stepped

        Path.replace, os.fsync = stepping(replace), stepping(sync)  # type: ignore[method-assign]
        return

    def execute(run: Callable[..., Any], *arguments: Any) -> Any:
        step()
        return run(*arguments)

    connection.ensure_connection()
    connection.execute_wrappers.append(execute)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

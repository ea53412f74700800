"""One who writes while others read: `python -m tests.server.writing NUMBER SECONDS PAPERS`.

Loads papers of its own some at a time, mends the day of some of them, and takes a correction back now and then. Prints
as JSON the digests of what it loaded, the corrections that hold, and the errors that it met.
"""

from __future__ import annotations

import json
import sys
import time
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.server.papers import write_papers

_AT_ONCE, _OWN = 5, 100_000


def main(number: int, seconds: float, folder: Path) -> None:
    from camket.server.starting import start

    configuration = start()
    from camket.read.folder import find_documents
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader

    dice, until = Random(number), time.monotonic() + seconds
    loader = Loader(FileStore(configuration.files), batch=_AT_ONCE)
    loaded: list[str] = []
    corrections: list[int] = []
    while time.monotonic() < until:
        paths = write_papers(folder / f"{number}-{len(loaded)}", _AT_ONCE, first=number * _OWN + len(loaded))
        outcomes = [each.outcome for each in loader.load(find_documents(paths).inputs)]
        if outcomes != ["added"] * _AT_ONCE:
            raise ValueError(outcomes)
        loaded += [sha256(path.read_bytes()).hexdigest() for path in paths]
        if dice.random() < 0.5:
            corrections += _mend(loaded[-1], dice)
        if len(corrections) > 2 and dice.random() < 0.3:
            _revoke(corrections.pop(0))
        time.sleep(dice.random() * 0.5)
    sys.stdout.write(json.dumps({"loaded": loaded, "corrections": corrections}))


def _mend(digest: str, dice: Random) -> tuple[int, ...]:
    """Mend the day of a paper; gives the numbers of the corrections."""
    from datetime import date

    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.correct_paper import correct_paper
    from camket.server.registry.models import Document

    slug = Document.objects.get(sha256=bytes.fromhex(digest)).slug
    return correct_paper(CONSOLE, slug, day=date(2020, 1, 1 + dice.randrange(28)), why="thử").numbers


def _revoke(number: int) -> None:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.revoke_correction import revoke_correction

    revoke_correction(CONSOLE, number, why="thử")


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3]))

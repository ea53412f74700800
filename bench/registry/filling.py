"""The large registry filled: the papers go the way that every paper goes, through reading and the action that loads."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bench.registry.papers import SEED, made

if TYPE_CHECKING:
    from camket.server.pages.models import Board

PAPERS, OPENED = 1000, 50


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """What a registry holds, how long filling it took here (None where it was there), and making its scoreboard."""

    papers: int
    statements: int
    facts: int
    series: int
    megabytes: float
    seconds: float | None
    board_seconds: float


@contextmanager
def folder_of(given: Path | None) -> Iterator[Path]:
    """The folder that was named, or one that is gone afterwards."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="camket-bench-") as made_here:
        yield Path(made_here)


def begin(folder: Path) -> None:
    """Set the registry of a folder up for this process."""
    os.environ["CAMKET_DATA"] = str(folder / "data")
    os.environ.setdefault("CAMKET_SECRET_KEY", f"bench-{SEED}-not-a-secret-for-anybody")
    from camket.server.starting import start

    start()


def fill(folder: Path, count: int = PAPERS) -> Filled:
    """Load the papers into the registry of a folder, unless they are there; the tables are those of `camket load`."""
    begin(folder)
    from camket.server.registry.models import Document

    began = time.perf_counter()
    seconds = None
    if Document.objects.count() < count:
        _load(folder / "papers", count)
        seconds = time.perf_counter() - began
    from camket.server.pages import boards

    board = boards.made()
    _open_differences(board)
    return _counted(folder, seconds, board.seconds)


def _open_differences(board: Board) -> None:
    """Let the public read of some figures not yet agreed, of each kind, as a province would: a list of none is no list.

    The scoreboard says the same before and after, so it is kept as that of the state after the approval.
    """
    from camket.server.pages import boards
    from camket.server.pages.unagreed import known
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import approve_differences
    from camket.server.registry.models import ApprovedDifference

    if ApprovedDifference.objects.exists():
        return
    keys: dict[str, list[bytes]] = {}
    for kind, key in board.differences.filter(contradicting=True).values_list("kind", "key"):
        keys.setdefault(kind, []).append(bytes(key))
    chosen = dict.fromkeys(key for own in keys.values() for key in own[:OPENED])
    approve_differences(CONSOLE, list(known(board, chosen).values()))
    board.content = boards.content()
    board.save(update_fields=["content"])


def _load(papers: Path, count: int) -> None:
    from django.db import connection
    from django.utils.timezone import localdate

    from camket.batch import processes_for
    from camket.read.folder import find_documents
    from camket.registry.published import published_statements
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader
    from camket.server.registry.store import DatabaseRegistry
    from camket.server.settings import CONFIGURATION

    for name, text in made(count):
        path = papers / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loader = Loader(FileStore(CONFIGURATION.files), read_on=localdate(), processes=processes_for(count))
    for _ in loader.load(find_documents([papers]).inputs):
        pass
    DatabaseRegistry().add_statements(published_statements(), read_on=localdate())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _counted(folder: Path, seconds: float | None, board_seconds: float) -> Filled:
    from camket.server.registry import models

    return Filled(
        papers=models.Document.objects.count(),
        statements=models.Placement.objects.count(),
        facts=models.Fact.objects.count(),
        series=models.Series.objects.count(),
        megabytes=sum(each.stat().st_size for each in (folder / "data").glob("registry.sqlite3")) / 1e6,
        seconds=seconds,
        board_seconds=board_seconds,
    )

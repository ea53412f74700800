"""The large registry filled and its pages measured."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.registry.filling import Filled, fill, folder_of


def registry_lines(folder: Path | None) -> list[str]:
    """The table of pages; the registry is made in `folder` and kept there, or made anew and thrown away."""
    with folder_of(folder) as where:
        held = fill(where)
        from bench.registry.others import other_lines, others  # loaded late: they need the settings of this registry
        from bench.registry.pages import parameters
        from bench.registry.timing import cost_lines, costs
        from camket.server.warming import warm

        warm()
        with closing(sqlite3.connect(where / "data" / "registry.sqlite3")) as database:
            beside = cost_lines(costs(database))
            return [_held(held), "", *beside, "", *other_lines(list(others(parameters(database))))]


def _held(held: Filled) -> str:
    told = (
        f"registry of {held.papers:,} papers, {held.facts:,} facts, {held.statements:,} statements on {held.series:,} "
        f"series, {held.megabytes:.0f} MB of SQLite; its scoreboard was made in {held.board_seconds:.0f} s"
    )
    return told if held.seconds is None else f"{told}; filled in {held.seconds:.0f} s"

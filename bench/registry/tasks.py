"""Pages of five thousand tasks of two hundred bodies, and of a thousand papers about work, measured."""

from __future__ import annotations

from pathlib import Path

from bench.registry.filling import begin, folder_of

MOST_MS = 150.0


def task_lines(folder: Path | None) -> list[str]:
    """The table of pages; the tasks are laid in `folder` and kept there, or anew and thrown away."""
    with folder_of(folder) as where:
        begin(where)
        from bench.registry.asking_papers import PAPERS, PROPOSALS, load
        from bench.registry.tasks_filling import (  # late: they need the settings of this registry
            BODIES,
            TASKS,
            lay,
        )
        from bench.registry.tasks_timing import costs

        laid, (loaded, board) = lay(), load(where)
        found = list(costs())
    lines = [
        f"{TASKS:,} tasks of {BODIES} bodies, laid in {laid:.0f} s",
        f"{PAPERS:,} papers with {PROPOSALS} proposals, loaded in {loaded:.0f} s, their board made in {board:.1f} s",
    ]
    lines.append(f"{'page':<22}{'ms':>8}{'processor':>11}{'queries':>9}{'kB':>7}")
    lines += [
        f"{each.name:<22}{each.wall_ms:>8.1f}{each.processor_ms:>11.1f}{each.queries:>9}{each.kilobytes:>7.0f}"
        for each in found
    ]
    late = [each.name for each in found if each.wall_ms >= MOST_MS]
    return [*lines, f"{MOST_MS:.0f} ms or more: {', '.join(late) or 'none'}"]

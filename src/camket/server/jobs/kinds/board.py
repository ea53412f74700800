"""The scoreboard that the pages show, made anew."""

from __future__ import annotations

from camket.server.jobs.asking import Parameters, Progress
from camket.server.pages import boards
from camket.server.registry.access import PUBLIC


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:  # noqa: ARG001 - every kind takes them
    """Make the board of `readers`, by default the public, unless it is of what is held. Gives how many plans it has."""
    named = parameters.get("readers")
    readers = tuple(str(named).split(",")) if named else PUBLIC
    return {"plans": boards.made(readers).plans.count()}

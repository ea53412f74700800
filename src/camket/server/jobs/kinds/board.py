"""The scoreboard that the pages show, made anew."""

from __future__ import annotations

from camket.server.jobs.asking import Parameters, Progress
from camket.server.pages import boards
from camket.server.registry.access import PUBLIC, reader_of_key


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:  # noqa: ARG001 - every kind takes them
    """Make the board of the group `readers`, by default the public. Gives how many plans it has."""
    reader = reader_of_key(str(parameters.get("readers") or PUBLIC.key))
    return {"plans": boards.made(reader).plans.count()}

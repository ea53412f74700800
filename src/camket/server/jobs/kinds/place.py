"""Every figure placed anew, every value chosen anew."""

from __future__ import annotations

from camket.server.jobs.asking import Parameters, Progress
from camket.server.pages.boards import ask_ahead
from camket.server.registry.acting import Actor
from camket.server.registry.rebuilding import place_all


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:  # noqa: ARG001 - every kind takes them
    """Gives how many values changed."""
    changed = place_all(who=Actor(who or "console"), progress=progress)
    ask_ahead()
    return {"changed": changed}

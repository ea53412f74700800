"""A name of papers given to a thing of the catalogue, where that moves more than a page can wait for."""

from __future__ import annotations

from typing import cast

from camket.model.correction import CorrectionKind
from camket.server.jobs.asking import Parameters, Progress
from camket.server.pages.boards import ask_ahead
from camket.server.registry.acting import Actor
from camket.server.registry.actions.correct_name import correct_name


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:  # noqa: ARG001 - every kind takes them
    """Gives how many statements moved. A name that is given already moves none."""
    kind = cast(CorrectionKind, parameters["kind"])
    asked = (str(parameters[each]) for each in ("of", "to"))
    told = correct_name(Actor(who or "console"), kind, *asked, why=str(parameters.get("why", "")))
    ask_ahead()
    return {"statements": told.statements}

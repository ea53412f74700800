"""Papers and series taken in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from camket.model.series import Statement
from camket.server.registry import intake
from camket.server.registry.acting import Act, action
from camket.server.registry.intake import VERSION, Arrival, Outcome


@action("load", permission="registry.load")
def load_papers(act: Act, arrivals: Sequence[Arrival], *, version: str = VERSION) -> tuple[Outcome, ...]:
    """Take in papers that were read; says of each what became of it. See `camket.server.registry.intake.take_in`.

    Raises:
        UsageError: facts are not resolved.
    """
    outcomes = intake.take_in(arrivals, version=version, who="" if act.who.is_console else act.who.name)
    for arrival, outcome in zip(arrivals, outcomes, strict=True):
        if outcome in ("added", "reread"):
            act.touched("document", arrival.key.hex())
    act.noted(version=version, papers=len(arrivals))
    return outcomes


@action("rename", permission="registry.load")
def rename_paper(act: Act, digest: bytes, name: str) -> None:
    """Call a paper by a lower name under which its bytes came again."""
    intake.rename(digest, name)
    act.touched("document", digest.hex())


@action("load-series", permission="registry.load")
def load_statements(act: Act, statements: Sequence[Statement], *, read_on: date | None = None) -> int:
    """Take in statements that are in no paper, such as published series; gives how many were new."""
    added = intake.take_in_statements(statements, read_on)
    act.noted(statements=added)
    return added

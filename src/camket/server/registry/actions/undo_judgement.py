"""Judgements taken back."""

from __future__ import annotations

from camket.server.registry import judging
from camket.server.registry.acting import Act, action
from camket.server.registry.judging import Judged


@action("undo-judgement", permission="registry.review")
def undo_judgement(act: Act, number: int) -> Judged:
    """Take back one's own judgement with all of its act; an earlier one holds again.

    Raises:
        UsageError: there is no such judgement, it is another person's, or it was taken back already.
    """
    return judging.undo(act, number)

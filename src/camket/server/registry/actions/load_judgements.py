"""Judgements taken in as they were made elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from camket.model.judgement import Judgement
from camket.server.registry import judging
from camket.server.registry.acting import Act, action


@action("load-judgements", permission="registry.withdraw")
def load_judgements(act: Act, judgements: Sequence[Judgement]) -> int:
    """Take in judgements with the persons and days they name; gives how many were new or newly undone.

    It is for who sits at the machine: judgements of other people are nobody's to make.

    Raises:
        UsageError: somebody else asks, or a paper is not there.
    """
    return judging.take_in(act, judgements)

"""Readings judged: confirmed, corrected, rejected, or found unclear; one, or a whole table in one act."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry import judging
from camket.server.registry.acting import Act, action
from camket.server.registry.judging import Asked, Judged


@action("judge", permission="registry.review")
def judge(act: Act, slug: str, asked: Sequence[Asked]) -> Judged:
    """Judge readings of a paper; what stands follows.

    Where somebody judged one of them meanwhile, both judgements are kept, and what comes back says so.

    Raises:
        UsageError: there is no such paper or reading, or a correction cannot be understood.
    """
    return judging.judge(act, slug, asked)

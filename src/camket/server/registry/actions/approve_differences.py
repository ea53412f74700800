"""Figures not yet agreed, opened to the public and closed again."""

from __future__ import annotations

from collections.abc import Sequence

from camket.server.registry import unagreed
from camket.server.registry.acting import Act, action
from camket.server.registry.models import ApprovedDifference
from camket.server.registry.unagreed import Unagreed


@action("approve-differences", permission="registry.approve")
def approve_differences(act: Act, found: Sequence[Unagreed]) -> list[ApprovedDifference]:
    """Let the public read that these figures are not yet agreed, as it is said now.

    Raises:
        UsageError: a figure or a paper of them is not public, or all were approved before.
    """
    return unagreed.approve(act, found)


@action("close-differences", permission="registry.approve")
def close_differences(act: Act, keys: Sequence[bytes]) -> list[bytes]:
    """Show them to the office alone again, at once; the keys that were closed.

    Raises:
        UsageError: none of them is approved.
    """
    return unagreed.close(act, keys)

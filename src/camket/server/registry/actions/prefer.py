"""A figure preferred to what the policy would choose."""

from __future__ import annotations

from camket.server.registry import approving
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Preference


@action("prefer", permission="registry.approve")
def prefer(act: Act, mention: str, *, why: str) -> Preference:
    """Prefer a figure to the others of its series and period, for a reason; an earlier preference among them ends.

    Raises:
        UsageError: there is no such figure, it lies nowhere, an official one is among the others, it is preferred
            already, or no reason was given.
    """
    return approving.prefer(act, mention, why)


@action("end-preference", permission="registry.approve")
def end_preference(act: Act, number: int, *, why: str) -> Preference:
    """Let the policy choose again.

    Raises:
        UsageError: no such preference holds, or no reason was given.
    """
    return approving.end_preference(act, number, why)

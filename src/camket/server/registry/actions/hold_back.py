"""A figure that the public does not see before a day."""

from __future__ import annotations

from datetime import date

from camket.server.registry import approving
from camket.server.registry.acting import Act, action
from camket.server.registry.models import Embargo


@action("hold-back", permission="registry.load")
def hold_back(act: Act, mention: str, *, until: date, why: str = "") -> Embargo:
    """Hold a figure, and with it every paper of its text, back from the public until a day; never for a shorter time.

    Raises:
        UsageError: there is no such figure in a paper, the day is past or too far, or a later one was set before.
    """
    return approving.hold_back(act, mention, until, why)


@action("lift-embargo", permission="registry.approve")
def lift_embargo(act: Act, number: int) -> Embargo:
    """Show a figure before its day.

    Raises:
        UsageError: no such embargo is in force.
    """
    return approving.lift(act, number)

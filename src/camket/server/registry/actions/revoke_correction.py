"""A correction taken back."""

from __future__ import annotations

from camket.server.registry.acting import Act, action
from camket.server.registry.corrected import Effect, effect
from camket.server.registry.correcting import end, ending_looked_at


@action("revoke-correction", permission="registry.correct")
def revoke_correction(act: Act, number: int, *, why: str = "") -> Effect:
    """End a correction; an earlier one of the same thing holds again.

    Raises:
        UsageError: no such correction holds.
    """
    return end(act, number, why)


def preview_revoking(number: int) -> Effect:
    """What `revoke_correction` would change; raises as it does."""
    return effect(ending_looked_at(number))

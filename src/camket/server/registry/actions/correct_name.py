"""A name of papers given to an indicator, a body or an area of the catalogue, once for all statements."""

from __future__ import annotations

from camket.model.correction import CorrectionKind
from camket.server.registry.acting import Act, action
from camket.server.registry.corrected import Effect, effect
from camket.server.registry.correcting import looked_at, make, named


@action("correct-name", permission="registry.correct")
def correct_name(act: Act, kind: CorrectionKind, of: str, to: str, *, why: str = "") -> Effect:
    """Give a name (`other:...`, or words of papers) to a thing of the catalogue.

    Raises:
        UsageError: the catalogue has no such thing, or knows the name itself.
    """
    return make(act, (named(kind, of, to),), why)


def preview_name(kind: CorrectionKind, of: str, to: str) -> Effect:
    """What `correct_name` would change; raises as it does."""
    return effect(looked_at((named(kind, of, to),)))

"""The day or the area of a paper mended, for all its statements."""

from __future__ import annotations

from datetime import date

from camket.server.registry.acting import Act, action
from camket.server.registry.corrected import Effect, effect
from camket.server.registry.correcting import looked_at, make, mended


@action("correct-paper", permission="registry.correct")
def correct_paper(act: Act, slug: str, *, day: date | None = None, area: str | None = None, why: str = "") -> Effect:
    """Give a paper another day, another area (a slug or a name), or both.

    Raises:
        UsageError: there is no such paper or area, or nothing to mend was said.
    """
    asked = mended(slug, day, area)
    act.touched("document", asked[0].of)
    return make(act, asked, why)


def preview_paper(slug: str, *, day: date | None = None, area: str | None = None) -> Effect:
    """What `correct_paper` would change; raises as it does."""
    return effect(looked_at(mended(slug, day, area)))

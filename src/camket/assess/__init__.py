"""Where targets stand: progress, tallies recomputed, contradictions, as one scoreboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from camket.model.extraction import Extraction
    from camket.model.scoreboard import Scoreboard
    from camket.registry.protocol import Registry


def assess(
    source: Registry | Extraction | Iterable[Extraction], as_of: date | None = None, *, with_published: bool = False
) -> Scoreboard:
    """The scoreboard of a registry or of resolved facts.

    Args:
        source: a registry, or what `camket.resolve` gives for one document or many.
        as_of: the day to judge at; only what had been published by then counts. None: everything counts, and the day
            is that of the latest paper, for this reads no clock.
        with_published: whether the published series of the catalogue count too. They are added to a view of the facts
            given here; a registry has them or has them not, so with one this is left False.

    Raises:
        UsageError: where facts are not resolved, or `with_published` is asked for with a registry.
    """
    # Loaded late: importing camket must stay cheap for those who only want its records.
    from camket.assess.board import scoreboard
    from camket.assess.forecast import outlook
    from camket.assess.opening import opened

    return scoreboard(opened(source, with_published=with_published), as_of, outlook)

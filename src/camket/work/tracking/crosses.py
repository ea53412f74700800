"""Crosses under heads that name states, and what stands in their cells besides."""

from __future__ import annotations

import re

from camket.work.tracking.days import day_alone
from camket.work.tracking.drafts import Draft
from camket.work.tracking.reading import squeezed, words
from camket.work.tracking.statuses import status_in

_CROSS = re.compile(r"(?i)^\s*(?:x|v|✓|✔|√|●|1|\+)(?!\w)\s*")


def crossed_in(made: Draft) -> list[tuple[str, str]]:
    """The heads of the states that are crossed, or hold a day or words instead of a cross."""
    nothing = words().nothing
    return [(head, said.text) for head, said in made.marks if squeezed(said.text) not in nothing]


def written_in(made: Draft) -> list[str]:
    """What stands in the cells of states besides a cross or a day."""
    texts = [" ".join(_CROSS.sub("", said.text).split()) for _, said in made.marks]
    return [text for text in texts if text and squeezed(text) not in words().nothing and not is_day(text)]


def is_done_head(head: str) -> bool:
    """Whether a head names work that is done."""
    status = status_in(head)
    return status is not None and status.state == "done"


def is_day(text: str) -> bool:
    """Whether a text is a day and nothing else."""
    return day_alone(squeezed(text)) is not None

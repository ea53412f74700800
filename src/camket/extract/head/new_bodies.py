"""The year of a day, told by a body that there has been since a day of late: `Bộ Nông nghiệp và Môi trường`."""

from __future__ import annotations

from datetime import date
from functools import cache

from camket import catalogue
from camket.extract.head.clues import Clues, Guess
from camket.extract.lexicon import BODY


def since_a_body(clues: Clues) -> Guess | None:
    """The first year in which the day comes after the beginning of a body that the text names."""
    begun = _begun()
    marks = [mark for mark in clues.reading.marked(BODY, 0, len(clues.reading.low)) if mark.value in begun]
    if not marks:
        return None
    last = max(marks, key=lambda mark: begun[mark.value])
    first = begun[last.value]
    late = (clues.month, clues.day) < (first.month, first.day)
    return Guess(first.year + late, last.start, last.end)


@cache
def _begun() -> dict[str, date]:
    """The first day of the bodies that two became, by id: others bear names that older ones had."""
    bodies = (body for body in catalogue.load_bodies() if " và " in body.name)
    return {body.id: body.valid_from for body in bodies if body.valid_from is not None}

"""From a span of a paper's text back into its file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from camket.model.document import Document
from camket.model.place import At, OnPage

_SAME_LINE = 0.5


def at(document: Document, start: int, end: int) -> tuple[At, ...]:
    """Where `document.text[start:end]` stands in the file, in the order of the text.

    Boxes of words are made one box a line, as sure as the least sure of its words; a part named several times in a row
    is named once. Empty where the text is the file itself, or nothing of the span is in it.
    """
    places = document.places
    first = bisect_right(places, start, key=lambda place: place.end)
    last = bisect_left(places, end, key=lambda place: place.start)
    return merged([place.at for place in places[first:last]])


def merged(places: Sequence[At]) -> tuple[At, ...]:
    """The same places with the boxes of a line made one."""
    found: list[At] = []
    for place in places:
        before = found[-1] if found else None
        if before == place:
            continue
        if isinstance(before, OnPage) and isinstance(place, OnPage) and _on_one_line(before, place):
            found[-1] = _around(before, place)
        else:
            found.append(place)
    return tuple(found)


def _on_one_line(box: OnPage, after: OnPage) -> bool:
    """Whether a box stands at the height of the one before it, and not left of where that begins."""
    common = min(box.bottom, after.bottom) - max(box.top, after.top)
    lower = min(box.bottom - box.top, after.bottom - after.top)
    return box.page == after.page and common > _SAME_LINE * lower and after.left >= box.left


def _around(box: OnPage, after: OnPage) -> OnPage:
    known = [one.sure for one in (box, after) if one.sure is not None]
    return OnPage(
        box.page,
        min(box.left, after.left),
        min(box.top, after.top),
        max(box.right, after.right),
        max(box.bottom, after.bottom),
        min(known, default=None),
    )

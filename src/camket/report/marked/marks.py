"""Marks within a stretch of text: nested ones lie in one another, crossing ones are cut where they cross."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate, zip_longest
from typing import NamedTuple

ORDER = ("directives", "proposals", "tallies", "people", "references", "figures")
"""Of marks with one span the earlier kind lies around the later."""
# A paper could turn the letters around it back to front, or hide some: such codes are shown, not obeyed.
_CODES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


class Mark(NamedTuple):
    """A fact in the text: where, of which kind (a name of `FACT_KINDS`), what its place is called, its state if any."""

    start: int
    end: int
    kind: str
    id: str
    state: str = ""


class Ways(NamedTuple):
    """How marks are written: what a mark's link leads to, before its id; whether places of the text are told.

    Places are told by empty elements (`data-at`) where a stretch of text begins, so that selected words can be found.
    """

    link: str = "#f-"
    places: bool = False


def shown(text: str) -> str:
    """A text of a paper as a page can show it: codes that would do something become a sign that stands for them."""
    return _CODES.sub(lambda found: "" if found[0] == "\r" else "\N{SYMBOL FOR SUBSTITUTE}", text)


def in_order(marks: Sequence[Mark]) -> list[Mark]:
    """Marks as they open: the earlier first, of those that open together the longer."""
    return sorted(
        (mark for mark in marks if mark.end > mark.start),
        key=lambda mark: (mark.start, -mark.end, ORDER.index(mark.kind), mark.id),
    )


class Marks:
    """The marks of a text, to be written stretch by stretch in the order of the text.

    The first piece of a mark carries its id, and leads to its entry in the list of facts where no other mark lies in
    it; further pieces say whose they are.
    """

    def __init__(self, text: str, marks: Sequence[Mark], ways: Ways = Ways()) -> None:  # noqa: B008 - never changed
        self._text, self._ways = text, ways
        self._marks = in_order(marks)
        self._starts = [mark.start for mark in self._marks]
        self._furthest = list(accumulate((mark.end for mark in self._marks), max))
        firsts = self._starts[1:]
        self._bare = {
            mark.id
            for mark, after in zip_longest(self._marks, firsts, fillvalue=None)
            if mark is not None and (after is None or after >= mark.end)
        }
        self._written: set[str] = set()

    def crossing(self, place: int) -> bool:
        """Whether a mark begins before a place and ends after it."""
        before = bisect_left(self._starts, place)
        return before > 0 and self._furthest[before - 1] > place

    def html(self, start: int, end: int) -> str:
        """`text[start:end]` with its marks."""
        near = self._marks[bisect_right(self._furthest, start) : bisect_left(self._starts, end)]
        within = [mark for mark in near if mark.end > start]
        place = f'<span data-at="{start}"></span>' if self._ways.places else ""
        if not within:
            return place + self._piece(start, end)
        return place + "".join(self._pieces(within, start, end))

    def _pieces(self, within: Sequence[Mark], start: int, end: int) -> Iterator[str]:
        edges = {start, end}
        for mark in within:
            edges.update(edge for edge in (mark.start, mark.end) if start < edge < end)
        opened: list[Mark] = []
        waiting = list(reversed(within))
        place = start
        for edge in sorted(edges):
            yield self._piece(place, edge)
            place = edge
            yield from self._close(opened, edge if edge < end else None)
            while edge < end and waiting and waiting[-1].start <= edge:
                opened.append(waiting.pop())
                yield self._open(opened[-1])

    def _close(self, opened: list[Mark], edge: int | None) -> Iterator[str]:
        """Close what ends here (all, at the end of a stretch); what lies in it and goes on is opened again."""
        first = next((at for at, mark in enumerate(opened) if edge is None or mark.end <= edge), len(opened))
        over = opened[first:]
        del opened[first:]
        for mark in reversed(over):
            yield "</a></mark>" if mark.id in self._bare else "</mark>"
        for mark in over:
            if edge is not None and mark.end > edge:
                opened.append(mark)
                yield self._open(mark)

    def _open(self, mark: Mark) -> str:
        if mark.id in self._written:
            name = f' data-of="{mark.id}"'
        else:
            self._written.add(mark.id)
            name = f' id="{mark.id}"'
        link = f'<a href="{self._ways.link}{mark.id}">' if mark.id in self._bare else ""
        return f'<mark class="{mark.kind}{f" {mark.state}" if mark.state else ""}"{name}>{link}'

    def _piece(self, start: int, end: int) -> str:
        return escape(shown(self._text[start:end]), quote=False)

"""How many facts of a paper wait with which urgency, kept packed with its line: places in the order by fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, overload

from django.db.models import F, QuerySet

from camket.server.pages.models import QueueLine
from camket.server.registry.keys import pack, unpack
from camket.server.registry.models import Fact
from camket.server.registry.reviewing import Known, read_anew, waiting, weighed


class Grade(NamedTuple):
    """The facts of a paper that are alike in the order: their urgency, what matters of them, how many they are."""

    urgency: float
    contested: int
    planned: int
    headline: int
    due: int
    again: int
    many: int


class _Rank(NamedTuple):
    """The facts of one paper with one urgency, in the order of the list."""

    urgency: float
    paper: int
    many: int


def packed(grades: Iterable[Grade]) -> bytes:
    """Grades in few bytes."""
    return pack(tuple(grades))


def grades_of(lines: QuerySet[QueueLine], *, again: bool) -> Iterator[tuple[int, list[Grade]]]:
    """The grades of each paper, by its key; `again` keeps to what was read anew, and to papers with any."""
    for paper, held in lines.order_by().values_list("document", "grades").iterator():
        found = [each for each in unpack(held, tuple[Grade, ...]) if each.again or not again]
        if found:
            yield paper, found


class Waiting(Sequence[Fact]):
    """The facts that wait, the most urgent first, of which only those of a page are looked for."""

    def __init__(self, lines: QuerySet[QueueLine], facts: QuerySet[Fact], known: Known, *, again: bool) -> None:
        """Of the papers of some lines.

        Args:
            lines: kept up to date.
            facts: those that may be seen.
            known: what the order knows besides.
            again: whether to keep to what was read anew.
        """
        counts: dict[tuple[float, int], int] = {}
        for paper, grades in grades_of(lines, again=again):
            for each in grades:
                key = -each.urgency, paper
                counts[key] = counts.get(key, 0) + each.many
        self._ranks = [_Rank(-minus, paper, counts[minus, paper]) for minus, paper in sorted(counts)]
        self._facts, self._known, self._again = facts, known, again

    def __len__(self) -> int:
        return sum(each.many for each in self._ranks)

    @overload
    def __getitem__(self, place: int) -> Fact: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Fact]: ...
    def __getitem__(self, place: int | slice) -> Fact | Sequence[Fact]:
        """The facts at some places, each with its urgency and what matters of it."""
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _ = place.indices(len(self))
        return self._between(start, stop) if start < stop else []

    def _between(self, start: int, stop: int) -> list[Fact]:
        papers, before = self._papers(start, stop)
        own = self._facts.filter(document__in=papers)
        found = weighed(waiting(read_anew(own) if self._again else own), self._known).select_related("document")
        ordered = found.order_by(F("urgency").desc(), "document", "start", "id")
        return list(ordered[start - before : stop - before])

    def _papers(self, start: int, stop: int) -> tuple[set[int], int]:
        """The papers of the facts between two places, and how many facts of others come before the first."""
        ends, end = [], 0
        for each in self._ranks:
            end += each.many
            ends.append(end)
            if end >= stop:
                break
        shown = {each.paper for each, end in zip(self._ranks, ends, strict=False) if end > start}
        others = (
            each.many for each, end in zip(self._ranks, ends, strict=False) if end <= start and each.paper not in shown
        )
        return shown, sum(others)


def papers_anew(lines: QuerySet[QueueLine]) -> list[dict[str, float]]:
    """The papers with facts that were read anew and wait, as the list by paper shows them, the most urgent first."""
    rows = [
        {
            "document": paper,
            "most": max(each.urgency for each in grades),
            "count": sum(each.many for each in grades),
            "of_contested": sum(each.many for each in grades if each.contested),
            "of_planned": sum(each.many for each in grades if each.planned),
            "of_headline": sum(each.many for each in grades if each.headline),
            "of_due": sum(each.many for each in grades if each.due),
        }
        for paper, grades in grades_of(lines, again=True)
    ]
    return sorted(rows, key=itemgetter("most", "count", "document"), reverse=True)

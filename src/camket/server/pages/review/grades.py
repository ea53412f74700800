"""How many facts of a paper wait with which urgency, kept packed with its line: places in the order by fact."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice
from operator import itemgetter
from typing import NamedTuple, overload

from django.db.models import F, QuerySet, Sum

from camket.server.pages.models import QueueLine
from camket.server.registry.keys import pack, unpack
from camket.server.registry.models import Fact
from camket.server.registry.reviewing import Known, read_anew, waiting, weighed

_AT_ONCE, _MORE = 100, 4


class Grade(NamedTuple):
    """The facts of a paper that are alike in the order: their urgency, what matters of them, how many they are."""

    urgency: float
    contested: int
    planned: int
    headline: int
    due: int
    again: int
    many: int


_Rank = tuple[float, int, int]
"""The facts of one paper with one urgency: the urgency below zero, the paper, how many. Sorted as the list is."""
_MANY = itemgetter(2)


def packed(grades: Iterable[Grade]) -> bytes:
    """Grades in few bytes."""
    return pack(tuple(grades))


class Graded(NamedTuple):
    """A paper, the urgency of its most urgent fact, and its grades."""

    paper: int
    most: float
    grades: tuple[Grade, ...]


def graded(lines: QuerySet[QueueLine], *, again: bool) -> Iterator[Graded]:
    """The papers of some lines; `again` keeps to grades of what was read anew, and to papers with any."""
    for paper, most, held in lines.values_list("document", "most", "grades").iterator(chunk_size=_AT_ONCE):
        grades = unpack(held, tuple[Grade, ...])
        found = tuple(each for each in grades if each.again) if again else grades
        if found:
            yield Graded(paper, most, found)


class Waiting(Sequence[Fact]):
    """The facts that wait, the most urgent first, of which only those of a page are looked for.

    Papers are gone through from the most urgent on, and only as far as the page asks.
    """

    def __init__(self, lines: QuerySet[QueueLine], facts: QuerySet[Fact], known: Known, *, again: bool) -> None:
        """Of the papers of some lines.

        Args:
            lines: kept up to date.
            facts: those that may be seen.
            known: what the order knows besides.
            again: whether to keep to what was read anew.
        """
        self._lines, self._facts, self._known, self._again = lines, facts, known, again

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        if self._again:
            return sum(each.many for paper in graded(self._lines.order_by(), again=True) for each in paper.grades)
        told: int | None = self._lines.aggregate(all=Sum("count"))["all"]
        return told or 0

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
        ranks = self._ranks(stop)
        ends = list(accumulate(map(_MANY, ranks)))
        first, last = bisect_right(ends, start), bisect_left(ends, stop)
        shown = {paper for _, paper, _ in ranks[first : last + 1]}
        return shown, sum(many for _, paper, many in ranks[:first] if paper not in shown)

    def _ranks(self, stop: int) -> list[_Rank]:
        """The ranks up to a place at least, in the order of the list.

        What a paper has comes no earlier than its most urgent fact, so papers that follow in the order of these cannot
        change what stands before it.
        """
        ranks: list[_Rank] = []
        papers, some = graded(self._lines.order_by("-most", "document"), again=self._again), _AT_ONCE
        while more := list(islice(papers, some)):
            for each in more:
                ranks += _ranks_of(each)
            ranks.sort()
            settled = bisect_right(ranks, (-more[-1].most, more[-1].paper, 0))
            if sum(map(_MANY, ranks[:settled])) >= stop:
                break
            some *= _MORE
        return ranks


def _ranks_of(paper: Graded) -> list[_Rank]:
    counts: dict[float, int] = {}
    for each in paper.grades:
        counts[-each.urgency] = counts.get(-each.urgency, 0) + each.many
    return [(lack, paper.paper, many) for lack, many in counts.items()]


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
        for paper, _, grades in graded(lines.order_by(), again=True)
    ]
    return sorted(rows, key=itemgetter("most", "count", "document"), reverse=True)

"""One pass over a folded text that finds every entry of a lexicon."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick

from camket.grammar.fold import Folded
from camket.grammar.known import Known, run_of, runs_of
from camket.grammar.misread import Stock

CUE = "cue"
"""The kind of the words that only tell which rules to try: of these every hit counts, also inside a longer one.

A blank behind a cue belongs to it: `kh ` is not found in each `không`.
"""
FRAGMENT = "fragment"
"""The kind of what is no word but a piece of one, given with the blanks around it: it tells that a text is damaged."""


class Entry(NamedTuple):
    """A word or phrase to find, the kind of thing it names and which one.

    A `cased` entry (an abbreviation such as `PCI`) is found only where it is written just so.
    """

    word: str
    kind: str
    value: str
    cased: bool = False


class Mark(msgspec.Struct, frozen=True, order=True, gc=False):
    """An entry found: its place in the folded text, its kind and value."""

    start: int
    end: int
    kind: str
    value: str


class Scanned(NamedTuple):
    """What a scan found: the settled marks of each kind, and where each cue begins, by its folded words, in order."""

    marks: dict[str, list[Mark]]
    cues: dict[str, list[int]]


class Table(msgspec.Struct, frozen=True, array_like=True):
    """What a lexicon knows of each of its words, which are folded.

    Attributes:
        words: as the automaton looks for them.
        cues: the word once more where it is a cue.
        names: what it names: how that is written, its kind, its value, and whether it is found only where written so.
    """

    words: list[str]
    cues: list[str | None]
    names: list[list[tuple[str, str, str, bool]]]


def tabled(entries: Iterable[Entry]) -> Table:
    """The table of some entries."""
    by_word: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in dict.fromkeys(entries):
        folded = Folded(entry.word if entry.kind in (CUE, FRAGMENT) else entry.word.strip())
        if folded.low:
            by_word[folded.low].append((folded.text, entry))
    return Table(
        words=list(by_word),
        cues=[word if any(one.kind == CUE for _, one in some) else None for word, some in by_word.items()],
        names=[
            [(text, one.kind, one.value, one.cased) for text, one in some if one.kind != CUE]
            for some in by_word.values()
        ],
    )


class Lexicon:
    """Entries of all kinds in one automaton.

    All overlapping hits are taken, the word boundaries tested after, and only then the longest hit of each kind is
    kept: asking the automaton for the longest would lose the shorter entry inside a longest hit that fails at its
    boundary.
    """

    def __init__(self, entries: Iterable[Entry] | Table, prose: Callable[[], Iterable[str]] = tuple) -> None:
        """`prose` gives texts and phrases that are known besides; it is asked only where broken words are mended."""
        table = entries if isinstance(entries, Table) else tabled(entries)
        self._words, self._cues, self._names = table.words, table.cues, table.names
        self._prose = prose
        self._opens = [word[0].isalnum() for word in self._words]
        self._closes = [word[-1].isalnum() for word in self._words]
        self._automaton = AhoCorasick(self._words)

    @cached_property
    def known(self) -> Known:
        """The words of all entries and of the prose, and which of them stand beside each other."""
        entries = zip(self._words, self._names, strict=True)
        words = (word for word, names in entries if not any(kind == FRAGMENT for _, kind, _, _ in names))
        return Known((*map(run_of, words), *(run for text in self._prose() for run in runs_of(text))))

    @cached_property
    def stock(self) -> Stock:
        """The same words by their letters, and the abbreviations among the entries."""
        return Stock(self.known, (word for names in self._names for word, _, _, cased in names if cased))

    def scan(self, folded: Folded) -> Scanned:
        """All that the lexicon knows of a text."""
        raw: dict[str, list[Mark]] = defaultdict(list)
        cues: dict[str, list[int]] = {}
        text = folded.text
        for number, starts in self._places(folded.low).items():
            cue = self._cues[number]
            if cue is not None:
                cues[cue] = starts
            for written, kind, value, cased in self._names[number]:
                length = len(written)
                raw[kind] += [
                    Mark(start, start + length, kind, value)
                    for start in starts
                    if not cased or text.startswith(written, start)
                ]
        return Scanned({kind: settle(marks) for kind, marks in raw.items() if marks}, cues)

    def _places(self, low: str) -> dict[int, list[int]]:
        """Where each word stands that is not cut out of a longer one."""
        places: dict[int, list[int]] = defaultdict(list)
        opens, closes = self._opens, self._closes
        around = f" {low} "  # of `low[start:end]` the letter before is here at `start`, the one behind at `end + 1`
        for number, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if around[start] != " " and opens[number] and around[start].isalnum():
                continue
            if around[end + 1] != " " and closes[number] and around[end + 1].isalnum():
                continue
            places[number].append(start)
        return places


def bounded(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is not cut out of a longer word."""
    if start and _joined(text[start - 1], text[start]):
        return False
    return end == len(text) or not _joined(text[end - 1], text[end])


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()


def settle(marks: list[Mark]) -> list[Mark]:
    """The longest of overlapping marks, the first of equally long ones; marks of one place are all kept."""
    marks.sort()
    if all(one.end <= after.start for one, after in pairwise(marks)):
        return marks
    settled: list[Mark] = []
    cluster: list[Mark] = []
    end = -1
    for mark in marks:
        if mark.start >= end:
            settled += cluster if len(cluster) < 2 else _longest(cluster)
            cluster = []
        cluster.append(mark)
        end = max(end, mark.end)
    return settled + (cluster if len(cluster) < 2 else _longest(cluster))


def _longest(cluster: list[Mark]) -> list[Mark]:
    """Those of a row of overlapping marks that stand."""
    kept: list[Mark] = []
    starts: list[int] = []
    for mark in sorted(cluster, key=lambda mark: (mark.start - mark.end, mark.start)):
        place = bisect_left(starts, mark.start)
        free_before = place == 0 or kept[place - 1].end <= mark.start
        free_after = place == len(kept) or mark.end <= starts[place] or _same_place(kept[place], mark)
        if free_before and free_after:
            kept.insert(place, mark)
            starts.insert(place, mark.start)
    return sorted(kept)


def _same_place(one: Mark, other: Mark) -> bool:
    return one.start == other.start and one.end == other.end

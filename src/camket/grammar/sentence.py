"""Paragraphs and sentences of a folded text."""

from __future__ import annotations

import re

import msgspec

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.numbering import mark_at

"""The capital letters of Vietnamese, and those of other languages of Europe, for use inside a character class.

Every pattern that holds the class pays for each letter when it is compiled.
"""
_LINE = expression(r"[^\n]+")
_STOP = expression(rf"[.!?…][.!?…]*[\"')\]]*(?P<blank>[^\S\n]+)(?=[\"'(\[]*[{UPPER}]|[-+•*][^\S\n]+\S|[\"'(\[]*\d)")
_LONGEST = 3_000
"""Letters of the longest sentence; the longest of the field, a resolution's list in one breath, come to half of it."""
_HEADS = frozenset({"article", "capital", "roman", "number"})
"""Marks whose stop closes no sentence."""
_LONGEST_MARK = 24
"""No such mark has more letters."""
_ABBREVIATION = expression(r"(?:^|[\s(\"'/.])(?:[a-zđ]|tp|ts|ths|pgs|gs|bs|ks|cn|st|tt|tx|kcn|no|vv|tr|mr|mrs|dr)\.$")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence: its place in the folded text, its number, the number of its paragraph and its place there."""

    start: int
    end: int
    number: int
    paragraph: int
    place: int


def sentences(text: str, low: str) -> list[Sentence]:
    """All sentences of a folded text in order. A line of the text is a paragraph; an empty one is none.

    The number that opens a heading or an item (`III.`, `2.1.`) is no part of its sentence.
    """
    found: list[Sentence] = []
    stops = _STOP.finditer(text)
    stop = next(stops, None)
    for paragraph, line in enumerate(_LINE.finditer(text)):
        start, end = line.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        inside: list[re.Match[str]] = []
        while stop is not None and stop.start() < end:
            inside.append(stop)
            stop = next(stops, None)
        for place, (first, last) in enumerate(_cut(text, low, (start, end), inside)):
            found.append(Sentence(first, last, len(found), paragraph, place))
    return found


def _cut(text: str, low: str, line: tuple[int, int], stops: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The sentences of a line with what may be stops in it."""
    start, end = line
    pieces: list[tuple[int, int]] = []
    first = start
    for stop in stops:
        at, after = stop.span()
        if first == start and at - start < _LONGEST_MARK and _is_head(text, start, at):
            first = after
            continue
        if text[at] == "." and _ABBREVIATION.search(low, max(first, at - 6), at + 1):
            continue
        pieces += _short(text, first, stop.start("blank"))
        first = after
    if first < end:
        pieces += _short(text, first, end)
    return pieces


def _is_head(text: str, start: int, at: int) -> bool:
    """Whether the stop at `at` closes no more than the mark of a heading."""
    mark = mark_at(text, start, len(text))
    return mark is not None and mark.kind in _HEADS and at < mark.end


def _short(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The piece whole, or cut at semicolons, commas or blanks where no person would have written it in one breath."""
    pieces: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        limit = start + _LONGEST
        places = (text.rfind(mark, start + _LONGEST // 2, limit) for mark in (";", ",", " "))
        cut = next((place + 1 for place in places if place >= 0), limit)
        pieces.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        pieces.append((start, end))
    return pieces

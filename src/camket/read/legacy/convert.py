"""Letters of an old font to Unicode, with the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from camket.grammar.expression import expression
from camket.read.legacy.capitals import in_capitals, told_by_words
from camket.read.legacy.font import OldFont
from camket.read.legacy.writing import Writing
from camket.read.legacy.writings import writings


class Run(NamedTuple):
    """`text[start:end]` was made of the characters from `first` up to `last`: one of each, or a letter of all."""

    start: int
    end: int
    first: int
    last: int


class Converted(msgspec.Struct, frozen=True):
    """A text in Unicode, its letters composed, and the runs in order that lead back from it; they leave no gap."""

    text: str
    runs: tuple[Run, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters stood of which `text[start:end]` was made."""
        if start >= end:
            place = self._run(start).first if start < len(self.text) else (self.runs[-1].last if self.runs else 0)
            return place, place
        opening, closing = self._run(start), self._run(end - 1)
        first = opening.first + (start - opening.start if _is_plain(opening) else 0)
        return first, closing.first + end - closing.start if _is_plain(closing) else closing.last

    def _run(self, place: int) -> Run:
        return self.runs[bisect_right(self.runs, place, key=lambda run: run.start) - 1]


def _is_plain(run: Run) -> bool:
    return run.end - run.start == run.last - run.first


def unicode_of(latin: str, font: OldFont) -> Converted:
    """What a reader saw under an old font.

    Args:
        latin: the letters as the file gives them: bytes taken for Latin-1, Windows-1252 or Windows-1258, or in the
            private area where symbol fonts have theirs. A text that has Vietnamese letters of its own already (somebody
            changed the font and not the letters) is given back as it is.
        font: the font.
    """
    if _OWN_LETTERS.search(latin):
        return Converted(latin, (Run(0, len(latin), 0, len(latin)),))
    return convert(latin.translate(_CODES), font)


def convert(codes: str, font: OldFont) -> Converted:
    """As `unicode_of`, of characters whose numbers are the bytes."""
    writing = writing_of(font.writing)
    text, runs = _changed(codes, writing)
    if font.capitals:
        text = in_capitals(text)
    elif not writing.cased:
        text = told_by_words(text, sentences=font.capitals is None)
    return Converted(text, tuple(runs))


@cache
def writing_of(name: str) -> Writing:
    """The way of writing of that name."""
    return next(each for each in writings() if each.name == name)


def codes_of(latin: str) -> str:
    """Letters as a file gives them, as characters whose numbers are the bytes; others stay. Of the same length."""
    return latin.translate(_CODES)


def _changed(codes: str, writing: Writing) -> tuple[str, list[Run]]:
    pieces: list[str] = []
    runs: list[Run] = []
    length = place = 0
    for found in _pairs(codes, writing):
        if found.start() > place:
            length = _plain(codes[place : found.start()].translate(writing.table), place, length, pieces, runs)
        pieces.append(writing.pairs[found[0]])
        runs.append(Run(length, length + 1, found.start(), found.end()))
        length, place = length + 1, found.end()
    if place < len(codes):
        _plain(codes[place:].translate(writing.table), place, length, pieces, runs)
    return "".join(pieces), runs


def _plain(text: str, place: int, length: int, pieces: list[str], runs: list[Run]) -> int:
    pieces.append(text)
    runs.append(Run(length, length + len(text), place, place + len(text)))
    return length + len(text)


def _pairs(codes: str, writing: Writing) -> Iterator[re.Match[str]]:
    found = writing.pair.finditer(codes) if writing.pair is not None else iter(())
    return (each for each in found if each[0] in writing.pairs)


_OWN_LETTERS = expression(r"[\u1ea0-\u1ef9]")


def _given_as() -> dict[int, str]:
    """Characters to the codes for which they came."""
    given = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}
    for encoding in ("cp1258", "cp1252"):  # the more common last, which settles what both have
        for code in range(0x80, 0x100):
            letter = bytes((code,)).decode(encoding, errors="ignore")
            if letter and ord(letter) > 0xFF:
                given[ord(letter)] = chr(code)
    return given


_CODES = _given_as()

"""Lines in letters of an old font among lines in Unicode: copied out of an old file without their font."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import accumulate
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.legacy.convert import codes_of, writing_of
from camket.read.legacy.font import OldFont
from camket.read.legacy.recognise import evidence_of, evidence_of_signs
from camket.read.legacy.words import OldWord, old_words

# Letters that only Unicode has, and marks of decomposed text: nothing that is copied from an old font gives them.
_UNICODE = expression(r"[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")


class Line(NamedTuple):
    """A line of a text, its end included: `text[start:end]`; its number from 1; `font` where it is in old letters.

    A line in Unicode with words in old letters comes in parts: each such `word`, and what stands between them.
    """

    number: int
    start: int
    end: int
    font: OldFont | None
    word: bool = False


class _Told(Enum):
    NOTHING = auto()  # no letter beyond ASCII
    UNICODE = auto()
    OPEN = auto()


def is_unicode(text: str) -> bool:
    """Whether it has Vietnamese letters that only Unicode has."""
    return _UNICODE.search(text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, of which some are in old letters; nothing where the text is Unicode throughout.

    A line is in old letters where its own words say so; in a line in Unicode single words may be. A line whose words
    could be either (`Sè: 12` or `sè`) goes with the lines before and behind it.
    """
    lines = text.split("\n")
    told = [_told(line) for line in lines]
    words = _words_in_unicode(text, lines, told)
    if not words and not any(isinstance(each, OldFont) for each in told):
        return ()
    before, behind = list(_nearest(told)), list(_nearest(told[::-1]))[::-1]
    fonts = [
        each if isinstance(each, OldFont) else _with_neighbours(line, each, {left, right} - {None})
        for line, each, left, right in zip(lines, told, before, behind, strict=True)
    ]
    return tuple(part for line in _spans(lines, fonts) for part in _parts(line, words))


def _words_in_unicode(text: str, lines: Sequence[str], told: Sequence[OldFont | _Told]) -> list[OldWord]:
    words = old_words(text) if _Told.UNICODE in told else []
    if not words:
        return []
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    return [word for word in words if told[bisect_right(starts, word.start) - 1] is _Told.UNICODE]


def _parts(line: Line, words: Sequence[OldWord]) -> Iterator[Line]:
    start = line.start
    for word in words[bisect_left(words, line.start, key=lambda each: each.start) :]:
        if word.start >= line.end:
            break
        if word.start > start:
            yield Line(line.number, start, word.start, None)
        yield Line(line.number, word.start, word.end, word.font, word=True)
        start = word.end
    if start < line.end or start == line.start:
        yield line._replace(start=start)


def _told(line: str) -> OldFont | _Told:
    if line.isascii():
        return _Told.NOTHING
    if is_unicode(line):
        return _Told.UNICODE
    found = evidence_of_signs(line)
    return found.font if found is not None and found.sure and found.signs else _Told.OPEN


def _nearest(told: Sequence[OldFont | _Told]) -> Iterator[OldFont | _Told | None]:
    last: OldFont | _Told | None = None
    for each in told:
        yield last
        if each is _Told.UNICODE or isinstance(each, OldFont):
            last = each


def _with_neighbours(line: str, told: _Told, around: set[OldFont | _Told | None]) -> OldFont | None:
    font = next(iter(around), None)
    if told is not _Told.OPEN or len(around) > 1 or not isinstance(font, OldFont):
        return None
    found = evidence_of(codes_of(line), writing_of(font.writing))
    return font if found.right and not found.wrong else None


def _spans(lines: Sequence[str], fonts: Sequence[OldFont | None]) -> Iterator[Line]:
    place = 0
    for number, (line, font) in enumerate(zip(lines, fonts, strict=True), start=1):
        end = place + len(line) + (number < len(lines))
        yield Line(number, place, end, font)
        place = end

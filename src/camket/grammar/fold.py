"""Fold a text once into the one form that rules are written for, and keep the way back to the source.

Real papers mix composed and decomposed letters, two habits of placing the tone mark, several dashes, quotes and
blanks, and a look-alike of `Đ`. Rules see one of each. A span is always handed out in the source's own offsets.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.model.span import Span

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c"
_LINES = "\r\u0085\u2028\u2029"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u2032\u0060\u00b4"
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys(_LINES, "\n"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        "\u00d0": "\u0110",  # Icelandic eth for Vietnamese Đ: alike on screen, another letter
        "\u0189": "\u0110",
        "\u01a2": "\u01af",  # what fonts of printed papers give for Ư
        "\u01a3": "\u01b0",
        "\u00f0": "\u0111",
        "\u2044": "/",
        "\u2215": "/",
        "\uff0f": "/",
        "\uff05": "%",
        "\u066a": "%",
        "\ufffd": "?",  # what a program could not read: a letter is lost there
        "\u0130": "I",  # the one letter whose lower case is longer than itself
    }
)
_REPLACED = {chr(odd): str(plain) for odd, plain in _SAME_LENGTH.items()}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_SOFT_HYPHEN = "\u00ad"
_SHOWN_HYPHEN = expression(rf"(?<=[\s\dA-ZĐ]){_SOFT_HYPHEN}(?=[\s\dA-ZĐ])")
"""Copies put the place to part a word where a hyphen was printed: no word is parted between blanks or capitals."""
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_MARKS = expression(f"[{_COMBINING}{_INVISIBLE}]+")
"""What is composed with the letter before it, or left out; a search passes over all else fastest."""
_HATS = "\u0302\u0306\u031b"
_TONE_FIRST = expression(f"([\u0300\u0301\u0303\u0309\u0323]+)([{_HATS}])")
"""What programs that convert half of a text leave: `ó` and a hat for `ố`, which is no letter that fonts show well."""
_SHORT = 400  # of what is folded again and again: names, titles, sentences
_HIDDEN = expression(f"[{_INVISIBLE}]+")
_LATIN = "\n…•" + "".join(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x250), *range(0x1EA0, 0x1EFA))))
_PLAIN = "".join(letter for letter in _LATIN if letter not in _REPLACED and letter != _SOFT_HYPHEN)
_ODD = expression(f"[^{re.escape(_PLAIN)}]")
"""What is replaced, composed or left out, and letters of other scripts: a text without those is composed as it is.

One set of letters, for that is what a search passes over fastest.
"""

_TONED = {"oa": "àáảãạ", "oe": "èéẻẽẹ", "uy": "ỳýỷỹỵ"}
_TONED_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}
_TONE_PLACES = {
    pair[0] + second: first + pair[1]
    for pair, seconds in _TONED.items()
    for first, second in zip(_TONED_FIRST[pair[0]], seconds, strict=True)
}
"""`oà` -> `òa`, `uỷ` -> `ủy` and so on."""
_AFTER_O, _AFTER_U = _TONED["oa"] + _TONED["oe"], _TONED["uy"]
_OPEN_O = expression(rf"o(?=[{_AFTER_O}](?![^\W\d_]|[{_COMBINING}]))")
_OPEN_U = expression(rf"u(?=[{_AFTER_U}](?![^\W\d_]|[{_COMBINING}]))(?<!qu)")
"""`hoà`, `thuỷ` end a syllable; `hoàn` does not; in `quý` the u belongs to the q. On text in lower case.

One letter, which is rare without a tone, is what a search passes over fastest of all.
"""
_WITH_Y = {"ỉ": "ỷ", "ì": "ỳ", "ĩ": "ỹ", "í": "ý"}
_SHORT_I = expression(r"[ỉìĩí](?!\w)(?:(?<=(?<!\w)(?:tỉ|kì|kĩ|kí|lí|mĩ))|(?<=(?<!\w)quí))")
"""Two habits of writing the same sound at a syllable's end: `tỉ lệ`, `tỷ lệ`. On text in lower case."""


class _Way(NamedTuple):
    """The way back from composed text: the runs of characters that were not one to one, all four of equal length.

    `at` and `lengths` are the places and lengths of the runs in the composed text, `starts` and `ends` theirs in the
    source.
    """

    at: array[int]
    lengths: array[int]
    starts: array[int]
    ends: array[int]

    def start(self, place: int) -> int:
        """Where the character at `place` begins in the source."""
        return self._at(place, self.starts)

    def end(self, place: int) -> int:
        """Where it ends there."""
        return self._at(place, self.ends, 1)

    def _at(self, place: int, inside: array[int], beyond: int = 0) -> int:
        run = bisect_right(self.at, place) - 1
        if run < 0:
            return place + beyond
        past = place - self.at[run] - self.lengths[run]
        return inside[run] if past < 0 else self.ends[run] + past + beyond

    def read_at(self, place: int) -> int:
        """The first character of the composed text that does not begin before `place` in the source."""
        run = bisect_left(self.starts, place) - 1
        place = place if run < 0 else self.at[run] + self.lengths[run] + max(0, place - self.ends[run])
        return min(place, self.at[run + 1]) if run + 1 < len(self.at) else place

    def between(self, first: int, last: int, shift: int) -> Iterator[_Run]:
        """The runs from place `first` up to `last`, as they are where the text before has grown by `shift`."""
        for run in range(max(0, bisect_right(self.at, first - 1) - 1), bisect_right(self.at, last - 1)):
            at = max(self.at[run], first)
            end = min(self.at[run] + self.lengths[run], last)
            if end >= at:
                yield _Run(at + shift, end - at, self.starts[run], self.ends[run])


class _Run(NamedTuple):
    """`length` characters from `at` on that stand for the source's from `start` to `end`."""

    at: int
    length: int
    start: int
    end: int


class Edit(NamedTuple):
    """What is read in place of `text[start:end]`."""

    start: int
    end: int
    written: str


class Folded:
    """The folded text with its map.

    Attributes:
        source: the text as the file has it.
        text: composed letters, one kind of blank, dash and quote, tone marks in one place; case kept.
        low: `text` in lower case and in one habit of `i` and `y`, of the same length.
    """

    __slots__ = ("_way", "low", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        text = source
        strange: list[str] = []
        for odd in set(_ODD.findall(source)):
            if odd in _REPLACED:
                text = text.replace(odd, _REPLACED[odd])
            else:
                strange.append(odd)
        self._way: _Way | None = None
        if strange:
            text = _SHOWN_HYPHEN.sub("-", text) if _SOFT_HYPHEN in strange else text
            if _is_apart(strange, text):
                text, self._way = _compose(text)
        self.text, self.low = _one_habit(text)

    @property
    def is_moved(self) -> bool:
        """Whether its letters may stand elsewhere than in the source."""
        return self._way is not None

    def span(self, start: int, end: int) -> Span:
        """The source's span of `text[start:end]`."""
        way = self._way
        if way is None:
            return Span(start, end)
        if start >= end:
            at = way.start(start) if start < len(self.text) else len(self.source)
            return Span(at, at)
        return Span(way.start(start), way.end(end - 1))

    def at(self, place: int) -> int:
        """Where the source's character at `place` is read: the first of the text that does not begin before it."""
        return place if self._way is None else self._way.read_at(place)

    def edited(self, edits: Iterable[Edit]) -> Folded:
        """The same text read otherwise at some places, given in order; a letter of an edit stands for all it replaces.

        Each edit replaces at least one letter, and none overlaps another.
        """
        made = Folded.__new__(Folded)
        made.source = self.source
        texts: list[str] = []
        lows: list[str] = []
        runs: list[_Run] = []
        last = shift = 0
        for start, end, written in edits:
            texts += (self.text[last:start], written)
            lows += (self.low[last:start], written.lower())
            if self._way is not None:
                runs += self._way.between(last, start, shift)
            if self._way is not None or not len(written) == end - start == 1:
                runs.append(_Run(start + shift, len(written), *self.span(start, end)))
            shift += len(written) - (end - start)
            last = end
        if self._way is not None:
            runs += self._way.between(last, len(self.text), shift)
        made.text, made.low = "".join((*texts, self.text[last:])), "".join((*lows, self.low[last:]))
        made._way = _Way(*(array("q", column) for column in zip(*runs, strict=True))) if runs else None
        return made

    def low_of(self, start: int, end: int) -> str:
        """The folded, lower-case form of a span of the source."""
        return self.low[start:end] if self._way is None else Folded(self.source[start:end]).low

    def quote(self, start: int, end: int) -> str:
        """The source's own characters of `text[start:end]`."""
        span = self.span(start, end)
        return self.source[span.start : span.end]


def _is_apart(strange: list[str], text: str) -> bool:
    """Whether a text with some strange letters has invisible ones, or marks that are to be composed."""
    hidden = any(map(_HIDDEN.match, strange))
    return hidden or any(hat in text for hat in _HATS) or not unicodedata.is_normalized("NFC", text)


def _one_habit(text: str) -> tuple[str, str]:
    """The text with `hoà`, `thuỷ` written `hòa`, `thủy`, and the same in lower case with `tỉ lệ` written `tỷ lệ`."""
    low = text.lower()
    tones = [found.start() for letter in (_OPEN_O, _OPEN_U) for found in letter.finditer(low)]
    if tones:
        tones.sort()
        text = _written_at(
            text, tones, [_as_printed(text[at : at + 2], _TONE_PLACES[low[at : at + 2]]) for at in tones]
        )
        low = _written_at(low, tones, [_TONE_PLACES[low[at : at + 2]] for at in tones])
    short = [found.start() for found in _SHORT_I.finditer(low)]
    return text, _written_at(low, short, [_WITH_Y[low[at]] for at in short]) if short else low


def _as_printed(old: str, new: str) -> str:
    """The letters of `new`, each a capital where that of `old` is one."""
    return "".join(letter.upper() if was.isupper() else letter for was, letter in zip(old, new, strict=True))


def _written_at(text: str, places: list[int], words: list[str]) -> str:
    """The text with each word written over what stands at its place."""
    pieces: list[str] = []
    last = 0
    for at, word in zip(places, words, strict=True):
        pieces += (text[last:at], word)
        last = at + len(word)
    return "".join((*pieces, text[last:]))


def _compose(source: str) -> tuple[str, _Way]:
    """Composed text without invisible characters, with the way back to `source`."""
    pieces: list[str] = []
    way = _Way(array("q"), array("q"), array("q"), array("q"))
    last = length = 0
    for marks in _MARKS.finditer(source):
        start, end = marks.span()
        start = max(0, start - 1)
        composed = _composed(source[start:end])
        pieces += (source[last:start], composed)
        length += start - last
        way.at.append(length)
        way.lengths.append(len(composed))
        way.starts.append(start)
        way.ends.append(end)
        length += len(composed)
        last = end
    pieces.append(source[last:])
    return "".join(pieces), way


@lru_cache(maxsize=1024)
def _composed(run: str) -> str:
    """A letter with its marks as one, what is invisible left out; papers have few different ones."""
    letters = _HIDDEN.sub("", run)
    return unicodedata.normalize("NFC", _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", letters)))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The folded, lower-case form of a short text such as a lexicon entry or a title; those asked for last are kept."""
    return Folded(text).low


def plain(text: str) -> str:
    """Folded without any mark, `đ` as `d`: for search by those who type without marks."""
    low = fold(text) if len(text) <= _SHORT else Folded(text).low  # whole papers are not worth keeping
    decomposed = unicodedata.normalize("NFD", low).replace("đ", "d")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

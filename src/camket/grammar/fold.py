"""Fold a text once into the one form that rules are written for, and keep the way back to the source.

Real papers mix composed and decomposed letters, two habits of placing the tone mark, several dashes, quotes and
blanks, and a look-alike of `Đ`. Rules see one of each. A span is always handed out in the source's own offsets.
"""

from __future__ import annotations

import re
import unicodedata
from array import array

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
        "\u00f0": "\u0111",
        "\u2044": "/",
        "\u2215": "/",
        "\uff0f": "/",
        "\uff05": "%",
        "\u066a": "%",
        "\u0130": "I",  # the one letter whose lower case is longer than itself
    }
)
_REPLACED = {chr(odd): str(plain) for odd, plain in _SAME_LENGTH.items()}
_ODD = re.compile(f"[{''.join(map(chr, sorted(set(_SAME_LENGTH))))}]".replace("\\", r"\\"))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_RUN = re.compile(f"[^{_COMBINING}{_INVISIBLE}]?[{_COMBINING}{_INVISIBLE}]+")
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")

_TONES = {"o": "òóỏõọ", "u": "ùúủũụ"}
_GLIDES = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}


def _tone_table() -> dict[str, str]:
    """`oà` -> `òa`, `uỷ` -> `ủy` and so on, in every mix of cases."""
    table = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for first_toned, second_toned in zip(_TONES[first], _GLIDES[second], strict=True):
            for upper_first in (False, True):
                for upper_second in (False, True):
                    old = (first.upper() if upper_first else first) + (
                        second_toned.upper() if upper_second else second_toned
                    )
                    new = (first_toned.upper() if upper_first else first_toned) + (
                        second.upper() if upper_second else second
                    )
                    table[old] = new
    return table


_TONE_PLACES = _tone_table()
_OPEN_SYLLABLE = re.compile(
    rf"(?:[ỳýỷỹỵỲÝỶỸỴ](?<=[uU].)(?<![qQ][uU].)|[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?<=[oO].))(?![^\W\d_]|[{_COMBINING}])"
)  # `hoà`, `thuỷ` end a syllable; `hoàn` does not; in `quý` the u belongs to the q


_WITH_Y = {"tỉ": "tỷ", "kì": "kỳ", "kĩ": "kỹ", "kí": "ký", "lí": "lý", "mĩ": "mỹ", "quí": "quý"}
_SHORT_I = re.compile(rf"(?<!\w)(?:{'|'.join(_WITH_Y)})(?!\w)")
"""Two habits of writing the same sound at a syllable's end: `tỉ lệ`, `tỷ lệ`."""


class Folded:
    """The folded text with its map.

    Attributes:
        source: the text as the file has it.
        text: composed letters, one kind of blank, dash and quote, tone marks in one place; case kept.
        low: `text` in lower case and in one habit of `i` and `y`, of the same length.
    """

    __slots__ = ("_ends", "_starts", "low", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        text = source
        for odd in set(_ODD.findall(source)):
            text = text.replace(odd, _REPLACED[odd])
        text, self._starts, self._ends = _compose(text)
        self.text = _one_tone_place(text)
        low = self.text.lower()
        self.low = _SHORT_I.sub(lambda found: _WITH_Y[found[0]], low) if any(map(low.__contains__, _WITH_Y)) else low

    def span(self, start: int, end: int) -> Span:
        """The source's span of `text[start:end]`."""
        if self._starts is None or self._ends is None:
            return Span(start, end)
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else len(self.source)
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def low_of(self, start: int, end: int) -> str:
        """The folded, lower-case form of a span of the source."""
        return self.low[start:end] if self._starts is None else fold(self.source[start:end])

    def quote(self, start: int, end: int) -> str:
        """The source's own characters of `text[start:end]`."""
        span = self.span(start, end)
        return self.source[span.start : span.end]


def _one_tone_place(text: str) -> str:
    """The text with `hoà`, `thuỷ` written `hòa`, `thủy`."""
    places = [found.start() - 1 for found in _OPEN_SYLLABLE.finditer(text)]
    if not places:
        return text
    pieces, last = [], 0
    for at in places:
        pieces += [text[last:at], _TONE_PLACES[text[at : at + 2]]]
        last = at + 2
    return "".join((*pieces, text[last:]))


def _compose(source: str) -> tuple[str, array[int] | None, array[int] | None]:
    """Composed text without invisible characters; where lengths changed, each character's start and end in `source`."""
    if unicodedata.is_normalized("NFC", source) and not _HIDDEN.search(source):
        return source, None, None
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    last = 0
    for run in _RUN.finditer(source):
        starts.extend(range(last, run.start()))
        ends.extend(range(last + 1, run.start() + 1))
        pieces.append(source[last : run.start()])
        composed = unicodedata.normalize("NFC", _HIDDEN.sub("", run[0]))
        pieces.append(composed)
        starts.extend([run.start()] * len(composed))
        ends.extend([run.end()] * len(composed))
        last = run.end()
    pieces.append(source[last:])
    starts.extend(range(last, len(source)))
    ends.extend(range(last + 1, len(source) + 1))
    return "".join(pieces), starts, ends


def fold(text: str) -> str:
    """The folded, lower-case form of a short text such as a lexicon entry."""
    return Folded(text).low


def plain(text: str) -> str:
    """Folded without any mark, `đ` as `d`: for search by those who type without marks."""
    decomposed = unicodedata.normalize("NFD", fold(text)).replace("đ", "d")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

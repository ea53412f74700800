"""The words of a paragraph or a cell to one line of text: where blanks stand, what a line's end has cut."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from camket.grammar.expression import expression
from camket.grammar.syllable import is_syllable
from camket.model.place import OnPage
from camket.read.pdf.boxes import Word
from camket.read.writer import Piece

_BLANK = Piece(" ")
_NO_GAP = 0.09
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AREA = expression(r"(?:^|[\d(/])(?:[kcdmh]?m)$", re.IGNORECASE)
_TEN = expression(r"(?:^|\D)10$")
_CUT_WORD = expression(r"(?:^|[^\w-])([a-z]{2,})-$")
_REST = expression(r"[a-z]{2,}")
_NUMBER, _SIGN = expression(r"\d+[a-z]?$"), expression(r"/[A-ZĐ\d]")
"""The number of a paper and its sign, between which a form leaves room: `Số: 12 /UBND`."""
_CUT = expression(r"\w[-–/]$")


def joined(words: Sequence[tuple[Word, int]], ends: Container[int]) -> list[Piece]:
    """The words with one blank between, each with its place.

    Args:
        words: words in the order of reading, with the numbers of their pages.
        ends: how many words were read where a line ends.
    """
    pieces: list[Piece] = []
    before = ""
    mark: Word | None = None
    for number, (word, page) in enumerate(words):
        text = word.text
        sticks = mark is not None and abs(word.left - mark.right) < _NO_GAP * word.size
        mark = word if word.raised else None
        if word.raised:
            text = _raised(text, before)
            sticks = True
            if not text:
                continue
        elif text[0] == "/" and _NUMBER.match(before) and _SIGN.match(text):
            sticks = True
        elif number in ends and _CUT.search(before):
            sticks = True
            if _is_hyphenated(before, text):
                pieces[-1] = pieces[-1]._replace(text=before[:-1])
        if pieces and not sticks:
            pieces.append(_BLANK)
        pieces.append(Piece(text, _place(word, page)))
        before = text
    return pieces


def _place(word: Word, page: int) -> OnPage:
    return OnPage(page, round(word.left, 2), round(word.top, 2), round(word.right, 2), round(word.bottom, 2), word.sure)


def _raised(mark: str, before: str) -> str:
    """What a raised mark says: the power of a measure is read, the mark of a note is not."""
    if mark in ("2", "3") and _AREA.search(before):
        return "²" if mark == "2" else "³"
    return mark.translate(_POWERS) if mark.isdigit() and _TEN.search(before) else ""


def _is_hyphenated(before: str, text: str) -> bool:
    """Whether the dash at the end of a line only says that the word goes on; Vietnamese words are never cut so."""
    cut, rest = _CUT_WORD.search(before), _REST.match(text)
    if cut is None or rest is None:
        return False
    return not (is_syllable(cut[1]) and is_syllable(rest[0]))

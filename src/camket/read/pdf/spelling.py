"""Letters as they are meant: composed, with the Vietnamese `đ`, without marks that only printing needs.

A page whose letters say nothing, because its fonts do not tell which letters they draw, is rubbish and is told so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.syllable import is_syllable

_MEANT = str.maketrans(
    {
        "\u00d0": "Đ",  # the Icelandic letter, which looks the same
        "\u00f0": "đ",
        "\u0189": "Đ",
        "\u0256": "đ",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\u2010": "-",
        "\u2011": "-",
        "\u0002": "-",  # PDFium's signs for the hyphen at the end of a line
        "\ufffe": "-",
        "\uf0b7": "•",  # bullets of the symbol fonts of Word
        "\uf0a7": "▪",
        "\uf0fc": "✓",
        "\uf02d": "-",
        "\uf02b": "+",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
    }
)
_TILDED = _MEANT | str.maketrans({"ñ": "đ", "Ñ": "Đ", "ð": "Đ"})
"""What gazettes of some provinces have in place of the two letters."""
_TILDED_WORD = expression(r"(?<!\w)ñ[^\W\d_]+")
_LEAST_TILDED = 2
_TO_MEND = expression("[" + "".join(re.escape(chr(code)) for code in _MEANT) + "\u0300-\u036f]")
_IMPOSSIBLE = expression(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LEAST_LETTERS, _RUBBISH = 20, 0.12
_WORD = expression(r"\S*[^\W\d_]\S*")
_NO_WORD = expression(r"[^\W\d_]\d[^\W\d_]|[^\W\d_][$&|!][^\W\d_]|(?<![\d.,])[^\W\d_]{2,}\d\W*$")
"""`c6c`, `H4nh`, `l$p`, `Nguy6`: what a recogniser without Vietnamese makes of letters with marks."""
_LEAST_WORDS, _MISREAD = 20, 0.06
_LETTERS = expression(r"[^\W\d_]+")
_MARKED, _BARE = 0.35, 0.3
"""Parts of a page's words: of Vietnamese ones two thirds and more bear marks, a tenth are whole without."""


def mending(text: str) -> Mapping[int, str | None] | None:
    """What the letters of a page are to be replaced by; None where no word of it is to be mended."""
    if "ñ" in text and "đ" not in text:
        words = _TILDED_WORD.findall(text)
        if sum(is_syllable(fold(f"đ{word[1:]}")) for word in words) >= _LEAST_TILDED:
            return _TILDED
    return _MEANT if _TO_MEND.search(text) is not None else None


def mended(word: str, letters: Mapping[int, str | None]) -> str:
    """A word as it is meant."""
    return unicodedata.normalize("NFC", word.translate(letters))


def is_rubbish(text: str) -> bool:
    """Whether so many of a page's letters are impossible ones that the rest cannot be trusted."""
    letters = sum(map(len, text.split()))
    return letters >= _LEAST_LETTERS and len(_IMPOSSIBLE.findall(text)) > _RUBBISH * letters


def is_misread(text: str) -> bool:
    """Whether the letters of a page come from a recogniser that knew no Vietnamese.

    It makes digits and signs of letters inside words, or leaves Vietnamese words without their marks. A page in another
    language has few words that are Vietnamese without marks.
    """
    words = _WORD.findall(text)
    if len(words) < _LEAST_WORDS:
        return False
    return sum(map(bool, map(_NO_WORD.search, words))) > _MISREAD * len(words) or _lost_its_marks(text)


def _lost_its_marks(text: str) -> bool:
    words = [word for word in map(fold, _LETTERS.findall(text)) if len(word) > 1]
    known = [word for word in words if is_syllable(word)]
    marked = sum(not word.isascii() for word in known)
    return marked < _MARKED * len(words) and len(known) - marked > _BARE * len(words)

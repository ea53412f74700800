"""A blank between two syllables that the recogniser passed over (`BẮCNINH`), put back where the picture shows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from camket.grammar.syllable import is_syllable
from camket.read.scan.ink import rows_of, stretches_of
from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_SHORTEST = 4
_GAP, _WIDER = 0.16, 1.7
"""A gap is a blank from so many heights of the word, and so many times as wide as the next widest."""
_NEAR = 0.12
"""How far from its place by count of letters the gap may stand, as a share of the word."""


def with_blanks(words: Iterable[Word], image: Image.Image) -> list[Word]:
    """The words, those of two syllables in two where a gap parts these in the picture."""
    return [part for word in words for part in _parts(word, image)]


def _parts(word: Word, image: Image.Image) -> Iterator[Word]:
    ends = _ends(word.text)
    gap = _gap(word, image) if ends else None
    if gap is None:
        yield word
        return
    left, right = gap
    share = ((left + right) / 2 - word.left) / max(word.right - word.left, 1.0)
    end = min(ends, key=lambda each: abs(each / len(word.text) - share))
    if abs(end / len(word.text) - share) > _NEAR:
        yield word
        return
    yield word._replace(text=word.text[:end], right=left)
    yield word._replace(text=word.text[end:], left=right)


def _ends(text: str) -> list[int]:
    """Where the first of two syllables may end; nowhere in what is a syllable, or no word of letters of one height."""
    low = unicodedata.normalize("NFC", text).lower()
    if len(low) != len(text) or len(text) < _SHORTEST or not text.isalpha() or is_syllable(low):
        return []
    if not (text.isupper() or text[1:].islower()):
        return []
    return [at for at in range(2, len(low) - 1) if is_syllable(low[:at]) and is_syllable(low[at:])]


def _gap(word: Word, image: Image.Image) -> tuple[float, float] | None:
    """The one gap in a word that is much wider than the others, from and up to."""
    left, rows = rows_of(word, image)
    gaps = sorted((after[0] - before[1], before[1]) for before, after in pairwise(stretches_of(rows)))
    if not gaps or gaps[-1][0] < _GAP * word.height:
        return None
    if len(gaps) > 1 and gaps[-1][0] < _WIDER * gaps[-2][0]:
        return None
    width, start = gaps[-1]
    return float(left + start), float(left + start + width)

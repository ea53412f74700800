"""`≥` and `≤`, which the recogniser of Vietnamese letters does not know: it reads `>` and `<`, and the picture tells.

The bar below the angle is looked for in the pixels. Without one the sign stays as it was read, and no digit is touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from camket.read.scan.ink import rows_of, stretches_of
from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_BARRED = {">": "≥", "<": "≤"}
_BELOW, _ABOVE = 0.3, 0.1
"""How far beyond the box of a word is looked: it may end above the bar. Shares of its height."""
_NARROWEST, _BROADEST = 0.5, 1.6
"""How broad the sign may be beside its height: a line below a whole word is broader."""
_LOWER = 0.6
_BAR, _ARM = 0.75, 0.65
"""Of the breadth of the sign the bar covers at least so much in one row; an arm of the angle at most so much."""


def with_bars(words: Iterable[Word], image: Image.Image) -> list[Word]:
    """The words, with the bars that their signs have in the picture."""
    return [_with_bar(word, image) if "<" in word.text or ">" in word.text else word for word in words]


def _with_bar(word: Word, image: Image.Image) -> Word:
    place = next(at for at, sign in enumerate(word.text) if sign in _BARRED)
    _, rows = rows_of(word, image, above=_ABOVE, below=_BELOW)
    stretches = stretches_of(rows)
    at = place if len(stretches) == len(word.text) or place <= 1 else place - len(word.text)
    if not -len(stretches) <= at < len(stretches) or not _has_bar(rows, *stretches[at]):
        return word
    return word._replace(text=word.text[:place] + _BARRED[word.text[place]] + word.text[place + 1 :])


def _has_bar(rows: list[bytes], left: int, right: int) -> bool:
    """Whether a stretch of columns holds an angle with a bar below it."""
    cut = [row[left:right] for row in rows]
    inked = [number for number, row in enumerate(cut) if any(row)]
    height, width = inked[-1] - inked[0] + 1, right - left
    if not _NARROWEST <= width / height <= _BROADEST:
        return False
    covered = [_longest(row) / width for row in cut[inked[0] : inked[-1] + 1]]
    bar = round(height * _LOWER)
    return max(covered[bar:]) >= _BAR and max(covered[: round(height / 2)]) <= _ARM


def _longest(row: bytes) -> int:
    return max(map(len, row.split(b"\0")))

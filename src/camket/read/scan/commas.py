"""A comma or a point between digits that the recogniser has passed over: `7,1` read as `71` is ten times as much.

The picture of the word tells: a small spot at the foot of the line stands between two digits. Where spots and digits
cannot be told apart one by one, the word stays as it was read; no digit is touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from camket.grammar.expression import expression
from camket.read.scan.ink import Blob, blobs_of, tall_ones
from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_NUMBER = expression(r"\d[\d.,]*\d")
_MARKS = ".,"
_LOW, _FOOT = 0.5, 0.6
"""How high a spot is at most, and how far down it begins, of the height of the digits."""
_LEAST, _BROADEST = 0.12, 0.35
"""How high a spot is at least and how broad at most: less is a speck, more is no mark."""
_SURE = 0.6
"""How sure a number is at most of which a mark was found so: people should look."""
_REACHES = 0.06
"""How far below the digits a comma reaches; a point stands on their line."""


def with_commas(words: Iterable[Word], image: Image.Image) -> list[Word]:
    """The words, with the marks between digits that the picture shows and the reading has not."""
    return [_with_commas(word, image) if _NUMBER.fullmatch(word.text) else word for word in words]


def _with_commas(word: Word, image: Image.Image) -> Word:
    _, blobs = blobs_of(word, image)
    digits = [letter for letter in word.text if letter.isdigit()]
    tall = tall_ones(blobs)
    low = [blob for blob in blobs if blob not in tall]
    if len(tall) != len(digits) or len(low) <= len(word.text) - len(digits):
        return word
    top, foot = min(blob.top for blob in tall), max(blob.bottom for blob in tall)
    if blobs[0] not in tall or blobs[-1] not in tall or not all(is_mark(blob, top, foot) for blob in low):
        return word
    rest = iter(digits)
    said = "".join(next(rest) if blob in tall else mark(blob, top, foot) for blob in blobs)
    return word._replace(text=said, sure=min(word.sure, _SURE))


def is_mark(blob: Blob, top: int, foot: int) -> bool:
    """Whether what stands between digits, which reach from `top` to `foot`, is a comma or a point."""
    height = foot - top
    small = _LEAST * height <= blob.height <= _LOW * height and _LEAST * height <= blob.width <= _BROADEST * height
    return small and blob.top >= top + _FOOT * height


def mark(blob: Blob, top: int, foot: int) -> str:
    """Which of the two it is."""
    return "," if blob.bottom > foot + _REACHES * (foot - top) else "."

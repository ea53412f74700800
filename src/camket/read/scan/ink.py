"""The ink of a word in its picture: rows of pixels, and the columns that its letters take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_DARK = 130
_TALL = 0.75
"""How high a digit is at least beside the highest of its number."""
_BELOW = 0.35
"""How far below a word its commas may reach, in heights of the word."""


class Blob(NamedTuple):
    """What stands in some columns: the first row and the one behind the last, and likewise the columns."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top


def rows_of(word: Word, image: Image.Image, *, above: float = 0.0, below: float = 0.0) -> tuple[int, list[bytes]]:
    """Where the picture of a word begins on the left, and its rows of pixels, 1 where there is ink.

    `above` and `below` are looked at too, in heights of the word. A line that goes on at both sides is that of a table.
    """
    top, bottom = word.top - above * word.height, word.bottom + below * word.height
    left = int(word.left) - 1
    picture = image.crop((left, int(top), int(word.right) + 2, int(bottom) + 1)).convert("L")
    pixels = picture.point(lambda value: int(value < _DARK)).tobytes()
    rows = [pixels[start : start + picture.width] for start in range(0, len(pixels), picture.width)]
    return left, [bytes(len(row)) if row[:1] == row[-1:] == b"\1" and row.count(0) <= 1 else row for row in rows]


def stretches_of(rows: list[bytes]) -> list[tuple[int, int]]:
    """The columns with ink, from and up to: mostly one stretch for each letter."""
    filled = [any(column) for column in zip(*rows, strict=True)]
    edges = [at for at in range(len(filled) + 1) if (at > 0 and filled[at - 1]) != (at < len(filled) and filled[at])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def blobs_of(word: Word, image: Image.Image) -> tuple[int, list[Blob]]:
    """The column of the picture from which they are counted, and what stands in a word and right below it."""
    begins, rows = rows_of(word, image, below=_BELOW)
    return begins, [_blob(rows, *stretch) for stretch in stretches_of(rows)]


def tall_ones(blobs: Sequence[Blob]) -> list[Blob]:
    """Those as high as digits are."""
    high = max((blob.height for blob in blobs), default=0)
    return [blob for blob in blobs if blob.height >= _TALL * high]


def _blob(rows: list[bytes], left: int, right: int) -> Blob:
    inked = [at for at, row in enumerate(rows) if any(row[left:right])]
    return Blob(inked[0], inked[-1] + 1, left, right)

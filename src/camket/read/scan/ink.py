"""The ink of a word in its picture: rows of pixels, and the columns that its letters take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_DARK = 130


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

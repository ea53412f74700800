"""The words in the cells of ruled tables.

A page with columns of numbers misleads the recogniser: it joins cells that stand beside each other, and loses lonely
figures. So the cells are cut out, put under one another in one narrow picture, and that is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image

from camket.read.scan.ruling import Box, Ruled
from camket.read.scan.tesseract import words_of
from camket.read.scan.word import Word

_INSET = 5
"""Pixels from the middle of a ruled line to where its cell begins."""
_MARGIN, _GAP = 30, 34
_TALLEST = 12_000
_DARK, _LEAST = 140, 12
_ROOM = 10
_WHITE = 255


class _Cut(NamedTuple):
    """A cell cut out: where it lies in the page, and where in the narrow picture it begins."""

    number: int
    left: int
    top: int
    picture: Image.Image
    down: int


def without_tables(image: Image.Image, tables: Sequence[Ruled]) -> Image.Image:
    """The picture with white paper where the tables stand."""
    rest = image.copy()
    for table in tables:
        rest.paste(_WHITE, (int(table.left) - 4, int(table.top) - 4, int(table.right) + 5, int(table.bottom) + 5))
    return rest


def words_in_cells(image: Image.Image, cells: Sequence[Box]) -> list[list[Word]]:
    """The words of each cell, in the recogniser's order."""
    words: list[list[Word]] = [[] for _ in cells]
    for strip in _strips(image, cells):
        for word in words_of(_under_one_another(strip), "block"):
            cut = next((each for each in reversed(strip) if word.centre >= each.down - _GAP / 2), strip[0])
            across, down = cut.left - _MARGIN, cut.top - cut.down
            words[cut.number].append(
                word._replace(
                    left=word.left + across, right=word.right + across, top=word.top + down, bottom=word.bottom + down
                )
            )
    return words


def _strips(image: Image.Image, cells: Sequence[Box]) -> Iterator[list[_Cut]]:
    """The letters of the cells that are not empty, as many at a time as one picture holds."""
    strip: list[_Cut] = []
    down = _MARGIN
    for number, cell in enumerate(cells):
        edges = _letters(image, cell)
        if edges is None:
            continue
        picture = image.crop(edges)
        if strip and down + picture.height > _TALLEST:
            yield strip
            strip, down = [], _MARGIN
        strip.append(_Cut(number, edges[0], edges[1], picture, down))
        down += picture.height + _GAP
    if strip:
        yield strip


def _letters(image: Image.Image, cell: Box) -> tuple[int, int, int, int] | None:
    """The edges of what stands in a cell; None of an empty one."""
    left, top = int(cell.left) + _INSET, int(cell.top) + _INSET
    right, bottom = int(cell.right) - _INSET + 1, int(cell.bottom) - _INSET + 1
    if right - left < _INSET or bottom - top < _INSET:
        return None
    ink = image.crop((left, top, right, bottom)).point(lambda value: _WHITE if value < _DARK else 0)
    box = ink.getbbox()
    if box is None or ink.histogram()[_WHITE] < _LEAST:
        return None
    return (
        max(left + box[0] - _ROOM, left), max(top + box[1] - _ROOM, top),
        min(left + box[2] + _ROOM, right), min(top + box[3] + _ROOM, bottom),
    )  # fmt: skip


def _under_one_another(strip: Sequence[_Cut]) -> Image.Image:
    width = max(cut.picture.width for cut in strip) + 2 * _MARGIN
    height = strip[-1].down + strip[-1].picture.height + _MARGIN
    whole = Image.new("L", (width, height), _WHITE)
    for cut in strip:
        whole.paste(cut.picture, (_MARGIN, cut.down))
    return whole

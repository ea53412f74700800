"""The words in the cells of ruled tables.

A page with columns of numbers misleads the recogniser: it joins cells that stand beside each other, and loses lonely
figures. So the cells are cut out, put under one another in one narrow picture, and that is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
_SURE, _SURER, _SURE_ENOUGH = 0.9, 0.1, 0.5
"""Below what surety of its least sure word a cell is read again; how much surer, and how sure, this must then be."""
_SMALLER = 0.9
"""The size of the second reading. Of 222 figures in ten tables 215 were right at full size, 219 with this one."""


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
    """The words of each cell, in the recogniser's order; an unsure cell is read again a little smaller.

    Of the two readings the second is taken where it is clearly surer; neither is changed.
    """
    words = _read(image, dict(enumerate(cells)))
    unsure = {at: cell for at, cell in enumerate(cells) if _least_sure(words.get(at, ())) < _SURE}
    for at, again in _read(image, unsure, _SMALLER).items():
        if _least_sure(again) >= max(_least_sure(words.get(at, ())) + _SURER, _SURE_ENOUGH):
            words[at] = again
    return [words.get(at, []) for at in range(len(cells))]


def _least_sure(words: Sequence[Word]) -> float:
    return min((word.sure for word in words), default=0.0)


def _read(image: Image.Image, cells: Mapping[int, Box], scale: float = 1.0) -> dict[int, list[Word]]:
    """The words of the cells by their numbers; nothing of those without letters."""
    words: dict[int, list[Word]] = defaultdict(list)
    for strip in _strips(image, cells):
        for found in words_of(_scaled(_under_one_another(strip), scale), "block"):
            word = found.scaled(1 / scale)
            cut = next((each for each in reversed(strip) if word.centre >= each.down - _GAP / 2), strip[0])
            across, down = cut.left - _MARGIN, cut.top - cut.down
            words[cut.number].append(
                word._replace(
                    left=word.left + across, right=word.right + across, top=word.top + down, bottom=word.bottom + down
                )
            )
    return words


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    if scale == 1:
        return image
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)


def _strips(image: Image.Image, cells: Mapping[int, Box]) -> Iterator[list[_Cut]]:
    """The letters of the cells that are not empty, as many at a time as one picture holds."""
    strip: list[_Cut] = []
    down = _MARGIN
    for number, cell in cells.items():
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

"""The words in the cells of ruled tables.

A page with columns of numbers misleads the recogniser: it joins cells that stand beside each other, and loses lonely
figures. So the cells are cut out, put under one another in one narrow picture, and that is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from PIL import Image

from camket.read.scan.ruling import Box, Ruled
from camket.read.scan.tesseract import words_of
from camket.read.scan.word import Word

INSET = 5
"""Pixels from the middle of a ruled line to where its cell begins."""
_MARGIN, _GAP = 30, 34
_TALLEST = 12_000
_DARK, _LEAST = 140, 12
_ROOM = 10
_WHITE = 255
_SURE, _SURER, _SURE_ENOUGH = 0.9, 0.1, 0.5
"""Below what surety of its least sure word a cell is read again; how much surer, and how sure, this must then be."""
SMALLER = 0.9
"""The size of the second reading. Of 222 figures in ten tables 215 were right at full size, 219 with this one."""

_FLAT, _BEYOND = 14, 0.6
"""Pixels from which ink is as high as letters, not a dash; how far it reaches beyond words, in their heights."""
_MOST_ALONE = 10
"""Cells of a table that are read alone, which takes a tenth of a second each."""


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

    Of the two readings the second is taken where it is clearly surer; neither is changed. A cell that holds more ink
    than the words found in it is read alone: beside others the recogniser may lose a line of it.
    """
    words = words_in(image, dict(enumerate(cells)))
    lost = [at for at, cell in enumerate(cells) if _has_lost(image, cell, words.get(at, ()))]
    for at in lost[:_MOST_ALONE]:
        alone = words_in(image, {at: cells[at]}).get(at, [])
        if _letters_of(alone) > _letters_of(words.get(at, ())) and least_sure(alone) >= _SURE_ENOUGH:
            words[at] = alone
    unsure = {at: cell for at, cell in enumerate(cells) if least_sure(words.get(at, ())) < _SURE}
    for at, again in words_in(image, unsure, SMALLER).items():
        if least_sure(again) >= max(least_sure(words.get(at, ())) + _SURER, _SURE_ENOUGH):
            words[at] = again
    return [words.get(at, []) for at in range(len(cells))]


def _has_lost(image: Image.Image, cell: Box, words: Sequence[Word]) -> bool:
    """Whether letters stand in a cell above, below or beside all words that were found in it."""
    edges = _letters(image, cell)
    if edges is None or edges[3] - edges[1] - 2 * _ROOM < _FLAT:
        return False
    if not words:
        return True
    reach = _BEYOND * median(word.height for word in words) + _ROOM
    return (
        min(word.top for word in words) - edges[1] > reach
        or edges[3] - max(word.bottom for word in words) > reach
        or min(word.left for word in words) - edges[0] > 2 * reach
        or edges[2] - max(word.right for word in words) > 2 * reach
    )


def _letters_of(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)


def least_sure(words: Sequence[Word]) -> float:
    """How sure the least sure of some words is; 0 of none."""
    return min((word.sure for word in words), default=0.0)


def words_in(image: Image.Image, cells: Mapping[int, Box], scale: float = 1.0) -> dict[int, list[Word]]:
    """The words of cells, or of lines given as such, by their numbers; nothing of those without letters.

    Raises:
        ReadError: see `camket.read.scan.tesseract.words_of`.
    """
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
    left, top = int(cell.left) + INSET, int(cell.top) + INSET
    right, bottom = int(cell.right) - INSET + 1, int(cell.bottom) - INSET + 1
    if right - left < INSET or bottom - top < INSET:
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

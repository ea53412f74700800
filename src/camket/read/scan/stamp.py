"""Red ink in the head of the first page: the stamp of a secret is red, and is looked for before red ink is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageOps

from camket.read.scan.fold import folded
from camket.read.scan.lines import Line, lines_of, runs_of
from camket.read.scan.prepare import Prepared, on_white, prepared
from camket.read.scan.tesseract import words_of

if TYPE_CHECKING:
    from camket.read.scan.word import Word

_HEAD = 0.4
_RED, _LEAST = 60, 0.0003
_SURE = 0.3
_STAMPS = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}


def red_words(image: Image.Image, dpi: float, turned: int) -> tuple[Prepared, list[Word]] | None:
    """The words in red ink in the upper part of a page, with the picture they were read in; None where it has none."""
    if image.mode in ("1", "L", "F") or image.mode.startswith("I"):
        return None
    red, green, blue = on_white(image).rotate(-turned, expand=True).split()
    ink = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    ink = ink.crop((0, 0, ink.width, round(ink.height * _HEAD)))
    coloured = sum(ink.histogram()[_RED:])
    if coloured < _LEAST * ink.width * ink.height:
        return None
    ready = prepared(ImageOps.invert(ImageOps.autocontrast(ink)), dpi)
    words = [word for word in words_of(ready.image, "sparse") if word.sure >= _SURE]
    return (ready, words) if words else None


def stamped(words: list[Word]) -> list[Line]:
    """The lines of such words, the words of a stamp with their marks."""
    return [with_marks(line) for line in lines_of(runs_of(words))]


def with_marks(line: Line) -> Line:
    """A line that is a stamp of secrecy but for the marks on its letters, with the marks; others as they are."""
    right = _STAMPS.get(folded(line.text))
    if right is None or not line.text.isupper() or len(line.runs) > 1:
        return line
    words = [word._replace(text=text) for word, text in zip(line.words, right.split(), strict=True)]
    return Line((line.runs[0]._replace(words=tuple(words)),))

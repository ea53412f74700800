"""Digits compared with the other digits of their page, where the recogniser is not sure of a number.

Among the cells of a table it takes `54,9` for `51,9`, `67` for `G7`, `5 tháng` for `o tháng`. The page itself holds a
hundred digits of the same print of which it was sure: what looks like these, and like no others, is what stands there.
A number is changed only where each of its digits is told so, and is then no surer than what people should look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import sub
from typing import NamedTuple

from PIL import Image

from camket.grammar.expression import expression
from camket.read.scan.commas import is_mark, mark
from camket.read.scan.ink import Blob, blobs_of, tall_ones
from camket.read.scan.word import Word

_DIGITS = "0123456789"
_NUMBER = expression(r"\d[\d.,]*")
_DOUBTED = expression(r"(?=[^\d]*\d)[\d.,]*(?:[^\W_][\d.,]*|/[\d.,]*){0,2}")
"""What may be a number: digits with at most two other letters."""
_LONE = expression(r"[oOSGBqzT°?]")
"""What a digit alone is taken for, in a cell or before what is counted."""
_BEHIND = expression(r"%?[;:)]{0,2}$")
_COUNTED = frozenset(("tháng", "năm", "quý", "ngày", "tuần"))
_SURE = 0.955
"""From here on a number shows what its digits look like; below, it is looked at."""
_CHANGED = 0.6
_SAMPLES, _CLASSES, _NEIGHBOURS = 8, 4, 3
"""Samples of a digit that are kept, digits that must be known, samples that a glyph is compared with in the end."""
_HIGH, _WIDE, _WHITE = 16, 20, 255
_NEAR, _PLAINLY = 15.0, 1.5
"""How far a digit is from its like at most, in shades of grey a pixel, and how much nearer than to any other digit.

Of 4,371 digits in tables of five prints the farthest from its like was 22, all but three were within 16.5.
"""
_BROAD = 1.2
"""How broad a percent sign is at least, in digits."""


class Shapes(NamedTuple):
    """What the digits of a paper look like, each in some samples of one size."""

    samples: dict[str, list[bytes]]

    def digit(self, glyph: bytes) -> str | None:
        """The digit that a glyph shows; None where it is like none, or like two."""
        told = sorted((_distance(glyph, some), digit) for digit, some in self.samples.items())
        if len(told) < _CLASSES or told[0][0] > _NEAR or told[1][0] < _PLAINLY * told[0][0]:
            return None
        return told[0][1]


def shapes_of(words: Sequence[Word], image: Image.Image, before: Shapes | None = None) -> Shapes:
    """The digits of the numbers that the recogniser is sure of; of digits seldom on this page those of pages before."""
    samples: dict[str, list[bytes]] = {digit: [] for digit in _DIGITS}
    for word in words:
        wanted = any(len(samples[letter]) < _SAMPLES for letter in word.text if letter in samples)
        if wanted and word.sure >= _SURE and _NUMBER.fullmatch(word.text):
            for digit, glyph in _glyphs(word, image):
                if len(samples[digit]) < _SAMPLES:
                    samples[digit].append(glyph)
    for digit, some in before.samples.items() if before is not None else ():
        samples[digit] += some[: _SAMPLES - len(samples[digit])]
    return Shapes({digit: some for digit, some in samples.items() if some})


def _glyphs(word: Word, image: Image.Image) -> Iterator[tuple[str, bytes]]:
    """The digits of a number with what each looks like; of one whose letters do not stand apart none."""
    begins, blobs = blobs_of(word, image)
    for letter, blob in zip(word.text, blobs, strict=True) if len(blobs) == len(word.text) else ():
        if letter.isdigit():
            yield letter, _glyph(word, begins, blob, image)


def with_digits(words: Sequence[Word], image: Image.Image, shapes: Shapes) -> list[Word]:
    """The words, the doubted numbers among them as their digits look."""
    return [_as_it_looks(word, image, shapes) if _is_doubted(words, at) else word for at, word in enumerate(words)]


def _is_doubted(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.sure >= _SURE:
        return False
    if _DOUBTED.fullmatch(_BEHIND.sub("", word.text)):
        return True
    counted = at + 1 < len(words) and words[at + 1].text in _COUNTED
    return _LONE.fullmatch(word.text) is not None and (counted or len(words) == 1)


def _as_it_looks(word: Word, image: Image.Image, shapes: Shapes) -> Word:
    """The word as its shapes tell, where all of them do."""
    begins, blobs = blobs_of(word, image)
    behind = "".join(_BEHIND.findall(word.text))
    digits = blobs[: len(blobs) - len(behind)]
    said = _said(word, begins, digits, image, shapes)
    if not said or said + behind == word.text:
        return word
    if behind[:1] == "%" and blobs[len(digits)].width < _BROAD * max(blob.width for blob in digits):
        return word
    return word._replace(text=said + behind, sure=min(word.sure, _CHANGED))


def _said(word: Word, begins: int, blobs: Sequence[Blob], image: Image.Image, shapes: Shapes) -> str:
    """The digits and marks that some blobs show; empty where one of them shows none."""
    tall = tall_ones(blobs)
    if not tall or blobs[0] not in tall:
        return ""
    top, foot = min(blob.top for blob in tall), max(blob.bottom for blob in tall)
    said = ""
    for blob in blobs:
        if blob in tall:
            read = shapes.digit(_glyph(word, begins, blob, image))
        else:
            read = mark(blob, top, foot) if is_mark(blob, top, foot) else None
        if read is None:
            return ""
        said += read
    return said


def _glyph(word: Word, begins: int, blob: Blob, image: Image.Image) -> bytes:
    """What stands in a blob, as high as all are, in the middle of white paper."""
    left, top = begins + blob.left, int(word.top) + blob.top
    shown = image.crop((left, top, left + blob.width, top + blob.height)).convert("L")
    width = min(max(round(blob.width * _HIGH / blob.height), 1), _WIDE)
    paper = Image.new("L", (_WIDE, _HIGH), _WHITE)
    paper.paste(shown.resize((width, _HIGH), Image.Resampling.BOX), ((_WIDE - width) // 2, 0))
    return paper.tobytes()


def _distance(glyph: bytes, samples: Iterable[bytes]) -> float:
    """How far a glyph is from the samples it is most like."""
    near = sorted(sum(map(abs, map(sub, glyph, one))) for one in samples)[:_NEIGHBOURS]
    return float(sum(near)) / (len(near) * len(glyph))

"""What a recogniser of letters gets wrong in Roman numerals and dashes, mended where the picture itself says it.

`III` is read as `IH` or `TIII`, for no word of the language looks so. Where a numeral must stand, after `quý` and at
the head of a heading, its upright strokes are counted in the picture. Arabic figures are never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from camket.grammar.expression import expression
from camket.read.scan.lines import Line, Run, run_of
from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_QUARTER = expression(r"(?:[IlHT1|!]{1,5}|[IT1l]V)(?=[/⁄.,;:)]|$)")
_HEADING = expression(r"(?=[^\d]*[IH])[IHTl1]{1,4}(?:L$|L?[.](?=$|[A-ZĐ])|-$)")
_MOST_STROKES = 3
_UPPER, _MIDDLE, _LOWER = 0.32, 0.52, 0.7
_LOW = 0.4
"""How high a word is at least, beside the usual one of its page; superscripts are half as high."""
_SHIFT, _DARK = 0.06, 110
_DASHES = expression(r"(?<![-–—~])[-–—~]{2,3}(?![-–—~])")
_SLASH = expression("/?⁄")


def mended(lines: Sequence[Line], image: Image.Image) -> list[Line]:
    """The lines with such words mended; those that are no writing are left out."""
    heights = [word.height for line in lines for word in line.words]
    least = _LOW * median(heights) if heights else 0.0
    kept = [line for line in lines if _is_writing(line, least)]
    ends = ["", *(line.words[-1].text for line in kept)]
    return [
        Line(tuple(_run(line, number, image, before) for number in range(len(line.runs))))
        for line, before in zip(kept, ends, strict=False)
    ]


def _is_writing(line: Line, least: float) -> bool:
    """Whether a line has letters or digits, and these are not only marks torn off the letters of the line below."""
    return any(map(str.isalnum, line.text)) and max(word.height for word in line.words) >= least


def _run(line: Line, number: int, image: Image.Image, before: str) -> Run:
    """A run of a line; the line before it ends in the word `before`."""
    words = line.runs[number].words
    opens = number == 0
    ends = [before if opens else "", *(word.text for word in words)]
    return run_of([_word(words, at, image, ends[at], opens=opens and at == 0) for at in range(len(words))])


def _word(words: Sequence[Word], at: int, image: Image.Image, before: str, *, opens: bool) -> Word:
    word = words[at]
    text = _DASHES.sub("–", _SLASH.sub("/", word.text).replace("¬", "-"))
    if before.lower() == "quý":
        text = _quarter(text, word, image)
    elif opens and len(words) > 1 and words[1].text[:1].isupper():
        text = _heading(text, word, image)
    return word._replace(text=text)


def _quarter(text: str, word: Word, image: Image.Image) -> str:
    found = _QUARTER.match(text)
    if found is None or found[0] == "1":
        return text
    if found[0].endswith("V"):
        return "IV" + text[found.end() :]
    strokes = count_strokes(image, word)
    return "I" * strokes + text[found.end() :] if 0 < strokes <= _MOST_STROKES else text


def _heading(text: str, word: Word, image: Image.Image) -> str:
    found = _HEADING.match(text)
    strokes = count_strokes(image, word) if found else 0
    if found is None or not 0 < strokes <= _MOST_STROKES:
        return text
    mark = "." if found[0][-1] == "L" else found[0][-1]
    return "I" * strokes + mark + text[found.end() :]


def count_strokes(image: Image.Image, word: Word) -> int:
    """How many upright strokes a word begins with, with nothing between them; 0 where it has other strokes there."""
    picture = image.crop((int(word.left) - 2, int(word.top), int(word.right) + 2, int(word.bottom)))
    upper, middle, lower = (_strokes(picture, height) for height in (_UPPER, _MIDDLE, _LOWER))
    near = max(_SHIFT * picture.height, 1.5)
    count = 0
    for one, two, three in zip(upper, middle, lower, strict=False):
        if max(abs(one - two), abs(two - three)) > near:
            break
        count += 1
    return count


def _strokes(picture: Image.Image, height: float) -> list[float]:
    """The middles of the dark stretches along one row of pixels, from the left."""
    row = round(picture.height * height)
    dark = [at for at, value in enumerate(picture.crop((0, row, picture.width, row + 1)).tobytes()) if value < _DARK]
    stretches: list[list[int]] = []
    for at in dark:
        if stretches and at - stretches[-1][-1] <= 1:
            stretches[-1].append(at)
        else:
            stretches.append([at])
    return [(one[0] + one[-1]) / 2 for one in stretches]

"""Commas and points between digits are seen in the picture where the recogniser has passed over them."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from camket.read.scan.commas import with_commas
from camket.read.scan.word import Word

FONT = ImageFont.truetype("DejaVuSerif.ttf", 46)


def _read(shown: str, said: str, *, speck: tuple[int, int, int, int] | None = None) -> Word:
    """A word as the recogniser says it, with the picture of what stands there; its box ends at the foot of digits."""
    image = Image.new("L", (420, 120), 255)
    draw = ImageDraw.Draw(image)
    left = 20.0
    for letter in shown:  # a little apart, as in print of this size
        draw.text((left, 20), letter, font=FONT, fill=0)
        left += draw.textlength(letter, font=FONT) + 2
    if speck:
        draw.rectangle(speck, fill=0)
    _, top, _, bottom = draw.textbbox((20, 20), "8", font=FONT)
    return with_commas([Word(said, 20, top, left, bottom, 0.93)], image)[0]


@pytest.mark.parametrize(
    ("shown", "said", "found"),
    [
        ("7,1", "71", "7,1"),
        ("12,65", "1265", "12,65"),
        ("9.870", "9870", "9.870"),
        ("1.234,5", "1.2345", "1.234,5"),
        ("1.234,5", "12345", "1.234,5"),
        ("2025", "2025", "2025"),
        ("7,1", "7,1", "7,1"),
        ("9.870", "9.870", "9.870"),
        ("7,1%", "71%", "71%"),  # more than digits: left alone
        ("771", "71", "71"),  # not all digits were read
    ],
)
def test_marks_between_digits(shown: str, said: str, found: str) -> None:
    word = _read(shown, said)
    assert word.text == found
    assert word.sure == (0.6 if found != said else 0.93)


@pytest.mark.parametrize("speck", [(49, 62, 50, 63), (49, 30, 54, 36), (49, 60, 50, 90)])
def test_a_speck_is_no_mark(speck: tuple[int, int, int, int]) -> None:
    assert _read("7 1", "71", speck=speck).text == "71"

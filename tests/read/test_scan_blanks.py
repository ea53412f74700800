"""A blank that the recogniser passed over is put back where the picture shows it, and only there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image, ImageDraw

from camket.read.scan.blanks import with_blanks
from camket.read.scan.word import Word


def parts(text: str, gaps: list[int]) -> list[str]:
    """A word of strokes, one for each letter, with these gaps between them, as it is read."""
    picture = Image.new("L", (400, 80), 255)
    draw = ImageDraw.Draw(picture)
    left = 20
    for place in range(len(text)):
        draw.rectangle((left, 20, left + 11, 49), fill=0)
        left += 12 + (gaps[place] if place < len(gaps) else 0)
    word = Word(text, 20, 18, left, 50, 0.9)
    found = with_blanks([word], picture)
    assert all(one.right <= two.left for one, two in pairwise(found))
    return [each.text for each in found]


CASES = [
    ("a name in capitals", "BẮCNINH", [3, 3, 12, 3, 3, 3], ["BẮC", "NINH"]),
    ("small letters", "ngânsách", [3, 3, 3, 12, 3, 3, 3], ["ngân", "sách"]),
    ("no gap", "BẮCNINH", [3, 3, 4, 3, 3, 3], ["BẮCNINH"]),
    ("two wide gaps", "BẮCNINH", [3, 3, 12, 3, 11, 3], ["BẮCNINH"]),
    ("a gap within a syllable", "BẮCNINH", [12, 3, 3, 3, 3, 3], ["BẮCNINH"]),
    ("one syllable", "NGHIÊNG", [3, 3, 12, 3, 3, 3], ["NGHIÊNG"]),
    ("no syllables", "COVID", [3, 3, 12, 3], ["COVID"]),
    ("an abbreviation", "UBND", [3, 12, 3], ["UBND"]),
    ("a digit", "GRDP2025", [3, 3, 3, 12, 3, 3, 3], ["GRDP2025"]),
]


@pytest.mark.parametrize(("text", "gaps", "read"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_word_of_two_syllables_with_a_gap_is_two(text: str, gaps: list[int], read: list[str]) -> None:
    assert parts(text, gaps) == read

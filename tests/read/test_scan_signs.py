"""The bars of `≥` and `≤` are seen in the picture; the recogniser of Vietnamese letters knows no such sign."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from camket.read.scan.signs import with_bars
from camket.read.scan.word import Word

WHITE, BLACK = 255, 0


def sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (200, 80), WHITE)
    return picture, ImageDraw.Draw(picture)


def angle(draw: ImageDraw.ImageDraw, left: int, *, opens: str, bar: bool) -> None:
    """`>` or `<`, 24 pixels broad, in the height of a digit."""
    back, front = (left, left + 24) if opens == ">" else (left + 24, left)
    draw.line([(back, 20), (front, 31), (back, 42)], fill=BLACK, width=3)
    if bar:
        draw.rectangle((left, 47, left + 24, 49), fill=BLACK)


def nine(draw: ImageDraw.ImageDraw, left: int) -> None:
    draw.ellipse((left, 20, left + 16, 34), outline=BLACK, width=3)
    draw.line([(left + 15, 28), (left + 6, 49)], fill=BLACK, width=3)


def signs(text: str, opens: str, *, bar: bool, before: int = 0, ruled: bool = False, underlined: bool = False) -> str:
    """The word as it is read with the bars of its picture: a sign and behind it two digits."""
    picture, draw = sheet()
    if before:
        draw.arc((40, 18, 52, 52), 90, 270, fill=BLACK, width=3)
    left = 50 + before
    angle(draw, left, opens=opens, bar=bar)
    right = left + 24
    for place in range(sum(map(str.isdigit, text))):
        nine(draw, left + 34 + 22 * place)
        right = left + 51 + 22 * place
    if ruled:
        draw.rectangle((0, 56, 199, 58), fill=BLACK)
    if underlined:
        draw.rectangle((left, 52, right, 54), fill=BLACK)
    word = Word(text, 38 if before else left, 18, right, 50, 0.9)
    return with_bars([word], picture)[0].text


CASES = [
    ("at least", signs(">99", ">", bar=True), "≥99"),
    ("at most", signs("<99", "<", bar=True), "≤99"),
    ("more", signs(">99", ">", bar=False), ">99"),
    ("less", signs("<99", "<", bar=False), "<99"),
    ("a sign alone", signs(">", ">", bar=True), "≥"),
    ("more, alone", signs(">", ">", bar=False), ">"),
    ("behind a bracket", signs("(<9", "<", bar=True, before=12), "(≤9"),
    ("in a cell", signs(">99", ">", bar=True, ruled=True), "≥99"),
    ("more, in a cell", signs(">99", ">", bar=False, ruled=True), ">99"),
    ("more, alone in a cell", signs(">", ">", bar=False, ruled=True), ">"),
    ("more, a line below the word", signs(">99", ">", bar=False, underlined=True), ">99"),
    ("a digit stays", signs("299", ">", bar=True), "299"),
]


@pytest.mark.parametrize(("read", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_sign_has_the_bar_that_is_seen(read: str, text: str) -> None:
    assert read == text


def test_a_word_outside_of_the_picture_stays() -> None:
    picture, _ = sheet()
    assert with_bars([Word(">9", 190, 70, 230, 95, 0.9)], picture)[0].text == ">9"

"""A number that the recogniser doubts is read by the other digits of its page."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from camket.read.scan.shapes import Shapes, shapes_of, with_digits
from camket.read.scan.word import Word

FONT, OTHER = "DejaVuSerif.ttf", "DejaVuSans-Bold.ttf"
SIZE = 44
SURE, DOUBTED = 0.97, 0.9
PAGE = ("20.418", "57,3", "69.204", "1.385", "7,96", "4.850", "2.137", "96,8")


class _Paper:
    """A page with words in print, and as the recogniser says them."""

    def __init__(self, font: str = FONT) -> None:
        self.image = Image.new("L", (900, 1600), 255)
        self.font = ImageFont.truetype(font, SIZE)
        self.down = 20

    def word(self, shown: str, said: str, sure: float) -> Word:
        """Print a word in a line of its own, letters a little apart as in print."""
        draw, left = ImageDraw.Draw(self.image), 30.0
        for letter in shown:
            draw.text((left, self.down), letter, font=self.font, fill=0)
            left += draw.textlength(letter, font=self.font) + 2
        _, top, _, bottom = draw.textbbox((30, self.down), "8", font=self.font)
        self.down += 90
        return Word(said, 30, top, left, bottom, sure)

    def shapes(self, numbers: tuple[str, ...] = PAGE) -> Shapes:
        """What the digits of some numbers look like of which the recogniser is sure."""
        return shapes_of([self.word(number, number, SURE) for number in numbers], self.image)


CASES = [
    ("54,9", "51,9", "54,9"),
    ("67", "G7", "67"),
    ("507", "S07", "507"),
    ("54,24", "541,24", "54,24"),
    ("37,4", "3/,4", "37,4"),
    ("1.625", "1.625", "1.625"),
    ("5", "o", "5"),  # alone in its cell
    ("64%", "G4%", "64%"),
    ("36);", "3G);", "36);"),
]


@pytest.mark.parametrize(("shown", "said", "meant"), CASES)
def test_a_doubted_number_is_read_by_its_shapes(shown: str, said: str, meant: str) -> None:
    paper = _Paper()
    shapes = paper.shapes()
    (word,) = with_digits([paper.word(shown, said, DOUBTED)], paper.image, shapes)
    assert word.text == meant
    assert word.sure == (0.6 if meant != said else DOUBTED)


@pytest.mark.parametrize(
    ("shown", "said", "sure"),
    [
        ("54,9", "51,9", SURE),  # surely read: not looked at
        ("S07", "S07", DOUBTED),  # a letter that is one
        ("B2", "B2", DOUBTED),
        ("o", "o", DOUBTED),
        ("A54", "A54", DOUBTED),
        ("5-6", "5-6", DOUBTED),
    ],
)
def test_what_looks_like_no_digit_stays(shown: str, said: str, sure: float) -> None:
    paper = _Paper()
    shapes = paper.shapes()
    assert with_digits([word := paper.word(shown, said, sure)], paper.image, shapes) == [word]


def test_a_digit_of_which_no_other_is_known_stays() -> None:
    paper = _Paper()
    shapes = paper.shapes(("20.118", "57,3", "2.137"))
    assert with_digits([word := paper.word("94", "91", DOUBTED)], paper.image, shapes) == [word]


def test_digits_of_another_print_tell_nothing() -> None:
    paper, other = _Paper(), _Paper(OTHER)
    assert with_digits([word := other.word("54,9", "51,9", DOUBTED)], other.image, paper.shapes()) == [word]


def test_the_digits_of_the_page_before_help() -> None:
    paper, after = _Paper(), _Paper()
    shapes = shapes_of([after.word("20", "20", SURE)], after.image, paper.shapes())
    (word,) = with_digits([after.word("507", "S07", DOUBTED)], after.image, shapes)
    assert word.text == "507"


@pytest.mark.parametrize(("following", "meant"), [("tháng", "5"), ("Thu", "o")])
def test_a_letter_alone_is_a_digit_before_what_is_counted(following: str, meant: str) -> None:
    paper = _Paper()
    shapes = paper.shapes()
    said = [paper.word("5", "o", DOUBTED), paper.word(following, following, SURE)]
    assert with_digits(said, paper.image, shapes)[0].text == meant

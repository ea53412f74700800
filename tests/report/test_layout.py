from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from camket.report.layout import Cell, shortened, shown_width, table, wrap

WORDS = st.text(st.sampled_from("aâđê ộừ"), max_size=60)


def test_decomposed_letters_take_no_room() -> None:
    composed = "tỷ lệ hộ nghèo"
    assert shown_width(unicodedata.normalize("NFD", composed)) == len(composed)


def test_columns_are_aligned_in_either_form_of_letters() -> None:
    rows = [[Cell("tỷ lệ"), Cell("1")], [Cell(unicodedata.normalize("NFD", "số hộ nghèo")), Cell("2")]]
    lines = table(["Tên", "Số"], rows, 40)
    assert [shown_width(line[: line.rindex(last)]) for line, last in zip(lines[2:], "12", strict=True)] == [13, 13]


@given(WORDS, st.integers(min_value=1, max_value=30))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(shown_width, lines)) <= width


@given(st.lists(st.tuples(WORDS, WORDS), max_size=5), st.integers(min_value=20, max_value=80))
def test_a_table_is_no_wider_than_asked_where_words_are_short(rows: list[tuple[str, str]], width: int) -> None:
    short = [[Cell(" ".join(wrap(cell, 5))) for cell in row] for row in rows]
    assert all(shown_width(line) <= width for line in table(["Cột một", "Cột hai"], short, width))


@given(WORDS, st.integers(1, 20))
def test_a_shortened_text_fits_and_begins_as_the_text(text: str, width: int) -> None:
    short = shortened(text, width)
    assert shown_width(short) <= width
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


def test_a_text_that_fits_is_not_shortened() -> None:
    assert shortened("Thu ngân  sách", 14) == "Thu ngân sách"
    assert shortened("Thu ngân sách, nhà nước", 16) == "Thu ngân sách…"

"""The words of a text as search sees them."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.grammar.words import words


@pytest.mark.parametrize(
    ("text", "exact", "bare"),
    [
        ("Đầu tư công", "đầu tư công", "dau tu cong"),
        ("tỉ lệ, kĩ thuật", "tỷ lệ kỹ thuật", "ti le ki thuat"),
        ("ti le", "ti le", "ti le"),
        ("quý III/2024", "quý iii 2024", "qui iii 2024"),
        ("tay, tai", "tay tai", "tay tai"),
        ("hoà, hóa, thuỷ", "hòa hóa thủy", "hoa hoa thuy"),
        ("Số: 18/KH-UBND", "số 18 kh ubnd", "so 18 kh ubnd"),
        ("tăng 8,75%", "tăng 8 75", "tang 8 75"),
        ("a_b", "a b", "a b"),
        ("\u00d0à Nẵng", "đà nẵng", "da nang"),
        ("", "", ""),
        ("—!?", "", ""),
    ],
)
def test_words_with_and_without_marks(text: str, exact: str, bare: str) -> None:
    found = list(words(text))
    assert " ".join(word.exact for word in found) == exact
    assert " ".join(word.bare for word in found) == bare


def test_decomposed_letters_are_the_same_words_at_their_own_places() -> None:
    text = "Thu ngân sách đạt 5 tỷ"
    typed = unicodedata.normalize("NFD", text)
    assert [word[:2] for word in words(typed)] == [word[:2] for word in words(text)]
    assert [unicodedata.normalize("NFC", typed[word.start : word.end]) for word in words(typed)] == text.split()


@given(st.text(max_size=80))
def test_words_stand_where_they_say_in_order(text: str) -> None:
    found = list(words(text))
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(word.exact and " " not in word.exact for word in found)

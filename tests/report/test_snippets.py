"""What is shown of a text in which words were found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.grammar.words import words
from camket.report.snippets import snippet

TEXT = (
    "Năm 2023, sản xuất gặp khó khăn. " * 20
    + "Tốc độ tăng trưởng GRDP năm 2024 ước đạt 6,03%, thu ngân sách vượt dự toán. "
    + "Công tác cán bộ được quan tâm. " * 20
)


def hits(text: str, query: str, *, exact: bool = True, phrase: bool = False) -> list[str]:
    wanted = [word.exact if exact else word.bare for word in words(query)]
    return [piece.text for piece in snippet(text, wanted, exact=exact, phrase=phrase).pieces if piece.hit]


@pytest.mark.parametrize(
    ("query", "exact", "phrase", "marked"),
    [
        ("tăng trưởng GRDP", True, True, ["tăng trưởng GRDP"]),
        ("tang truong grdp", False, True, ["tăng trưởng GRDP"]),
        ("thu ngân sách 2024", True, False, ["2024", "thu ngân sách"]),
        ("ngân sách thu", True, False, ["thu", "ngân sách"]),
        ("không có", True, False, []),
    ],
)
def test_words_in_a_row_are_marked_together(query: str, exact: bool, phrase: bool, marked: list[str]) -> None:
    assert hits(TEXT, query, exact=exact, phrase=phrase) == marked


def test_the_best_place_is_shown_and_says_that_it_is_cut() -> None:
    shown = snippet(TEXT, ["tăng", "trưởng"], exact=True, phrase=True)
    said = "".join(piece.text for piece in shown.pieces)
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert "Tốc độ tăng trưởng GRDP năm 2024 ước đạt 6,03%" in said
    assert TEXT[shown.start : shown.end].strip() in TEXT
    assert len(said) < 400


def test_without_a_hit_the_beginning_is_shown() -> None:
    shown = snippet("Một hai ba.", ["bốn"], exact=True, phrase=False)
    assert [piece.text for piece in shown.pieces] == ["Một hai ba."]


def test_a_decomposed_text_is_marked_to_the_letter() -> None:
    assert hits(unicodedata.normalize("NFD", "đạt tăng trưởng cao"), "tăng trưởng", phrase=True) == [
        unicodedata.normalize("NFD", "tăng trưởng")
    ]


_FILLER = "Công tác cán bộ được quan tâm. "
_ALL, _SOME = "Tốc độ tăng trưởng năm 2024 đạt 6,03%. ", "Năm 2024 nhiều việc khó. "


# how many sentences stand before the one that holds what is sought
@pytest.mark.parametrize(
    ("before", "phrase", "query"),
    [
        (2, False, "tăng trưởng 2024"),
        (60, False, "tăng trưởng 2024"),  # behind 1,900 letters
        (115, False, "tăng trưởng 2024"),  # so near the end of what is read first that its rest is not
        (131, False, "tăng trưởng 2024"),
        (900, False, "tăng trưởng 2024"),
        (900, True, "tăng trưởng năm"),
        (60, True, "tăng trưởng năm"),
        (900, True, "trưởng tăng"),  # in no row: shown as words
    ],
)
def test_where_all_the_words_stand_together_is_found_early_and_late(before: int, phrase: bool, query: str) -> None:
    text = _SOME + _FILLER * before + _ALL + _FILLER * 300
    shown = snippet(text, [word.exact for word in words(query)], exact=True, phrase=phrase)
    said = "".join(piece.text for piece in shown.pieces)
    assert _ALL.strip() in said
    assert 200 < len(said) < 420
    assert said.endswith(" …")
    marked = {word for piece in shown.pieces if piece.hit for word in piece.text.split()}
    assert marked == set(query.split())
    assert text[shown.start : shown.end].split() == [word for word in said.replace("…", "").split() if word]


@given(st.text(st.sampled_from("ab c\n"), max_size=200), st.lists(st.sampled_from(["a", "b", "ab", "c"]), min_size=1))
def test_a_snippet_is_a_stretch_of_the_text_on_one_line(text: str, wanted: list[str]) -> None:
    shown = snippet(text, wanted, exact=False, phrase=False, room=40)
    said = "".join(piece.text for piece in shown.pieces)
    assert "\n" not in said
    assert "".join(said.replace("…", "").split()) in "".join(text.split())

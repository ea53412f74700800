"""Letters that a font of a PDF does not tell: PDFium gives the numbers of their glyphs in their place."""

from __future__ import annotations

from camket.read.pdf.boxes import Word
from camket.read.pdf.glyphs import told_by_glyphs


def words(*pairs: tuple[str, str]) -> tuple[list[Word], set[int]]:
    """Words as PDFium gives them, and the numbers of the letters that are marked with `*` in the second text."""
    made, untold, order = [], set(), 0
    for text, marks in pairs:
        made.append(Word(text, 0.0, 0.0, 1.0, 1.0, 12.0, order))
        untold |= {order + at for at, mark in enumerate(marks) if mark == "*"}
        order += len(text) + 1
    return made, untold


READ = [("Thjnh", "  *  "), ("phố", "   "), ("thu", "   "), ("hӗi", " * "), ("quy", "   "), ("trunh", "  *  ")]
MEANT = "Thành phố thu hồi quy trình"


def test_the_numbers_of_glyphs_are_letters_of_times_new_roman() -> None:
    made, untold = words(*READ)
    found = told_by_glyphs(made, untold.__contains__)
    assert found is not None
    assert " ".join(word.text for word in found) == MEANT


def test_the_last_letters_of_the_block_stand_two_places_earlier() -> None:
    made, untold = words(("Sӻ", " *"), ("tổ", "  "), ("chӭc", "  * "), ("xm", " *"), ("chtnh", "  *  "))
    found = told_by_glyphs(made, untold.__contains__)
    assert found is not None
    assert " ".join(word.text for word in found) == "Sỹ tổ chức xã chính"


def test_a_page_with_letters_of_its_own_stays() -> None:
    made, _ = words(("thӗng", ""), ("tin", ""))  # its font tells that it is this letter
    assert told_by_glyphs(made, set().__contains__) is None


def test_numbers_of_another_font_make_no_words() -> None:
    made, untold = words(("tӗt", " * "), ("bӭp", " * "), ("Sӻc", " * "), ("kҥk", " * "))
    assert told_by_glyphs(made, untold.__contains__) is None


def test_a_page_without_such_letters_is_not_asked_about() -> None:
    def never(_: int) -> bool:
        raise AssertionError

    made, _ = words(("Thành", ""), ("phố", ""))
    assert told_by_glyphs(made, never) is None

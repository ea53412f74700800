"""Lines at the lower edge of pages: notes that end in the same words, and sentences that speak of signatures."""

from __future__ import annotations

import pytest
from tests.made.drawn import Drawn, lines, pdf_of, said

from camket.read.limits import Limits
from camket.read.loading import load_bytes
from camket.read.pdf.boxes import Segment, Word, segment
from camket.read.pdf.stamps import without_stamps

ENDS = "luat so 51, co hieu luc tu nam 2020"


def _page(number: int) -> Drawn:
    """A page with a note of two lines, and a running foot below it."""
    body = lines(*(f"Dieu {number}{at} quy dinh ve thoi han cu tru cua cong dan" for at in range(1, 20)), y=720)
    mark = said(f"{3 * number}", 85, 111, size=6)
    note = said("Khoan nay da duoc sua doi theo", 92, 108, size=9) + said(f"{ENDS}.", 85, 97, size=9)
    return Drawn(body + mark + note + lines("Cong bao so 12", y=40, size=12))


def test_a_note_that_ends_in_the_same_words_on_many_pages_is_no_running_foot() -> None:
    document = load_bytes(pdf_of([_page(number) for number in range(1, 7)]), "a.pdf", "a", limits=Limits())
    assert document.text.count(ENDS) == 6
    assert "Cong bao" not in document.text
    assert [aside.text for aside in document.asides] == ["Cong bao so 12"]


def _line(text: str, top: float) -> Segment:
    words = text.split(" ")
    return segment([Word(word, 85 + 30 * at, top, 112 + 30 * at, top + 14, 12, at) for at, word in enumerate(words)])


@pytest.mark.parametrize(
    "text",
    [
        "b) Có chữ ký số của người nộp hồ sơ;",
        "chữ ký điện tử theo quy định của pháp luật",
        "các văn bản phải được lãnh đạo ký điện tử",
    ],
)
def test_a_sentence_that_speaks_of_signatures_is_text(text: str) -> None:
    line = _line(text, 300)
    assert without_stamps([line], 1000) == ([line], [])

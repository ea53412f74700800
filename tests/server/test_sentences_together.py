"""What stands in one line of a paper is marked in it together."""

from __future__ import annotations

import pytest

from camket.server.pages.naming import PaperLink
from camket.server.pages.sentences import Piece, Sentence, together

PAPER = PaperLink(address="/van-ban/a", name="Báo cáo", about="")
LINE = "Xã A có 12 việc, xong 9 việc, chậm 3 việc."


def said(words: str, line: str = LINE, mention: str = "") -> Sentence:
    before, _, after = line.partition(words)
    return Sentence(mention=mention or words, before=before, quote=words, after=after, paper=PAPER)


@pytest.mark.parametrize("order", [("12 việc", "9 việc", "3 việc"), ("3 việc", "12 việc", "9 việc")])
def test_a_line_is_told_once(order: tuple[str, ...]) -> None:
    (line,) = together(map(said, order))
    assert "".join(piece.text for piece in line.pieces) == LINE
    assert [piece.mention for piece in line.pieces if piece.mention] == ["12 việc", "9 việc", "3 việc"]
    assert line.pieces[0] == Piece("Xã A có ")


def test_other_lines_and_marks_over_one_another_stay_apart() -> None:
    other = said("5 việc", "Xã B có 5 việc.")
    inner, outer = said("9 việc"), said("xong 9 việc", mention="b")
    lines = together((inner, other, outer, said("3 việc")))
    assert len(lines) == 3
    assert sorted([piece.mention for line in lines for piece in line.pieces if piece.mention]) == [
        "3 việc", "5 việc", "9 việc", "b",
    ]  # fmt: skip


def test_a_fact_that_is_the_whole_line() -> None:
    (line,) = together([said(LINE)])
    assert line.pieces == (Piece(LINE, LINE),)
    assert together([]) == ()

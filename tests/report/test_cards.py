from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from camket.report.cards import card
from camket.report.view import DifferenceRow, Note, Side

TEXT = "Năm 2025 có 17/18 chỉ tiêu đạt và vượt, 01 chỉ tiêu không đạt." + " Phần khác của báo cáo." * 20 + " Cả 7 nơi."


def note(number: int, quote: str, paper: str = "p") -> Note:
    start = TEXT.index(quote)
    end = start + len(quote)
    return Note(
        number=number, paper=paper, document=f"Văn bản {paper}", published="", start=start, end=end,
        before=TEXT[:start], quote=quote, after=TEXT[end:],
    )  # fmt: skip


def words(nodes: Iterable[LexborNode], selector: str) -> list[str]:
    return [inner.text() for node in nodes for inner in node.css(selector)]


def drawn(*sides: list[Note]) -> LexborHTMLParser:
    row = DifferenceRow(
        kind="Giữa các nguồn", is_tally=False, subject="GRDP, 2025", reason="", brief="",
        sides=tuple(
            Side(
                document=f"Văn bản {own[0].paper}", published="09/12/2025",
                quotes=tuple((each.quote, each.number) for each in own),
            )
            for own in sides
        ),
    )  # fmt: skip
    return LexborHTMLParser(card(row, sorted((each for own in sides for each in own), key=lambda each: each.number)))


def test_quotes_of_one_sentence_are_marked_in_it_together() -> None:
    page = drawn([note(1, "01 chỉ tiêu"), note(2, "17/18 chỉ tiêu")])
    (quoted,) = page.css("blockquote")
    assert [mark.text() for mark in quoted.css("mark")] == ["17/18 chỉ tiêu", "01 chỉ tiêu"]
    assert [link.attributes["href"] for link in quoted.css("a")] == ["#s2", "#s1"]
    said = quoted.text().replace("[1]", "").replace("[2]", "")
    assert said.startswith("Năm 2025 có 17/18 chỉ tiêu đạt và vượt, 01 chỉ tiêu không đạt. Phần khác")
    assert len(said) < 250


def test_quotes_far_apart_stand_in_their_own_words() -> None:
    page = drawn([note(1, "17/18 chỉ tiêu"), note(2, "7 nơi")])
    assert len(page.css("blockquote")) == 2
    assert words(page.css("blockquote"), "mark") == ["17/18 chỉ tiêu", "7 nơi"]


def test_each_paper_has_its_column() -> None:
    page = drawn([note(1, "17/18 chỉ tiêu", "a")], [note(2, "01 chỉ tiêu", "b")])
    assert words(page.css(".side"), ".paper") == [
        "Văn bản a, 09/12/2025", "Văn bản b, 09/12/2025",
    ]  # fmt: skip


def test_a_source_without_a_quote_is_linked() -> None:
    bare = Note(number=1, paper="series", document="Niên giám", published="")
    row = DifferenceRow(
        kind="k", is_tally=False, subject="s", reason="", brief="",
        sides=(Side(document="Niên giám", published="", quotes=(("Niên giám", 1),)),),
    )  # fmt: skip
    page = LexborHTMLParser(card(row, [bare]))
    assert [link.attributes["href"] for link in page.css(".side a")] == ["#s1"]

"""The text of a paper as HTML: marks hold the letters of their facts, whatever lies in, over or across them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.server.laid_out import Reader

from camket.model.document import Block
from camket.report.marked import Mark, marked_text, part_of, parts, shown
from camket.report.marked.parts import FACT, MOST
from camket.report.marked.table import table as table_of

TASK = "Giao Sở Tài chính rà soát, thu đạt 5.000 tỷ đồng trước 30/6."


def mark(text: str, words: str, kind: str, name: str) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), kind, name)


def html(text: str, *marks: Mark, blocks: tuple[Block, ...] = ()) -> str:
    starts = sorted(each.start for each in marks)
    return "\n".join(marked_text(text, blocks, marks, part, "Bảng") for part in parts(text, starts))


def test_a_figure_lies_within_an_instruction() -> None:
    page = html(
        TASK,
        mark(TASK, "rà soát, thu đạt 5.000 tỷ đồng", "directives", "d"),
        mark(TASK, "5.000 tỷ đồng", "figures", "f"),
    )
    assert (
        '<mark class="directives" id="d">rà soát, thu đạt '
        '<mark class="figures" id="f"><a href="#f-f">5.000 tỷ đồng</a></mark></mark>'
    ) in page


def test_what_has_one_span_lies_in_one_another_in_a_fixed_order() -> None:
    words = "5.000 tỷ đồng"
    one, other = mark(TASK, words, "figures", "f"), mark(TASK, words, "directives", "d")
    assert html(TASK, one, other) == html(TASK, other, one)
    assert '<mark class="directives" id="d"><mark class="figures" id="f"><a' in html(TASK, one, other)


def test_crossing_marks_are_cut_and_both_hold_their_letters() -> None:
    one, other = mark(TASK, "rà soát, thu đạt", "directives", "d"), mark(TASK, "thu đạt 5.000", "figures", "f")
    page = Reader(html(TASK, one, other))
    assert page.marks == {"d": "rà soát, thu đạt", "f": "thu đạt 5.000"}
    assert page.ids == ["d", "f"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('" onmouseover="x" & <b>', '" onmouseover="x" & <b>'),
        ("a\x00b\x1b[31mc", "a␚b␚[31mc"),
        ("giá \u202egnourt", "giá ␚gnourt"),
        ("một\u2066hai\u2069", "một␚hai␚"),
        ("\ud800 lẻ", "␚ lẻ"),
        ("tỷ lệ e\u0302\u0301", "tỷ lệ e\u0302\u0301"),
    ],
)
def test_hostile_letters_are_shown_and_not_obeyed(text: str, seen: str) -> None:
    page = Reader(html(text, Mark(0, len(text), "figures", "f")))
    assert page.text == page.marks["f"] == seen == shown(text)
    assert set(page.tags) == {"p", "mark", "a"}


def test_blocks_become_headings_items_notes_and_tables() -> None:
    text = "Báo cáo\n1. Việc\nCột\tNăm\nThu\t5\n* ghi chú"
    places = iter([(0, 7), (8, 15), (16, 19), (20, 23), (24, 27), (28, 29), (30, 39)])

    def block(kind: str, **given: int | bool) -> Block:
        start, end = next(places)
        return Block(start=start, end=end, kind=kind, **given)  # type: ignore[arg-type]  # a kind of the table below

    page = html(
        text,
        Mark(28, 29, "figures", "f"),
        blocks=(
            block("heading"),
            block("list_item"),
            block("table_cell", table=0, row=0, column=0, head=True),
            block("table_cell", table=0, row=0, column=1, head=True),
            block("table_cell", table=0, row=1, column=0),
            block("table_cell", table=0, row=1, column=1),
            block("footnote"),
        ),
    )
    assert "<h3>Báo cáo</h3>" in page
    assert '<p class="item">1. Việc</p>' in page
    assert '<tr><th scope="col">Cột</th><th scope="col">Năm</th></tr>' in page
    assert '<tr><td>Thu</td><td><mark class="figures" id="f"><a href="#f-f">5</a></mark></td></tr>' in page
    assert '<p class="note">* ghi chú</p>' in page


def test_joined_cells_reach_and_empty_places_stay_empty() -> None:
    from camket.report.marked.marks import Marks

    text = "ABCDEF"

    def cell(at: int, row: int, column: int, rows: int = 1, columns: int = 1) -> Block:
        return Block(
            start=at, end=at + 1, kind="table_cell", table=0, row=row, column=column, rows=rows, columns=columns
        )

    cells = [cell(0, 0, 0, rows=2), cell(1, 0, 1, columns=2), cell(2, 1, 2), cell(3, 3, 0), cell(4, 3, 2)]
    written = table_of(Marks(text, ()), cells, "Bảng")
    rows = [line for line in written.split("\n") if line.startswith("<tr>")]
    assert rows == [
        '<tr><td rowspan="2">A</td><td colspan="2">B</td></tr>',
        "<tr><td></td><td>C</td></tr>",
        "<tr><td>D</td><td></td><td>E</td></tr>",
    ]


def test_a_cell_that_claims_more_than_there_is_reaches_no_further() -> None:
    from camket.report.marked.marks import Marks

    huge = Block(start=0, end=1, kind="table_cell", table=0, row=0, column=0, rows=10**6, columns=10**6)
    next_to = Block(start=1, end=2, kind="table_cell", table=0, row=0, column=3)
    written = table_of(Marks("AB", ()), [huge, next_to], "Bảng")
    assert '<td colspan="3">A</td><td>B</td>' in written
    assert len(written) < 500


def test_lines_over_whose_end_a_fact_goes_on_are_one_paragraph() -> None:
    text = "Giao Sở Tài chính rà soát\nkịch bản tăng trưởng.\nHết."
    page = html(text, mark(text, "rà soát\nkịch bản", "directives", "d"))
    assert page.count("<p>") == 2
    assert Reader(page).marks["d"] == "rà soát\nkịch bản"


def test_columns_drawn_with_blanks_stay_columns() -> None:
    letterhead = "ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert '<p class="sides"><span>ỦY BAN NHÂN DÂN</span> <span>CỘNG HÒA' in html(letterhead)
    drawn = "Chỉ tiêu     2021     2022\nGRDP         6,9      7,39"
    assert html(drawn) == f'<div class="drawn" tabindex="0">{drawn}</div>'


def test_a_text_of_one_page_is_one_part() -> None:
    assert [part[1:] for part in parts("", [])] == [(0, 0)]
    assert [part[1:] for part in parts("a" * MOST, [])] == [(0, MOST)]


def test_a_long_text_is_cut_after_lines_and_every_place_has_its_part() -> None:
    text = "".join(f"Dòng {number} của một báo cáo rất dài.\n" for number in range(4_000))
    found = parts(text, [])
    assert "".join(text[part.start : part.end] for part in found) == text
    assert all(part.end - part.start <= MOST and text[part.end - 1] == "\n" for part in found)
    assert all(part_of(found, place).start <= place < part_of(found, place).end for place in range(0, len(text), 997))


def test_a_part_full_of_facts_holds_fewer_letters() -> None:
    text = "x " * MOST
    facts = list(range(0, len(text), 10))
    assert all(
        part.end - part.start + FACT * sum(part.start <= fact < part.end for fact in facts) <= MOST
        for part in parts(text, facts)
    )


def test_a_line_without_end_is_cut_between_words_and_its_facts_are_on_both_sides() -> None:
    text = "chữ " * (MOST // 2)
    found = parts(text, [])
    assert len(found) == 2
    across = Mark(found[0].end - 10, found[0].end + 10, "figures", "f")
    first, second = (Reader(marked_text(text, (), (across,), part, "Bảng")) for part in found)
    assert (first.marks["f"] + second.marks["f"]).replace(" ", "") == text[across.start : across.end].replace(" ", "")


WORDS = st.text(st.sampled_from("ab<>&\n é\u0301\t\u202e|"), max_size=60)
SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(("figures", "directives", "people"))), max_size=8
)


@given(WORDS, SPANS)
@settings(max_examples=300)
def test_every_mark_holds_its_letters_and_the_page_all_of_the_text(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    marks = [
        Mark(start, min(start + size, len(text)), kind, f"m{number}")
        for number, (start, size, kind) in enumerate(spans)
        if start < len(text)
    ]
    page = Reader(html(text, *marks))

    def bare(raw: str) -> str:
        return "".join(shown(raw).split())

    assert bare(page.text) == bare(text)
    for each in marks:
        assert bare(page.marks.get(each.id, "")) == bare(text[each.start : each.end])
    assert len(page.ids) == len(set(page.ids))

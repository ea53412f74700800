"""What holds for any boxes: nothing is lost, nothing is said twice, places are in the order of the text."""

from __future__ import annotations

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made.drawn import Drawn, pdf_of, said

from camket.read.limits import Limits
from camket.read.pdf import read_pdf
from camket.read.pdf.boxes import Segment, TableBox, Word, segment
from camket.read.pdf.columns import in_order
from camket.read.pdf.lines import lines_of, segments

EDGE = st.integers(0, 560)
BOXES = st.lists(
    st.builds(
        lambda left, bottom, length, size, order: Word(
            "a" * length, left, bottom - size, left + length * size / 2, bottom, size, order
        ),
        left=EDGE, bottom=st.integers(20, 800), length=st.integers(1, 30), size=st.sampled_from((7, 12, 14)),
        order=st.integers(0, 9_000),
    ),
    max_size=25,
)  # fmt: skip


def _letters(found: list[Segment]) -> int:
    return sum(len(word.text) for each in found for word in each.words)


@given(BOXES)
def test_segments_keep_every_letter(words: list[Word]) -> None:
    assert _letters(segments(words)) == sum(len(word.text) for word in words)


@given(BOXES)
def test_lines_of_a_cell_keep_every_letter(words: list[Word]) -> None:
    assert sum(len(word.text) for line in lines_of(words) for word in line) == sum(len(word.text) for word in words)


@given(BOXES)
def test_the_order_of_reading_keeps_every_letter(words: list[Word]) -> None:
    ordered = [item for column in in_order([segment([word]) for word in words]) for item in column.items]
    kept = _letters([item for item in ordered if isinstance(item, Segment)])
    tables = [item for item in ordered if isinstance(item, TableBox)]
    rows = [row for table in tables for row in table.cells]
    kept += sum(len(word.text) for row in rows for cell in row for line in cell.lines for word in line)
    assert kept == sum(len(word.text) for word in words)


TEXTS = st.lists(
    st.tuples(st.text("abc 12.-/", min_size=1, max_size=40), EDGE, st.integers(20, 800), st.sampled_from((8, 12))),
    max_size=12,
)


@settings(max_examples=60)
@given(TEXTS)
def test_places_are_in_the_order_of_the_text_and_lead_to_a_page(drawn: list[tuple[str, int, int, int]]) -> None:
    content = "".join(said(text, x, y, size=size) for text, x, y, size in drawn)
    parsed = read_pdf(pdf_of([Drawn(content), Drawn(content)]), "a.pdf", Limits())
    reached = 0
    for place in parsed.places:
        assert reached <= place.start < place.end <= len(parsed.text)
        assert not any(map(str.isspace, parsed.text[place.start : place.end]))
        reached = place.end
    starts = [block.start for block in parsed.blocks]
    assert starts == sorted(starts)
    covered = sum(place.end - place.start for place in parsed.places)
    assert covered == sum(not letter.isspace() for letter in parsed.text)


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=40), st.integers(0, 900))
def test_damage_never_ends_in_anything_but_a_reading_or_a_reason(damage: bytes, place: int) -> None:
    from camket.errors import ReadError

    data = pdf_of([Drawn(said("Thu hai, ngay 12/01/2025", 85, 700))])
    at = place % len(data)
    try:
        read_pdf(b"%PDF-1.7\n" + data[9:at] + damage + data[at + len(damage) :], "a.pdf", Limits())
    except ReadError as error:
        assert error.message.code.startswith("pdf.")
    except pypdfium2.PdfiumError as error:
        raise AssertionError("a broken file ends in an error of its library") from error

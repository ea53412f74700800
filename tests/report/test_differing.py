"""Differences among papers and published values: each says its number, and is called by what a reader knows it by."""

from __future__ import annotations

from decimal import Decimal

import pytest

from camket.model.message import message
from camket.model.scoreboard import Bound, DifferenceLine
from camket.model.series import Source
from camket.report.differing import difference_reason, difference_row
from camket.report.notes import Notes
from camket.words import Language


def source(document: str, quote: str | None = None, **fields: str) -> Source:
    """A paper where a quote is given, else a published value."""
    start, end = (0, len(quote)) if quote is not None else (None, None)
    return Source(document=document, quote=quote, start=start, end=end, **fields)  # type: ignore[arg-type]  # titles and addresses


def number(value: str) -> Bound:
    held = Decimal(value)
    return Bound(comparator="eq", low=held, high=held, low_closed=True, high_closed=True, unit="VND")


PAGE = "https://www.thongke.example.vn/nam-2031/thu-ngan-sach.html"
LINE = DifferenceLine(
    kind="sources",
    statements=("1", "2", "3", "4"),
    reason=message(
        "assess.sources_differ", indicator="budget_revenue", measure="level", area="bac-ninh-1997", period="2031",
        values="1; 2", first="1", last="2",
    ),
    sources=(
        source("bao-cao-2031", "27.000\u00a0tỷ đồng", title="Báo cáo năm 2031"),
        source(PAGE, url=PAGE),
        source("tin-2031", "27.000 tỷ đồng", title="Tin cuối năm"),
        source("published"),
    ),
    numbers=(None, number("28785000000000"), None, number("27000000000000")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "brief", "sides"),
    [
        ("vi", "27.000 tỷ đồng (bao-cao-2031, tin-2031, Nguồn khác); 28.785 tỷ đồng (thongke.example.vn)",
         ["Báo cáo năm 2031", "thongke.example.vn", "Tin cuối năm", "Nguồn khác"]),
        ("en", ("27.000 tỷ đồng (bao-cao-2031, tin-2031); 28,785 billion dong (thongke.example.vn); "
         "27,000 billion dong (Other)"),
         ["Báo cáo năm 2031", "thongke.example.vn", "Tin cuối năm", "Other"]),
    ],
)  # fmt: skip
def test_published_values_say_their_number_beside_the_words_of_papers(
    language: Language, brief: str, sides: list[str]
) -> None:
    row = difference_row(LINE, Notes({}, language), language, "Tỉnh Bắc Ninh")
    assert row.brief.partition(": ")[2] == brief
    assert [side.document for side in row.sides] == sides


def test_no_address_stands_in_a_sentence() -> None:
    said = difference_reason(LINE, "vi")
    assert "28.785 tỷ đồng" in said
    assert "http" not in said


def test_one_place_has_one_note_whatever_it_is_named_for() -> None:
    notes = Notes({}, "vi")
    first = difference_row(LINE, notes, "vi", "")
    second = difference_row(LINE, notes, "vi", "")
    assert [side.quotes for side in first.sides] == [side.quotes for side in second.sides]
    assert len(notes.all()) == len(LINE.sources)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (PAGE, "thongke.example.vn"),
        ("http://tin.example.vn", "tin.example.vn"),
        ("khong-phai-dia-chi", "published"),
        ("http://[hong", "[hong"),
    ],
)
def test_a_published_value_is_called_by_its_site(url: str, name: str) -> None:
    assert source("published", url=url).name == name

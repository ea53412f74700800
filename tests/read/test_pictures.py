"""Pictures of pages with marks, and the way from a span of text to its places."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.made.printed import picture_pdf

from camket.errors import CamketError, ReadError, UsageError
from camket.model.document import Document
from camket.model.place import InCell, InPart, OnPage, Page, Place
from camket.read.pictures import fact_picture, page_picture
from camket.read.places import at

WHITE = Image.new("L", (612, 792), 255)


def _png(*pages: Image.Image, kind: str = "PNG", dpi: int = 72) -> bytes:
    held = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}
    pages[0].save(held, kind, dpi=(dpi, dpi), **more)
    return held.getvalue()


FILES = {
    "png": _png(WHITE),
    "tiff": _png(WHITE, WHITE, kind="TIFF"),
    "pdf": picture_pdf([WHITE, WHITE], dpi=72),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("scale", [1.0, 2.0, 3.5])
def test_boxes_are_drawn_where_they_are(name: str, scale: float) -> None:
    picture = Image.open(io.BytesIO(page_picture(FILES[name], 1, [OnPage(1, 100, 200, 300, 220)], scale=scale)))
    assert picture.size == pytest.approx((612 * scale, 792 * scale), abs=2)
    assert picture.getpixel((round(200 * scale), round(210 * scale))) != (255, 255, 255)
    assert picture.getpixel((round(200 * scale), round(250 * scale))) == (255, 255, 255)


def test_boxes_of_other_pages_are_left_out() -> None:
    picture = Image.open(io.BytesIO(page_picture(FILES["pdf"], 2, [OnPage(1, 100, 200, 300, 220)])))
    assert picture.convert("L").getextrema() == (255, 255)


WRONG = [
    (b"van ban", 1, 2.0, ReadError, "picture.no_pages"),
    (FILES["png"], 2, 2.0, ReadError, "picture.no_page"),
    (FILES["tiff"], 0, 2.0, ReadError, "picture.no_page"),
    (FILES["pdf"], 3, 2.0, ReadError, "picture.no_page"),
    (b"%PDF-1.7\nxxxx", 1, 2.0, ReadError, "picture.broken"),
    (FILES["png"], 1, 0.0, UsageError, "picture.scale"),
]


@pytest.mark.parametrize(("data", "page", "scale", "error", "code"), WRONG)
def test_what_cannot_be_drawn_says_why(
    data: bytes, page: int, scale: float, error: type[CamketError], code: str
) -> None:
    with pytest.raises(error) as caught:
        page_picture(data, page, [], scale=scale)
    assert caught.value.message.code == code


TEXT = "Thu ngân sách đạt\n30.908 tỷ đồng"
WORDS = [
    (0, 3, OnPage(1, 100, 100, 120, 112, 0.9)),
    (4, 8, OnPage(1, 124, 98, 150, 112, 0.8)),
    (9, 13, OnPage(1, 154, 100, 180, 112, 0.95)),
    (14, 17, OnPage(1, 184, 100, 200, 113, 0.9)),
    (18, 24, OnPage(1, 60, 118, 100, 130, 0.7)),
    (25, 27, OnPage(1, 104, 118, 116, 130, 0.9)),
    (28, 32, OnPage(2, 60, 50, 90, 62, 0.9)),
]


def _document(places: tuple[Place, ...], path: str | None = None) -> Document:
    page = Page(number=1, width=612, height=792, start=0, end=27)
    return Document(id="a", text=TEXT, sha256="", text_sha256="", path=path, places=places, pages=(page,))


SCAN = _document(tuple(Place(*word) for word in WORDS))
SPANS = [
    ((0, 17), (OnPage(1, 100, 98, 200, 113, 0.8),)),
    ((18, 24), (OnPage(1, 60, 118, 100, 130, 0.7),)),
    ((5, 6), (OnPage(1, 124, 98, 150, 112, 0.8),)),
    ((14, 32), (OnPage(1, 184, 100, 200, 113, 0.9), OnPage(1, 60, 118, 116, 130, 0.7), OnPage(2, 60, 50, 90, 62, 0.9))),
    ((17, 18), ()),
    ((24, 25), ()),
]


@pytest.mark.parametrize(("span", "boxes"), SPANS)
def test_the_boxes_of_a_span_are_one_a_line(span: tuple[int, int], boxes: tuple[OnPage, ...]) -> None:
    assert at(SCAN, *span) == boxes


def test_cells_and_parts_are_named_once() -> None:
    cell, part = InCell("Biểu 1", 3, 2), InPart("body", 4)
    document = _document((Place(0, 3, cell), Place(4, 8, cell), Place(9, 13, part)))
    assert at(document, 0, 13) == (cell, part)
    assert at(_document(()), 0, 13) == ()


def test_the_picture_of_a_fact() -> None:
    whole = Image.open(io.BytesIO(fact_picture(SCAN, 18, 32, FILES["pdf"])))
    assert whole.size == pytest.approx((1224, 1584), abs=2)
    assert whole.getpixel((160, 248)) != (255, 255, 255)
    strip = Image.open(io.BytesIO(fact_picture(SCAN, 18, 32, FILES["pdf"], cut=True)))
    assert strip.size == pytest.approx((1224, 2 * (12 + 2 * 60)), abs=2)


def test_a_fact_without_a_page_has_no_picture() -> None:
    with pytest.raises(ReadError) as caught:
        fact_picture(_document((Place(0, 3, InPart("body", 1)),)), 0, 3, b"")
    assert caught.value.message.code == "picture.no_place"
    with pytest.raises(UsageError) as without_data:
        fact_picture(SCAN, 0, 3)
    assert without_data.value.message.code == "picture.no_data"
    with pytest.raises(ReadError) as gone:
        fact_picture(_document(SCAN.places, "/khong/co/tep.pdf"), 0, 3)
    assert gone.value.message.code == "read.unreadable"

"""Numbers and days that a signing program lays over a paper as little pictures of digits."""

from __future__ import annotations

import pytest
from tests.made.drawn import Drawn, lines, pdf_of, said
from tests.made.printed import needs_recognition

from camket.model.place import OnPage
from camket.read.limits import Limits
from camket.read.loading import load_bytes
from camket.read.pdf import filled

pytest.importorskip("PIL", reason="pictures are drawn with Pillow")

TOP = 760.0
HEAD = said("So", 85, TOP) + said("-HD/TU", 130, TOP) + lines("Huong dan cong tac dang", y=700)


def _picture(digits: str) -> tuple[int, int, str]:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (30 + 30 * len(digits), 70), 255)
    ImageDraw.Draw(image).text((15, 8), digits, fill=0, font=ImageFont.truetype("DejaVuSans.ttf", 46))
    return *image.size, image.tobytes().decode("latin-1")


def _laid_over(digits: str, left: float, bottom: float, width: float, height: float) -> bytes:
    """A page with the picture of some digits laid over it."""
    across, down, data = _picture(digits)
    drawn = f"{width} 0 0 {height} 0 0 cm /Im Do\n"
    box = f"{left} {bottom} {left + width} {bottom + height}"
    shape = f"/BBox [0 0 {width} {height}] /Resources << /XObject << /Im 100002 0 R >> >>"
    colours = f"/Width {across} /Height {down} /ColorSpace /DeviceGray /BitsPerComponent 8"
    more = (
        f"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [{box}] /AP << /N 100001 0 R >> >>",
        f"<< /Subtype /Form {shape} /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        f"<< /Subtype /Image {colours} /Length {len(data)} >>\nstream\n{data}\nendstream",
    )
    return pdf_of([Drawn(HEAD, more="/Annots [100000 0 R]")], more=more)


def _text(data: bytes) -> str:
    return load_bytes(data, "van-ban.pdf", "van-ban", limits=Limits()).text


@needs_recognition
@pytest.mark.parametrize("digits", ["7", "21", "135"])
def test_digits_in_the_gap_of_a_line_are_words_of_it(digits: str) -> None:
    assert _text(_laid_over(digits, 104, TOP - 4, 20, 15)).splitlines()[0].split() == ["So", digits, "-HD/TU"]


@needs_recognition
@pytest.mark.parametrize(
    ("left", "bottom", "width", "height"),
    [
        (104, 500, 20, 15),  # beside no line
        (88, TOP - 4, 20, 15),  # over letters
        (300, 720, 120, 80),  # as large as a signature
    ],
)
def test_other_pictures_are_not_read(left: float, bottom: float, width: float, height: float) -> None:
    assert _text(_laid_over("21", left, bottom, width, height)) == "So -HD/TU\nHuong dan cong tac dang\n"


def test_without_a_recogniser_the_gap_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    from camket.read.pdf import read_pdf

    monkeypatch.setattr(filled, "missing", lambda: "tesseract-ocr-vie")
    assert read_pdf(_laid_over("21", 104, TOP - 4, 20, 15), "a.pdf", Limits()).text.startswith("So -HD/TU\n")


def test_digits_made_white_to_keep_the_room_of_the_number_are_not_seen() -> None:
    shown = (
        f"{said('So:', 85, TOP)}1 1 1 rg\n{said('0', 104, TOP)}{said('7', 124, TOP)}0 0 0 rg\n{said('/QD', 130, TOP)}"
    )
    white = f"1 1 1 rg\n{said('Nen dam', 85, 600)}0 0 0 rg\n"
    drawn = "BT /F1 12 Tf 1 0 0 1 2 4 Tm <3730> Tj ET\n"
    font = "/Font << /F1 << /Type /Font /Subtype /TrueType /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> >>"
    form = f"/Subtype /Form /BBox [0 0 18 16] /Resources << {font} >>"
    more = (
        f"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [103 {TOP - 4} 121 {TOP + 12}] /AP << /N 100001 0 R >> >>",
        f"<< {form} /Length {len(drawn)} >>\nstream\n{drawn}endstream",
    )
    page = Drawn(shown + white + lines("Huong dan", y=700), more="/Annots [100000 0 R]")
    assert _text(pdf_of([page], more=more)).replace(" /", "/") == "So: 70/QD\nHuong dan\nNen dam\n"


@needs_recognition
def test_a_number_laid_over_the_picture_of_a_scan_is_the_one_that_the_file_says() -> None:
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 1754), 255)
    font = ImageFont.truetype("DejaVuSans.ttf", 30)
    said_lines = ((200, "So:"), (330, "/KH-SNN"))
    for left, text in said_lines:
        ImageDraw.Draw(page).text((left, 200), text, fill=0, font=font)
    ImageDraw.Draw(page).text((200, 400), "Huong dan cong tac thu hai trong tinh", fill=0, font=font)
    across, down, data = *page.size, page.tobytes().decode("latin-1")
    drawn = "BT /F1 15 Tf 1 0 0 1 2 4 Tm <31383439> Tj ET\n"
    font_said = "/Font << /F1 << /Type /Font /Subtype /TrueType /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> >>"
    form = f"/Subtype /Form /BBox [0 0 34 18] /Resources << {font_said} >>"
    colours = f"/Width {across} /Height {down} /ColorSpace /DeviceGray /BitsPerComponent 8"
    more = (
        "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [121 728 155 746] /AP << /N 100001 0 R >> >>",
        f"<< {form} /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        f"<< /Subtype /Image {colours} /Length {len(data)} >>\nstream\n{data}\nendstream",
    )
    shown = Drawn(
        "q 595 0 0 842 0 0 cm /Im Do Q\n",
        more="/Annots [100000 0 R] /Resources << /XObject << /Im 100002 0 R >> >>",
    )
    document = load_bytes(pdf_of([shown], more=more), "van-ban.pdf", "van-ban", limits=Limits())
    assert document.text.split()[:3] == ["So:", "1849", "/KH-SNN"]
    assert "Huong" in document.text
    place = next(each for each in document.places if document.text[each.start : each.end] == "1849")
    assert isinstance(place.at, OnPage)
    assert place.at.sure == 1.0
    assert (place.at.left, place.at.right) == pytest.approx((123, 153), abs=4)

"""Pictures of pages as files: what they are, what is wrong with them, what is said of it."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image
from tests.made.printed import needs_recognition

from camket.errors import ReadError
from camket.findings import Finding
from camket.read import read
from camket.read.formats.image import FORMAT
from camket.read.limits import DEFAULT, Limits
from camket.read.parsing import format_of
from camket.read.scan import image as reading
from camket.read.scan import tesseract
from camket.read.scan.frames import count_of, frame, opened


def picture(kind: str, size: tuple[int, int] = (400, 300), **how: object) -> bytes:
    """A white picture as bytes of a file."""
    held = io.BytesIO()
    Image.new("L", size, 255).save(held, kind, **how)
    return held.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF"])
def test_a_picture_is_known_by_its_bytes(kind: str) -> None:
    assert format_of(picture(kind), "van-ban.txt").name == "image"
    assert count_of(opened(picture(kind), "a")) == 1


def test_heic_is_named_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.message.code == "read.format_image"


SIZES = [
    ((2480, 3508), (300, 300), 300.0),
    ((1654, 2339), (200, 200), 200.0),
    ((2480, 3508), None, 300.1),
    ((3000, 4000), (72, 72), 342.2),
    ((800, 1100), None, 96.0),
    ((800, 1100), (96, 96), 96.0),
]


@pytest.mark.parametrize(("size", "said", "dpi"), SIZES)
def test_the_size_of_the_page(size: tuple[int, int], said: tuple[int, int] | None, dpi: float) -> None:
    how = {} if said is None else {"dpi": said}
    assert frame(opened(picture("PNG", size, **how), "a"), 0).dpi == pytest.approx(dpi, abs=0.3)


BROKEN = [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "scan.broken"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "scan.broken"),
    (b"II*\0" + bytes(40), "scan.broken"),
    (b"GIF89a", "scan.broken"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "scan.broken"),
    (b"BM" + bytes(40), "scan.broken"),
]


@pytest.mark.parametrize(("data", "code"), BROKEN)
def test_a_broken_picture_is_no_crash(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        FORMAT.parse(data, "anh.png", DEFAULT)
    assert caught.value.message.code == code
    assert dict(caught.value.message.params)["file"] == "anh.png"


@pytest.mark.parametrize("side", [11_000, 20_000])
def test_a_picture_too_large_is_not_opened(side: int) -> None:
    held = io.BytesIO()
    Image.new("1", (side, side)).save(held, "PNG")
    with pytest.raises(ReadError) as caught:
        FORMAT.parse(held.getvalue(), "anh.png", DEFAULT)
    assert caught.value.message.code == "scan.too_large"


@pytest.mark.parametrize("install", ["tesseract-ocr tesseract-ocr-vie", "tesseract-ocr-vie"])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, install: str) -> None:
    for module in (reading, tesseract):
        monkeypatch.setattr(module, "missing", lambda: install)
    with pytest.raises(ReadError) as caught:
        FORMAT.parse(picture("PNG"), "anh.png", DEFAULT)
    assert (caught.value.message.code, dict(caught.value.message.params)["install"]) == ("scan.missing_for", install)
    with pytest.raises(ReadError) as caught:
        tesseract.words_of(Image.new("L", (40, 40), 255))
    assert caught.value.message.code == "scan.missing"


def test_a_program_that_fails_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\ncat >/dev/null\necho 'no memory' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(tesseract, "missing", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(ReadError) as caught:
        tesseract.words_of(Image.new("L", (40, 40), 255))
    assert caught.value.message.code == "scan.failed"
    assert dict(caught.value.message.params)["reason"] == "no memory"


def _codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.message.code for each in findings]


@needs_recognition
def test_a_picture_without_letters_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "trang.png"
    path.write_bytes(picture("PNG", (800, 1100)))
    document = read(path)
    assert document.text == ""
    assert (document.format, [page.scanned for page in document.pages]) == ("image", [True])
    assert _codes(document.findings) == ["scan.no_text", "read.empty"]


@needs_recognition
def test_a_picture_that_ends_too_early_is_read_as_far_as_it_goes() -> None:
    data = picture("JPEG")
    assert "scan.cut" in _codes(FORMAT.parse(data[: len(data) - 60], "anh.jpg", DEFAULT).findings)


@needs_recognition
def test_pages_beyond_the_limit_are_counted() -> None:
    held = io.BytesIO()
    page = Image.new("1", (400, 300), 1)
    page.save(held, "TIFF", save_all=True, append_images=[page, page])
    parsed = FORMAT.parse(held.getvalue(), "ba-trang.tif", Limits(scanned=1))
    (said,) = [each.message for each in parsed.findings if each.message.code == "scan.limit"]
    assert dict(said.params) == {"file": "ba-trang.tif", "read": "1", "left": "2"}
    assert len(parsed.pages) == 1

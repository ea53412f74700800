"""Pictures of pages (PNG, JPEG, TIFF, WebP, BMP, GIF): their letters are recognised."""

from __future__ import annotations

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed

_MARKS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def _recognises(data: bytes) -> bool:
    if data.startswith(_MARKS):
        return True
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data.startswith(b"BM") and 0 in data[:32]


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    # Loaded late: pillow is an extra, and a folder of plain text needs none.
    try:
        from camket.read.scan.image import read_image
    except ModuleNotFoundError as error:
        raise ReadError("scan.no_library", file=file, library=error.name) from error
    return read_image(data, file, limits)


FORMAT = Format(
    name="image",
    suffixes=(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif"),
    recognises=_recognises,
    parse=_parse,
    rank=20,
)

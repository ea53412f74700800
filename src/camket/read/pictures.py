"""Pictures of pages with what was read marked on them: a figure beside the place that says it."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from camket.errors import ReadError, UsageError
from camket.model.document import Document
from camket.model.place import OnPage
from camket.read.places import at

if TYPE_CHECKING:
    from PIL import Image

_MARK, _EDGE, _FRAME = (255, 238, 140), (214, 60, 0), (90, 130, 190)
_ROOM = 1.5
"""Points between letters and the edge of their mark."""
_MARGIN = 60.0
"""Points of the page around the marks that a cut picture shows above and below."""
_MOST_PIXELS = 60_000_000
_PDF = b"%PDF-"
_HEAD = 1_024


def page_picture(
    data: bytes, page: int, boxes: Sequence[OnPage], *, outlines: Sequence[OnPage] = (), scale: float = 2.0
) -> bytes:
    """A page of a PDF or of a picture file as PNG, with the boxes that stand on it marked.

    Args:
        data: the file.
        page: the number of the page, from 1.
        boxes: places in points; those on other pages are left out.
        outlines: places that get a thin frame only, such as the parts of the page.
        scale: pixels a point; less where the picture would have more than 60 million pixels.

    Raises:
        ReadError: `picture.no_pages` where the file has no pages, `picture.no_page` where it has no such page; where it
            is broken or has a password, `picture.broken`; where it is too large a picture, `scan.too_large`.
        UsageError: `picture.scale` where the scale is not above 0.
    """
    return _png(_marked(data, page, boxes, scale, outlines))


def fact_picture(
    document: Document, start: int, end: int, data: bytes | None = None, *, scale: float = 2.0, cut: bool = False
) -> bytes:
    """The page on which `document.text[start:end]` begins as PNG, with the span marked; of a fact, its start and end.

    Args:
        document: as it was read.
        start: where the span begins.
        end: where it ends.
        data: the document's file; read from `document.path` where not given.
        scale: see `page_picture`.
        cut: only the strip of the page around the marks, in its whole width.

    Raises:
        ReadError: `picture.no_place` where the span stands on no page: the format has none, or the span is empty;
            else as `page_picture`.
        UsageError: no data is given, and the document has no path.
    """
    boxes = [box for box in at(document, start, end) if isinstance(box, OnPage)]
    if not boxes:
        raise ReadError("picture.no_place", file=document.path or document.id, start=start, end=end)
    number = boxes[0].page
    image = _marked(_data(document, data), number, boxes, scale)
    height = next((page.height for page in document.pages if page.number == number), 0.0)
    if cut and height > 0:
        image = _strip(image, [box for box in boxes if box.page == number], height)
    return _png(image)


def _data(document: Document, data: bytes | None) -> bytes:
    if data is not None:
        return data
    if document.path is None:
        raise UsageError("picture.no_data", file=document.id)
    try:
        return Path(document.path).read_bytes()
    except OSError as error:
        raise ReadError("read.unreadable", file=document.path, reason=error.strerror or error) from error


def _marked(
    data: bytes, page: int, boxes: Sequence[OnPage], scale: float, outlines: Sequence[OnPage] = ()
) -> Image.Image:
    if not scale > 0:
        raise UsageError("picture.scale", scale=scale)
    try:
        image, width = _of_pdf(data, page, scale) if _PDF in data[:_HEAD] else _of_picture(data, page, scale)
        marked = _drawn(image, [box for box in boxes if box.page == page], image.width / width)
        return _framed(marked, [box for box in outlines if box.page == page], image.width / width)
    except ModuleNotFoundError as error:
        raise ReadError("picture.no_library", library=error.name) from error


def _drawn(image: Image.Image, boxes: Sequence[OnPage], scale: float) -> Image.Image:
    """The picture with marks as of a pen that the letters shine through."""
    from PIL import Image, ImageChops, ImageDraw

    pen = Image.new("RGB", image.size, "white")
    edges = [_edge(box, scale) for box in boxes]
    brush = ImageDraw.Draw(pen)
    for edge in edges:
        brush.rectangle(edge, fill=_MARK)
    marked = ImageChops.multiply(image, pen)
    brush = ImageDraw.Draw(marked)
    for edge in edges:
        brush.rectangle(edge, outline=_EDGE, width=max(round(scale), 1))
    return marked


def _framed(image: Image.Image, boxes: Sequence[OnPage], scale: float) -> Image.Image:
    from PIL import ImageDraw

    brush = ImageDraw.Draw(image)
    for box in boxes:
        brush.rectangle(_edge(box, scale), outline=_FRAME)
    return image


def _edge(box: OnPage, scale: float) -> tuple[float, float, float, float]:
    left, top = (box.left - _ROOM) * scale, (box.top - _ROOM) * scale
    return left, top, (box.right + _ROOM) * scale, (box.bottom + _ROOM) * scale


def _of_pdf(data: bytes, page: int, scale: float) -> tuple[Image.Image, float]:
    """A page of a PDF and its width in points."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            if not 1 <= page <= len(document):
                raise ReadError("picture.no_page", page=page, pages=len(document))
            document.init_forms()  # numbers and days typed over the page are forms
            width, height = document[page - 1].get_size()
            scale = _bounded(scale, width, height)
            return document[page - 1].render(scale=scale).to_pil().convert("RGB"), width
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError("picture.broken", reason=error) from error


def _of_picture(data: bytes, page: int, scale: float) -> tuple[Image.Image, float]:
    """A page of a picture file and its width in points."""
    from camket.read.formats.image import FORMAT

    if not FORMAT.recognises(data):
        raise ReadError("picture.no_pages")
    from camket.read.scan.frames import count_of, frame, opened
    from camket.read.scan.prepare import on_white

    image = opened(data, "")
    count = count_of(image)
    if not 1 <= page <= count:
        raise ReadError("picture.no_page", page=page, pages=count)
    shown = frame(image, page - 1)
    if shown.image is None:
        raise ReadError("picture.broken", reason=f"page {page}")
    width, height = shown.points
    scale = _bounded(scale, width, height)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    return on_white(shown.image).resize(size), width


def _bounded(scale: float, width: float, height: float) -> float:
    return min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1)))


def _strip(image: Image.Image, boxes: Sequence[OnPage], height: float) -> Image.Image:
    """The part of a page of `height` points around the boxes, in its whole width."""
    scale = image.height / height
    top = min(box.top for box in boxes) - _MARGIN
    bottom = max(box.bottom for box in boxes) + _MARGIN
    return image.crop((0, max(round(top * scale), 0), image.width, min(round(bottom * scale), image.height)))


def _png(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()

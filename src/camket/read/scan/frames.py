"""The pages of a picture file: the frames of a TIFF, the first picture of all others."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PIL import Image, ImageFile, ImageOps

from camket.errors import ReadError

MOST_PIXELS = 120_000_000
"""Pixels of one picture: an A1 sheet at 300 dots an inch has 70 million."""
_LONG_SIDE, _WIDEST = 11.69, 34.0
"""Inches: the long side of an A4 sheet, and that of an A0 sheet less a margin."""
_SCREEN, _SCAN = 96.0, 1_500
_LEAST_DPI, _MOST_DPI = 50.0, 2_400.0
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, OverflowError)
"""What pillow raises where a picture is broken; it names no common base."""


class Frame(NamedTuple):
    """A page: its picture as it is shown, and its dots an inch; no picture where the file is broken there.

    `cut` where the file ends before the picture does.
    """

    image: Image.Image | None
    dpi: float
    cut: bool = False

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        if self.image is None:
            return 0.0, 0.0
        return round(self.image.width * 72 / self.dpi, 2), round(self.image.height * 72 / self.dpi, 2)


def opened(data: bytes, file: str) -> Image.Image:
    """The picture of a file, its pixels not yet read.

    Raises:
        ReadError: `scan.broken` where it is none, `scan.too_large` where it has more pixels than are read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data))
    except Image.DecompressionBombError as error:
        raise ReadError("scan.too_large", file=file, most=MOST_PIXELS // 1_000_000) from error
    except _BROKEN as error:
        raise ReadError("scan.broken", file=file) from error
    if image.width * image.height > MOST_PIXELS:
        raise ReadError("scan.too_large", file=file, most=MOST_PIXELS // 1_000_000)
    return image


def count_of(image: Image.Image) -> int:
    """How many pages a picture has; the frames of an animation are none."""
    if image.format != "TIFF":
        return 1
    try:
        return max(int(getattr(image, "n_frames", 1)), 1)
    except _BROKEN:
        return 1


def frames(image: Image.Image, most: int) -> Iterator[Frame]:
    """The first pages of a picture, at most so many."""
    for number in range(min(count_of(image), most)):
        yield frame(image, number)


def frame(image: Image.Image, number: int) -> Frame:
    """A page by its number, from 0."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.seek(number)
            if image.width * image.height > MOST_PIXELS:
                return Frame(None, _SCREEN)
            return _loaded(image)
    except Image.DecompressionBombError:
        return Frame(None, _SCREEN)
    except _BROKEN:
        return Frame(None, _SCREEN)


def _loaded(image: Image.Image) -> Frame:
    dpi = _dpi(image)
    try:
        return Frame(ImageOps.exif_transpose(image), dpi)
    except OSError:
        with _truncated_allowed():
            return Frame(ImageOps.exif_transpose(image), dpi, cut=True)


@contextmanager
def _truncated_allowed() -> Iterator[None]:
    """Within it pillow gives of a file that ends too early what is there; the rest is grey."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _dpi(image: Image.Image) -> float:
    """Dots an inch as the file says, where that makes a sheet that there is; else those of an A4 sheet or a screen."""
    long = max(image.size)
    said = image.info.get("dpi", (0, 0))
    try:
        dpi = float(said[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    # A telephone writes 72 into every picture.
    if _LEAST_DPI <= dpi <= _MOST_DPI and long / dpi < (_WIDEST if dpi > _SCREEN else 2 * _LONG_SIDE):
        return dpi
    return long / _LONG_SIDE if long >= _SCAN else _SCREEN

"""Word files printed to PDF by LibreOffice, and PDF pages as a scanner sees them."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from tests.made.office import convert

needs_recognition = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
_PAPER = 245
_NOISE = 0.06


def converted(files: Mapping[str, bytes], suffix: str, target: str, folder: Path) -> dict[str, bytes]:
    """Files of one format in another, by LibreOffice: `converted({"a": data}, "docx", "pdf", tmp_path)["a"]`."""
    for name, data in files.items():
        (folder / f"{name}.{suffix}").write_bytes(data)
    out = folder / f"as-{target}"
    convert(target, out, *(folder / f"{name}.{suffix}" for name in files))
    return {name: (out / f"{name}.{target}").read_bytes() for name in files}


def scanned(pdf: bytes, *, dpi: int = 300, turned: float = 0.0, noisy: bool = False) -> list[Image.Image]:
    """The pages as pictures in shades of grey, as laid a little askew (degrees) on the glass of a scanner."""
    pages = []
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=dpi / 72).to_pil().convert("L")
        picture = picture.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=_PAPER)
        if noisy:
            picture = Image.blend(picture, Image.effect_noise(picture.size, 120), _NOISE)
        pages.append(picture)
    return pages


def picture_pdf(pages: list[Image.Image], *, dpi: int = 300) -> bytes:
    """The pictures as a PDF without any letter."""
    held = io.BytesIO()
    pages[0].save(held, "PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return held.getvalue()

"""PDF files drawn by hand, a text at a place: for what no office program writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_CODES = "cp1252"


class Drawn(NamedTuple):
    """A page: what is drawn on it as PDF operators, its size, and what its dictionary says besides."""

    content: str = ""
    width: float = 595
    height: float = 842
    more: str = ""


def said(text: str, x: float, y: float, *, size: float = 12, font: str = "F1", turned: str = "1 0 0 1") -> str:
    """Operators that draw a text from (x, y), y upwards from the lower edge."""
    held = text.encode(_CODES).hex()
    return f"BT /{font} {size} Tf {turned} {x} {y} Tm <{held}> Tj ET\n"


def lines(*texts: str, x: float = 85, y: float = 760, step: float = 18, size: float = 12, font: str = "F1") -> str:
    """Lines of text below each other."""
    return "".join(said(text, x, y - at * step, size=size, font=font) for at, text in enumerate(texts))


def pdf_of(pages: Sequence[Drawn], *, fonts: Sequence[str] = ("Times-Roman",), more: Sequence[str] = ()) -> bytes:
    """The bytes of a file with these pages.

    Args:
        pages: what is drawn.
        fonts: names of the fonts `F1`, `F2`, ...; none is held in the file.
        more: bodies of further objects, the first of which is number 100000.
    """
    objects: dict[int, str] = {1: "<< /Type /Catalog /Pages 2 0 R >>"}
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    named = " ".join(
        f"/F{at} << /Type /Font /Subtype /TrueType /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
        for at, font in enumerate(fonts, 1)
    )
    for at, page in enumerate(pages):
        number = 10 + 2 * at
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Contents {number + 1} 0 R "
            f"/Resources << /Font << {named} >> >> {page.more} >>"
        )
        objects[number + 1] = f"<< /Length {len(page.content)} >>\nstream\n{page.content}endstream"
    objects.update({100_000 + at: body for at, body in enumerate(more)})
    return _file(objects)


def _file(objects: dict[int, str]) -> bytes:
    made = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(made)
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(made)
    table = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
    made += f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n".encode()
    made += f"<< /Size {max(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return made

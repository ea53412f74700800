"""What is read in a short text, in lines that a case can state."""

from __future__ import annotations

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

NEWS = "Ngày 18/10/2024, UBND tỉnh Hòa Bình họp báo.\n\n"


def paper(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


def short(text: str, before: str = NEWS) -> list[str]:
    """The figures of a text, each in one line: quantity, indicator, measure, role, period."""
    return [
        f"{one.quote} | {one.indicator} {one.measure} {one.role} {one.period}"
        for one in paper(before + text).figures
        if one.start >= len(before)
    ]

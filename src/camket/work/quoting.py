"""A range of a paper as a source that screens can lead to."""

from __future__ import annotations

from camket.model.document import Document
from camket.model.fact import Fact
from camket.model.series import Source
from camket.resolve.series import source_of


def source_at(document: Document, start: int, end: int) -> Source:
    """The place of some characters of a paper."""
    return source_of(Fact(start=start, end=end, quote=document.text[start:end]), document)

"""Word files (DOCX): our own walk of their parts, so that every paragraph knows where it stands."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.parsed import Parsed
from camket.read.word.package import Package
from camket.read.word.whole import read_package


def read_docx(data: bytes, file: str, limits: Limits) -> Parsed:
    """Read a Word file.

    The body stands in its order: lists with their numbers as they are shown, tables where they are, text boxes behind
    the paragraph that holds them, footnotes and endnotes at the end. Tracked changes are read as accepted. Comments and
    running heads are asides; a letterhead in the header of the first page is the head of the text.

    Raises:
        ReadError: it has a password, is broken, or a part of it is larger than the limits allow.
    """
    return read_package(Package(data, file, limits))

"""Where in a file a part of the text stands: on a page, in a cell, in a part of a Word file, at a byte."""

from __future__ import annotations

from typing import Literal

import msgspec

Part = Literal["body", "header", "footer", "footnote", "endnote", "text_box", "comment"]


class OnPage(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="page"):
    """A box on a page.

    Attributes:
        page: its number, from 1.
        left, top, right, bottom: in points (1/72 inch) from the upper left corner of the page as it is shown.
        sure: how sure the recognition of letters is, 0 to 1; None where the file itself holds the letters.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    sure: float | None = None


class InCell(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="cell"):
    """A cell of a sheet; row and column are counted from 1, as a spreadsheet shows them."""

    sheet: str
    row: int
    column: int

    @property
    def name(self) -> str:
        """As a spreadsheet names it: `B7`."""
        letters, left = "", self.column
        while left > 0:
            left, digit = divmod(left - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row}"


class InPart(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="part"):
    """A paragraph of a file without pages of its own (Word, HTML): which part, and its number there, from 1."""

    part: Part
    paragraph: int


class InBytes(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="bytes"):
    """Bytes of a file whose letters were converted: from `first` up to, not with, `last`."""

    first: int
    last: int


At = OnPage | InCell | InPart | InBytes


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """`text[start:end]` stands there. The places of a document are in the order of the text and do not overlap."""

    start: int
    end: int
    at: At


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page: its number from 1, its size in points as it is shown, and the range of the text that stands on it.

    `scanned` where its letters were recognised in a picture.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    scanned: bool = False

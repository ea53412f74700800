"""Places of pages whose lines were turned upright to be read, as the page is shown."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from camket.model.document import Aside
from camket.model.place import OnPage, Place
from camket.read.pdf.page import Sheet


def shown_size(sheet: Sheet) -> tuple[float, float]:
    """Width and height of a page as it is shown."""
    return (sheet.height, sheet.width) if sheet.turns % 2 else (sheet.width, sheet.height)


def as_shown(
    sheets: Sequence[Sheet], places: tuple[Place, ...], asides: Sequence[Aside]
) -> tuple[tuple[Place, ...], tuple[Aside, ...]]:
    """The places and asides with their boxes as the pages are shown."""
    turned = {sheet.number: sheet for sheet in sheets if sheet.turns}
    if not turned:
        return places, tuple(asides)
    moved = tuple(
        Place(place.start, place.end, turned_back(place.at, turned[place.at.page]))
        if isinstance(place.at, OnPage) and place.at.page in turned
        else place
        for place in places
    )
    beside = tuple(
        replace(aside, at=turned_back(aside.at, turned[aside.at.page]))
        if isinstance(aside.at, OnPage) and aside.at.page in turned
        else aside
        for aside in asides
    )
    return moved, beside


def turned_back(box: OnPage, sheet: Sheet) -> OnPage:
    """A box of the upright page on the page as it is shown."""
    width, height = shown_size(sheet)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if sheet.turns == 1:
        left, top, right, bottom = top, height - right, bottom, height - left
    elif sheet.turns == 2:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    else:
        left, top, right, bottom = width - bottom, left, width - top, right
    return OnPage(box.page, round(left, 2), round(top, 2), round(right, 2), round(bottom, 2), box.sure)

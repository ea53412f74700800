"""Lists in pages of fifty, with the filters of the address kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar, cast

import msgspec
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from camket.server.pages.language import address_with

Row = TypeVar("Row")
EACH = 50
"""Lines of a page."""
ASKED = "trang"
"""How an address names the page of a list."""


class Sheet(msgspec.Struct, frozen=True):
    """One page of a list.

    Attributes:
        rows: what it shows.
        number: of the page, from 1.
        pages: how many there are.
        count: how many rows all pages have.
        before: the address of the page before; empty on the first.
        after: the address of the next page; empty on the last.
    """

    rows: tuple[Any, ...]
    number: int
    pages: int
    count: int
    before: str = ""
    after: str = ""


class Listed(Protocol):
    """A list that is read in parts."""

    def count(self) -> int:
        """How many lines it has."""

    def __getitem__(self, part: slice, /) -> Sequence[Any]:
        """The lines from one place to another."""


def sheet(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any] | Listed, each: int = EACH) -> Sheet:
    """The page that the address asks for; a number that is none, or of no page, gives the nearest that is."""
    page = Paginator(cast("Sequence[Any]", rows), each).get_page(request.GET.get(ASKED))
    return Sheet(
        rows=tuple(page.object_list),
        number=page.number,
        pages=page.paginator.num_pages,
        count=page.paginator.count,
        before=_address(request, page.number - 1) if page.has_previous() else "",
        after=_address(request, page.number + 1) if page.has_next() else "",
    )


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Rows some at a time, for files that are longer than a page."""
    held = iter(rows)
    while part := list(islice(held, size)):
        yield part


def takes(request: HttpRequest) -> dict[str, str]:
    """The addresses at which the whole list can be taken as a file, for `pages/exports.html`."""
    return {each: address_with(request, **{"format": each, ASKED: ""}) for each in ("csv", "xlsx")}


def _address(request: HttpRequest, number: int) -> str:
    return address_with(request, **{ASKED: str(number) if number > 1 else ""})

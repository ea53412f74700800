"""Pages of one place: the one that an address names, or the one that most plans are of."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from camket import catalogue
from camket.errors import CatalogueError
from camket.server.pages import boards
from camket.server.pages.seeing import reader_of

Page = Callable[[HttpRequest, str], HttpResponse]


def of_usual_place(request: HttpRequest, page: Page) -> HttpResponse:
    """The page of the place that most plans are of; an empty one where there is none."""
    place = boards.current(reader_of(request)).usual_area
    return page(request, place) if place else render(request, "pages/empty.html")


def of_place(request: HttpRequest, slug: str, page: Page) -> HttpResponse:
    """The page of a place of the catalogue.

    Raises:
        Http404: there is no such place.
    """
    try:
        catalogue.area(slug)
    except CatalogueError:
        raise Http404 from None
    return page(request, slug)

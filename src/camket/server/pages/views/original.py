"""`/van-ban/<slug>/tep` and `/van-ban/<slug>/trang/<n>.png`: the file of a paper, and pictures of its pages."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from camket.errors import CamketError
from camket.model.place import OnPage
from camket.read.pictures import page_picture
from camket.read.places import at
from camket.server.pages.naming import safe_name
from camket.server.pages.seeing import facts, visible
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document
from camket.server.registry.pictures import PictureStore
from camket.server.registry.rows import paper as record_of

_SCALE = 1.6  # pixels a point: letters of 13 points are read with ease, and a page is some 300 kB


def original(request: HttpRequest, slug: str) -> FileResponse:
    """The file as it came, always to be saved and never shown: it may hold what a browser would run."""
    row = get_object_or_404(visible(request), slug=slug)
    try:
        file = _files().path(bytes(row.sha256)).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, as_attachment=True, filename=_file_name(row), content_type="application/octet-stream")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["ETag"] = f'"{bytes(row.sha256).hex()}"'
    return response


def page(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A page as a picture, `m` marked on it; drawn once and kept in the data folder."""
    row = get_object_or_404(visible(request).select_related("body"), slug=slug)
    digest, boxes = bytes(row.sha256), _boxes(request, row, number, request.GET.get("m", ""))
    pictures, what = PictureStore(settings.CONFIGURATION.pictures), (number, _SCALE, boxes)
    data = pictures.get(digest, what)
    if data is None:
        data = _drawn(row, number, boxes)
        pictures.put(digest, what, data)
        if not visible(request).filter(id=row.id).exists():  # withdrawn while it was drawn
            pictures.remove(digest)
            raise Http404
    response = HttpResponse(data, content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _files() -> FileStore:
    return FileStore(settings.CONFIGURATION.files)


def _file_name(row: Document) -> str:
    """The name under which the paper came, without folders."""
    return safe_name(PurePosixPath(row.name.replace("\\", "/")).name)


def _boxes(request: HttpRequest, row: Document, number: int, mention: str) -> tuple[OnPage, ...]:
    """Where a fact stands on a page; nothing where none is named.

    Raises:
        Http404: the paper has no such page, or no such fact.
    """
    document = record_of(row)
    if all(page.number != number for page in document.pages):
        raise Http404
    if not mention:
        return ()
    try:
        key = bytes.fromhex(mention)
    except ValueError:
        raise Http404 from None
    fact = facts(request).filter(document=row, mention=key).order_by("superseded", "-id").first()
    if fact is None:
        raise Http404
    places = at(document, fact.start, fact.end)
    return tuple(place for place in places if isinstance(place, OnPage) and place.page == number)


def _drawn(row: Document, number: int, boxes: tuple[OnPage, ...]) -> bytes:
    data = _files().get(bytes(row.sha256))
    if data is None:
        raise Http404
    try:
        return page_picture(data, number, boxes, scale=_SCALE)
    except CamketError:
        raise Http404 from None  # a page that cannot be drawn is no page; its text is on the page of the paper


PATHS = (
    path("van-ban/<slug:slug>/tep", original, name="paper-file"),
    path("van-ban/<slug:slug>/trang/<int:number>.png", page, name="paper-page"),
)

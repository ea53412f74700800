"""`/van-ban/<slug>/tep` and `/van-ban/<slug>/trang/<n>.png`: the file of a paper, and pictures of its pages."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from camket.errors import CamketError
from camket.model.place import OnPage
from camket.read.pictures import page_picture
from camket.read.places import at
from camket.server.pages.seeing import visible
from camket.server.registry.files import FileStore
from camket.server.registry.models import Document, Fact
from camket.server.registry.rows import paper as record_of

_SCALE = 1.6  # pixels a point: letters of 13 points are read with ease, and a page is some 300 kB
_PICTURES = "pictures"
_DIGEST = 16


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
    """A page as a picture, `m` marked on it; made once and kept in the data folder."""
    row = get_object_or_404(visible(request).select_related("body"), slug=slug)
    boxes = _boxes(row, number, request.GET.get("m", ""))
    kept = _kept(row, number, boxes)
    try:
        data = kept.read_bytes()
    except FileNotFoundError:
        data = _drawn(row, number, boxes)
        _keep(kept, data)
    response = HttpResponse(data, content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response


def _files() -> FileStore:
    return FileStore(settings.CONFIGURATION.files)


def _file_name(row: Document) -> str:
    """The name under which the paper came, without folders and signs that a file system could take amiss."""
    name = PurePosixPath(row.name.replace("\\", "/")).name
    return "".join(letter for letter in name if letter.isprintable() and letter not in '"<>|:*?;') or "van-ban"


def _boxes(row: Document, number: int, mention: str) -> tuple[OnPage, ...]:
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
    fact = Fact.objects.filter(document=row, mention=key).order_by("superseded", "-id").first()
    if fact is None:
        raise Http404
    places = at(document, fact.start, fact.end)
    return tuple(place for place in places if isinstance(place, OnPage) and place.page == number)


def _kept(row: Document, number: int, boxes: tuple[OnPage, ...]) -> Path:
    marked = blake2b(repr((number, _SCALE, boxes)).encode(), digest_size=_DIGEST).hexdigest()
    folder: Path = settings.CONFIGURATION.data / _PICTURES
    return folder / bytes(row.sha256).hex() / f"{number}-{marked}.png"


def _drawn(row: Document, number: int, boxes: tuple[OnPage, ...]) -> bytes:
    data = _files().get(bytes(row.sha256))
    if data is None:
        raise Http404
    try:
        return page_picture(data, number, boxes, scale=_SCALE)
    except CamketError:
        raise Http404 from None  # a page that cannot be drawn is no page; its text is on the page of the paper


def _keep(path_: Path, data: bytes) -> None:
    """Whole or not at all: two that draw the same picture write the same."""
    path_.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path_.parent, suffix=".part", delete=False) as file:
        file.write(data)
    Path(file.name).replace(path_)


PATHS = (
    path("van-ban/<slug:slug>/tep", original, name="paper-file"),
    path("van-ban/<slug:slug>/trang/<int:number>.png", page, name="paper-page"),
)

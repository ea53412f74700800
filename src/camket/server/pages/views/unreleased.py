"""`/quan-tri/chua-chuyen`: what departments handed in and have not released, withdrawn by an administrator unseen.

Only the department sees such a paper, so nothing here tells a word of it: neither title nor name of file nor address.
It is called by its code, the first digits of its digest, which the department reads on the page of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.model.message import message
from camket.report.dates import day
from camket.server.pages.allowed import needs
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name, paper_code, who_did
from camket.server.pages.paging import batched, sheet, takes
from camket.server.pages.withdrawal import RIGHT, Named, answered
from camket.server.registry.models import Document, Fact
from camket.server.registry.models.document import Stage
from camket.words import Language, say, term

_DIGITS, _EACH = 64, 100
_COLUMNS = ("column.paper_code", "accounts.body", "column.loaded_by", "paper.read_on", "column.facts", "column.access")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A paper without a word of it: its code, whose it is, who handed it in and when, how many facts it has."""

    address: str
    code: str
    body: str
    who: str
    read_on: date | None
    said_day: str
    facts: int


@never_cache
@needs(RIGHT)
def unreleased(request: HttpRequest) -> HttpResponse:
    """All of them, the latest first."""
    language, rows = language_of(request), _rows().order_by("-read_on", "-id")
    if asked_format(request):
        return exported(request, "chua-chuyen", _COLUMNS, _cells(request, rows[:MOST_ROWS], language))
    page = sheet(request, rows)
    context = {"page": msgspec.structs.replace(page, rows=tuple(_lines(page.rows, language))), **takes(request)}
    return render(request, "pages/unreleased.html", context)


@never_cache
@needs(RIGHT)
def withdrawal(request: HttpRequest, digest: str) -> HttpResponse:
    """What goes with one of them, and the form to withdraw it."""
    row = _rows().filter(sha256=_key(digest)).first()
    if row is None:
        raise Http404
    language = language_of(request)
    line = _line(row, row.facts.filter(superseded=False).count(), language)
    name = message("unreleased.name", code=line.code)
    named = Named(
        name=say(name, language),
        about=" · ".join(filter(None, (line.body, line.who, line.said_day))),
        back=reverse("unreleased"),
        back_name=term("unreleased.title", language),
    )
    return answered(request, row, named)


def _rows() -> QuerySet[Document]:
    return Document.objects.filter(stage=Stage.ENTERED, withdrawn_on__isnull=True)


def _key(digest: str) -> bytes:
    try:
        return bytes.fromhex(digest) if len(digest) == _DIGITS else b""
    except ValueError:
        return b""


def _lines(rows: Iterable[Document], language: Language) -> Iterator[Line]:
    for part in batched(rows, _EACH):
        counts = _counts(part)
        yield from (_line(row, counts.get(row.id, 0), language) for row in part)


def _counts(rows: Iterable[Document]) -> Mapping[int, int]:
    held = Fact.objects.filter(document__in=list(rows), superseded=False)
    return dict(held.order_by("document").values_list("document").annotate(count=Count("id")))


def _line(row: Document, facts: int, language: Language) -> Line:
    return Line(
        address=reverse("unreleased-withdrawal", args=[bytes(row.sha256).hex()]),
        code=paper_code(row),
        body=body_name(row.owner, language),
        who=who_did(row.loaded_by, language),
        read_on=row.read_on,
        said_day=day(row.read_on, language) if row.read_on else "",
        facts=facts,
    )


def _cells(request: HttpRequest, rows: QuerySet[Document], language: Language) -> Iterator[Row]:
    for each in _lines(rows, language):
        address = request.build_absolute_uri(each.address)
        yield each.code, each.body, each.who, each.read_on, each.facts, address


PATHS = (
    path("quan-tri/chua-chuyen", unreleased, name="unreleased"),
    path("quan-tri/chua-chuyen/<slug:digest>", withdrawal, name="unreleased-withdrawal"),
)

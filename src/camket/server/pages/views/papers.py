"""`/van-ban`: the list of papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from django.db.models import Count, F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from camket.model.extraction import FACT_KINDS
from camket.model.message import message
from camket.report.dates import day
from camket.server.pages.addresses import Entry
from camket.server.pages.exports import MOST_ROWS, asked_format, exported
from camket.server.pages.exports import Row as ExportedRow
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperRow, paper_name, type_name
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import visible
from camket.server.registry.models import Document, Fact
from camket.words import Language, say, term

_MOST_CHOICES = 200
_COLUMNS = (
    "column.title", "column.number", "column.type", "paper.issuer", "paper.publisher", "column.area", "column.said_on",
    "paper.url", "column.access",
)  # fmt: skip
_FILTERS = {"loai": "type", "dia-ban": "area", "co-quan": "issuer"}


class Choice(msgspec.Struct, frozen=True):
    """One value of a filter."""

    value: str
    name: str
    chosen: bool


class Filter(msgspec.Struct, frozen=True):
    """A filter of the address."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A paper in the list; `facts` says how many facts of each kind were read, in words."""

    slug: str
    name: str
    number: str
    type: str
    issuer: str
    said: str
    facts: str


def papers(request: HttpRequest) -> HttpResponse:
    """Papers by type, year, area and issuer, the newest first."""
    language = language_of(request)
    seen = visible(request)
    found = _filtered(seen, request.GET)
    ordered = found.order_by(F("said_on").desc(nulls_last=True), "id")
    if asked_format(request):
        return exported(request, "van-ban", _COLUMNS, _exported(request, ordered[:MOST_ROWS], language))
    page = sheet(request, ordered.only(*PaperRow._fields))
    counts = _counts([row.id for row in page.rows], language)
    context = {
        "page": msgspec.structs.replace(
            page, rows=tuple(_row(row, counts.get(row.id, ""), language) for row in page.rows)
        ),
        "filters": _choices(seen, request.GET, language),
        "filtered": any(request.GET.get(name) for name in (*_FILTERS, "nam")),
        **takes(request),
    }
    return render(request, "pages/papers.html", context)


def _exported(request: HttpRequest, rows: QuerySet[Document], language: Language) -> Iterator[ExportedRow]:
    for row in rows.iterator(chunk_size=500):
        address = request.build_absolute_uri(reverse("paper", args=[row.slug]))
        type_ = type_name(row.type, language)
        yield row.title, row.number, type_, row.issuer, row.publisher, row.area, row.said_on, row.url, address


def _filtered(rows: QuerySet[Document], asked: Mapping[str, str]) -> QuerySet[Document]:
    for name, field in _FILTERS.items():
        if value := asked.get(name):
            rows = rows.filter(**{field: value})
    year = asked.get("nam", "")
    return rows.filter(said_on__year=int(year)) if _is_year(year) else rows


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"


def _choices(rows: QuerySet[Document], asked: Mapping[str, str], language: Language) -> tuple[Filter, ...]:
    # Days are told apart here: on SQLite the database would ask Python for the year of each paper.
    days = rows.filter(said_on__isnull=False).order_by().values_list("said_on", flat=True).distinct()
    years = [str(year) for year in sorted({when.year for when in days if when is not None}, reverse=True)]
    found = {name: _values(rows, field) for name, field in _FILTERS.items()}
    named = {"loai": {value: type_name(value, language) for value in found["loai"]}}
    order = (("loai", found["loai"]), ("nam", years), ("dia-ban", found["dia-ban"]), ("co-quan", found["co-quan"]))
    return tuple(
        Filter(
            name,
            term(f"papers.filter.{name}", language),
            tuple(Choice(value, named.get(name, {}).get(value, value), asked.get(name) == value) for value in values),
        )
        for name, values in order
    )


def _values(rows: QuerySet[Document], field: str) -> list[str]:
    """The values of a column, those of most papers first."""
    found = rows.exclude(**{field: ""}).values_list(field).annotate(count=Count("id")).order_by("-count", field)
    return [value for value, _ in found[:_MOST_CHOICES]]


def _counts(papers: list[int], language: Language) -> dict[int, str]:
    rows = Fact.objects.filter(document__in=papers, superseded=False).values_list("document", "kind")
    told: dict[int, list[str]] = {}
    for document, kind, count in rows.annotate(count=Count("id")).order_by("document", "kind"):
        name = term(f"fact.{FACT_KINDS[kind]}.many", language).lower()
        told.setdefault(document, []).append(say(message("papers.facts", count=count, name=name), language))
    return {document: ", ".join(parts) for document, parts in told.items()}


def _row(row: Document, facts: str, language: Language) -> Row:
    return Row(
        slug=row.slug,
        name=paper_name(row),
        number=row.number,
        type=type_name(row.type, language),
        issuer=row.issuer or row.publisher,
        said=day(row.said_on, language) if row.said_on else "",
        facts=facts,
    )


PATHS = (path("van-ban", papers, name="papers"),)
MENU = Entry(40, "papers", "page.menu.papers")

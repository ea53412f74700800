"""`/nguoi`: people named in papers, and the positions that they hold over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from django.db.models import Count, F, Max, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from camket.grammar.fold import fold
from camket.grammar.words import words
from camket.model.fact import Person
from camket.report.dates import day
from camket.report.marked import shown
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.named import NAMED, Named, named, named_in
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import EACH, batched, sheet, takes
from camket.server.pages.seeing import entries, reader_of
from camket.server.registry.access import Reader
from camket.server.registry.models import Entry
from camket.server.registry.models.entry import Sort
from camket.server.registry.ready import Given, ready
from camket.server.registry.words import said_by
from camket.words import Language

_MOST, _EACH_LABEL = 500, 20
_MOST_PAPERS = 10
_COLUMNS = ("column.person", "column.position", "column.papers", "column.last", "column.link")
_OF_PERSON = ("column.person", "column.position", "column.day", "column.document", "column.source", "column.address")


class NamedPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person in the list, with the position that the latest paper gives."""

    label: str
    name: str
    position: str
    papers: int
    last: str


class Mention(msgspec.Struct, frozen=True):
    """A paper that names a person in a position."""

    mention: str
    paper: PaperLink
    said: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A position: from the first day to the last at which papers name the person in it, and those papers."""

    position: str
    first: str
    last: str
    mentions: tuple[Mention, ...]
    more: int


class Bearer(msgspec.Struct, frozen=True):
    """One way of writing a name, with the positions of whoever bears it, the latest first."""

    name: str
    held: tuple[Held, ...]


def people(request: HttpRequest) -> HttpResponse:
    """People by how many papers name them; `q` is a part of a name, with or without marks."""
    language = language_of(request)
    typed = request.GET.get("q", "").strip()[:100]
    rows = entries(request, Sort.PEOPLE)
    if wanted := "-".join(word.bare for word in words(typed)):
        rows = rows.filter(label__contains=wanted)
    grouped = rows.values("label").annotate(papers=Count("document", distinct=True), last=Max("document__said_on"))
    ordered = grouped.order_by("-papers", "label")
    if asked_format(request):
        return exported(request, "nhan-su", _COLUMNS, _exported(request, ordered[:MOST_ROWS], rows, language))
    page = sheet(request, ordered)
    named = tuple(_named(page.rows, rows, language))
    context = {"page": msgspec.structs.replace(page, rows=named), "typed": typed, **takes(request)}
    return render(request, "pages/people.html", context)


def _named(grouped: Iterable[Mapping[str, Any]], rows: QuerySet[Entry], language: Language) -> Iterator[NamedPerson]:
    lines = list(grouped)
    latest = _latest({row["label"]: row["last"] for row in lines}, rows)
    for row in lines:
        if (told := latest.get(row["label"])) is not None:
            yield NamedPerson(
                label=row["label"],
                name=shown(told.name),
                position=shown(told.position),
                papers=row["papers"],
                last=day(row["last"], language) if row["last"] else "",
            )


def _exported(
    request: HttpRequest, grouped: Iterable[Mapping[str, Any]], rows: QuerySet[Entry], language: Language
) -> Iterator[Row]:
    for part in batched(grouped, EACH):
        for each in _named(part, rows, language):
            address = request.build_absolute_uri(reverse("person", args=[each.label]))
            yield each.name, each.position, each.papers, each.last, address


def person(request: HttpRequest, label: str) -> HttpResponse:
    """One name: who bears it in which positions, paper by paper."""
    language = language_of(request)
    rows = list(map(named, _naming.given((0, _MOST), label=label)(reader_of(request))))
    if not rows:
        raise Http404
    if asked_format(request):
        return exported(request, label, _OF_PERSON, _mentions(request, rows, language))
    bearers = tuple(_bearers(rows, language))
    context = {"name": bearers[0].name, "bearers": bearers, "count": len(rows), **takes(request)}
    return render(request, "pages/person.html", context)


def _mentions(request: HttpRequest, rows: Iterable[Named], language: Language) -> Iterator[Row]:
    """All papers that name somebody, each with the position that it gives."""
    for row in rows:
        fact, paper = said_by(row.body, row.judged, Person), paper_link(row.paper, language)
        address = request.build_absolute_uri(reverse("fact", args=[row.mention]))
        yield shown(fact.name), shown(fact.position), row.paper.said_on, paper.name, paper.about, address


@ready
def _naming(reader: Reader) -> QuerySet[Any, Any]:
    """The entries of a name, the latest papers first."""
    rows = named_in(reader, Sort.PEOPLE).filter(label=Given("label"))
    latest_first = (F("document__said_on").desc(nulls_last=True), "document_id", "id")
    return rows.order_by(*latest_first).values_list(*NAMED)


def _latest(last: Mapping[str, date | None], rows: QuerySet[Entry]) -> dict[str, Person]:
    """Of each the name and position as a paper of the last day has them that names the person."""
    wanted = Q(pk__in=[])
    for label, said in last.items():
        wanted |= Q(label=label, document__said_on=said) if said else Q(label=label, document__said_on__isnull=True)
    found: dict[str, Person] = {}
    held = rows.filter(wanted, fact__isnull=False).order_by("document_id", "id")
    for label, body, judged in held.values_list("label", "fact__body", "judgement__body")[: _EACH_LABEL * len(last)]:
        if label not in found:
            found[label] = said_by(body, judged, Person)
    return found


def _bearers(rows: Iterable[Named], language: Language) -> Iterable[Bearer]:
    """Those whose names differ in marks are different people."""
    names: dict[str, tuple[str, dict[str, list[Named]]]] = {}
    positions: dict[str, str] = {}
    for row in rows:
        fact = said_by(row.body, row.judged, Person)
        _, held = names.setdefault(fold(fact.name), (fact.name, {}))
        positions.setdefault(fold(fact.position), fact.position)
        held.setdefault(fold(fact.position), []).append(row)
    for name, held in names.values():
        yield Bearer(shown(name), tuple(_held(positions[key], own, language) for key, own in held.items()))


def _held(position: str, rows: list[Named], language: Language) -> Held:
    """A position with its papers, which come with the latest first."""
    days = [row.paper.said_on for row in rows if row.paper.said_on is not None]
    mentions = tuple(
        Mention(
            row.mention,
            paper_link(row.paper, language),
            day(row.paper.said_on, language) if row.paper.said_on else "",
        )
        for row in rows[:_MOST_PAPERS]
    )
    return Held(
        position=shown(position),
        first=day(min(days), language) if days else "",
        last=day(max(days), language) if days else "",
        mentions=mentions,
        more=max(len(rows) - _MOST_PAPERS, 0),
    )


PATHS = (path("nguoi", people, name="people"), path("nguoi/<slug:label>", person, name="person"))

"""`/`, `/dia-ban/<slug>`: an area at a glance; `/dia-ban`: the areas."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import msgspec
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from camket.model.plan import PlanKind
from camket.model.scoreboard import PlanBoard
from camket.report.dates import day
from camket.report.notes import Notes
from camket.report.rows import Rows
from camket.report.view import Tile
from camket.resolve.areas import boundary, forms
from camket.server.pages import boards
from camket.server.pages.addresses import Entry
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.linking import hrefs, plan_address
from camket.server.pages.models import Board, BoardPlace, BoardPlan
from camket.server.pages.paging import takes
from camket.server.pages.seeing import reader_of, visible
from camket.server.pages.showing import (
    ShownHeadline,
    boundary_name,
    headline_remark,
    place_name,
    shown_headline,
    state_bar,
    state_tiles,
    statements_of_headline,
)
from camket.server.pages.unagreed import shown_to_public
from camket.server.registry.access import is_of_office
from camket.server.registry.models import Fact
from camket.server.registry.models.fact import Kind
from camket.words import Language

_MOST_HEADLINES, _MOST_PLANS, _MOST_PAPERS, _MOST_PLACES = 8, 8, 8, 12
_WEEK = timedelta(days=7)


class PlanRow(msgspec.Struct, frozen=True, kw_only=True):
    """A plan in a list."""

    address: str
    title: str
    detail: str
    targets: int
    tallies: int
    tiles: tuple[Tile, ...]
    bar: str


class PaperRow(msgspec.Struct, frozen=True, kw_only=True):
    """A paper read lately."""

    address: str
    title: str
    said: str
    read: str
    figures: int


_OF_HEADLINES = (
    "column.indicator", "column.measure", "column.latest", "column.period", "column.change", "column.target",
    "column.due", "column.state", "column.value_address", "column.address", "column.page_address",
)  # fmt: skip
_COLUMNS = ("column.area", "page.menu.plans", "board.values", "column.page_address")


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a list."""

    address: str
    name: str
    plans: int
    values: int
    is_here: bool = False


def overview(request: HttpRequest) -> HttpResponse:
    """The place that most plans are of."""
    board = boards.current(reader_of(request))
    if not board.usual_area:
        return render(request, "pages/empty.html")
    return _page(request, board, board.usual_area)


def area(request: HttpRequest, slug: str) -> HttpResponse:
    """A place, named by any of its forms."""
    return _page(request, boards.current(reader_of(request)), forms(slug)[0])


def areas(request: HttpRequest) -> HttpResponse:
    """All places of which something is known."""
    rows = boards.current(reader_of(request)).places.order_by("-plans", "-values_held", "place").defer("packed")
    places = [_place(row, "", language_of(request)) for row in rows]
    if asked_format(request):
        held = ((each.name, each.plans, each.values, request.build_absolute_uri(each.address)) for each in places)
        return exported(request, "dia-ban", _COLUMNS, held)
    return render(request, "pages/areas.html", {"places": places, **takes(request)})


def _page(request: HttpRequest, board: Board, place: str) -> HttpResponse:
    row = board.places.filter(place=place).first()
    if row is None:
        raise Http404
    language = language_of(request)
    found = boards.headlines_of(row)
    main = found.lines[:_MOST_HEADLINES]
    reader = reader_of(request)
    links = hrefs((each for line in main for each in statements_of_headline(line)), reader)
    shown = [shown_headline(line, place, links, language) for line in main]
    if asked_format(request):
        name = f"tong-quan-{forms(place)[-1]}"
        return exported(request, name, _OF_HEADLINES, (_headline(request, each) for each in shown))
    states: dict[str, int] = row.states
    context = {
        "name": place_name(place, language),
        "place_key": place,
        "as_of": day(board.as_of, language) if board.as_of else "",
        "targets": sum(states.values()),
        "tiles": state_tiles(states, language),
        "bar": state_bar(states, language, width=720),
        "headlines": shown,
        **takes(request),
        "more_indicators": len(set(found.indicators())),
        "remark": headline_remark(shown, found.since, language),
        "plans": [plan_row(each, language) for each in _plans(board, place)],
        "plan_count": row.plans,
        "differences": row.differences if is_of_office(reader) else shown_to_public(board, reader, place),
        "of_office": is_of_office(reader),
        "papers": _papers(request, language),
        "places": [
            _place(each, place, language)
            for each in board.places.order_by("-plans", "-values_held", "place").defer("packed")[:_MOST_PLACES]
        ],
    }
    return render(request, "pages/overview.html", context)


def _headline(request: HttpRequest, row: ShownHeadline) -> Row:
    """A main indicator as the file of the page has it, each number with the address of its sentence."""
    target, at = row.target, request.build_absolute_uri
    return (
        row.name, row.detail, row.value.text, row.when, row.change, target.text if target is not None else "", row.due,
        row.state, at(row.value.href) if row.value.href else "",
        at(target.href) if target is not None and target.href else "", at(row.address) if row.address else "",
    )  # fmt: skip


def _plans(board: Board, place: str) -> list[BoardPlan]:
    return list(board.plans.filter(place=place).defer("packed", "claims")[:_MOST_PLANS])


def plan_row(row: BoardPlan, language: Language) -> PlanRow:
    """A plan as lists show it."""
    bare = PlanBoard(
        id=row.plan,
        kind=cast("PlanKind", row.kind),
        title=row.title,
        area=row.area,
        period=row.period or None,
        targets=(),
        tallies=(),
    )
    view = Rows(Notes({}, language), language, None, "").plan(bare, ())
    states: dict[str, int] = row.states
    return PlanRow(
        address=plan_address(row.plan),
        title=view.title,
        detail=view.detail or (boundary_name(boundary(row.area), language) if len(forms(row.area)) > 1 else ""),
        targets=sum(states.values()),
        tallies=row.tallies,
        tiles=state_tiles(states, language),
        bar=state_bar(states, language),
    )


def _papers(request: HttpRequest, language: Language) -> list[PaperRow]:
    """The papers read within a week, the last ones first."""
    since = timezone.localdate() - _WEEK
    found = visible(request).filter(read_on__gte=since)
    rows = list(found.defer("head").order_by("-read_on", "-id")[:_MOST_PAPERS])
    # Counted for those that are shown alone: after the first load all papers are of this week.
    own = Fact.objects.filter(document__in=rows, kind=Kind.FIGURES, superseded=False).order_by("document")
    figures = dict(own.values_list("document").annotate(count=Count("id")))
    return [
        PaperRow(
            address=f"/van-ban/{row.slug}",
            title=row.title or row.number or row.name,
            said=day(row.said_on, language) if row.said_on else "",
            read=day(row.read_on, language) if row.read_on else "",
            figures=figures.get(row.id, 0),
        )
        for row in rows
    ]


def _place(row: BoardPlace, here: str, language: Language) -> PlaceRow:
    return PlaceRow(
        address=reverse("area", args=[forms(row.place)[-1]]),
        name=place_name(row.place, language),
        plans=row.plans,
        values=row.values_held,
        is_here=row.place == here,
    )


PATHS = (
    path("", overview, name="overview"),
    path("dia-ban", areas, name="areas"),
    path("dia-ban/<str:slug>", area, name="area"),
)
MENU = Entry(10, "overview", "page.menu.overview")

"""`/ke-hoach`: the plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.model.plan import PlanKind
from camket.report.dates import period
from camket.report.naming import area_name, word
from camket.server.pages import boards
from camket.server.pages.addresses import Entry
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.linking import plan_address
from camket.server.pages.models import BoardPlan
from camket.server.pages.paging import sheet
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import place_name
from camket.server.pages.views.overview import plan_row
from camket.words import Language, term

_KINDS: tuple[PlanKind, ...] = ("congress", "yearly", "programme", "emulation", "horizon")
_COLUMNS = (
    "column.id", "column.plan", "column.kind_of_plan", "column.area", "column.period", "board.targets",
    "state.exceeded", "state.met", "state.nearly_met", "state.missed", "state.on_track", "state.at_risk",
    "state.off_track", "state.no_data", "state.unclear", "state.not_measurable", "state.qualitative",
    "column.tallies", "column.address",
)  # fmt: skip


def plans(request: HttpRequest) -> HttpResponse:
    """All plans, by kind and place; the latest first."""
    language, board = language_of(request), boards.current(reader_of(request))
    places = list(board.places.filter(plans__gt=0).order_by("-plans", "place").values_list("place", flat=True))
    kind, place = one_of(request, "loai", _KINDS), one_of(request, "dia-ban", places)
    rows = board.plans.defer("packed", "claims").order_by("order")
    if kind:
        rows = rows.filter(kind=kind)
    if place:
        rows = rows.filter(place=place)
    if asked_format(request):
        return exported(request, "ke-hoach", _COLUMNS, _rows(request, rows[:MOST_ROWS], language))
    page = sheet(request, rows)
    context = {
        "page": page,
        "plans": [plan_row(row, language) for row in page.rows],
        "kinds": [(each, word(f"plan.{each}", language), each == kind) for each in _KINDS],
        "places": [(each, place_name(each, language), each == place) for each in places],
        "csv": address_with(request, format="csv", trang=""),
        "xlsx": address_with(request, format="xlsx", trang=""),
    }
    return render(request, "pages/plans.html", context)


def _rows(request: HttpRequest, plans: Iterable[BoardPlan], language: Language) -> Iterator[Row]:
    states = [code.removeprefix("state.") for code in _COLUMNS if code.startswith("state.")]
    for row in plans:
        yield (
            row.plan,
            row.title,
            term(f"plan.{row.kind}", language),
            area_name(row.area, language),
            period(row.period or None, language),
            sum(row.states.values()),
            *(row.states.get(state, 0) for state in states),
            row.tallies,
            request.build_absolute_uri(plan_address(row.plan)),
        )


PATHS = (path("ke-hoach", plans, name="plans"),)
MENU = Entry(20, "plans", "page.menu.plans")

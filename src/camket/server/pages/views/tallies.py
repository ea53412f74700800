"""`/ket-qua-tong-hop`: tallies as papers claim them, beside what is counted here."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.model.scoreboard import PlanBoard
from camket.report.dates import day
from camket.report.marked import shown
from camket.report.notes import Notes
from camket.report.rows import Rows
from camket.server.pages import boards
from camket.server.pages.addresses import Entry
from camket.server.pages.language import language_of
from camket.server.pages.paging import sheet
from camket.server.pages.seeing import visible
from camket.server.pages.sentences import Sentence, address_of, sentences

_EACH = 12


class TallyOfPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A tally: as claimed, its sentence, as counted here, and whether both can be true."""

    claimed: str
    of: str
    mention: str
    sentence: Sentence | None
    counted: str
    verdict: str
    tone: str
    reason: str


class PlanTallies(msgspec.Struct, frozen=True, kw_only=True):
    """The tallies of one plan."""

    plan: str
    title: str
    detail: str
    rows: tuple[TallyOfPlan, ...]


def tallies(request: HttpRequest) -> HttpResponse:
    """Plan by plan, the latest first."""
    language = language_of(request)
    board = boards.current()
    page = sheet(request, board.plans.filter(tallies__gt=0).order_by("order"), _EACH)
    plans = [boards.plan_page(row).plan for row in page.rows]
    found = sentences(
        (address_of(line.statement) for plan in plans for line in plan.tallies), visible(request), language
    )
    rows = Rows(Notes({}, language), language, board.as_of, "")
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_plan(plan, rows, found) for plan in plans)),
        "as_of": day(board.as_of, language) if board.as_of else "",
    }
    return render(request, "pages/tallies.html", context)


def _plan(plan: PlanBoard, rows: Rows, found: Mapping[str, Sentence]) -> PlanTallies:
    view = rows.plan(msgspec.structs.replace(plan, targets=()), ())
    lines = tuple(
        TallyOfPlan(
            claimed=row.claimed,
            of=shown(row.of),
            mention=address_of(line.statement),
            sentence=found.get(address_of(line.statement)),
            counted=row.counted,
            verdict=row.verdict_text,
            tone=row.tone,
            reason=shown(row.reason),
        )
        for line, row in zip(plan.tallies, view.tallies, strict=True)
    )
    return PlanTallies(plan=plan.id, title=shown(view.title), detail=shown(view.detail), rows=lines)


PATHS = (path("ket-qua-tong-hop", tallies, name="tallies"),)
MENU = Entry(60, "tallies", "page.menu.tallies")

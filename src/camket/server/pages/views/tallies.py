"""`/ket-qua-tong-hop`: tallies as papers claim them, beside what is counted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from camket.model.scoreboard import PlanBoard
from camket.report.dates import day
from camket.report.marked import shown
from camket.report.notes import Notes
from camket.report.rows import Rows
from camket.report.view import TallyRow
from camket.server.pages import boards
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.linking import plan_address
from camket.server.pages.models import Board, BoardPlan
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import reader_of
from camket.server.pages.sentences import Sentence, address_of, sentences
from camket.server.pages.unagreed import Tallies
from camket.words import Language

_EACH, _MOST_SENTENCES = 12, 3
_COLUMNS = (
    "column.plan", "column.claimed", "column.of", "column.counted", "column.verdict", "column.reason",
    "column.document", "column.address",
)  # fmt: skip


class TallyOfPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A tally as claimed, as counted here, and, where it may be told, whether both can be true; `sentences` of all.

    `more` says how many further places claim the same.
    """

    claimed: str
    of: str
    mention: str
    sentences: tuple[Sentence, ...]
    more: int
    counted: str
    verdict: str
    tone: str
    reason: str


class PlanTallies(msgspec.Struct, frozen=True, kw_only=True):
    """The tallies of one plan."""

    address: str
    title: str
    detail: str
    rows: tuple[TallyOfPlan, ...]


def tallies(request: HttpRequest) -> HttpResponse:
    """Plan by plan, the latest first."""
    language = language_of(request)
    board = boards.current(reader_of(request))
    held = board.plans.filter(tallies__gt=0).defer("packed").order_by("order")
    if asked_format(request):
        plans = _plans(request, held[:MOST_ROWS], board, language)
        return exported(request, "ket-qua-tong-hop", _COLUMNS, _exported(request, plans))
    page = sheet(request, held, _EACH)
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_plans(request, page.rows, board, language))),
        "as_of": day(board.as_of, language) if board.as_of else "",
        **takes(request),
    }
    return render(request, "pages/tallies.html", context)


def _plans(request: HttpRequest, held: Iterable[BoardPlan], board: Board, language: Language) -> list[PlanTallies]:
    plans = [boards.claims_of(row) for row in held]
    mentions = (address_of(line.statement) for plan in plans for line in plan.tallies)
    found = sentences(mentions, reader_of(request), language)
    rows = Rows(Notes({}, language), language, board.as_of, "")
    told = Tallies(board, reader_of(request), language)
    return [_plan(plan, rows, found, told) for plan in plans]


def _exported(request: HttpRequest, plans: Iterable[PlanTallies]) -> Iterator[Row]:
    for plan in plans:
        for row in plan.rows:
            papers = "; ".join(each.paper.name for each in row.sentences)
            address = request.build_absolute_uri(reverse("fact", args=[row.mention]))
            yield plan.title, row.claimed, row.of, row.counted, row.verdict, row.reason, papers, address


def _plan(plan: PlanBoard, rows: Rows, found: Mapping[str, Sentence], told: Tallies) -> PlanTallies:
    view = rows.plan(plan, ())
    claims: dict[tuple[str, ...], list[tuple[str, TallyRow]]] = {}
    for line, own in zip(plan.tallies, view.tallies, strict=True):
        row = told.row(own, line.statement)
        claims.setdefault((row.claimed, row.counted, row.verdict), []).append((address_of(line.statement), row))
    return PlanTallies(
        address=plan_address(plan.id),
        title=shown(view.title),
        detail=shown(view.detail),
        rows=tuple(_claim(each, found) for each in claims.values() if any(mention in found for mention, _ in each)),
    )


def _claim(own: Sequence[tuple[str, TallyRow]], found: Mapping[str, Sentence]) -> TallyOfPlan:
    """One claim, which several places may make."""
    mention, row = own[0]
    told = [found[each] for each, _ in own if each in found]
    return TallyOfPlan(
        claimed=row.claimed,
        of=shown(row.of),
        mention=mention,
        sentences=tuple(told[:_MOST_SENTENCES]),
        more=max(len(told) - _MOST_SENTENCES, 0),
        counted=row.counted,
        verdict=row.verdict_text,
        tone=row.tone,
        reason=shown(row.reason),
    )


PATHS = (path("ket-qua-tong-hop", tallies, name="tallies"),)

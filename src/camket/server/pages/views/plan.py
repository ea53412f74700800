"""`/ke-hoach/<id>`: a plan with its targets, and its tallies as claimed and as counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path

from camket.grammar.fold import fold
from camket.model.scoreboard import TallyLine, TargetLine
from camket.report.dates import day, period
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.naming import area_name, indicator_name, measure_name, word
from camket.report.notes import Notes
from camket.report.numbers import bound
from camket.report.plan_papers import counted, named
from camket.report.rows import TONES, Rows, need
from camket.server.pages import boards
from camket.server.pages.asked import one_of
from camket.server.pages.board_lines import PlanLines, TargetPart
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.linking import hrefs, paper_addresses
from camket.server.pages.paging import sheet
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import Link, ShownTally, shown_tally, shown_target, state_tiles, statements_of_target
from camket.server.pages.unagreed import Tallies
from camket.server.registry.access import Reader
from camket.server.registry.models import Plan
from camket.words import Language, term

_MOST_TALLIES, _EACH, _MOST_GONE, _MOST_PAPERS, _LONGEST_QUOTE = 40, 60, 20, 5, 240
_COLUMNS = (
    "column.plan", "column.indicator", "column.name", "column.measure", "column.area", "column.due", "column.bound",
    "column.low", "column.high", "column.unit", "column.value", "column.period", "column.role", "column.state",
    "column.distance", "column.source", "paper.number", "paper.date", "paper.issuer", "column.address",
    "column.value_address",
)  # fmt: skip


class ShownPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that sets targets: kind, number, day and who issued it, linked to the first that it sets; how many."""

    link: Link
    title: str
    targets: str


class ShownGone(msgspec.Struct, frozen=True, kw_only=True):
    """A target that holds no more: what it asked for, and what was set in its place or who took it back."""

    name: str
    was: Link
    now: Link | None
    paper: Link | None
    quote: str


def plan(request: HttpRequest, id_: str) -> HttpResponse:
    """A plan. `trang-thai` filters its targets, `sap-xep` orders them."""
    language, reader = language_of(request), reader_of(request)
    board = boards.current(reader)
    row = board.plans.filter(plan=id_).first()
    if row is None:
        raise Http404
    held = boards.plan_lines(row)
    state = one_of(request, "trang-thai", TONES)
    order = one_of(request, "sap-xep", _ORDERS, "can-chu-y")
    places = _places(held, state, order, language)
    if asked_format(request):
        return exported(request, row.plan.replace("/", "-"), _COLUMNS, _rows(request, held, places, language))
    rows = Rows(Notes({}, language), language, board.as_of, "")
    page, tallies = sheet(request, places, _EACH), held.plan.tallies[:_MOST_TALLIES]
    lines = [(held.target(place), held.spark(place)) for place in page.rows]
    links, gone = _links(held, [line for line, _ in lines], tallies, reader), held.plan.replaced[:_MOST_GONE]
    states = Counter(str(part.state) for part in held.parts)
    claims = _claims(tallies, rows, links, Tallies(board, reader, language)) if tallies else []
    whole = rows.plan(msgspec.structs.replace(held.plan, tallies=(), papers=()), ())
    papers = _papers(held, whole.title, links, language)
    # Beside each target only where there are several to tell apart: one is named above them all.
    numbers = {each.document: each.number for each in held.plan.papers} if len(held.plan.papers) > 1 else {}
    context = {
        "plan": whole,
        "plan_id": id_,
        "entered": Plan.objects.filter(slug=id_).exists(),
        "area": held.plan.area,
        "place": boards.place_of(held.plan.area),
        "area_name": area_name(held.plan.area, language),
        "as_of": day(board.as_of, language) if board.as_of else "",
        "papers": papers,
        "more_papers": max(len(held.plan.papers) - _MOST_PAPERS, 0),
        "page": page,
        "targets": [
            shown_target(rows, line, held.plan.area, values, links, language, numbers) for line, values in lines
        ],
        "tallies": claims,
        "has_verdicts": any(each.row.verdict_text for each in claims),
        "gone": [_gone(line, held, links, language) for line in gone],
        "more_tallies": len(held.plan.tallies) - len(tallies),
        "filters": _filters(request, states, state, language),
        "orders": [(each, term(f"order.{each}", language), each == order) for each in _ORDERS],
        "state": state,
        "csv": address_with(request, format="csv", trang=""),
        "xlsx": address_with(request, format="xlsx", trang=""),
    }
    return render(request, "pages/plan.html", context)


def _links(
    held: PlanLines, lines: Sequence[TargetLine], tallies: Iterable[TallyLine], reader: Reader
) -> dict[str, str]:
    """The addresses of all that is shown: of sentences by mention, of papers by id where there is no sentence."""
    gone, papers = held.plan.replaced[:_MOST_GONE], held.plan.papers[:_MOST_PAPERS]
    links = hrefs(
        [
            *(id_ for line in lines for id_ in statements_of_target(line)),
            *(each.statement for each in tallies),
            *(each.statement for each in papers),
            *(id_ for line in gone for id_ in (line.statement, line.replaced_by) if id_),
        ],
        reader,
    )
    named = {line.source.document for line in lines if not links[line.statement]}
    named |= {each.document for each in papers if not links[each.statement]}
    named |= {line.dropped_by.document for line in gone if line.dropped_by is not None}
    named |= {after.source.document for line in gone if (after := _after(line, held)) is not None}
    return links | paper_addresses(named, reader) if named else links


def _papers(held: PlanLines, plan: str, links: Mapping[str, str], language: Language) -> list[ShownPaper]:
    """The papers that set the targets, as far as they may be seen; their titles where the plan is called otherwise."""
    told = ((each, links[each.statement] or links.get(each.document, "")) for each in held.plan.papers[:_MOST_PAPERS])
    return [
        ShownPaper(
            link=Link(shown(named(each, language)), href),
            title=shown(shortened(each.title or "", _LONGEST_QUOTE)) if fold(each.title or "") != fold(plan) else "",
            targets=counted(each, language),
        )
        for each, href in told
        if href
    ]


def _claims(lines: Iterable[TallyLine], rows: Rows, links: Mapping[str, str], told: Tallies) -> list[ShownTally]:
    shown = ((shown_tally(rows, each, links), each.statement) for each in lines)
    return [msgspec.structs.replace(each, row=told.row(each.row, statement)) for each, statement in shown]


def _gone(line: TargetLine, held: PlanLines, links: Mapping[str, str], language: Language) -> ShownGone:
    after = _after(line, held)
    source = line.dropped_by or (after.source if after is not None else None)
    dropped = line.dropped_by.quote if line.dropped_by is not None else None
    return ShownGone(
        name=_name(line, language),
        was=Link(bound(line.bound, language), links.get(line.statement, "")),
        now=Link(bound(after.bound, language), links.get(after.statement, "")) if after is not None else None,
        paper=Link(shown(source.title or source.document), links.get(source.document, ""))
        if source is not None
        else None,
        quote=shown(shortened(dropped or "", _LONGEST_QUOTE)),
    )


def _after(line: TargetLine, held: PlanLines) -> TargetLine | None:
    """What was set in its place."""
    return held.of_statement(line.replaced_by)


def _places(held: PlanLines, state: str, order: str, language: Language) -> list[int]:
    """Where the targets asked for lie, in the order asked for."""
    chosen = [place for place, part in enumerate(held.parts) if not state or part.state == state]
    return sorted(chosen, key=lambda place: _ORDERS[order](held.parts[place], language))


def _name(line: TargetLine | TargetPart, language: Language) -> str:
    return indicator_name(line.indicator, line.indicator_text, language)


_ORDERS: dict[str, Callable[[TargetPart, Language], tuple[object, ...]]] = {
    "can-chu-y": lambda line, _: need(line),
    "ten": lambda line, language: (_name(line, language),),
    "han": lambda line, _: (line.due or date.max, *need(line)),
}


def _filters(
    request: HttpRequest, states: Counter[str], chosen: str, language: Language
) -> list[tuple[str, int, str, str, bool]]:
    """The states as links: word, count, colour, address, whether it is chosen."""
    everything = (
        term("filter.all", language), states.total(), "quiet", address_with(request, **{"trang-thai": "", "trang": ""}),
        not chosen,
    )  # fmt: skip
    return [
        everything,
        *(
            (
                tile.label, tile.count, tile.tone,
                address_with(request, **{"trang-thai": str(tile.state), "trang": ""}), tile.state == chosen,
            )
            for tile in state_tiles(states, language)
        ),
    ]  # fmt: skip


def _rows(request: HttpRequest, held: PlanLines, places: Iterable[int], language: Language) -> Iterator[Row]:
    targets = [held.target(place) for place in places]
    links = hrefs((id_ for line in targets for id_ in statements_of_target(line)), reader_of(request))
    papers = {each.document: each for each in held.plan.papers}
    for line in targets:
        paper = next(filter(None, (papers.get(each.document) for each in (line.source, *line.other_sources))), None)
        value_link = links.get(line.value_statement or "", "")
        yield (
            held.plan.id,
            line.indicator,
            _name(line, language),
            measure_name(line.measure, language),
            area_name(line.area, language),
            line.due,
            bound(line.bound, language),
            line.bound.low,
            line.bound.high,
            line.bound.unit,
            line.value,
            period(line.value_period, language),
            word(f"role.{line.value_role}", language) if line.value_role else "",
            term(f"state.{line.state}", language),
            line.distance,
            line.source.title or line.source.document,
            *((paper.number, paper.day, paper.issuer or "") if paper is not None else ("", None, "")),
            request.build_absolute_uri(links[line.statement]) if links[line.statement] else "",
            request.build_absolute_uri(value_link) if value_link else "",
        )


PATHS = (re_path(r"^ke-hoach/(?P<id_>[^\x00-\x1f]+)\Z", plan, name="plan"),)

"""`/chuong-trinh`: programmes with their shares; `/chuong-trinh/<slug>`: one as a tree, each number with its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from camket.errors import UsageError
from camket.model.programme import Node, NodeShare
from camket.report.marked import shown
from camket.report.naming import word
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import field, one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name, paper_link
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import visible
from camket.server.pages.sentences import Sentence
from camket.server.pages.views.bodies import day_context
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.filters import as_of, asked_day, seen_spans
from camket.server.pages.work.lines import COLUMNS as TASK_COLUMNS
from camket.server.pages.work.lines import cells, lines
from camket.server.pages.work.saying import said
from camket.server.pages.work.trees import (
    NodeLine,
    Telling,
    node_line,
    node_lines,
    outcomes_of,
    seen_programmes,
    seen_tasks,
    tellings,
)  # fmt: skip
from camket.server.registry.actions.load_programme import hang_tasks, load_programme, take_down_task
from camket.server.registry.models import Programme
from camket.server.registry.programmes import outcomes_on, trees_of
from camket.server.registry.rows import paper
from camket.words import Language, say, term
from camket.work.programme import Beside, beside, shares
from camket.work.programme_reading import read_programme

_EACH, _LONGEST_NUMBERS = 20, 400
_GROUPS = ("tat-ca", "xong", "qua-han", "khong-tinh")
_COLUMNS = (
    "column.number_of_target", "column.kind", "column.title", "column.lead", "column.due", "work.column.done",
    "work.column.total", "work.column.share", "work.column.late", "work.column.untracked", "column.link",
)  # fmt: skip
_TONES = {"same": "good", "differs": "bad", "other_total": "warn", "cannot_tell": "quiet"}


_OF_LIST = (
    "work.column.programme", "column.kind_of_plan", "work.column.nodes", "work.column.done", "work.column.total",
    "work.column.late", "work.column.untracked", "column.link",
)  # fmt: skip


class ProgrammeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A programme in the list: how many programmes and schemes it holds, and how far it has come."""

    address: str
    title: str
    kind: str
    nodes: int
    line: NodeLine


class ClaimLine(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of a paper beside what is worked out for its day."""

    claimed: str
    counted: str
    verdict: str
    tone: str
    reason: str
    sentence: Sentence


@never_cache
@needs(*SEEING)
def programmes(request: HttpRequest) -> HttpResponse:
    """All programmes, the one with most overdue tasks first."""
    return _listed(request)


def _listed(request: HttpRequest, trouble: str = "", typed: str = "") -> HttpResponse:
    language, day = language_of(request), asked_day(request)
    ordered = seen_programmes(request).select_related("document").order_by("-entered_at", "id")
    as_file = bool(asked_format(request)) and not trouble
    page = sheet(request, ordered, MOST_ROWS if as_file else _EACH)
    trees = trees_of(page.rows, seen_tasks(request))
    outcomes = outcomes_of(trees.values(), day)
    held = [(row, trees[row.slug], shares(trees[row.slug], outcomes)) for row in page.rows]
    rows = [_programme(row, root, told[root.id], day, language) for row, root, told in held]
    rows.sort(key=lambda each: -each.line.late)
    if as_file:
        return exported(request, "chuong-trinh", _OF_LIST, (_cells(request, each) for each in rows))
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(rows)),
        **takes(request),
        "may_enter": request.user.has_perm("registry.plan"),
        "trouble": trouble,
        "typed": typed,
        **day_context(request, day, language, reverse("programmes")),
    }
    return render(request, "pages/programmes.html", context, status=400 if trouble else 200)


def _cells(request: HttpRequest, each: ProgrammeLine) -> Row:
    line, address = each.line, request.build_absolute_uri(each.address)
    return each.title, each.kind, each.nodes, line.done, line.total, line.late, line.untracked, address


def _programme(row: Programme, root: Node, share: NodeShare, day: date, language: Language) -> ProgrammeLine:
    return ProgrammeLine(
        address=reverse("programme", args=[row.slug]) + as_of(day),
        title=shown(root.title),
        kind=word(f"work.node.{root.kind}", language),
        nodes=sum(node.kind in ("programme", "scheme", "project") for node in root.walk()),
        line=node_line(row.slug, root, share, day, language, as_of(day)),
    )


@never_cache
@needs(*SEEING)
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """One programme: its tree with shares from the leaves, and what papers claim beside them."""
    row, root = _held(request, slug)
    language, day = language_of(request), asked_day(request)
    told = shares(root, outcomes_of([root], day))
    rows = node_lines(slug, root, told, day, language, as_of(day))
    if asked_format(request):
        return exported(request, slug, _COLUMNS, _exported(request, rows))
    context = {
        "row": row,
        "title": shown(root.title),
        "kind": word(f"work.node.{root.kind}", language),
        "paper": paper_link(row.document, language) if row.document is not None else None,
        "whole": node_line(slug, root, told[root.id], day, language, as_of(day)),
        "rows": rows,
        "claims": _claims(request, row, root, language),
        "has_weights": any(share.weighted for share in told.values()),
        **day_context(request, day, language, reverse("programme", args=[slug])),
        **takes(request),
    }
    return render(request, "pages/programme.html", context)


def _held(request: HttpRequest, slug: str) -> tuple[Programme, Node]:
    row = seen_programmes(request).select_related("document").filter(slug=slug).first()
    if row is None:
        raise Http404
    return row, trees_of([row], seen_tasks(request))[slug]


def _exported(request: HttpRequest, rows: tuple[NodeLine, ...]) -> Iterator[Row]:
    for row in rows:
        address = request.build_absolute_uri(row.address)
        yield (
            row.number, row.kind, row.title, row.lead, row.due, row.done, row.total, row.share, row.late, row.untracked,
            address,
        )  # fmt: skip


def _claims(request: HttpRequest, row: Programme, root: Node, language: Language) -> list[ClaimLine]:
    told = tellings(request, row, root)
    lines = [
        (each, line) for each in told for line in beside(root, [each.claim], lambda day: outcomes_on([root.id], day))
    ]
    return [_claim(each, line, language) for each, line in lines]


def _claim(each: Telling, line: Beside, language: Language) -> ClaimLine:
    return ClaimLine(
        claimed=f"{line.claim.tally.done}/{line.claim.tally.total}",
        counted=f"{line.done}/{line.total}",
        verdict=term(f"work.claim_verdict.{line.verdict}", language),
        tone=_TONES[line.verdict],
        reason=said(line.reason, language),
        sentence=each.sentence,
    )


@never_cache
@needs(*SEEING)
def node(request: HttpRequest, slug: str, node: str) -> HttpResponse:
    """The tasks behind the numbers of a node, and what of it no task carries out."""
    return _node_page(request, slug, node)


def _node_page(request: HttpRequest, slug: str, id_: str, trouble: str = "") -> HttpResponse:
    row, root = _held(request, slug)
    found = next((each for each in root.walk() if each.id == id_), None)
    if found is None:
        raise Http404
    language, day = language_of(request), asked_day(request)
    told = shares(root, outcomes_of([root], day))
    share, group = told[found.id], one_of(request, "xem", _GROUPS, "tat-ca")
    chosen = {"tat-ca": share.tasks, "xong": share.done_tasks, "qua-han": share.late, "khong-tinh": share.out}
    spans = seen_spans(request, day).filter(task__in=[int(task) for task in chosen[group]])
    spans = spans.select_related("task").order_by("due", "task_id")
    if asked_format(request):
        held = cells(request, spans[:MOST_ROWS], day, language)
        return exported(request, f"{slug}-{id_}", TASK_COLUMNS, held)
    page = sheet(request, spans)
    names = {each.id: each for each in root.walk()}
    context = {
        "row": row,
        "title": shown(found.title),
        "line": node_line(slug, found, share, day, language, as_of(day)),
        "is_root": found is root,
        "groups": [
            (each, term(f"work.node_group.{each}", language), len(chosen[each]), each == group) for each in _GROUPS
        ],
        "page": msgspec.structs.replace(page, rows=lines(page.rows, day, language, as_of=as_of(day))),
        "hidden": len(chosen[group]) - page.count,
        "untracked": [
            (
                reverse("programme-node", args=[slug, each]),
                shown(names[each].title),
                body_name(names[each].lead, language),
            )
            for each in share.untracked
            if each != found.id
        ],
        "own": found.tasks,
        "may_hang": request.user.has_perm("registry.plan") and found is not root,
        "trouble": trouble,
        **day_context(request, day, language, reverse("programme-node", args=[slug, id_])),
        **takes(request),
    }
    return render(request, "pages/programme_node.html", context, status=400 if trouble else 200)


@require_POST
@needs("registry.plan")
def hang(request: HttpRequest, slug: str, node: str) -> HttpResponse:
    """Hang tasks from a node by their numbers, or take one off."""
    _held(request, slug)
    try:
        if field(request, "do") == "take-down":
            take_down_task(actor_of(request), slug, node, _numbers(field(request, "task"))[0])
        else:
            hang_tasks(actor_of(request), slug, node, _numbers(field(request, "tasks")))
    except UsageError as error:
        return _node_page(request, slug, node, say(error.message, language_of(request)))
    return HttpResponseRedirect(reverse("programme-node", args=[slug, node]))


def _numbers(typed: str) -> list[int]:
    """Numbers as people type them: `12, 15 17`; those of addresses of tasks count too.

    Raises:
        UsageError: there is none.
    """
    parts = [part.rpartition("/")[2] for part in typed[:_LONGEST_NUMBERS].replace(",", " ").split()]
    found = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 10]
    if not found or len(found) < len(parts):
        raise UsageError("work.programme.no_task", numbers=typed[:60] or "-")
    return found


@require_POST
@needs("registry.plan")
def from_paper(request: HttpRequest) -> HttpResponse:
    """Read the tree that a paper of the registry lists, and enter it."""
    try:
        made = _entered(request, field(request, "paper").rstrip("/").rpartition("/")[2])
    except UsageError as error:
        return _listed(request, say(error.message, language_of(request)), field(request, "paper"))
    return HttpResponseRedirect(reverse("programme", args=[made]))


def _entered(request: HttpRequest, slug: str) -> str:
    row = visible(request).select_related("body").filter(slug=slug).first()
    if row is None:
        raise UsageError("paper.unknown", slug=slug)
    found = read_programme(paper(row), row.title)
    if found.root is None:
        raise UsageError("work.programme.none")
    return load_programme(actor_of(request), found.root, area=row.area, paper=slug).slug


PATHS = (
    path("chuong-trinh", programmes, name="programmes"),
    path("chuong-trinh/tu-van-ban", from_paper, name="programme-from-paper"),
    path("chuong-trinh/<slug:slug>", programme, name="programme"),
    path("chuong-trinh/<slug:slug>/muc/<slug:node>", node, name="programme-node"),
    path("chuong-trinh/<slug:slug>/muc/<slug:node>/nhiem-vu", hang, name="programme-hang"),
)

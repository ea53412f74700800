"""`/chuong-trinh/nap`: a list of programmes handed in, shown as the tree that it would become, and taken in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.errors import CamketError, UsageError
from camket.extract import extract
from camket.model.document import Document
from camket.model.message import message
from camket.model.programme import Node
from camket.read.limits import limits_of
from camket.read.loading import load_list
from camket.report.dates import day as written
from camket.report.marked import shown as as_shown
from camket.report.naming import word
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import field
from camket.server.pages.exports import asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet, takes
from camket.server.pages.receiving import takes_files
from camket.server.pages.seeing import visible
from camket.server.pages.work.list_forms import RIGHT, ListForm, ReadList
from camket.server.registry.actions.load_programme import load_programme
from camket.server.registry.programmes import LONGEST_TITLE, ProgrammeChanged, foreseen
from camket.server.spool import Handed
from camket.words import Language, say, term
from camket.work.programme_reading import ProgrammeRead, read_programme

_EACH = 100
_COLUMNS = (
    "column.number_of_target", "programmes.list.item", "programmes.list.kind", "column.lead", "tasks.column.helpers",
    "column.due",
)  # fmt: skip


class HeldTree(msgspec.Struct, frozen=True, kw_only=True):
    """A tree that waits: what was read, of which file, and the paper that lists it."""

    read: ProgrammeRead
    root: Node
    file: str
    area: str = ""
    paper: str = ""


class NodeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A node as it would be entered; `depth` is how far below the root it stands."""

    depth: int
    number: str
    kind: str
    title: str
    lead: str
    supporting: str
    due: str


def _read(request: HttpRequest, handed: Handed) -> ReadList:
    """The tree of a file.

    Raises:
        ReadError: it cannot be read, or is stamped secret.
        UsageError: it lists nothing, or the paper that was named is not there.
    """
    slug = field(request, "paper").rstrip("/").rpartition("/")[2]
    row = visible(request).filter(slug=slug).first() if slug else None
    if slug and row is None:
        raise UsageError("paper.unknown", slug=slug)
    paper = load_list(handed.data, handed.name, PurePosixPath(handed.name).stem, limits_of(os.environ))
    if isinstance(paper, Document):
        paper = extract(paper, whatever=True).document
    found = read_programme(paper, " ".join(field(request, "title").split())[:LONGEST_TITLE])
    if found.root is None:
        raise UsageError("work.programme.none")
    if not found.root.title:
        raise UsageError("work.programme.no_title")
    held = HeldTree(
        read=found, root=found.root, file=handed.name, area=row.area if row is not None else "", paper=slug
    )  # fmt: skip
    return ReadList(name=handed.name, record=held)


FORM = ListForm(
    "programmes", words=("programmes.list.title", "programmes.list.lead"), template="pages/programme_list.html",
    name="programme-list", back=("programmes", "programmes.title"), read=_read,
)  # fmt: skip


@never_cache
@takes_files(RIGHT, told=FORM.page)
def hand_in(request: HttpRequest) -> HttpResponse:
    """The form; a list that comes is read, and shown where it can be taken in."""
    return FORM.answer(request)


@never_cache
@needs(RIGHT)
def shown(request: HttpRequest, batch: str) -> HttpResponse:
    """The tree, and what entering it would change now; with a press of the button it is entered."""
    held = FORM.lists().held(request.user.get_username(), batch, HeldTree)
    language = language_of(request)
    try:
        if request.method == "POST":
            return _entered(request, batch, held, language)
        told = foreseen(held.root, area=held.area)
    except CamketError as error:
        return FORM.page(request, say(error.message, language), status=400)
    if asked_format(request):
        rows = (_row(node, depth, language) for node, depth in _below(held.root, 0))
        cells = ((each.number, each.title, each.kind, each.lead, each.supporting, each.due) for each in rows)
        return exported(request, "nap-chuong-trinh", _COLUMNS, cells)
    page = sheet(request, list(_below(held.root, 0)), _EACH)
    context = {
        "batch": batch,
        "summary": _summary(held, page.count, language),
        "changes": say(message("programmes.list.changes", **_counts(told)), language),
        "changed": any(_counts(told).values()),
        "findings": [as_shown(say(each.message, language)) for each in held.read.findings],
        "page": msgspec.structs.replace(page, rows=tuple(_row(node, depth, language) for node, depth in page.rows)),
        **takes(request),
    }
    return render(request, "pages/programme_list_shown.html", context)


def _entered(request: HttpRequest, batch: str, held: HeldTree, language: Language) -> HttpResponse:
    done = load_programme(actor_of(request), held.root, area=held.area, paper=held.paper, source=held.file)
    FORM.lists().wipe(batch)
    count = sum(1 for _ in _below(held.root, 0))
    said = (say(message("programmes.list.changed", **_counts(done)), language), _summary(held, count, language))
    onward = (reverse("programme", args=[done.slug]), as_shown(held.root.title))
    return FORM.done(request, term("programmes.list.done", language), said, onward)


def _summary(held: HeldTree, count: int, language: Language) -> str:
    named = message("programmes.list.summary", file=held.file, title=as_shown(held.root.title), count=count)
    return say(named, language)


def _counts(told: ProgrammeChanged) -> dict[str, int]:
    return {"added": told.added, "changed": told.changed, "gone": told.gone}


def _below(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    """All nodes below one, each with how many stand between them."""
    for child in node.children:
        yield child, depth
        yield from _below(child, depth + 1)


def _row(node: Node, depth: int, language: Language) -> NodeRow:
    return NodeRow(
        depth=min(depth, 4),
        number=as_shown(node.number),
        kind=word(f"work.node.{node.kind}", language),
        title=as_shown(node.title),
        lead=as_shown(body_name(node.lead, language)),
        supporting=as_shown(", ".join(body_name(body, language) for body in node.supporting)),
        due=written(node.due.day, language) if node.due.day is not None else as_shown(node.due.words),
    )


PATHS = (
    path("chuong-trinh/nap", hand_in, name="programme-list"),
    path("chuong-trinh/nap/<str:batch>", shown, name="programme-list-shown"),
)

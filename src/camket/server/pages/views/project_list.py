"""`/dau-tu-cong/nap`: a table of projects handed in, shown row by row, and taken in by one action."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import get_args

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.errors import CamketError, UsageError
from camket.model.investment import PeriodBasis
from camket.model.message import message
from camket.read.limits import limits_of
from camket.read.loading import load_list
from camket.report.marked import shown as as_shown
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import day_of, field
from camket.server.pages.exports import asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.paging import sheet, takes
from camket.server.pages.receiving import takes_files
from camket.server.pages.work.list_forms import RIGHT, ListForm, ReadList
from camket.server.registry.actions.load_projects import load_projects
from camket.server.registry.investments import foreseen
from camket.server.spool import Handed
from camket.words import Language, say, term
from camket.work.investment_reading import ProjectsRead, RowOutcome, RowTold, outcomes_of, read_projects

_EACH = 100
_COLUMNS = ("column.row", "column.project", "column.outcome", "tracking.trouble")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_BASES: tuple[PeriodBasis, ...] = get_args(PeriodBasis)
_TONES: Mapping[RowOutcome, str] = {"taken": "good", "whole": "quiet", "group": "quiet", "refused": "bad"}


class HeldTable(msgspec.Struct, frozen=True, kw_only=True):
    """A table that waits: what was read, and of which file."""

    read: ProjectsRead
    file: str


class ProjectRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row with what became of it."""

    where: str
    name: str
    outcome: str
    tone: str
    said: tuple[str, ...]


def _read(request: HttpRequest, handed: Handed) -> ReadList:
    """The projects of a file.

    Raises:
        ReadError: it cannot be read, or is stamped secret.
        UsageError: there is no table of projects in it, or the form says a year or day that is none.
    """
    basis = field(request, "basis")
    year, until = _year(field(request, "year")), _day(field(request, "until"))
    paper = load_list(handed.data, handed.name, PurePosixPath(handed.name).stem, limits_of(os.environ))
    found = read_projects(paper, year=year, until=until, basis="15-14" if basis == "15-14" else "calendar")
    if not found.rows:
        said = found.findings[-1].message if found.findings else message("work.projects.no_table")
        raise UsageError(said.code, **dict(said.params))
    return ReadList(name=handed.name, record=HeldTable(read=found, file=handed.name))


def _year(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4 and _FIRST_YEAR <= int(typed) <= _LAST_YEAR):
        raise UsageError("investment.hand_in.bad_year", given=typed[:20], first=_FIRST_YEAR, last=_LAST_YEAR)
    return int(typed)


def _day(typed: str) -> date | None:
    try:
        return day_of(typed) if typed else None
    except ValueError as error:
        raise UsageError("task.bad_day", given=typed[:40]) from error


def _more(language: Language) -> dict[str, object]:
    return {"bases": [(each, term(f"investment.basis.{each}", language)) for each in _BASES]}


FORM = ListForm(
    "projects", words=("investment.hand_in.title", "investment.hand_in.lead"), template="pages/project_list.html",
    name="project-list", back=("investment", "investment.title"), read=_read, more=_more,
)  # fmt: skip


@never_cache
@takes_files(RIGHT, told=FORM.page)
def hand_in(request: HttpRequest) -> HttpResponse:
    """The form; a table that comes is read, and shown where it can be taken in."""
    return FORM.answer(request)


@never_cache
@needs(RIGHT)
def shown(request: HttpRequest, batch: str) -> HttpResponse:
    """Each row with what becomes of it, and what entering would change now; with a press of the button it is done."""
    held = FORM.lists().held(request.user.get_username(), batch, HeldTable)
    language = language_of(request)
    try:
        if request.method == "POST":
            return _entered(request, batch, held, language)
        told = foreseen(held.read)
    except CamketError as error:
        return FORM.page(request, say(error.message, language), status=400)
    if asked_format(request):
        lines = (_row(row, language) for row in held.read.rows)
        cells = ((each.where, each.name, each.outcome, "; ".join(each.said)) for each in lines)
        return exported(request, "nap-dau-tu-cong", _COLUMNS, cells)
    page = sheet(request, held.read.rows, _EACH)
    context = {
        "batch": batch,
        "summary": _summary(held, language),
        "changes": say(message("investment.hand_in.changes", **msgspec.structs.asdict(told)), language),
        "changed": bool(told.projects or told.amounts),
        "findings": [(each.where or "", as_shown(say(each.message, language))) for each in held.read.findings],
        "page": msgspec.structs.replace(page, rows=tuple(_row(row, language) for row in page.rows)),
        **takes(request),
    }
    return render(request, "pages/project_list_shown.html", context)


def _entered(request: HttpRequest, batch: str, held: HeldTable, language: Language) -> HttpResponse:
    done = load_projects(actor_of(request), held.read, source=held.file)
    FORM.lists().wipe(batch)
    told = say(message("work.projects.entered", **msgspec.structs.asdict(done)), language)
    onward = (reverse("investment"), term("investment.title", language))
    return FORM.done(request, term("investment.hand_in.done", language), (told, _summary(held, language)), onward)


def _summary(held: HeldTable, language: Language) -> str:
    counts = ", ".join(
        f"{term(f'work.row.{outcome}', language)} {count}" for outcome, count in outcomes_of(held.read.rows).items()
    )
    return say(message("investment.hand_in.summary", file=held.file, rows=len(held.read.rows), counts=counts), language)


def _row(row: RowTold, language: Language) -> ProjectRow:
    return ProjectRow(
        where=f"{row.sheet} {row.row}".strip(),
        name=as_shown(row.name),
        outcome=term(f"work.row.{row.outcome}", language),
        tone=_TONES[row.outcome],
        said=tuple(as_shown(say(each, language)) for each in row.said),
    )


PATHS = (
    path("dau-tu-cong/nap", hand_in, name="project-list"),
    path("dau-tu-cong/nap/<str:batch>", shown, name="project-list-shown"),
)

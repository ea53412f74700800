"""`/nhiem-vu/nap`: a tracking workbook handed in, shown row by row, and taken in by one action."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from camket.errors import CamketError, UsageError
from camket.read.limits import limits_of
from camket.read.loading import load_workbook
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.exports import Row as ExportedRow
from camket.server.pages.exports import asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.paging import sheet, takes
from camket.server.pages.receiving import takes_files
from camket.server.pages.work.list_forms import RIGHT, ListForm, ReadList
from camket.server.registry.actions.import_tasks import import_tasks
from camket.server.registry.listed_tasks import ListFile, compared, state_of
from camket.server.spool import Handed
from camket.words import Language, say, term
from camket.work.tracking.records import RowAnswer, TrackingImport
from camket.work.tracking.reporting import Trouble, changes, needs_look, reasons, summary, trouble_of

_COLUMNS = ("tracking.row", "tracking.what", "tracking.text", "tracking.cell", "tracking.found", "tracking.expected",
            "tracking.trouble")  # fmt: skip
_TONES = {"new": "good", "moved": "fair", "known": "quiet"}


class RowLine(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the list: where it stands, what it is and becomes, its words, what to look at, its task's address."""

    where: str
    what: str
    tone: str
    text: str
    other: str
    address: str
    trouble: tuple[Trouble, ...]


def _read(request: HttpRequest, handed: Handed) -> ReadList:
    """The cells of a workbook against the tasks of now.

    Raises:
        ReadError: it is none, cannot be read, or is stamped secret.
        UsageError: there is no task in it.
    """
    digest = hashlib.sha256(handed.data).hexdigest()
    cells = load_workbook(handed.data, handed.name, limits_of(os.environ))
    file, who, at = ListFile(name=handed.name, digest=digest, workbook=cells), actor_of(request), timezone.now()
    state, listed = state_of(who, at), compared(file, who, at)
    if not listed.tasks:
        said = listed.findings[-1].message
        raise UsageError(said.code, **dict(said.params))
    return ReadList(name=handed.name, record=file, state=state, beside=listed)


FORM = ListForm(
    "lists", words=("tracking.page.title", "tracking.page.lead"), template="pages/task_list.html",
    name="task-list", back=("tasks", "tasks.title"), read=_read,
)  # fmt: skip


@never_cache
@takes_files(RIGHT, told=FORM.page)
def hand_in(request: HttpRequest) -> HttpResponse:
    """The form; a workbook that comes is read, and shown where it can be taken in."""
    return FORM.answer(request)


@never_cache
@needs(RIGHT)
def shown(request: HttpRequest, batch: str) -> HttpResponse:
    """A workbook row by row as it would be taken in now; with a press of the button it is."""
    file = FORM.lists().held(request.user.get_username(), batch, ListFile)
    language = language_of(request)
    try:
        if request.method == "POST":
            done = import_tasks(actor_of(request), file)
            FORM.lists().wipe(batch)
            said = (changes(done, language), summary(done, file.name, language))
            onward = (reverse("tasks"), term("tasks.title", language))
            return FORM.done(request, term("tracking.page.done", language), said, onward)
        listed = _compared(request, batch, file)
    except CamketError as error:
        return FORM.page(request, say(error.message, language), status=400)
    every = request.GET.get("moi-dong") == "1"
    rows = [row for row in listed.rows if every or needs_look(row) or row.kind == "no_text"]
    if asked_format(request):
        return exported(request, "nap-nhiem-vu", _COLUMNS, _exported(listed, language))
    page = sheet(request, rows)
    context = {
        "batch": batch,
        "page": msgspec.structs.replace(page, rows=tuple(_line(row, language) for row in page.rows)),
        "every": every,
        "reasons": reasons(listed, language),
        "changed": any(row.change in ("new", "moved") for row in listed.rows),
        **_told(listed, file.name, language),
        **takes(request),
    }
    return render(request, "pages/task_list_shown.html", context)


def _compared(request: HttpRequest, batch: str, file: ListFile) -> TrackingImport:
    """A list against the tasks of now; worked out anew only where these have changed since the last look."""
    who, at = actor_of(request), timezone.now()
    state = state_of(who, at)
    kept = FORM.lists().beside(batch, state, TrackingImport)
    if kept is not None:
        return kept
    listed = compared(file, who, at)
    FORM.lists().keep_beside(batch, state, listed)
    return listed


def _told(listed: TrackingImport, file: str, language: Language) -> dict[str, object]:
    kinds = Counter(row.kind for row in listed.rows if row.kind not in ("task", "double", "no_text"))
    return {
        "summary": summary(listed, file, language),
        "changes": changes(listed, language),
        "kinds": [(term(f"tracking.kind.{kind}", language), count) for kind, count in kinds.items()],
        "findings": [trouble_of(each, language) for each in listed.findings],
    }


def _line(row: RowAnswer, language: Language) -> RowLine:
    what = term(f"tracking.kind.{row.kind}", language)
    if row.change:
        what = f"{what}: {term(f'tracking.change.{row.change}', language)}"
    known = row.change in ("known", "moved") and row.task.isdecimal()
    return RowLine(
        where=f"{row.sheet}!{row.row}" if row.sheet else str(row.row),
        what=what,
        tone="bad" if row.kind == "no_text" else _TONES.get(row.change, "quiet"),
        text=row.text,
        other=row.other,
        address=reverse("task", args=[int(row.task)]) if known else "",
        trouble=tuple(trouble_of(each, language) for each in row.findings),
    )


def _exported(listed: TrackingImport, language: Language) -> Iterator[ExportedRow]:
    for row in listed.rows:
        line = _line(row, language)
        for each in line.trouble or (None,):
            told = (each.where, each.found, each.expected, each.said) if each is not None else ("", "", "", "")
            yield (line.where, line.what, line.text, *told)


PATHS = (
    path("nhiem-vu/nap", hand_in, name="task-list"),
    path("nhiem-vu/nap/<str:batch>", shown, name="task-list-shown"),
)

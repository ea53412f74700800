"""`/ke-hoach/nap`: the targets of a plan typed or handed in as a file, shown row by row, and entered by one action."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePosixPath

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.errors import CamketError, UsageError
from camket.exchange.target_list import TargetList, period_written, read_target_list
from camket.exchange.typed_targets import COLUMNS, read_typed_targets
from camket.extract import extract
from camket.model.message import message
from camket.model.period import Period
from camket.model.plan import IN_WORDS, YES_NO
from camket.read.limits import limits_of
from camket.read.loading import load_bytes
from camket.report.dates import period as period_text
from camket.report.marked import shown as as_shown
from camket.report.naming import area_name, indicator_name, measure_name
from camket.report.numbers import amount, each_year
from camket.resolve import resolve
from camket.resolve.typed import identify
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import field
from camket.server.pages.exports import asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.names.things import suggestions
from camket.server.pages.paging import sheet, takes
from camket.server.pages.receiving import received, takes_files
from camket.server.pages.work.list_forms import RIGHT
from camket.server.pages.work.shown_lists import ShownLists
from camket.server.pages.work.target_rows import MOST_ROWS, head, held_rows, lines, sent_rows
from camket.server.registry.actions.load_plan import load_plan
from camket.server.registry.models import Plan
from camket.server.registry.planning import Entry, PlanChanged, checked, entry_of, foreseen
from camket.words import Language, say, term

_EACH, _MOST_TROUBLE, _MOST_GONE, _LONGEST_TITLE = 100, 60, 40, 400
_KIND = "plans"
_SHOWN = (
    "column.number_of_target", "column.target", "plans.list.indicator", "column.bound", "list.head.period",
    "column.body", "column.source", "column.outcome",
)  # fmt: skip
_TONES = {"added": "good", "changed": "warn", "kept": "quiet"}
_SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}


class HeldPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A list that waits: the plan that it is of, what was read, and of which file or table."""

    title: str
    area: str
    period: str
    by: str
    file: str
    entries: tuple[Entry, ...]


class ShownRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row with what would become of it."""

    number: str
    name: str
    indicator: str
    asked: str
    period: str
    body: str
    cited: str
    outcome: str
    tone: str


class _WrongError(Exception):
    """What keeps a list from being shown, in words."""

    def __init__(self, *said: str) -> None:
        super().__init__(*said)
        self.said = said


@never_cache
@takes_files(RIGHT, told=lambda request, trouble, *, status: _page(request, (trouble,), status=status))
def hand_in(request: HttpRequest) -> HttpResponse:
    """The form, `ke-hoach` with the targets that a plan holds; what is sent is read, and shown where all is right."""
    language = language_of(request)
    if request.method != "POST":
        return _as_file(request) if asked_format(request) else _page(request, ())
    if "more" in request.POST:
        return _page(request, (), more=True)
    try:
        held = _read(request, language)
    except _WrongError as wrong:
        return _page(request, wrong.said, status=400)
    except CamketError as error:
        return _page(request, (say(error.message, language),), status=400)
    lists = ShownLists(_KIND)
    batch = lists.hold(request.user.get_username(), held.file, held)
    return HttpResponseRedirect(reverse("plan-list-shown", args=[batch]))


@never_cache
@needs(RIGHT)
def shown(request: HttpRequest, batch: str) -> HttpResponse:
    """Each row with what would become of it; with a press of the button the list is entered."""
    held = ShownLists(_KIND).held(request.user.get_username(), batch, HeldPlan)
    language, over = language_of(request), period_written(held.period)
    if over is None:
        raise Http404
    try:
        if request.method == "POST":
            return _entered(request, batch, held, over, language)
        seen = foreseen(held.title, held.area, over, held.entries, held.by or None)
    except CamketError as error:
        return _page(request, (say(error.message, language),), status=400)
    both = list(zip(held.entries, seen.outcomes, strict=True))
    if asked_format(request):
        cells = (
            (each.number, each.name, each.indicator, each.asked, each.period, each.body, each.cited, each.outcome)
            for each in _rows(both, language)
        )
        return exported(request, "nap-chi-tieu", _SHOWN, cells)
    page = sheet(request, both, _EACH)
    found = identify(held.title, held.area, over)
    context = {
        "batch": batch,
        "title": as_shown(held.title),
        "about": f"{area_name(found.area, language)}, {period_text(str(over), language)}",
        "file": as_shown(held.file),
        "by": as_shown(held.by),
        "changes": _told("plans.list.changes", seen.told, language),
        "changed": bool(seen.told.added or seen.told.changed or seen.told.removed),
        "gone": [(number, as_shown(name)) for number, name in seen.gone[:_MOST_GONE]],
        "more_gone": max(len(seen.gone) - _MOST_GONE, 0),
        "page": msgspec.structs.replace(page, rows=_rows(page.rows, language)),
        **takes(request),
    }
    return render(request, "pages/plan_list_shown.html", context)


def _entered(request: HttpRequest, batch: str, held: HeldPlan, over: Period, language: Language) -> HttpResponse:
    done = load_plan(actor_of(request), held.title, held.area, over, held.entries, by=held.by or None)
    ShownLists(_KIND).wipe(batch)
    context = {
        "title": term("plans.list.done", language),
        "said": (_told("plans.list.changed", done, language),),
        "onward": (reverse("plan", args=[done.slug]), as_shown(held.title)),
        "form": (reverse("plan-list"), term("plans.list.title", language)),
        "back": (reverse("plans"), term("page.menu.plans", language)),
    }
    return render(request, "pages/list_done.html", context)


def _told(code: str, told: PlanChanged, language: Language) -> str:
    counts = {"added": told.added, "changed": told.changed, "kept": told.kept, "removed": told.removed}
    return say(message(code, **counts), language)


def _read(request: HttpRequest, language: Language) -> HeldPlan:
    """The list of a form, all of whose rows are right."""
    title, area = " ".join(field(request, "title").split()), field(request, "area")
    over = period_written(field(request, "over"))
    if not title or len(title) > _LONGEST_TITLE:
        raise _WrongError(term("plans.list.no_title", language))
    if over is None or over.first is None:
        raise UsageError("plan.bad_period", value=field(request, "over")[:40] or "–")
    if identify(title, area, over).area is None:
        raise UsageError("names.no_area", name=area[:80])
    if request.POST.get("no-secret") != "1":
        raise _WrongError(term("upload.unsaid", language))
    by = field(request, "by").rstrip("/").rpartition("/van-ban/")[2]
    name, found = _list(request, over, field(request, "cited") or by, language)
    entries = tuple(entry_of(each) for each in found.targets)
    trouble = [*found.trouble, *checked(entries, name)]
    if trouble:
        said = [as_shown(say(each.message, language)) for each in trouble]
        more = say(message("plans.list.trouble", count=len(said)), language)
        raise _WrongError(more, *said[:_MOST_TROUBLE])
    if not entries:
        raise _WrongError(term("plans.list.none", language))
    foreseen(title, area, over, entries, by or None)  # what cannot be entered is said while the form is at hand
    return HeldPlan(title=title, area=area, period=str(over), by=by, file=name, entries=entries)


def _list(request: HttpRequest, over: Period, cited: str, language: Language) -> tuple[str, TargetList]:
    """What was sent, as a file or typed, with what it is called."""
    files, rows = received(request, "list"), sent_rows(request)
    if files and rows:
        raise _WrongError(term("plans.list.both", language))
    if not files and not rows:
        raise _WrongError(term("plans.list.none", language))
    if not files:
        name = term("plans.list.typed", language)
        return name, read_typed_targets(rows, over, name=name, cited=cited)
    handed = files[0]
    paper = load_bytes(handed.data, handed.name, PurePosixPath(handed.name).stem, limits=limits_of(os.environ))
    return handed.name, read_target_list(resolve(extract(paper, whatever=True)), over, file=handed.name, cited=cited)


def _page(request: HttpRequest, trouble: Sequence[str], *, status: int = 200, more: bool = False) -> HttpResponse:
    """The form: as it was sent, or with the targets of the plan that the address names."""
    language = language_of(request)
    sent = request.method == "POST"
    held = None if sent else Plan.objects.filter(slug=request.GET.get("ke-hoach", "")).first()
    rows = sent_rows(request) if sent else held_rows(held) if held is not None else []
    long = say(message("plans.list.long", count=len(rows)), language) if not sent and len(rows) > MOST_ROWS else ""
    asked = {name: field(request, name) for name in ("title", "area", "over", "cited", "by")} if sent else _of(held)
    context = {
        "trouble": trouble,
        "typed": asked,
        "long": long,
        "lines": lines([] if long else rows, language, more=more),
        "heads": [(column, head(column, language)) for column in COLUMNS],
        "areas": suggestions("area", language),
        "most_megabytes": settings.CONFIGURATION.upload_mb,
        "form": address_with(request, format="xlsx") if not sent else f"{reverse('plan-list')}?format=xlsx",
        "waiting": [
            (reverse("plan-list-shown", args=[batch]), name)
            for batch, name in ShownLists(_KIND).of(request.user.get_username())
        ],
    }
    return render(request, "pages/plan_list.html", context, status=status)


def _of(held: Plan | None) -> dict[str, str]:
    if held is None:
        return {}
    over = period_text(held.period, "vi")
    return {"title": held.title, "area": _area_written(held), "over": over if period_written(over) else held.period}


def _area_written(held: Plan) -> str:
    """The name of a plan's area, where the list would find the area again by it; else its id."""
    name, over = area_name(held.area), period_written(held.period)
    return name if over is not None and identify(held.title, name, over).area == held.area else held.area


def _as_file(request: HttpRequest) -> HttpResponse:
    """The form of a sheet, with the targets of the plan that the address names; its head is read in Vietnamese."""
    held = Plan.objects.filter(slug=request.GET.get("ke-hoach", "")).first()
    rows = held_rows(held) if held is not None else []
    name = f"chi-tieu-{held.slug.replace('/', '-')}" if held is not None else "mau-danh-sach-chi-tieu"
    cells = ([row.get(column, "") for column in COLUMNS] for row in rows)
    return exported(request, name, [f"list.head.{column}" for column in COLUMNS], cells, language="vi")


def _rows(both: Sequence[tuple[Entry, str]], language: Language) -> tuple[ShownRow, ...]:
    return tuple(_row(entry, outcome, language) for entry, outcome in both)


def _row(entry: Entry, outcome: str, language: Language) -> ShownRow:
    known = not entry.indicator.startswith("other:")
    named = indicator_name(entry.indicator, None, language) if known else ""
    return ShownRow(
        number=as_shown(entry.number),
        name=as_shown(entry.name),
        indicator=", ".join(filter(None, (named, measure_name(entry.measure, language) if known else ""))),
        asked=_asked(entry, language),
        period=period_text(entry.period, language),
        body=as_shown(entry.body),
        cited=as_shown(entry.cited),
        outcome=term(f"plans.list.outcome.{outcome}", language),
        tone=_TONES[outcome],
    )


def _asked(entry: Entry, language: Language) -> str:
    if entry.unit in (YES_NO, IN_WORDS):
        return term("plans.list.in_words", language)
    said = amount(entry.value, entry.unit, language, entry.value_high)
    said = f"{_SIGNS.get(entry.comparator, '')}{said}"
    return each_year(said, language) if entry.each_year else said


PATHS = (
    path("ke-hoach/nap", hand_in, name="plan-list"),
    path("ke-hoach/nap/<str:batch>", shown, name="plan-list-shown"),
)

"""`/chot-so-lieu`: figures kept under a name; `/chot-so-lieu/<name>`: what stood then, and what differs now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate, localtime
from django.views.decorators.cache import never_cache

from camket import catalogue
from camket.catalogue.search import called
from camket.errors import CatalogueError, UsageError
from camket.report.dates import day, period
from camket.report.naming import area_name, indicator_name, measure_name, word
from camket.report.numbers import amount
from camket.resolve.areas import forms
from camket.server.pages import boards
from camket.server.pages.allowed import actor_of, refusal
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, asked_format, exported
from camket.server.pages.exports import Row as Cells
from camket.server.pages.language import address_with, language_of
from camket.server.pages.models import Board
from camket.server.pages.naming import paper_name, who_did
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import apart, place_name
from camket.server.registry import access
from camket.server.registry.access import PUBLIC, Reader
from camket.server.registry.actions.freeze import freeze as keep
from camket.server.registry.freezing import Pair, Scope, closed_of, compared, documents, places_held, withdrawn_of
from camket.server.registry.models import Document, Freeze, FrozenValue, Placement, Plan, Target
from camket.words import Language, say, term

_EACH, _MOST_WHY = 100, 1_000
_VIEWS = ("khac", "tat-ca")
_COLUMNS = (
    "column.indicator", "column.name", "column.area_code", "column.measure", "column.class", "column.period",
    "column.unit", "column.value_then", "column.high_then", "column.role", "column.source_then",
    "column.value_now", "column.high_now", "column.role_now", "column.source_now", "column.differs", "column.address",
)  # fmt: skip


_OF_LIST = ("column.name", "column.area", "column.day", "column.audit_who", "board.values", "column.link")


class FreezeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A freeze in the list."""

    slug: str
    name: str
    place: str
    at: str
    who: str
    count: int
    inside: bool


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A value as it stood beside what stands now; `href` are the lasting addresses of the figures."""

    name: str
    about: str
    period: str
    then: str
    then_href: str
    then_source: str
    now: str
    now_href: str
    now_source: str
    state: str
    tone: str


@never_cache
def freezes(request: HttpRequest) -> HttpResponse:
    """All that were made, the latest first; the form for those who may."""
    language = language_of(request)
    may = request.user.is_authenticated and request.user.has_perm("registry.freeze")
    trouble = ""
    if request.method == "POST":
        refused = refusal(request, "registry.freeze")
        if refused is not None:
            return refused
        try:
            made = keep(
                actor_of(request), request.POST.get("name", ""), _scope(request), _readers(request),
                why=request.POST.get("why", "")[:_MOST_WHY],
            )  # fmt: skip
            return HttpResponseRedirect(reverse("freeze", args=[made.slug]))
        except UsageError as error:
            trouble = say(error.message, language)
    ordered = _seen(request).order_by("-at", "-id")
    if asked_format(request):
        held = (_line(row, language) for row in ordered[:MOST_ROWS])
        return exported(request, "chot-so-lieu", _OF_LIST, (_of_list(request, each) for each in held))
    page = sheet(request, ordered)
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_line(row, language) for row in page.rows)),
        "may_freeze": may,
        "trouble": trouble,
        "name": request.POST.get("name", ""),
        "places": [(each, place_name(each, language)) for each in places_held(reader_of(request))] if may else [],
        "plans": _plans(request) if may else [],
        "sees_more": reader_of(request).group != PUBLIC,
        **takes(request),
    }
    return render(request, "pages/freezes.html", context, status=400 if trouble else 200)


def _plans(request: HttpRequest) -> list[tuple[str, str]]:
    """The plans that can be named: those of the last scoreboard, and those whose targets people entered since."""
    board = _board(request)
    read = list(board.plans.order_by("order").values_list("plan", "title")[:_EACH]) if board is not None else []
    known = {plan for plan, _ in read}
    entered = Plan.objects.filter(targets__in=_entered(request)).distinct().order_by("-id")
    return [*read, *(each for each in entered.values_list("slug", "title") if each[0] not in known)]


def _board(request: HttpRequest) -> Board | None:
    """The scoreboard; None before the first one of a large registry."""
    try:
        return boards.current(reader_of(request))
    except boards.NotMadeError:
        return None


def _entered(request: HttpRequest) -> QuerySet[Target]:
    """The targets that people entered, but those that go back to papers that may not be seen."""
    seen = Q(cited_paper__isnull=True) | access.papers(reader_of(request), "cited_paper__")
    return Target.objects.filter(seen, until__isnull=True)


def _scope(request: HttpRequest) -> Scope:
    """What the form asks for."""
    area, plan = request.POST.get("area", ""), request.POST.get("plan", "")
    try:
        catalogue.area(forms(area)[-1])
    except CatalogueError:
        raise UsageError("freeze.no_area") from None
    parts = map(str.strip, request.POST.get("indicators", "").split(";"))
    wanted = tuple(sorted({each for part in parts if part for each in _indicators_of(part)}))
    if plan and not wanted:
        wanted = _of_plan(request, plan)
    return Scope(area=area, plan=plan, indicators=wanted)


def _indicators_of(typed: str) -> list[str]:
    """The ids of a name, which may hold commas and blanks itself, or of several names or ids parted by these.

    Raises:
        UsageError: the catalogue has nothing that is called so.
    """
    for pieces in ([typed], typed.split(","), typed.replace(",", " ").split()):
        found = [getattr(called(each, "indicators"), "id", "") for each in map(str.strip, pieces) if each]
        if all(found):
            return found
    raise UsageError("names.no_indicator", name=typed[:80])


def _of_plan(request: HttpRequest, plan: str) -> tuple[str, ...]:
    board = _board(request)
    row = board.plans.filter(plan=plan).first() if board is not None else None
    read = {line.indicator for line in boards.plan_page(row).plan.targets} if row is not None else set()
    entered = set(_entered(request).filter(plan__slug=plan).values_list("indicator", flat=True))
    if not read | entered:
        raise UsageError("freeze.no_plan")
    return tuple(sorted(read | entered))


def _readers(request: HttpRequest) -> Reader:
    """In whose view: the public's, unless all that the officer's group sees was asked for."""
    return reader_of(request).group if request.POST.get("inside") == "1" else PUBLIC


def _seen(request: HttpRequest) -> QuerySet[Freeze]:
    """The freezes that whoever asks may see: those in the public's view, and those in the view of his own group."""
    reader = reader_of(request)
    keys = {PUBLIC.key, reader.key}
    if len(reader.levels) > 2:
        keys.add(Reader(levels=reader.levels[:2]).key)
    return Freeze.objects.filter(reader__in=keys)


def _line(row: Freeze, language: Language) -> FreezeLine:
    at = localtime(row.at)
    return FreezeLine(
        slug=row.slug, name=row.name, place=place_name(row.area, language), at=f"{at:%H:%M} {day(at.date(), language)}",
        who=who_did(row.who, language), count=row.count, inside=row.reader != PUBLIC.key,
    )  # fmt: skip


def _of_list(request: HttpRequest, line: FreezeLine) -> Cells:
    address = request.build_absolute_uri(reverse("freeze", args=[line.slug]))
    who = line.who if request.user.is_authenticated else ""  # as on the page
    return line.name, line.place, line.at, who, line.count, address


@never_cache
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """One freeze: what differs now, or with `xem=tat-ca` all."""
    row = _seen(request).filter(slug=slug).first()
    if row is None:
        raise Http404
    language = language_of(request)
    reader = reader_of(request)
    pairs = compared(row, reader)
    papers = documents(pairs)
    if asked_format(request):
        return exported(request, f"chot-{row.slug}", _COLUMNS, _exported(request, pairs, papers, language))
    view = one_of(request, "xem", _VIEWS, _VIEWS[0])
    differing = [pair for pair in pairs if pair.differs]
    page = sheet(request, differing if view == _VIEWS[0] else pairs, _EACH)
    context = {
        "freeze": _line(row, language),
        "why": row.why,
        "plan": row.plan,
        "indicators": [indicator_name(each, None, language) for each in row.indicators],
        "page": msgspec.structs.replace(page, rows=tuple(_compared(each, papers, language) for each in page.rows)),
        "views": [
            (term(f"freeze.view.{each}", language), count, address_with(request, xem=each, trang=""), each == view)
            for each, count in zip(_VIEWS, (len(differing), len(pairs)), strict=True)
        ],
        "withdrawn": withdrawn_of(row),
        "closed": closed_of(row, reader),
        "today": day(localdate(), language),
        **takes(request),
    }
    return render(request, "pages/freeze.html", context)


def _compared(pair: Pair, papers: Mapping[int, Document], language: Language) -> Compared:
    value = pair.frozen or pair.now
    if value is None:
        raise ValueError(pair)  # one of the two is there
    state, tone = _state(pair)
    return Compared(
        name=indicator_name(value.indicator, None, language),
        about=_about(value, language),
        period=period(value.period, language),
        then=_number(pair.frozen, language),
        then_href=_href(pair.frozen),
        then_source=_source(pair.frozen, papers, language),
        now=_number(pair.now, language),
        now_href=_href(pair.now),
        now_source=_source(pair.now, papers, language),
        state=term(f"freeze.{state}", language),
        tone=tone,
    )


def _state(pair: Pair) -> tuple[str, str]:
    if pair.frozen is None:
        return "new", "fair"
    if pair.now is None:
        return "gone", "bad"
    if not pair.differs:
        return "same", "quiet"
    one, other = pair.frozen, pair.now
    same = (one.value, one.value_high, one.comparator) == (other.value, other.value_high, other.comparator)
    return ("other_source", "quiet") if same else ("changed", "warn")


def _about(value: FrozenValue, language: Language) -> str:
    basis = word(f"price.{value.price_basis}", language) if value.price_basis and value.measure == "level" else ""
    besides = apart(value.breakdown, language)
    klass = term("role.target" if value.klass == Placement.Klass.TARGET else "role.actual", language)
    return ", ".join(
        filter(None, (measure_name(value.measure, language), klass, basis, *besides, area_name(value.area, language)))
    )


def _number(value: FrozenValue | None, language: Language) -> str:
    return "" if value is None else amount(value.value, value.unit, language, value.value_high)


def _href(value: FrozenValue | None) -> str:
    return "" if value is None else reverse("fact", args=[bytes(value.mention).hex()])


def _source(value: FrozenValue | None, papers: Mapping[int, Document], language: Language) -> str:
    if value is None:
        return ""
    paper = papers.get(value.document_id or 0)
    named = paper_name(paper) if paper is not None else term("freeze.published", language)
    return ", ".join(filter(None, (named, day(value.published, language) if value.published else "")))


def _exported(
    request: HttpRequest, pairs: Sequence[Pair], papers: Mapping[int, Document], language: Language
) -> Iterator[Cells]:
    for pair in pairs:
        value = pair.frozen or pair.now
        if value is not None:
            then, now = (_cells(each, papers, language) for each in (pair.frozen, pair.now))
            state, address = term(f"freeze.{_state(pair)[0]}", language), request.build_absolute_uri(_href(value))
            yield (*_of_series(value, language), *then, *now, state, address)


def _of_series(value: FrozenValue, language: Language) -> Iterable[str | None]:
    klass = term("role.target" if value.klass == Placement.Klass.TARGET else "role.actual", language)
    name = indicator_name(value.indicator, None, language)
    return value.indicator, name, value.area, value.measure, klass, value.period, value.unit


def _cells(value: FrozenValue | None, papers: Mapping[int, Document], language: Language) -> Cells:
    if value is None:
        return None, None, "", ""
    role = word(f"role.{value.role}", language)
    return value.value, value.value_high, role, _source(value, papers, language)


PATHS = (
    path("chot-so-lieu", freezes, name="freezes"),
    path("chot-so-lieu/<slug:slug>", freeze, name="freeze"),
)

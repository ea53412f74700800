"""`/lich-su/...`: what became of a figure, a paper, a target; `/thay-doi/<area>?tu=...`: what changed since a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, re_path
from django.utils.timezone import localdate, localtime
from django.views.decorators.cache import never_cache

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.fact import Figure
from camket.model.message import message
from camket.model.period import parse_period
from camket.report.dates import day, period
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.naming import area_name, indicator_name, measure_name
from camket.report.numbers import bound
from camket.resolve.areas import forms
from camket.server.pages.asked import is_meant
from camket.server.pages.changed import ChangedValue, changed_values
from camket.server.pages.counting import counted_facts, counted_figures, counted_text
from camket.server.pages.entered import asked_for
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import sheet, takes
from camket.server.pages.past import Event, Teller
from camket.server.pages.seeing import facts, loose, reader_of, visible
from camket.server.pages.showing import place_name
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.approving import in_force
from camket.server.registry.changes import MOST, MOST_PAPERS, changes
from camket.server.registry.models import Correction, Fact, Placement, Plan, Preference, Standing, Target
from camket.server.registry.models.document import Access
from camket.server.registry.standing_seen import seen
from camket.words import Language, say, term

_MENTION, _WEEK, _EACH = 16, 7, 100
_LONGEST = 110


_COLUMNS = (
    "column.indicator_name", "column.about", "column.period", "changes.before", "column.source_before",
    "column.address_before", "changes.after", "column.source_after", "column.address_after",
)  # fmt: skip
_OF_TARGETS = (
    "column.number_of_target", "column.target", "column.bound", "list.head.period", "column.holds_since",
    "column.holds_until", "column.entered_on", "column.source", "column.access", "column.ended_by",
)  # fmt: skip
_OF_EVENTS = ("column.day", "column.happened", "column.audit_who", "column.why", "column.link")


class ChangedName(msgspec.Struct, frozen=True, kw_only=True):
    """A correction made or revoked."""

    said: str
    who: str
    at: str
    revoked: bool


class TargetVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A target as it held for some time."""

    number: str
    name: str
    value: str
    due: str
    since: str
    until: str
    cited: str
    paper: PaperLink | None
    ended_by: PaperLink | None
    entered: str


@never_cache
def of_fact(request: HttpRequest, mention: str) -> HttpResponse:
    """A figure: where it lies, what befell it, what can be done with it."""
    try:
        key = bytes.fromhex(mention)
    except ValueError:
        raise Http404 from None
    if len(key) != _MENTION:
        raise Http404
    language, inside = language_of(request), _inside(request)
    row = facts(request).filter(mention=key).select_related("document").order_by("superseded", "-id").first()
    published = loose(request).filter(mention=key).first() if row is None else None
    if row is None and published is None:
        raise Http404
    document = row.document if row is not None else None
    counts = counted_facts([row])[row.id] if row is not None else counted_figures([key], Fact.objects.none())[key]
    fact = counts.fact
    teller = Teller(language, inside=inside)
    events = teller.of_figure(fact, key, document) if isinstance(fact, Figure) else teller.of_fact(key, document)
    if asked_format(request):
        return exported(request, "lich-su-so-lieu", _OF_EVENTS, (_event_cells(request, each) for each in events))
    user, today = request.user, localdate()
    text = fact.indicator_text if isinstance(fact, Figure) else None
    placed = Placement.objects.filter(fact=row) if row is not None else Placement.objects.filter(loose=published)
    context = {
        "mention": mention,
        "figure": counted_text(counts, language),
        "quote": shown(shortened(fact.quote, _LONGEST)),
        "is_figure": isinstance(fact, Figure),
        "paper": paper_link(document, language) if document is not None else None,
        "where": _where(placed.select_related("series").first(), text, language),
        "events": events,
        "may_hold": document is not None and user.has_perm("registry.load"),
        "may_prefer": user.has_perm("registry.approve"),
        "held": in_force(today).filter(document=document, mention=key).first() if document is not None else None,
        "preferred": Preference.objects.filter(mention=key, ended_at__isnull=True).first(),
        "tomorrow": (today + timedelta(days=1)).isoformat(),
        **takes(request),
    }
    return render(request, "pages/fact_history.html", context)


def of_paper(request: HttpRequest, slug: str) -> HttpResponse:
    """A paper: read, read again, judged, corrected, opened."""
    row = visible(request).filter(slug=slug).first()
    if row is None:
        raise Http404
    language = language_of(request)
    events = Teller(language, inside=_inside(request)).of_paper(row)
    if asked_format(request):
        return exported(request, "lich-su-van-ban", _OF_EVENTS, (_event_cells(request, each) for each in events))
    context = {
        "paper": paper_link(row, language),
        "access": term(f"access.{row.access}", language),
        "events": events,
        "slug": slug,
        "may_close": request.user.has_perm("registry.approve"),
        "closer": [(each, term(f"access.{each}", language)) for each in _closer(row.access)],
        **takes(request),
    }
    return render(request, "pages/paper_history.html", context)


def _event_cells(request: HttpRequest, row: Event) -> Row:
    address = request.build_absolute_uri(row.href) if row.href else ""
    return localtime(row.at).strftime("%Y-%m-%d %H:%M"), row.said, row.who, row.why, address


def _closer(now: str) -> list[str]:
    order = [str(each) for each in Access.values]
    return order[order.index(now) + 1 :]


def of_plan(request: HttpRequest, plan: str) -> HttpResponse:
    """The targets of a plan that people entered: every form that each had, and the papers that changed or dropped it.

    `so` of the address names one of them by its number.
    """
    row = Plan.objects.filter(slug=plan).first()
    if row is None:
        raise Http404
    language, reader = language_of(request), reader_of(request)
    number = request.GET.get("so", "")
    held = Target.objects.filter(Q(cited_paper__isnull=True) | access.papers(reader, "cited_paper__"), plan=row)
    if number:
        held = held.filter(number=number)
    held = held.select_related("cited_paper", "ended_by").order_by("position", "number", "since", "id")
    if asked_format(request):
        versions = _versions(request, held[:MOST_ROWS], language)
        return exported(request, "chi-tieu-da-nhap", _OF_TARGETS, (_version_cells(request, each) for each in versions))
    page = sheet(request, held)
    if not page.rows:
        raise Http404
    context = {
        "plan": row,
        "area": area_name(row.area, language),
        "number": number,
        "page": msgspec.structs.replace(page, rows=tuple(_versions(request, page.rows, language))),
        **takes(request),
    }
    return render(request, "pages/plan_history.html", context)


def _versions(request: HttpRequest, rows: Iterable[Target], language: Language) -> list[TargetVersion]:
    """Targets as they held; a paper that ended one is named where whoever asks may see it."""
    held = list(rows)
    changed = [each.ended_by_id for each in held if each.ended_by_id]
    ended = set(visible(request).filter(id__in=changed).values_list("id", flat=True))
    return [_version(each, ended, language) for each in held]


def _version_cells(request: HttpRequest, row: TargetVersion) -> Row:
    cited = row.paper.name if row.paper is not None else row.cited
    address = request.build_absolute_uri(row.paper.address) if row.paper is not None else ""
    ended = row.ended_by.name if row.ended_by is not None else ""
    return row.number, row.name, row.value, row.due, row.since, row.until, row.entered, cited, address, ended


def _version(row: Target, ended: set[int], language: Language) -> TargetVersion:
    return TargetVersion(
        number=row.number,
        name=row.name,
        value=bound(asked_for(row), language),
        due=period(row.period, language),
        since=day(row.since, language) if row.since else "",
        until=day(row.until, language) if row.until else "",
        cited=row.cited_person,
        paper=paper_link(row.cited_paper, language) if row.cited_paper is not None else None,
        ended_by=paper_link(row.ended_by, language) if row.ended_by is not None and row.ended_by_id in ended else None,
        entered=day(row.entered_on, language),
    )


def since(request: HttpRequest, area: str) -> HttpResponse:
    """What changed of an area from the day `tu` of the address on; without one, within a week."""
    language, today = language_of(request), localdate()
    asked = parse_period(request.GET.get("tu", ""))
    start = asked.first if asked is not None and asked.first is not None else today - timedelta(days=_WEEK)
    if not is_meant(start) or start > today:
        return HttpResponseRedirect(request.path)
    reader = reader_of(request)
    if not _is_place(area, reader):
        raise Http404
    found = changes(reader, forms(area), start)
    if asked_format(request):
        held = changed_values(found.values, reader, language)
        return exported(request, f"thay-doi-{area}-{start}", _COLUMNS, (_cells(request, each) for each in held))
    papers = visible(request).filter(id__in=found.papers[:MOST_PAPERS]).order_by("-read_on", "-id")
    inside = _inside(request)
    page = sheet(request, found.values, _EACH)
    context = {
        "area": forms(area)[-1],
        "place": place_name(area, language),
        "day": start.isoformat(),
        "said_day": day(start, language),
        "today": today.isoformat(),
        "papers": [paper_link(row, language) for row in papers],
        "paper_count": min(len(found.papers), MOST_PAPERS),
        "papers_cut": len(found.papers) > MOST_PAPERS,
        "page": page,
        "values": changed_values((each for each in page.rows if each.is_other_number), reader, language),
        "value_count": found.values.numbers,
        "sources": changed_values((each for each in page.rows if not each.is_other_number), reader, language),
        "source_count": found.values.sources,
        "cut": found.cut,
        "most": MOST,
        **takes(request),
        "corrections": [_name(row, start, language) for row in found.corrections] if inside else [],
        "correction_count": len(found.corrections),
        "withdrawn": [
            (row.slug, day(row.withdrawn_on, language), row.withdrawn_why if inside else "")
            for row in found.withdrawn
            if row.withdrawn_on
        ],
    }
    return render(request, "pages/changes.html", context)


def _is_place(area: str, reader: Reader) -> bool:
    """Whether there is such a place: in the catalogue, or as one of which a reader sees figures."""
    try:
        catalogue.area(area)
    except CatalogueError:
        return seen(reader).filter(series__area=area).exists()
    return True


def _cells(request: HttpRequest, row: ChangedValue) -> Row:
    before, after = (
        (link.text, source, request.build_absolute_uri(link.href) if link.href else "") if link else ("", "", "")
        for link, source in ((row.before, row.before_source), (row.after, row.after_source))
    )
    return row.name, row.about, row.period, *before, *after


def _name(row: Correction, start: date, language: Language) -> ChangedName:
    revoked = row.revoked_at is not None and localdate(row.revoked_at) >= start
    who, at = (row.revoked_by, row.revoked_at) if revoked and row.revoked_at is not None else (row.who, row.at)
    of = "" if row.kind in ("paper_date", "paper_area") else row.of
    code = "changes.correction.revoked" if revoked else "changes.correction.made"
    said = say(message(code, of=of or term(f"changes.{row.kind}", language), to=row.to), language)
    return ChangedName(said=shown(said), who=who, at=day(localdate(at), language), revoked=revoked)


def _where(row: Placement | None, text: str | None, language: Language) -> str:
    """The series and days of a figure, and whether it is in use."""
    if row is None or row.series is None:
        return term("past.nowhere", language)
    series = row.series
    used = term("series.in_use", language) if Standing.objects.filter(placement=row).exists() else ""
    return ", ".join(
        filter(None, (indicator_name(series.indicator, text, language), measure_name(series.measure, language),
                      area_name(series.area, language), used))
    )  # fmt: skip


def _inside(request: HttpRequest) -> bool:
    """Whether names and reasons are told: to those who may see internal papers."""
    return Access.INTERNAL in reader_of(request).levels


PATHS = (
    path("lich-su/so-lieu/<str:mention>", of_fact, name="fact-history"),
    path("lich-su/van-ban/<slug:slug>", of_paper, name="paper-history"),
    re_path(r"^lich-su/ke-hoach/(?P<plan>[^\x00-\x1f]+)\Z", of_plan, name="plan-history"),
    path("thay-doi/<slug:area>", since, name="changes"),
)

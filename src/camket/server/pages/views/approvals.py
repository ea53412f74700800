"""`/phe-duyet`: papers that wait to be opened, figures held back, figures preferred; and the acts on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

import msgspec
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from camket.errors import UsageError
from camket.report.dates import day
from camket.server.pages import boards
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import day_of
from camket.server.pages.counting import Counted, CountedText, counted_figures, counted_text
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, body_name, paper_link, who_did
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import visible
from camket.server.pages.unagreed import waiting, waiting_of_work
from camket.server.registry import approving
from camket.server.registry.acting import Actor
from camket.server.registry.actions.approve import approve, close_paper, send_back
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.hold_back import hold_back, lift_embargo
from camket.server.registry.actions.prefer import end_preference, prefer
from camket.server.registry.actions.release_paper import release_paper
from camket.server.registry.models import Approval, Document, Embargo, Fact, Preference
from camket.server.registry.models.document import Access
from camket.server.registry.rights import body_of
from camket.words import Language, say, term

_MOST, _MOST_WHY = 100, 1_000
_COLUMNS = (
    "column.section", "column.document", "column.source", "column.figure_said", "column.visibility",
    "column.visibility_asked", "column.audit_who", "column.day", "column.until", "column.why", "column.link",
)  # fmt: skip


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that waits; `own` where whoever looks asked for it and so does not decide."""

    number: int
    paper: PaperLink
    before: str
    access: str
    who: str
    since: str
    why: str
    owner: str
    facts: int
    own: bool


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that is not public, with the last word on it."""

    slug: str
    paper: PaperLink
    access: str
    last: str


class HeldFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is held back until a day, or preferred for a reason."""

    number: int
    mention: str
    figure: CountedText
    paper: PaperLink | None
    who: str
    since: str
    until: str
    why: str


@never_cache
@needs("registry.load", "registry.approve", "registry.release", "registry.enter")
def approvals(request: HttpRequest) -> HttpResponse:
    """What waits, what can be asked for, what holds; each section for those whom it is for."""
    if asked_format(request):
        return exported(request, "phe-duyet", _COLUMNS, islice(_cells(request), MOST_ROWS))
    return _listed(request)


def _cells(request: HttpRequest) -> Iterator[Row]:
    """The sections of the page one after the other, with all that each has."""
    language, seen, user = language_of(request), visible(request), request.user
    asks = user.has_perm("registry.load")
    part = term("approvals.part.waiting", language)
    for row in _waiting(request, seen, language, MOST_ROWS):
        told = (row.paper.name, row.paper.about, "", row.before, row.access, row.who, row.since, "", row.why)
        yield (part, *told, request.build_absolute_uri(row.paper.address))
    part, rows = term("approvals.part.closed", language), _closed(request, seen)[:MOST_ROWS]
    for each in _closed_lines(rows if asks or user.has_perm("registry.release") else (), language):
        told = (each.paper.name, each.paper.about, "", each.access, "", "", "", "", each.last)
        yield (part, *told, request.build_absolute_uri(each.paper.address))
    held = _embargoes(approving.in_force(localdate()).filter(document__in=seen), language, MOST_ROWS)
    preferred = _preferences(_preferred()[:MOST_ROWS], seen, language) if asks else []
    for code, figures in (("approvals.embargoes", held), ("approvals.preferences", preferred)):
        for figure in figures:
            paper = (figure.paper.name, figure.paper.about) if figure.paper is not None else ("", "")
            told = (*paper, figure.figure.said, "", "", figure.who, figure.since, figure.until, figure.why)
            address = reverse("fact-history", args=[figure.mention])
            yield (term(code, language), *told, request.build_absolute_uri(address))


def _preferred() -> QuerySet[Preference]:
    return Preference.objects.filter(ended_at__isnull=True).order_by("-id")


def _listed(request: HttpRequest, trouble: str = "") -> HttpResponse:
    """The page, with what was wrong beside the form that was sent."""
    language, seen, user = language_of(request), visible(request), request.user
    closed = _closed(request, seen)
    page = sheet(request, closed)
    context = {
        "waiting": _waiting(request, seen, language),
        "page": msgspec.structs.replace(page, rows=tuple(_closed_lines(page.rows, language))),
        "embargoes": _embargoes(approving.in_force(localdate()).filter(document__in=seen), language),
        "preferences": _preferences(_preferred()[:_MOST], seen, language) if user.has_perm("registry.load") else [],
        "may_approve": user.has_perm("registry.approve"),
        **(_differences() if user.has_perm("registry.approve") else {}),
        "may_ask": user.has_perm("registry.load"),
        "may_release": user.has_perm("registry.release"),
        "may_withdraw": user.has_perm("registry.withdraw"),
        "most": _MOST_WHY,
        "trouble": trouble,
        "sent": _number(request) if trouble else 0,
        "typed": _why(request) if trouble else "",
        **takes(request),
    }
    return render(request, "pages/approvals.html", context, status=400 if trouble else 200)


def _differences() -> dict[str, int]:
    """How many figures not yet agreed the public would read of if they were approved, by the page that has them."""
    board = boards.of_public()
    return {} if board is None else {"differences": waiting(board), "numbers": waiting_of_work(board)}


def _closed(request: HttpRequest, seen: QuerySet[Document]) -> QuerySet[Document]:
    """Papers that are not public and do not wait; for an account of a body its own."""
    waiting = Approval.objects.filter(document=OuterRef("pk"), decided_at__isnull=True)
    rows = seen.exclude(access=Access.PUBLIC).filter(~Exists(waiting))
    if not request.user.has_perm("registry.load"):
        rows = rows.filter(owner=body_of(request.user)).exclude(owner="")
    return rows.order_by("-read_on", "-id")


def _waiting(request: HttpRequest, seen: QuerySet[Document], language: Language, most: int = _MOST) -> list[Waiting]:
    rows = list(approving.waiting_papers().filter(document__in=seen)[:most])
    held = Fact.objects.filter(document__in=[row.document_id for row in rows], superseded=False)
    counts = dict(held.values_list("document").annotate(count=Count("id")).order_by())
    me = request.user.get_username()
    return [
        Waiting(
            number=row.id,
            paper=paper_link(row.document, language),
            before=term(f"access.{row.before}", language),
            access=term(f"access.{row.access}", language),
            who=who_did(row.asked_by, language),
            since=day(localdate(row.asked_at), language),
            why=row.asked_why,
            owner=body_name(row.document.owner, language),
            facts=counts.get(row.document_id, 0),
            own=row.asked_by == me,
        )
        for row in rows
    ]


def _closed_lines(rows: Iterable[Document], language: Language) -> list[Closed]:
    papers = list(rows)
    last: dict[int, Approval] = {}
    for each in Approval.objects.filter(document__in=papers, decided_at__isnull=False).order_by("decided_at"):
        last[each.document_id] = each
    return [
        Closed(
            slug=row.slug,
            paper=paper_link(row, language),
            access=term(f"access.{row.access}", language),
            last=_last_word(last.get(row.id), language),
        )
        for row in papers
    ]


def _last_word(row: Approval | None, language: Language) -> str:
    if row is None or row.approved or row.decided_at is None:
        return ""
    return f"{term('approval.sent_back', language)} {day(localdate(row.decided_at), language)}: {row.decided_why}"


def _embargoes(rows: QuerySet[Embargo], language: Language, most: int = _MOST) -> list[HeldFigure]:
    held = list(rows.select_related("document").order_by("until", "id")[:most])
    figures = counted_figures(bytes(row.mention) for row in held)
    return [
        HeldFigure(
            number=row.id, mention=bytes(row.mention).hex(), figure=_figure_of(figures, row, language),
            paper=paper_link(row.document, language), who=who_did(row.who, language),
            since=day(localdate(row.at), language), until=day(row.until, language), why=row.why,
        )
        for row in held
    ]  # fmt: skip


def _preferences(rows: Iterable[Preference], seen: QuerySet[Document], language: Language) -> list[HeldFigure]:
    held = list(rows)
    figures = counted_figures(bytes(row.mention) for row in held)
    papers = {row.id: row for row in seen.filter(id__in=[row.document_id for row in held if row.document_id])}
    return [
        HeldFigure(
            number=row.id, mention=bytes(row.mention).hex(), figure=_figure_of(figures, row, language),
            paper=paper_link(papers[row.document_id], language) if row.document_id is not None else None,
            who=who_did(row.who, language), since=day(localdate(row.at), language), until="", why=row.why,
        )
        for row in held
        if row.document_id is None or row.document_id in papers
    ]  # fmt: skip


def _figure_of(figures: Mapping[bytes, Counted], row: Embargo | Preference, language: Language) -> CountedText:
    return counted_text(figures.get(bytes(row.mention)), language)


@require_POST
@needs("registry.load", "registry.approve", "registry.release")
def act(request: HttpRequest, what: str) -> HttpResponse:
    """Do one of the acts, and back to where it was asked from."""
    done = _ACTS.get(what)
    if done is None:
        raise Http404
    try:
        done(request, actor_of(request))
    except UsageError as error:
        trouble = say(error.message, language_of(request))
        if request.POST.get("back") != "figure":
            return _listed(request, trouble)
        return render(request, "pages/refused.html", {"trouble": trouble}, status=400)
    onward = request.POST.get("mention", "") if request.POST.get("back") == "figure" else ""
    return HttpResponseRedirect(reverse("fact-history", args=[onward]) if onward else reverse("approvals"))


def _paper(request: HttpRequest) -> str:
    """The paper of the form, as far as whoever asks may see it."""
    slug = request.POST.get("paper", "")
    if not visible(request).filter(slug=slug).exists():
        raise UsageError("paper.unknown", slug=slug)
    return slug


def _figure(request: HttpRequest) -> str:
    """The figure of the form, as far as whoever asks may see it."""
    mention = request.POST.get("mention", "")
    document = approving.figure_of(mention).document
    if document is not None and not visible(request).filter(id=document.id).exists():
        raise UsageError("figure.none")
    return mention


def _number(request: HttpRequest) -> int:
    given = request.POST.get("number", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def _seen_approval(request: HttpRequest) -> int:
    number = _number(request)
    if not Approval.objects.filter(id=number, document__in=visible(request)).exists():
        raise UsageError("approval.none", number=number)
    return number


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "")[:_MOST_WHY]


def _day(request: HttpRequest) -> date:
    try:
        return day_of(request.POST.get("until", ""))
    except ValueError:
        raise UsageError("embargo.no_day") from None


_ACTS: dict[str, Callable[[HttpRequest, Actor], object]] = {
    "de-nghi": lambda request, who: ask_approval(who, _paper(request), why=_why(request)),
    "chuyen": lambda request, who: release_paper(who, _paper(request), why=_why(request)),
    "duyet": lambda request, who: approve(who, _seen_approval(request), why=_why(request)),
    "tra-lai": lambda request, who: send_back(who, _seen_approval(request), why=_why(request)),
    "dong": lambda request, who: close_paper(
        who, _paper(request), access=request.POST.get("access", ""), why=_why(request)
    ),
    "giu-lai": lambda request, who: hold_back(who, _figure(request), until=_day(request), why=_why(request)),
    "thoi-giu": lambda request, who: lift_embargo(who, _number(request)),
    "uu-tien": lambda request, who: prefer(who, _figure(request), why=_why(request)),
    "thoi-uu-tien": lambda request, who: end_preference(who, _number(request), why=_why(request)),
}

PATHS = (
    path("phe-duyet", approvals, name="approvals"),
    path("phe-duyet/<slug:what>", act, name="approve"),
)

"""`/phan-anh`: what readers report about figures, with the answers; `/phan-anh/<mention>`: the form of one figure."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.core.signing import BadSignature, TimestampSigner
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from camket.errors import UsageError
from camket.report.dates import day
from camket.report.marked import shown
from camket.server.entering.limits import address_of
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.counting import Counted, CountedText, counted_facts, counted_figures, counted_text
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import visible
from camket.server.registry.actions.answer_voice import answer_voice, dismiss_voice
from camket.server.registry.actions.report_figure import report_figure
from camket.server.registry.models import Document, Fact, Voice
from camket.server.registry.voices import LONGEST, READER, SHORTEST, demand_room
from camket.words import Language, say

_SOONEST, _LATEST = 3, 86_400
"""Seconds between the form being shown and sent: faster is no person, later the form has to be opened again."""
_TRAP = "website"
"""A field that people do not see; who fills it in is no person."""
_MENTION, _LINKS = 16, 2


_COLUMNS = (
    "column.fact", "column.document", "column.reported", "column.day", "column.answer", "column.answered",
    "column.address",
)  # fmt: skip


class ShownVoice(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its answer; `said` is empty where it is not shown."""

    number: int
    mention: str
    figure: CountedText
    paper: PaperLink | None
    said: str
    at: str
    answer: str
    answered: str


@never_cache
def voice(request: HttpRequest, mention: str) -> HttpResponse:
    """What was reported about a figure and answered, and the form."""
    figure, paper = _figure(request, mention)
    language = language_of(request)
    if request.method == "POST":
        try:
            _take(request, mention)
        except UsageError as error:
            return _page(request, mention, figure, paper, trouble=say(error.message, language), status=400)
        return HttpResponseRedirect(f"{reverse('voice', args=[mention])}?da-gui=1")
    return _page(request, mention, figure, paper)


def _page(
    request: HttpRequest, mention: str, figure: Counted, paper: Document | None, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    language = language_of(request)
    answered = Voice.objects.filter(mention=bytes.fromhex(mention), answered_at__isnull=False).order_by("-answered_at")
    context = {
        "mention": mention,
        "figure": counted_text(figure, language),
        "quote": shown(figure.fact.quote),
        "paper": paper_link(paper, language) if paper is not None else None,
        "answered": [_shown(row, language) for row in answered.select_related("document")],
        "sent": request.GET.get("da-gui") == "1",
        "trouble": trouble,
        "said": request.POST.get("said", "")[:LONGEST],
        "least": SHORTEST,
        "most": LONGEST,
        "opened": TimestampSigner().sign(mention),
        "trap": _TRAP,
    }
    return render(request, "pages/voice.html", context, status=status)


def _take(request: HttpRequest, mention: str) -> None:
    """Take a report in, unless it seems to be no person's."""
    said = request.POST.get("said", "")
    if request.POST.get(_TRAP) or said.count("http") > _LINKS or not _in_time(request.POST.get("opened", ""), mention):
        raise UsageError("voice.again")
    demand_room(address_of(request))
    report_figure(READER, mention, said)


def _in_time(opened: str, mention: str) -> bool:
    signer = TimestampSigner()
    try:
        signed = signer.unsign(opened, max_age=_LATEST) == mention
    except BadSignature:
        return False
    return signed and not _is_fresh(signer, opened)


def _is_fresh(signer: TimestampSigner, opened: str) -> bool:
    """Whether it was signed only moments ago."""
    try:
        signer.unsign(opened, max_age=_SOONEST)
    except BadSignature:
        return False
    return True


def voices(request: HttpRequest) -> HttpResponse:
    """All that was answered; for those who answer what waits before it."""
    language = language_of(request)
    seen = visible(request)
    answered = _about(seen).filter(answered_at__isnull=False).order_by("-answered_at", "-id")
    if asked_format(request):
        told = (_cells(request, each) for each in _all(answered[:MOST_ROWS], language))
        return exported(request, "phan-anh", _COLUMNS, told)
    page = sheet(request, answered)
    may = request.user.is_authenticated and request.user.has_perm("registry.answer")
    waiting = _about(seen).filter(answered_at__isnull=True).order_by("at", "id") if may else Voice.objects.none()
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_all(page.rows, language))),
        "waiting": _all(waiting[:50], language),
        "may_answer": may,
        "most": LONGEST,
        **takes(request),
    }
    return render(request, "pages/voices.html", context)


def _cells(request: HttpRequest, each: ShownVoice) -> Row:
    address = request.build_absolute_uri(reverse("fact", args=[each.mention]))
    paper = each.paper.name if each.paper is not None else ""
    return each.figure.said, paper, each.said, each.at, each.answer, each.answered, address


@require_POST
@needs("registry.answer")
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a report, show it or not; or remove it."""
    if not _about(visible(request)).filter(id=number).exists():
        raise Http404
    who = actor_of(request)
    try:
        if request.POST.get("do") == "dismiss":
            dismiss_voice(who, number)
        else:
            answer_voice(who, number, request.POST.get("answer", ""), shown=request.POST.get("shown") == "1")
    except UsageError as error:
        language = language_of(request)
        return render(request, "pages/refused.html", {"trouble": say(error.message, language)}, status=400)
    return HttpResponseRedirect(reverse("voices"))


def _about(seen: QuerySet[Document]) -> QuerySet[Voice]:
    """Reports about what may be seen."""
    return (Voice.objects.filter(document__in=seen) | Voice.objects.filter(document__isnull=True)).select_related(
        "document"
    )


def _all(rows: Iterable[Voice], language: Language) -> list[ShownVoice]:
    held = list(rows)
    figures = counted_figures(bytes(row.mention) for row in held)
    return [_shown(row, language, figures.get(bytes(row.mention))) for row in held]


def _shown(row: Voice, language: Language, figure: Counted | None = None) -> ShownVoice:
    waits = row.answered_at is None
    return ShownVoice(
        number=row.id,
        mention=bytes(row.mention).hex(),
        figure=counted_text(figure, language),
        paper=paper_link(row.document, language) if row.document is not None else None,
        said=shown(row.said) if row.shown or waits else "",
        at=day(localdate(row.at), language),
        answer=shown(row.answer),
        answered=day(localdate(row.answered_at), language) if row.answered_at is not None else "",
    )


def _figure(request: HttpRequest, mention: str) -> tuple[Counted, Document | None]:
    """The figure of an address, as far as whoever asks may see it."""
    try:
        key = bytes.fromhex(mention)
    except ValueError:
        raise Http404 from None
    if len(key) != _MENTION:
        raise Http404
    rows = Fact.objects.filter(mention=key, kind=0, superseded=False, document__in=visible(request))
    row = rows.select_related("document").order_by("-id").first()
    if row is not None:
        return counted_facts([row])[row.id], row.document
    alone = counted_figures([key], Fact.objects.none()).get(key)
    if alone is None:
        raise Http404
    return alone, None


PATHS = (
    path("phan-anh", voices, name="voices"),
    path("phan-anh/<str:mention>", voice, name="voice"),
    path("phan-anh/<int:number>/tra-loi", answer, name="answer"),
)

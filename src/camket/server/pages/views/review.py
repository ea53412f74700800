"""`/van-ban/<paper>/ra-soat`: the facts of a paper looked at one by one, and judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from camket.errors import UsageError
from camket.exchange.fact_form import FIELDS
from camket.model.extraction import FACT_KINDS
from camket.model.judgement import AROUND, Anchor
from camket.model.message import message
from camket.registry.selecting import LONGEST
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.language import language_of
from camket.server.pages.review.desk import FACT, KIND, Walk, desk, walk, whole
from camket.server.pages.seeing import visible
from camket.server.registry.actions.add_fact import add_fact
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.undo_judgement import undo_judgement
from camket.server.registry.judging import Asked, Judged
from camket.server.registry.models import Document, Judgement
from camket.words import say

RIGHT = "registry.review"
_VERDICTS = ("confirmed", "corrected", "rejected", "unsure")
_CARD_ONLY = "X-Camket-Card"
"""What review.js sends where it wants the card alone."""
_LONGEST_WHY = 1_000


View = Callable[..., HttpResponse]


def of_seen_paper(view: View) -> View:
    """A paper that may not be seen is not there, whoever asks and whatever he may do."""

    @wraps(view)
    def checked(request: HttpRequest, slug: str) -> HttpResponse:
        if not visible(request).filter(slug=slug).exists():
            raise Http404
        return view(request, slug)

    return checked


@require_GET
@never_cache
@of_seen_paper
@needs(RIGHT)
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """The text and the card of a fact: `du-kien` names it, else the first that waits; `loai` keeps to one kind."""
    row = _row(request, slug)
    return _shown(request, walk(row, request.GET.get(KIND, "")), request.GET.get(FACT, ""))


@require_POST
@of_seen_paper
@needs(RIGHT)
def verdict(request: HttpRequest, slug: str) -> HttpResponse:
    """A judgement of one fact; on to the next that waits."""
    row, given, mention = _row(request, slug), request.POST.get("verdict", ""), request.POST.get("mention", "")
    if given not in _VERDICTS:
        return _refused(request, row, UsageError("review.no_verdict", verdict=given), mention)
    asked = Asked(
        fact=_number(request.POST.get("fact", "")),
        verdict="corrected" if given == "confirmed" else given,  # type: ignore[arg-type]  # one of the verdicts
        fields=_fields(request.POST, request.POST.get("kind_of", "")),
        seen=_number(request.POST.get("seen", "")),
        why=request.POST.get("why", "").strip()[:_LONGEST_WHY],
    )
    try:
        done = judge(actor_of(request), slug, [asked])
    except UsageError as error:
        return _refused(request, row, error, mention)
    made = Judgement.objects.get(id=done.numbers[0]).verdict
    return _onward(request, row, mention, done, f"review.done.{made}")


@require_POST
@of_seen_paper
@needs(RIGHT)
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """All facts of a table or list confirmed in one act, as they were shown."""
    row, mention = _row(request, slug), request.POST.get("mention", "")
    pairs = (item.partition(":") for item in request.POST.get("items", "").split())
    asked = [Asked(fact=_number(fact), verdict="confirmed", seen=_number(seen)) for fact, _, seen in pairs]
    try:
        done = judge(actor_of(request), slug, asked)
    except UsageError as error:
        return _refused(request, row, error, mention)
    return _onward(request, row, mention, done, "review.done.table")


@require_POST
@of_seen_paper
@needs(RIGHT)
def added(request: HttpRequest, slug: str) -> HttpResponse:
    """A fact that the reader missed, its words selected or typed."""
    row, kind = _row(request, slug), request.POST.get("kind", "")
    anchor = Anchor(
        quote=request.POST.get("quote", "")[: LONGEST + 1],
        prefix=request.POST.get("prefix", "")[-AROUND:],
        suffix=request.POST.get("suffix", "")[:AROUND],
        start=_number(request.POST.get("start", "")),
    )
    fields = _fields(request.POST, kind, f"{kind}.")
    if kind == "figures" and not fields.get("value"):
        fields["value"] = anchor.quote
    try:
        done = add_fact(actor_of(request), slug, kind, anchor, fields)
    except UsageError as error:
        return _refused(request, row, error, request.POST.get("mention", ""))
    said = "review.done.added_corrected" if done.corrected else "review.done.added"
    _tell(request, done, said)
    return _shown_or_led(request, row, done.mentions[0])


@require_POST
@of_seen_paper
@needs(RIGHT)
def undone(request: HttpRequest, slug: str) -> HttpResponse:
    """One's last judgement taken back, with all of its act; back to its fact."""
    row = _row(request, slug)
    try:
        done = undo_judgement(actor_of(request), _judgement_of(row, request.POST.get("number", "")))
    except UsageError as error:
        return _refused(request, row, error, request.POST.get("mention", ""))
    _tell(request, done, "review.done.undone")
    return _shown_or_led(request, row, done.mentions[0])


def _judgement_of(row: Document, given: str) -> int:
    """A number of a judgement of this paper: that of another may be of one that whoever asks may not see."""
    number = _number(given)
    if not Judgement.objects.filter(id=number, document=row).exists():
        raise UsageError("review.unknown", number=number)
    return number


def _row(request: HttpRequest, slug: str) -> Document:
    return get_object_or_404(visible(request).select_related("body"), slug=slug)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _fields(sent: Mapping[str, str], kind: str, before: str = "") -> dict[str, str]:
    known = FIELDS.get(kind, ())
    return {field.name: sent[before + field.name] for field in known if before + field.name in sent}


def _onward(request: HttpRequest, row: Document, mention: str, done: Judged, said: str) -> HttpResponse:
    _tell(request, done, said)
    way = walk(row, request.POST.get(KIND, ""))
    return _shown_or_led(request, row, way.after(mention), way=way)


def _tell(request: HttpRequest, done: Judged, said: str) -> None:
    """What happened, for the page that is shown next."""
    language = language_of(request)
    messages.success(request, say(message(said, count=len(done.numbers)), language))
    if done.unseen:
        others = Judgement.objects.filter(id__in=done.unseen).order_by("id")
        names = ", ".join(dict.fromkeys(others.values_list("who", flat=True)))
        messages.warning(request, say(message("review.unseen", who=names, count=len(done.unseen)), language))


def _refused(request: HttpRequest, row: Document, error: UsageError, mention: str) -> HttpResponse:
    """The same card with what was wrong; what was typed is kept by the browser's script, else by going back."""
    messages.error(request, _said(request, error))
    return _shown_or_led(request, row, mention, status=422)


def _said(request: HttpRequest, error: UsageError) -> str:
    language, field = language_of(request), dict(error.message.params).get("field")
    said = say(error.message, language)
    return f"{say(message(field), language)}: {said}" if field is not None else said


def _shown_or_led(
    request: HttpRequest, row: Document, mention: str, *, status: int = 200, way: Walk | None = None
) -> HttpResponse:
    kind = request.POST.get(KIND, "")
    if request.headers.get(_CARD_ONLY):
        return _shown(request, way or walk(row, kind), mention, status=status)
    query = f"&{KIND}={kind}" if kind in FACT_KINDS else ""
    return HttpResponseRedirect(f"{request.path.rpartition('/')[0]}?{FACT}={mention}{query}#the")


def _shown(request: HttpRequest, way: Walk, mention: str, status: int = 200) -> HttpResponse:
    found = desk(request, way, mention)
    context = {"desk": found, "told": list(messages.get_messages(request)), "kind": way.kind}
    if request.headers.get(_CARD_ONLY):
        return render(request, "pages/review_card.html", context, status=status)
    return render(request, "pages/review.html", context | {"whole": whole(request, way, found.part)}, status=status)


PATHS = (
    path("van-ban/<slug:slug>/ra-soat", paper, name="review-paper"),
    path("van-ban/<slug:slug>/ra-soat/ket-qua", verdict, name="review-verdict"),
    path("van-ban/<slug:slug>/ra-soat/bang", table, name="review-table"),
    path("van-ban/<slug:slug>/ra-soat/bo-sung", added, name="review-add"),
    path("van-ban/<slug:slug>/ra-soat/hoan-tac", undone, name="review-undo"),
)

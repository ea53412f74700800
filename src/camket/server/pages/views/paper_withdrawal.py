"""`/van-ban/<slug>/rut`: a paper withdrawn by an administrator, after a look at what goes with it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.cache import never_cache

from camket.errors import UsageError
from camket.model.message import message
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import field
from camket.server.pages.language import language_of
from camket.server.pages.naming import paper_link
from camket.server.pages.seeing import visible
from camket.server.pages.views.review import of_seen_paper
from camket.server.registry.actions.withdraw import withdraw_and_erase
from camket.server.registry.models import Document, Standing
from camket.server.registry.withdrawing import Withdrawn, copies_of
from camket.words import Language, say, term

RIGHT = "registry.withdraw"
_MOST_WHY = 400


@never_cache
@of_seen_paper
@needs(RIGHT)
def withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    """What would go, and the form that asks for the reason; sent with it and with `sure`, the paper is withdrawn."""
    row = get_object_or_404(visible(request), slug=slug)
    language, why = language_of(request), field(request, "why")[:_MOST_WHY]
    if request.method != "POST":
        return _page(request, row, language)
    if request.POST.get("sure") != "1" or not why:
        return _page(request, row, language, trouble=term("paper.withdraw.unsaid", language))
    try:
        done = withdraw_and_erase(actor_of(request), slug, why=why)
    except UsageError as error:
        return _page(request, row, language, trouble=say(error.message, language))
    return render(request, "pages/paper_withdrawal_done.html", {"said": _said(done, language)})


def _page(request: HttpRequest, row: Document, language: Language, *, trouble: str = "") -> HttpResponse:
    counts = message(
        "paper.withdraw.counts",
        facts=row.facts.filter(superseded=False).count(),
        values=Standing.objects.filter(placement__fact__document=row).count(),
        targets=row.typed_targets.count(),
    )
    context = {
        "paper": paper_link(row, language),
        "slug": row.slug,
        "counts": say(counts, language),
        "copies": [paper_link(each, language) for each in visible(request).filter(slug__in=copies_of(row))],
        "trouble": trouble,
        "why": field(request, "why"),
        "most": _MOST_WHY,
    }
    return render(request, "pages/paper_withdrawal.html", context, status=400 if trouble else 200)


def _said(done: Withdrawn, language: Language) -> list[str]:
    told = message(
        "withdraw.done", slug=done.slug, digest=done.digest[:16], facts=done.facts, values=done.values,
        targets=done.targets, names=done.names,
    )  # fmt: skip
    return [say(told, language), *(say(each.message, language) for each in done.findings)]


PATHS = (path("van-ban/<slug:slug>/rut", withdrawal, name="paper-withdrawal"),)

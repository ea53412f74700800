"""The form that withdraws a paper, what goes with it, and what was done: the same wherever it is asked for."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from camket.errors import UsageError
from camket.model.message import message
from camket.server.pages.allowed import actor_of
from camket.server.pages.asked import field
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.seeing import visible
from camket.server.registry.actions.withdraw import withdraw_and_erase
from camket.server.registry.models import Document, Standing, TaskSource
from camket.server.registry.withdrawing import Withdrawn, copies_of
from camket.words import Language, say, term

RIGHT = "registry.withdraw"
_MOST_WHY = 400


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """How whoever withdraws a paper knows it: its name, what is said of it, where the way back leads."""

    name: str
    about: str
    back: str
    back_name: str


class Copies(msgspec.Struct, frozen=True):
    """Papers with the same text: those that may be seen, and how many others there are."""

    seen: tuple[PaperLink, ...]
    unseen: int


def answered(request: HttpRequest, row: Document, named: Named) -> HttpResponse:
    """What would go, and the form that asks for the reason; sent with it and with `sure`, the paper is withdrawn."""
    language, why = language_of(request), field(request, "why")[:_MOST_WHY]
    if request.method != "POST":
        return _page(request, row, named)
    if request.POST.get("sure") != "1" or not why:
        return _page(request, row, named, trouble=term("paper.withdraw.unsaid", language))
    try:
        done = withdraw_and_erase(actor_of(request), row.slug, why=why)
    except UsageError as error:
        return _page(request, row, named, trouble=say(error.message, language))
    context = {"said": _said(done, language), "named": named, "copies": _copies(request, done.copies)}
    return render(request, "pages/paper_withdrawal_done.html", context)


def _page(request: HttpRequest, row: Document, named: Named, *, trouble: str = "") -> HttpResponse:
    counts = message(
        "paper.withdraw.counts",
        facts=row.facts.filter(superseded=False).count(),
        values=Standing.objects.filter(placement__fact__document=row).count(),
        targets=row.typed_targets.count(),
    )
    language, tasks = language_of(request), TaskSource.objects.filter(paper=row).values("task").distinct().count()
    context = {
        "named": named,
        "counts": say(counts, language),
        "tasks": tasks,
        "copies": _copies(request, copies_of(row)),
        "trouble": trouble,
        "why": field(request, "why"),
        "most": _MOST_WHY,
    }
    return render(request, "pages/paper_withdrawal.html", context, status=400 if trouble else 200)


def _copies(request: HttpRequest, slugs: Iterable[str]) -> Copies:
    """The address of a paper says its number or title: of those that may not be seen only their count is told."""
    every = tuple(slugs)
    language = language_of(request)
    seen = tuple(paper_link(each, language) for each in visible(request).filter(slug__in=every).order_by("slug"))
    return Copies(seen, len(every) - len(seen))


def _said(done: Withdrawn, language: Language) -> list[str]:
    """What was done, and what is still to do; copies are told apart."""
    told = message(
        "withdraw.done", slug=done.slug, digest=done.digest[:16], facts=done.facts, values=done.values,
        targets=done.targets, names=done.names,
    )  # fmt: skip
    left = (each.message for each in done.findings if each.message.code != "withdraw.copies")
    return [say(told, language), *(say(each, language) for each in left)]

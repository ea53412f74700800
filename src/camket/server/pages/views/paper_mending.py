"""`/van-ban/<slug>/sua`: the day and the area of a paper mended, for all its statements, after a look at what moves."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.errors import UsageError
from camket.model.correction import Correction
from camket.model.message import message
from camket.report.dates import day as written_day
from camket.report.marked import shown
from camket.report.naming import area_name
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.asked import day_of
from camket.server.pages.language import language_of
from camket.server.pages.names.foreseen import Foreseen, foreseen
from camket.server.pages.names.things import suggestions, thing, thing_name
from camket.server.pages.naming import paper_link, who_did
from camket.server.pages.seeing import reader_of, visible
from camket.server.pages.views.review import of_seen_paper
from camket.server.registry.actions.correct_paper import correct_paper
from camket.server.registry.correcting import looked_at, mended
from camket.server.registry.held import rows_held
from camket.server.registry.models import Document
from camket.words import Language, say, term

RIGHT = "registry.correct"
_MOST_WHY, _LONGEST = 1_000, 80
_KINDS = ("paper_date", "paper_area")


@never_cache
@of_seen_paper
@needs(RIGHT)
def mending(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; with `ngay` or `dia-ban` what giving the paper that would change, and the button to do it."""
    row = get_object_or_404(visible(request), slug=slug)
    language, reader = language_of(request), reader_of(request)
    try:
        day, area = _asked(request)
        if day is None and area is None:
            return _page(request, row)
        asked = mended(slug, day, area)
        told = foreseen(looked_at(asked, reader), reader, language)
    except UsageError as error:
        return _page(request, row, trouble=say(error.message, language))
    if request.method == "POST" and request.POST.get("so", "") == str(told.statements):
        why = request.POST.get("why", "").strip()[:_MOST_WHY]
        correct_paper(actor_of(request), slug, day=day, area=area, why=why)
        done = message("paper.mend.done", statements=told.statements, values=told.values)
        messages.success(request, say(done, language))
        return HttpResponseRedirect(reverse("paper-mending", args=[slug]))
    return _page(request, row, told=told, asked=asked)


def _asked(request: HttpRequest) -> tuple[date | None, str | None]:
    """The day and the area that were typed; an area by its id or by its name.

    Raises:
        UsageError: the day is none, or the catalogue has no such area.
    """
    given = request.POST if request.method == "POST" else request.GET
    day, area = (given.get(name, "").replace("\0", "").strip()[:_LONGEST] for name in ("ngay", "dia-ban"))
    try:
        return day_of(day) if day else None, thing("area", area) if area else None
    except ValueError as error:
        raise UsageError("task.bad_day", given=day) from error


def _page(
    request: HttpRequest, row: Document, *, trouble: str = "", told: Foreseen | None = None,
    asked: tuple[Correction, ...] = (),
) -> HttpResponse:  # fmt: skip
    language = language_of(request)
    given = request.POST if request.method == "POST" else request.GET
    context = {
        "paper": paper_link(row, language),
        "slug": row.slug,
        "day": row.said_on.isoformat() if row.said_on else "",
        "said_day": written_day(row.said_on, language) if row.said_on else term("paper.mend.unknown", language),
        "area": area_name(row.area, language) or term("paper.mend.unknown", language),
        "held": _held(row, language),
        "typed": {"day": given.get("ngay", ""), "area": given.get("dia-ban", "")},
        "to": ", ".join(thing_name(each.kind, each.to, language) for each in asked),
        "trouble": trouble,
        "foreseen": told,
        "changed_since": request.method == "POST" and told is not None,
        "suggestions": suggestions("area", language),
        "told": list(messages.get_messages(request)),
        "most": _MOST_WHY,
    }
    return render(request, "pages/paper_mending.html", context, status=400 if trouble else 200)


def _held(row: Document, language: Language) -> list[tuple[str, str, str, str]]:
    """What was mended before: the words for its kind, what it is now, who did it when and why, where it is ended."""
    rows = rows_held().filter(kind__in=_KINDS, of=bytes(row.sha256).hex()).order_by("-id")
    return [
        (
            term(f"correction.kind.{each.kind}", language), thing_name(each.kind, each.to, language),
            ", ".join((who_did(each.who, language), written_day(localdate(each.at), language)))
            + (f": {shown(each.why)}" if each.why else ""),
            reverse("name-end", args=[each.id]),
        )
        for each in rows
    ]  # fmt: skip


PATHS = (path("van-ban/<slug:slug>/sua", mending, name="paper-mending"),)

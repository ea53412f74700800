"""`/nhiem-vu/them`: a task given by hand, by a paper or by word of mouth."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.errors import UsageError
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.language import language_of
from camket.server.pages.work.drafting import draft_form, source_of, task_of, typed
from camket.server.pages.work.forms import offered, text_of
from camket.server.pages.work.rests import named_paper
from camket.server.registry.actions.give_task import give_task
from camket.words import say


@never_cache
@needs("registry.plan")
def new(request: HttpRequest) -> HttpResponse:
    """The form, and the task that it gives."""
    language = language_of(request)
    if request.method != "POST":
        usual = {"source_kind": "paper", "due_kind": "fixed", "tracked": "1", "source_day": localdate().isoformat()}
        return _page(request, usual)
    try:
        paper = named_paper(request, text_of(request.POST, "source_number"))
        source = source_of(request.POST, paper.slug if paper is not None else "")
        task = task_of(request.POST, (source,), source.day, paper.area if paper is not None else "")
        row = give_task(actor_of(request), task)
    except UsageError as error:
        return _page(request, typed(request.POST.dict()), say(error.message, language), 400)
    return HttpResponseRedirect(reverse("task", args=[row.id]))


def _page(request: HttpRequest, values: dict[str, str], trouble: str = "", status: int = 200) -> HttpResponse:
    language = language_of(request)
    offers = offered(language)
    context = {"form": draft_form(values, offers, language), "bodies": offers.bodies, "trouble": trouble}
    return render(request, "pages/task_new.html", context, status=status)


PATHS = (path("nhiem-vu/them", new, name="task-new"),)

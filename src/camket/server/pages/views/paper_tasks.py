"""`/van-ban/<paper>/nhiem-vu`: a paper taken apart: its directives as drafts of tasks, or the word that none arises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.message import Message, message
from camket.model.task import Task, TaskSource
from camket.report.marked import shown
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.language import language_of
from camket.server.pages.linking import sentence
from camket.server.pages.naming import paper_name, paper_parts, who_did
from camket.server.pages.review.desk import FACT
from camket.server.pages.seeing import reader_of, visible
from camket.server.pages.views.review import of_seen_paper
from camket.server.pages.work.closing import closing_lines, decide
from camket.server.pages.work.drafting import DraftForm, of_draft, task_of, typed
from camket.server.pages.work.forms import Offered, number_of, offered
from camket.server.pages.work.telling import kin
from camket.server.registry import access, models
from camket.server.registry.actions.merge_tasks import merge_tasks
from camket.server.registry.actions.take_apart import no_tasks, take_apart
from camket.server.registry.dated import dated
from camket.server.registry.rows import extraction_of
from camket.server.registry.work import task_record
from camket.words import Language, say, term
from camket.work.drafts import Draft, Drafts, drafts
from camket.work.same import find_same, find_whole, hands_on, leads_alike

_MOST, _MOST_SAME, _COMPARED, _LONGEST = 100, 3, 400, 100
_PART = "phan-"
"""Before the number of a task that a draft is a part of."""


@never_cache
@of_seen_paper
@needs("registry.plan")
def paper_tasks(request: HttpRequest, slug: str) -> HttpResponse:
    """The drafts of a paper, those that have their task apart; `du-kien` keeps to one directive."""
    return _page(request, _row(request, slug))


def _row(request: HttpRequest, slug: str) -> models.Document:
    return get_object_or_404(visible(request).select_related("body"), slug=slug)


def _page(request: HttpRequest, row: models.Document, trouble: str = "", status: int = 200) -> HttpResponse:
    language = language_of(request)
    found, offers = _drafts(row), offered(language)
    made = models.Task.objects.filter(access.tasks(reader_of(request)), sources__paper=row).order_by("id").distinct()
    waiting = list(_waiting(row, found, request.GET.get(FACT, "")))
    forms = _with_same(request, [_form(request, row, each, offers, language) for each in waiting], waiting, language)
    apart = models.TakenApart.objects.filter(document=row).first()
    context = {
        "row": row,
        "title": shown(paper_name(row)),
        "about": " · ".join(filter(None, paper_parts(row, language, dated(row)))),
        "forms": forms,
        "made": kin(made, language),
        "findings": [say(each.message, language) for each in found.findings],
        "closings": closing_lines(request, row, found, language),
        "replacing": [(each.id, shown(each.text[:_LONGEST])) for each in made],
        "bodies": offers.bodies,
        "apart": apart,
        "apart_who": who_did(apart.who, language) if apart is not None else "",
        "one": bool(request.GET.get(FACT)),
        "trouble": trouble,
        "told": list(messages.get_messages(request)),
    }
    return render(request, "pages/paper_tasks.html", context, status=status)


def _drafts(row: models.Document) -> Drafts:
    return drafts(_extraction(row))


def _extraction(row: models.Document) -> Extraction:
    facts = models.Fact.objects.filter(document=row, superseded=False).order_by("start", "-end", "kind", "id")
    return extraction_of(row, facts)


def _waiting(row: models.Document, found: Drafts, mention: str) -> Iterator[Draft]:
    """The drafts that have no task yet; one alone where it is named."""
    rows = models.TaskSource.objects.filter(paper=row, mention__isnull=False).values_list("mention", flat=True)
    done = {bytes(each).hex() for each in rows if each is not None}
    waiting = (each for each in found.tasks if each.mention not in done)
    kept = [each for each in waiting if not mention or each.mention == mention]
    yield from kept[:_MOST]


def _form(request: HttpRequest, row: models.Document, draft: Draft, offers: Offered, language: Language) -> DraftForm:
    before = f"{draft.mention}-"
    form = of_draft(draft, offers, language, before)
    if request.method == "POST":
        sent = typed(request.POST.dict(), before)
        form = msgspec.structs.replace(form, values=sent, chosen=sent.get("take") == "1")
    start = draft.sources[0].span.start if draft.sources and draft.sources[0].span is not None else 0
    return msgspec.structs.replace(form, address=sentence(row.slug, bytes.fromhex(draft.mention), start))


def _with_same(
    request: HttpRequest, forms: Sequence[DraftForm], waiting: Sequence[Draft], language: Language
) -> list[DraftForm]:
    """The forms, each with the tasks that seem to be the same, or to be its whole; one question for all."""
    seen = models.Task.objects.filter(access.tasks(reader_of(request)))
    spans = models.TaskSpan.objects.filter(until__isnull=True, done_on__isnull=True)
    spans = spans.exclude(state__in=("dropped", "closed"))
    leads = [leads_alike(each) for each in waiting]
    if None not in leads:
        spans = spans.filter(lead__in=set().union(*filter(None, leads)))
    rows = seen.filter(id__in=spans.order_by("-task").values("task")[:_COMPARED])
    tasks = [task_record(each) for each in rows.prefetch_related("sources__paper", "helpers")]
    return [
        msgspec.structs.replace(
            form,
            same=tuple(_told("tasks.same", find_same(draft, tasks), language)),
            wholes=tuple(_told("tasks.part", find_whole(draft, tasks), language)),
        )
        for form, draft in zip(forms, waiting, strict=True)
    ]


def _told(code: str, tasks: Sequence[Task], language: Language) -> Iterator[tuple[int, str, str]]:
    for each in tasks[:_MOST_SAME]:
        said = say(Message(code, (("number", each.id), ("text", each.text[:120]))), language)
        yield int(each.id), said, reverse("task", args=[int(each.id)])


@require_POST
@of_seen_paper
@needs("registry.plan")
def make(request: HttpRequest, slug: str) -> HttpResponse:
    """Make tasks of the drafts that were ticked; those that are the same as another are merged with it."""
    row, language = _row(request, slug), language_of(request)
    try:
        chosen = list(_chosen(request, row))
        one = bool(request.POST.get("one"))
        made = take_apart(actor_of(request), slug, [task for task, _ in chosen], done=not one)
        for task, (_, same) in zip(made, chosen, strict=True):
            if same:
                _merge(request, task.id, same)
    except UsageError as error:
        return _page(request, row, say(error.message, language), 400)
    messages.success(request, say(message("tasks.done.made", count=len(made)), language))
    if one:
        return HttpResponseRedirect(reverse("task", args=[made[0].id]))
    return HttpResponseRedirect(reverse("paper-tasks", args=[slug]))


def _chosen(request: HttpRequest, row: models.Document) -> Iterator[tuple[Task, int]]:
    """The tasks of the forms that were ticked, each with the task that it is the same as; 0 for none."""
    for draft in _waiting(row, _drafts(row), ""):
        sent = typed(request.POST.dict(), f"{draft.mention}-")
        if sent.get("take") != "1":
            continue
        sources = tuple(_of_registry(each, row) for each in draft.sources)
        whole = sent.get("same", "").removeprefix(_PART) if sent.get("same", "").startswith(_PART) else ""
        if whole:
            sent |= {"same": "", "parent": whole}
        yield task_of(sent, sources, draft.given, draft.area), number_of(sent, "same") or 0


def _of_registry(source: TaskSource, row: models.Document) -> TaskSource:
    return msgspec.structs.replace(source, document=row.slug)


def _merge(request: HttpRequest, number: int, same: int) -> None:
    """One that waits for its paper, or was handed on to who does it, becomes part of the new one; else that of it."""
    span = models.TaskSpan.objects.filter(task=same, until__isnull=True).first()
    seen = models.Task.objects.filter(access.tasks(reader_of(request)), id=same).exists()
    if span is None or not seen:
        raise UsageError("task.none", number=same)
    rows = models.Task.objects.prefetch_related("sources__paper", "helpers").in_bulk([number, same])
    goes_on = hands_on(task_record(rows[same]), task_record(rows[number]))
    into, other = (number, same) if span.state == "expected" or goes_on else (same, number)
    merge_tasks(actor_of(request), into, [other])


@require_POST
@of_seen_paper
@needs("registry.plan")
def none(request: HttpRequest, slug: str) -> HttpResponse:
    """No task arises, or no more; on to what waits."""
    no_tasks(actor_of(request), slug, why=request.POST.get("why", ""))
    messages.success(request, term("tasks.done.none", language_of(request)))
    return HttpResponseRedirect(reverse("desk"))


@require_POST
@of_seen_paper
@needs("registry.plan")
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """What the paper decides about one older task, entered."""
    row, language = _row(request, slug), language_of(request)
    try:
        number = decide(request, row, _drafts(row))
    except UsageError as error:
        return _page(request, row, say(error.message, language), 400)
    messages.success(request, say(message("closing.done", number=number), language))
    return HttpResponseRedirect(reverse("paper-tasks", args=[slug]))


PATHS = (
    path("van-ban/<slug:slug>/nhiem-vu", paper_tasks, name="paper-tasks"),
    path("van-ban/<slug:slug>/nhiem-vu/giao", make, name="paper-tasks-make"),
    path("van-ban/<slug:slug>/nhiem-vu/quyet-dinh", close, name="paper-tasks-close"),
    path("van-ban/<slug:slug>/nhiem-vu/khong", none, name="paper-tasks-none"),
)

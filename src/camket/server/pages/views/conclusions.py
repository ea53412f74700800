"""`/van-ban/<paper>/ket-luan`: what became of the conclusions of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.model.fact import Directive
from camket.model.task import EventKind
from camket.report.marked import shown
from camket.server.pages.allowed import needs
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.linking import sentence
from camket.server.pages.naming import body_name, paper_name, paper_parts, who_did
from camket.server.pages.paging import takes
from camket.server.pages.seeing import visible
from camket.server.pages.views.bodies import day_context
from camket.server.pages.views.review import of_seen_paper
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.counting import Scope, counts, outcomes, shares
from camket.server.pages.work.filters import as_of, asked_day, seen_spans
from camket.server.pages.work.lines import TaskLine, line
from camket.server.registry.dated import dated
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document, Fact, TakenApart, TaskEvent, TaskHelper, TaskSource, TaskSpan
from camket.server.registry.models.fact import Kind
from camket.words import Language

_MOST = 200
_COLUMNS = (
    "column.number_of_target", "conclusions.said", "tasks.column.number", "tasks.column.lead", "tasks.column.due",
    "tasks.column.state", "tasks.column.outcome", "column.link", "tasks.column.helpers", "conclusions.result",
    "column.product_papers", "column.address",
)  # fmt: skip
_TELLING: tuple[EventKind, ...] = ("progressed", "reported", "waiting")
_UNDOING: tuple[EventKind, ...] = ("returned", "reopened", "handed_over")


class Conclusion(msgspec.Struct, frozen=True, kw_only=True):
    """A directive with its task.

    Attributes:
        place: its number in the paper's order.
        quote, address: what is to be done, and where the sentence stands that says it.
        task: its task; None where it has none.
        helpers: the bodies that help.
        result: the body's last words.
        product: the numbers of the papers that show it done.
    """

    place: int
    quote: str
    address: str
    task: TaskLine | None = None
    helpers: str = ""
    result: str = ""
    product: str = ""


@never_cache
@of_seen_paper
@needs(*SEEING)
def conclusions(request: HttpRequest, slug: str) -> HttpResponse:
    """Each directive of a paper with what became of it, as of a day."""
    row = get_object_or_404(visible(request), slug=slug)
    language, day = language_of(request), asked_day(request)
    spans = (
        seen_spans(request, day).filter(task__sources__paper=row).select_related("task").order_by("task_id").distinct()
    )
    held = list(spans[:_MOST])
    numbers = counts(seen_spans(request, day).filter(task__in=[each.task_id for each in held]), day)
    scope = Scope((("van-ban", slug),), day, localdate())
    found, others = _conclusions(row, held, day, language)
    if asked_format(request):
        return exported(request, f"ket-luan-{slug}", _COLUMNS, _exported(request, found, others))
    apart = TakenApart.objects.filter(document=row).first()
    context = {
        "row": row,
        "title": shown(paper_name(row)),
        "about": " · ".join(filter(None, paper_parts(row, language, dated(row)))),
        "conclusions": found,
        "said": len({each.place for each in found}),
        "others": others,
        "outcomes": outcomes(numbers, scope, language),
        "shares": shares(numbers, scope, language),
        "total": numbers["tat-ca"],
        "list": scope.address(),
        "apart": apart,
        "apart_who": who_did(apart.who, language) if apart is not None else "",
        "may_plan": request.user.has_perm("registry.plan"),
        **day_context(request, day, language, reverse("conclusions", args=[slug])),
        **takes(request),
    }
    return render(request, "pages/conclusions.html", context)


def _exported(request: HttpRequest, found: Iterable[Conclusion], others: Iterable[TaskLine]) -> Iterator[Row]:
    for each in found:
        address = request.build_absolute_uri(each.address)
        yield each.place, each.quote, *_task_cells(request, each.task), each.helpers, each.result, each.product, address
    for task in others:
        yield None, task.text, *_task_cells(request, task), "", "", "", ""


def _task_cells(request: HttpRequest, task: TaskLine | None) -> Row:
    if task is None:
        return ("",) * 6
    return task.number, task.lead, task.due, task.state, task.outcome, request.build_absolute_uri(task.address)


def _conclusions(
    row: Document, spans: Iterable[TaskSpan], day: date, language: Language
) -> tuple[list[Conclusion], list[TaskLine]]:
    """The directives in their order, and the tasks of the paper that are of none of them."""
    by_task = {each.task_id: each for each in spans}
    given = TaskSource.objects.filter(paper=row, task__in=by_task).order_by("task")
    of_mention: dict[bytes, list[TaskSpan]] = {}
    for source in given:
        if source.mention is not None:
            of_mention.setdefault(bytes(source.mention), []).append(by_task[source.task_id])
    of_mention = {mention: _standing(held) for mention, held in of_mention.items()}
    facts = Fact.objects.filter(document=row, kind=Kind.DIRECTIVES, superseded=False).order_by("start")[:_MOST]
    told = _Told({each.task_id for held in of_mention.values() for each in held}, day, language)
    found, used = [], set()
    for place, fact in enumerate(facts, start=1):
        for span in of_mention.get(bytes(fact.mention)) or (None,):
            found.append(told.of(place, row, fact, span))
            used.add(span.task_id if span is not None else 0)
    rest = [each for number, each in by_task.items() if number not in used and each.state != "closed"]
    return found, [line(each, day, language, as_of=as_of(day)) for each in rest]


def _standing(spans: list[TaskSpan]) -> list[TaskSpan]:
    """The tasks of a directive, one for each body it was split among; one that is closed only where no other is."""
    return [each for each in spans if each.state != "closed"] or spans[-1:]


class _Told:
    """What is told of tasks besides their spans, fetched once for all."""

    def __init__(self, numbers: Iterable[int], day: date, language: Language) -> None:
        self._day, self._language = day, language
        self._helpers: dict[int, list[str]] = {}
        self._words: dict[int, str] = {}
        self._products: dict[int, list[str]] = {}
        held = list(numbers)
        for each in TaskHelper.objects.filter(task__in=held).order_by("task", "place"):
            self._helpers.setdefault(each.task_id, []).append(body_name(each.body, language))
        events = TaskEvent.objects.filter(task__in=held, kind__in=(*_TELLING, *_UNDOING))
        for event in events.order_by("task", "number").prefetch_related("papers"):
            if localdate(event.at) > day:
                continue
            if event.kind in _UNDOING:  # what was sent back shows nothing, and what another body said is not this one's
                self._products.pop(event.task_id, None)
                if event.kind == "handed_over":
                    self._words.pop(event.task_id, None)
                continue
            self._words[event.task_id] = event.words or self._words.get(event.task_id, "")
            papers = [each.number or each.name for each in event.papers.all()]
            self._products[event.task_id] = [each for each in papers if each] or self._products.get(event.task_id, [])

    def of(self, place: int, row: Document, fact: Fact, span: TaskSpan | None) -> Conclusion:
        """A directive with its task."""
        number = span.task_id if span is not None else 0
        words = span.task.text if span is not None and span.task.text else unpack(fact.body, Directive).quote
        return Conclusion(
            place=place,
            quote=shown(words[:1].upper() + words[1:]),
            address=sentence(row.slug, bytes(fact.mention), fact.start),
            task=line(span, self._day, self._language, as_of=as_of(self._day)) if span is not None else None,
            helpers=", ".join(self._helpers.get(number, ())),
            result=self._words.get(number, ""),
            product=", ".join(self._products.get(number, ())),
        )


PATHS = (path("van-ban/<slug:slug>/ket-luan", conclusions, name="conclusions"),)

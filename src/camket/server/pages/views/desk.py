"""`/viec-cua-toi`: what waits for whoever is logged in: tasks, and papers that were not taken apart yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

import msgspec
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.report.dates import day as written
from camket.server.pages.allowed import needs
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, body_name, paper_link
from camket.server.pages.paging import takes
from camket.server.pages.seeing import visible
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.counting import Scope
from camket.server.pages.work.filters import OWN, own_tasks, seen_spans
from camket.server.pages.work.groups import GROUPS
from camket.server.pages.work.lines import COLUMNS, TaskLine, cells, lines, picked
from camket.server.registry.apart import directives_of, pending, told
from camket.server.registry.dated import dated
from camket.server.registry.models import Document, TaskSpan
from camket.server.registry.rights import body_of
from camket.words import Language, term
from camket.work.clock import clock
from camket.work.same import NEAR_DAYS

_EACH, _MOST_PAPERS, _MOST_NEWS = 8, 12, 8
_OFFICE = ("state:reported", "state:declined", "nhom:de-nghi-gia-han", "nhom:qua-han", "nhom:den-han-hom-nay",
           "nhom:sap-den-han", "state:expected")  # fmt: skip
_BODY = ("state:given", "state:returned", "nhom:qua-han", "nhom:den-han-hom-nay", "nhom:sap-den-han",
         "nhom:chua-cap-nhat", "state:reported")  # fmt: skip
_COLUMNS = ("column.section", *COLUMNS)
_TONES = {"nhom:qua-han": "bad", "state:returned": "bad", "nhom:den-han-hom-nay": "warn", "nhom:sap-den-han": "warn"}


class Section(msgspec.Struct, frozen=True):
    """Tasks that wait for one thing: how many, the first of them, where all are."""

    name: str
    tone: str
    count: int
    lines: tuple[TaskLine, ...]
    address: str


class PaperLine(msgspec.Struct, frozen=True, kw_only=True):
    """A paper to be taken apart: until when (news have no clock), and how many directives it has."""

    paper: PaperLink
    address: str
    directives: int
    until: str
    late: bool


@never_cache
@needs(*SEEING)
def desk(request: HttpRequest) -> HttpResponse:
    """What waits; for an officer his own tasks and those that nobody follows, unless `cua=tat-ca`."""
    language, today = language_of(request), localdate()
    office, body = request.user.has_perm("registry.review"), body_of(request.user)
    asked = _OFFICE if office else _BODY
    every = office and request.GET.get("cua") == "tat-ca"
    own = () if every else ((OWN, "1"),) if office else (("don-vi", body),)
    rows = seen_spans(request, today)
    if not every:
        rows = own_tasks(request, rows) if office else rows.filter(lead=body)
    seen = visible(request) if request.user.has_perm("registry.plan") else Document.objects.none()
    papers, news = pending(seen), told(seen, today)
    if asked_format(request):
        held = chain(_task_cells(request, rows, asked, today), _paper_cells(request, papers, news, today))
        return exported(request, "viec-cua-toi", _COLUMNS, islice(held, MOST_ROWS))
    sections = _sections(rows, asked, Scope(own, today, today), language)
    context = {
        "sections": [each for each in sections if each.count],
        "papers": _papers(list(papers[:_MOST_PAPERS]), language, today),
        "papers_count": papers.count(),
        "news": _papers(list(news[:_MOST_NEWS]), language, today),
        "news_count": news.count(),
        "news_days": NEAR_DAYS,
        "office": office,
        "every": every,
        "body": body_name(body, language) if not office else "",
        "body_id": body if not office else "",
        "day": written(today, language),
        **takes(request),
    }
    return render(request, "pages/desk.html", context)


def _task_cells(request: HttpRequest, rows: QuerySet[TaskSpan], asked: Sequence[str], day: date) -> Iterator[Row]:
    """All tasks of all sections; one that waits for several things is in each of these."""
    language = language_of(request)
    for each in asked:
        section = term(f"desk.{each.replace(':', '.')}", language)
        found = rows.filter(_condition(each, day)).order_by("due", "task_id").select_related("task")
        yield from ((section, *line) for line in cells(request, found[:MOST_ROWS], day, language))


def _paper_cells(
    request: HttpRequest, papers: QuerySet[Document], news: QuerySet[Document], today: date
) -> Iterator[Row]:
    """Papers to be taken apart; what is told of tasks alone stays empty."""
    language = language_of(request)
    for code, rows in (("desk.papers", papers), ("desk.news", news)):
        for each in _papers(list(rows[:MOST_ROWS]), language, today):
            until = each.until if code == "desk.papers" else ""
            address = request.build_absolute_uri(each.address)
            words = " · ".join(filter(None, (each.paper.name, each.paper.about)))
            yield (term(code, language), None, words, None, until, *[None] * 6, address)


def _sections(rows: QuerySet[TaskSpan], asked: Sequence[str], scope: Scope, language: Language) -> list[Section]:
    conditions = {each: _condition(each, scope.day) for each in asked}
    names = {each: f"c{place}" for place, each in enumerate(asked)}
    counts = rows.aggregate(**{names[each]: Count("id", filter=conditions[each]) for each in asked})
    return [
        Section(
            term(f"desk.{each.replace(':', '.')}", language),
            _TONES.get(each, "quiet"),
            counts[names[each]],
            _first(rows.filter(conditions[each]), scope.day, language) if counts[names[each]] else (),
            _address(each, scope),
        )
        for each in asked
    ]


def _first(rows: QuerySet[TaskSpan], day: date, language: Language) -> tuple[TaskLine, ...]:
    return lines(picked(rows.order_by("due", "task_id").values_list("pk", flat=True)[:_EACH]), day, language)


def _condition(name: str, day: date) -> Q:
    kind, _, value = name.partition(":")
    return Q(state=value) if kind == "state" else GROUPS[value](day)


def _address(name: str, scope: Scope) -> str:
    kind, _, value = name.partition(":")
    return scope.address(**{"trang_thai" if kind == "state" else "nhom": value})


def _papers(rows: Sequence[Document], language: Language, today: date) -> list[PaperLine]:
    counts = directives_of([row.id for row in rows])
    return [_paper(row, counts.get(row.id, 0), language, today) for row in rows]


def _paper(row: Document, directives: int, language: Language, today: date) -> PaperLine:
    last = clock(row.read_on or today, directives).last
    return PaperLine(
        paper=paper_link(row, language, dated(row)),
        address=reverse("paper-tasks", args=[row.slug]),
        directives=directives,
        until=written(last, language),
        late=last < today,
    )


PATHS = (path("viec-cua-toi", desk, name="desk"),)

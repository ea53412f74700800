"""`/kien-nghi`: proposals upward with what became of them; `/kien-nghi/<mention>`: one, and the form of its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.errors import UsageError
from camket.grammar.words import words
from camket.model.message import message
from camket.model.petition import Paper as AnsweringPaper
from camket.model.petition import PetitionStanding, PetitionState, Reply, ReplyKind
from camket.report.dates import day as written
from camket.report.marked import shown
from camket.server.pages import boards
from camket.server.pages.allowed import actor_of, refusal
from camket.server.pages.asked import day_of, field, one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import reader_of, visible
from camket.server.pages.sentences import Sentence, address_of, sentences
from camket.server.pages.work.filters import Choice, asked_day
from camket.server.pages.work_board import petitions_of
from camket.server.registry.actions.answer_petition import answer_petition
from camket.server.registry.models import PetitionReply
from camket.words import Language, say, term
from camket.work.proposals import by_petition, standing

_EACH, _LONGEST = 20, 200
_STATES: Mapping[str, tuple[PetitionState, ...]] = {
    "chua-tra-loi": ("raised", "forwarded", "noted"),
    "da-chuyen": ("forwarded",),
    "ghi-nhan": ("noted",),
    "chap-thuan": ("accepted",),
    "mot-phan": ("in_part",),
    "khong-chap-thuan": ("rejected",),
}
"""By their names in addresses."""
TONES: Mapping[PetitionState, str] = {
    "raised": "warn", "forwarded": "fair", "noted": "warn", "accepted": "good", "in_part": "fair", "rejected": "bad",
}  # fmt: skip
_ORDERS = ("lau-nhat", "moi-nhat")
_COLUMNS = (
    "work.column.petition", "work.column.proposer", "work.column.recipient", "column.document", "work.column.raised",
    "work.column.state", "work.column.days", "work.column.answer", "work.column.answered", "work.column.answer_words",
    "column.address",
)  # fmt: skip


class ReplyLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper or a person says of a proposal."""

    kind: str
    tone: str
    day: str
    number: str
    by: str
    paper: PaperLink | None
    quote: str
    reasons: tuple[str, ...]
    entered: bool


class PetitionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal as lists show it on a day."""

    mention: str
    text: str
    proposer: str
    recipient: str
    paper: PaperLink
    raised: str
    state: str
    tone: str
    is_answered: bool
    said: str
    more: int
    replies: tuple[ReplyLine, ...]
    sentence: Sentence


def petitions(request: HttpRequest) -> HttpResponse:
    """Proposals by state, by whom they go to, and by words; those that wait longest first."""
    language, day = language_of(request), asked_day(request)
    every = _standings(request, day)
    chosen = _ordered(request, _filtered(request, every))
    if asked_format(request):
        return exported(request, "kien-nghi", _COLUMNS, _exported(request, chosen[:MOST_ROWS], language))
    page = sheet(request, chosen, _EACH)
    recipients = sorted({each.petition.recipient for each in every if each.petition.recipient})
    state = one_of(request, "trang-thai", _STATES)
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_lines(request, page.rows, language))),
        "states": [
            (name, term(f"petitions.state.{name}", language), _count(every, held), name == state)
            for name, held in _STATES.items()
        ],
        "total": len(every),
        "state": state,
        "recipients": [Choice(each, each, each == request.GET.get("gui", "")) for each in recipients],
        "words": request.GET.get("tu-khoa", "")[:_LONGEST],
        "order": one_of(request, "sap-xep", _ORDERS, _ORDERS[0]),
        "orders": [(each, term(f"petitions.order.{each}", language)) for each in _ORDERS],
        "filtered": any(request.GET.get(name) for name in ("trang-thai", "gui", "tu-khoa")),
        "day": day.isoformat(),
        "day_words": written(day, language),
        **takes(request),
    }
    return render(request, "pages/petitions.html", context)


def _standings(request: HttpRequest, day: date) -> list[PetitionStanding]:
    """All proposals of papers that may be seen, raised by a day, as they stood on it; two questions."""
    kept = petitions_of(boards.current(reader_of(request)))
    replies = by_petition((*kept.replies, *_entered(request)))
    raised = (each for each in kept.petitions if each.paper.day is None or each.paper.day <= day)
    return [
        standing(each, [reply for mention in each.mentions for reply in _of(each.id, replies.get(mention, ()))], day)
        for each in raised
    ]


def _of(petition: str, replies: Iterable[Reply]) -> Iterator[Reply]:
    """Replies to any mention of a proposal are replies to it."""
    return (msgspec.structs.replace(each, petition=petition) for each in replies)


def _entered(request: HttpRequest) -> Iterator[Reply]:
    """What people entered of papers that may be seen; of an answering paper that may not, kind and day alone."""
    rows = PetitionReply.objects.filter(document__in=visible(request)).select_related("paper").order_by("id")
    seen = set(visible(request).filter(answered_petitions__in=rows).values_list("pk", flat=True))
    for row in rows:
        hidden = row.paper is not None and row.paper_id not in seen
        kind: ReplyKind = row.kind  # type: ignore[assignment]  # only kinds are written
        yield Reply(
            petition=bytes(row.mention).hex(),
            kind=kind,
            paper=AnsweringPaper(
                document=row.paper.slug if row.paper is not None and not hidden else "",
                number="" if hidden else row.number,
                day=row.day,
            ),
            by="" if hidden else row.by,
            quote="" if hidden else row.words,
            entered=True,
        )


def _filtered(request: HttpRequest, every: Sequence[PetitionStanding]) -> list[PetitionStanding]:
    state = one_of(request, "trang-thai", _STATES)
    to = request.GET.get("gui", "")
    wanted = {word.bare for word in words(request.GET.get("tu-khoa", "")[:_LONGEST])}

    def fits(each: PetitionStanding) -> bool:
        said = each.petition
        if (state and each.state not in _STATES[state]) or (to and said.recipient != to):
            return False
        text = f"{said.text} {said.proposer} {said.recipient} {said.paper.number}"
        return not wanted or wanted <= {word.bare for word in words(text)}

    return [each for each in every if fits(each)]


def _ordered(request: HttpRequest, rows: list[PetitionStanding]) -> list[PetitionStanding]:
    newest = one_of(request, "sap-xep", _ORDERS, _ORDERS[0]) == "moi-nhat"

    def key(each: PetitionStanding) -> tuple[int, int]:
        raised = each.petition.paper.day.toordinal() if each.petition.paper.day is not None else 0
        return (
            (0, -raised) if newest else (-(each.unanswered_days if each.unanswered_days is not None else -1), -raised)
        )

    return sorted(rows, key=key)


def _count(every: Iterable[PetitionStanding], states: tuple[PetitionState, ...]) -> int:
    return sum(each.state in states for each in every)


def _lines(request: HttpRequest, rows: Sequence[PetitionStanding], language: Language) -> Iterator[PetitionLine]:
    """Those whose sentence may be seen, with links to answering papers; two questions however many."""
    found = sentences((address_of(each.petition.id) for each in rows), reader_of(request), language)
    slugs = {reply.paper.document for each in rows for reply in each.replies if reply.paper.document}
    papers = {row.slug: paper_link(row, language) for row in visible(request).filter(slug__in=slugs)}
    for each in rows:
        sentence = found.get(address_of(each.petition.id))
        if sentence is not None:
            yield _line(each, sentence, papers, language)


def _line(
    each: PetitionStanding, sentence: Sentence, papers: Mapping[str, PaperLink], language: Language
) -> PetitionLine:
    said = each.petition
    replies = tuple(
        _reply(reply, said.text, papers, language)
        for reply in each.replies
        if not reply.paper.document or reply.paper.document in papers
    )
    return PetitionLine(
        mention=address_of(said.id),
        text=shown(said.text),
        proposer=shown(said.proposer),
        recipient=shown(said.recipient),
        paper=sentence.paper,
        raised=written(said.paper.day, language) if said.paper.day is not None else "",
        state=term(f"petitions.is.{each.state}", language),
        tone=TONES[each.state],
        is_answered=each.answer is not None,
        said=_said(each, language),
        more=len(said.papers) - 1,
        replies=replies,
        sentence=sentence,
    )


def _said(each: PetitionStanding, language: Language) -> str:
    """For how long it has been unanswered, or after how many days it was answered."""
    if each.answer is not None:
        return say(message("petitions.took", count=each.took_days), language) if each.took_days is not None else ""
    if each.unanswered_days is None:
        return term("petitions.no_day", language)
    return say(message("petitions.waiting", count=each.unanswered_days), language)


def _reply(reply: Reply, asked: str, papers: Mapping[str, PaperLink], language: Language) -> ReplyLine:
    """A reply; the words of the proposal itself are not said again."""
    return ReplyLine(
        kind=term(f"petitions.is.{reply.kind}", language),
        tone=TONES[reply.kind],
        day=written(reply.paper.day, language) if reply.paper.day is not None else "",
        number=reply.paper.number,
        by=shown(reply.by),
        paper=papers.get(reply.paper.document),
        quote=shown(reply.quote) if reply.quote != asked else "",
        reasons=tuple(shown(say(each, language)) for each in reply.reasons),
        entered=reply.entered,
    )


def _exported(request: HttpRequest, rows: Sequence[PetitionStanding], language: Language) -> Iterator[Row]:
    for first in range(0, len(rows), 500):
        part = rows[first : first + 500]
        lines = {line.mention: line for line in _lines(request, part, language)}
        for each in part:
            line = lines.get(address_of(each.petition.id))
            if line is None:
                continue
            answer = next((reply for reply in reversed(line.replies) if each.answer and reply.kind == line.state), None)
            yield (
                line.text, line.proposer, line.recipient, line.paper.name, each.petition.paper.day, line.state,
                each.unanswered_days, answer.number if answer else "", each.answer.paper.day if each.answer else None,
                answer.quote if answer else "", request.build_absolute_uri(reverse("petition", args=[line.mention])),
            )  # fmt: skip


@never_cache
def petition(request: HttpRequest, mention: str) -> HttpResponse:
    """One proposal with all that was said of it; an officer says here what its answer makes of it."""
    if request.method != "POST":
        return _page(request, mention)
    refused = refusal(request, "registry.answer")
    if refused is not None:
        return refused
    try:
        answer_petition(
            actor_of(request), mention, field(request, "kind"), number=field(request, "number"), day=_day(request),
            paper=field(request, "paper").rstrip("/").rpartition("/")[2], by=field(request, "by"),
            words=request.POST.get("words", "").replace("\0", ""),
        )  # fmt: skip
    except UsageError as error:
        return _page(request, mention, say(error.message, language_of(request)))
    return HttpResponseRedirect(reverse("petition", args=[mention]))


def _day(request: HttpRequest) -> date | None:
    typed = field(request, "day")
    try:
        return day_of(typed) if typed else None
    except ValueError as error:
        raise UsageError("task.bad_day", given=typed[:40]) from error


def _page(request: HttpRequest, mention: str, trouble: str = "") -> HttpResponse:
    language, day = language_of(request), asked_day(request)
    every = _standings(request, day)
    found = next((each for each in every if mention in map(address_of, each.petition.mentions)), None)
    line = next(iter(_lines(request, [found], language)), None) if found is not None else None
    if found is None or line is None:
        raise Http404
    others = sentences(map(address_of, found.petition.mentions[1:]), reader_of(request), language)
    context = {
        "line": line,
        "others": list(others.values()),
        "kinds": [(each, term(f"petitions.is.{each}", language)) for each in get_args(ReplyKind)],
        "may_answer": request.user.has_perm("registry.answer"),
        "trouble": trouble,
        "typed": request.POST if trouble else {},
        "day": day.isoformat(),
        "day_words": written(day, language),
    }
    return render(request, "pages/petition.html", context, status=400 if trouble else 200)


PATHS = (
    path("kien-nghi", petitions, name="petitions"),
    path("kien-nghi/<slug:mention>", petition, name="petition"),
)

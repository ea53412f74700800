"""What happened to a task, and what it rests on, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localtime

from camket.model.message import message
from camket.report.dates import day
from camket.report.marked import shown
from camket.server.pages.language import language_of
from camket.server.pages.linking import fact_address, sentence
from camket.server.pages.naming import body_name, who_did
from camket.server.pages.seeing import visible
from camket.server.pages.work.lines import text_of
from camket.server.registry.models import Document, Task, TaskEvent, TaskPaper, TaskSource
from camket.words import Language, say, term


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A paper, a figure or a voice: what it is called, where it is (empty where it may not be seen), more of it."""

    name: str
    address: str = ""
    about: str = ""
    quote: str = ""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An event in the history of a task.

    Attributes:
        name: what happened.
        day: the day that counts.
        who, whose: who entered it, and of which body.
        entered: the same as a sentence, with the moment.
        details: what it set: the new due, the new lead, the other task.
        words: the person's own.
        paper: what decides it.
        evidence: what shows it.
    """

    name: str
    day: str
    who: str
    whose: str
    entered: str
    details: tuple[str, ...]
    words: str
    paper: Named | None
    evidence: tuple[Named, ...]


def called(named: Named) -> str:
    """What something is called, and what is told of it, in one line."""
    return f"{named.name} ({named.about})" if named.about else named.name


def sources(request: HttpRequest, rows: Iterable[TaskSource]) -> tuple[Named, ...]:
    """The sources of a task; the sentence of a paper that may not be seen is not shown."""
    held = list(rows)
    seen = _seen(request, held)
    return tuple(_source(each, seen, language_of(request)) for each in held)


def _source(row: TaskSource, seen: Mapping[int, Document], language: Language) -> Named:
    paper = seen.get(row.paper_id or 0)
    giver = body_name(row.giver, language)
    kind = term(f"tasks.source.{row.kind}", language)
    named = row.number or (_title(paper) if paper is not None else "")
    about = [kind if named else "", giver, day(row.day, language) if row.day else ""]
    address = ""
    if paper is not None:
        address = reverse("paper", args=[paper.slug])
        if row.mention is not None and row.start is not None:
            address = sentence(paper.slug, bytes(row.mention), row.start)
    hidden = row.paper_id is not None and paper is None
    return Named(
        name=named or kind,
        address=address,
        about=" · ".join(filter(None, about)),
        quote="" if hidden else shown(row.quote),
    )


def history(request: HttpRequest, rows: Iterable[TaskEvent]) -> tuple[Happened, ...]:
    """What happened, in the order given; `rows` with their papers."""
    held, language = list(rows), language_of(request)
    seen = _seen(request, [each for row in held for each in row.papers.all()])
    return tuple(_happened(row, seen, language) for row in held)


def _happened(row: TaskEvent, seen: Mapping[int, Document], language: Language) -> Happened:
    papers = list(row.papers.all())
    decides = next((each for each in papers if each.decides), None)
    local = localtime(row.at)
    whose = body_name(row.body, language) or term("tasks.office", language)
    moment, who = f"{local:%H:%M} {day(local.date(), language)}", who_did(row.who, language)
    return Happened(
        name=term(f"work.event.{row.kind}", language),
        day=day(row.day, language),
        who=who,
        whose=whose,
        entered=say(message("tasks.entered", at=moment, who=who, body=whose), language),
        details=tuple(_details(row, language)),
        words=row.words,
        paper=_paper(decides, seen, language) if decides is not None else None,
        evidence=tuple(_paper(each, seen, language) for each in papers if not each.decides),
    )  # fmt: skip


def _details(row: TaskEvent, language: Language) -> Iterable[str]:
    due = (row.due or {}).get("day")
    if due:
        yield say(message("tasks.set.due", day=day_of(due, language)), language)
    if row.lead:
        yield say(message("tasks.set.lead", body=body_name(row.lead, language)), language)
    if row.other_id:
        yield say(message("tasks.set.other", number=row.other_id), language)
    if row.percent is not None:
        yield say(message("tasks.set.percent", percent=row.percent), language)
    if row.leader is not None:
        yield say(message("tasks.set.leader", name=row.leader or term("tasks.nobody", language)), language)
    if row.officer is not None:
        yield say(message("tasks.set.officer", name=row.officer or term("tasks.nobody", language)), language)
    if row.key is not None:
        yield term(f"tasks.key.{int(row.key)}", language)


def day_of(iso: str, language: Language) -> str:
    """A day that is kept as text."""
    return day(date.fromisoformat(iso), language)


def _paper(row: TaskPaper, seen: Mapping[int, Document], language: Language) -> Named:
    paper = seen.get(row.paper_id or 0)
    about = [
        term(f"tasks.evidence.{row.kind}", language) * (not row.decides),
        day(row.day, language) if row.day else "",
    ]
    address = ""
    if paper is not None:
        address = fact_address(bytes.fromhex(row.ref)) if row.kind == "figure" else reverse("paper", args=[paper.slug])
    elif row.paper_id is not None and row.kind == "figure":
        return Named(name=term("tasks.evidence.unseen", language), about=" · ".join(filter(None, about)))
    name = row.number or row.name or term("tasks.evidence.unseen", language)
    more = row.name if row.number and row.name and paper is not None else ""
    return Named(name=name, address=address, about=" · ".join(filter(None, (*about, more))))


def _seen(request: HttpRequest, rows: Iterable[TaskSource | TaskPaper]) -> dict[int, Document]:
    """The papers of rows that whoever asks may see."""
    wanted = {row.paper_id for row in rows if row.paper_id is not None}
    return {row.id: row for row in visible(request).filter(id__in=wanted)} if wanted else {}


def _title(row: Document) -> str:
    return row.number or row.title or row.name.rpartition("/")[2]


def kin(rows: Iterable[Task], language: Language) -> tuple[Named, ...]:
    """Tasks as links: parents, children, what they were merged into."""
    return tuple(
        Named(
            name=text_of(row.text, language),
            address=reverse("task", args=[row.id]),
            about=" · ".join((f"#{row.id}", body_name(row.lead, language))),
        )
        for row in rows
    )

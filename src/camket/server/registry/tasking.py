"""Tasks and what happens to them written; what may be written is decided by `camket.work`.

Everything here runs inside an action (`camket.server.registry.actions`). Spans follow in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django.contrib.auth import get_user_model
from django.utils.timezone import localdate

from camket.errors import UsageError
from camket.model.task import Due, EventKind, Evidence, Task, TaskEvent, TaskSource
from camket.registry.copies import search_text
from camket.server.registry import models
from camket.server.registry.acting import Account, Act
from camket.server.registry.rights import body_of
from camket.server.registry.spans import respan
from camket.server.registry.work import Followed, held
from camket.work.life import Actor, check

LONGEST, LONGEST_NAME, LONGEST_BODY = 4_000, 300, 120
"""Letters of what people type, of names, and of names of bodies."""
_ROLES = (
    ("accounts", "administrator"), ("approve", "approver"), ("review", "officer"), ("release", "release"),
    ("enter", "department"),
)  # fmt: skip


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is to happen to a task: `camket.model.task.TaskEvent` without who, when and its number.

    `day` None is that of its paper or evidence, else today.
    """

    kind: EventKind
    day: date | None = None
    paper: TaskSource | None = None
    evidence: tuple[Evidence, ...] = ()
    due: Due | None = None
    lead: str = ""
    other: int = 0
    percent: int | None = None
    leader: str | None = None
    officer: str | None = None
    key: bool | None = None
    words: str = ""


def work_actor(account: Account | None, name: str) -> Actor:
    """Who acts, as the life of a task weighs it: by the rights that he has today; who sits at the machine may all."""
    if account is None:
        return Actor(who=name, role="administrator")
    role = next((role for right, role in _ROLES if account.has_perm(f"registry.{right}")), "")
    return Actor(who=name, role=role, body=body_of(account) if role in ("release", "department") else "")


def give(act: Act, task: Task) -> models.Task:
    """Write a task as it was given; see `camket.server.registry.actions.give_task`. Its id is a new one."""
    text = task.text.strip()
    if not text or len(text) > LONGEST:
        raise UsageError("task.no_text", most=LONGEST)
    if task.officer:
        demand_officer(task.officer)
    lead = body_name(task.lead)
    row = models.Task.objects.create(
        text=text, folded=search_text(text), giver=task.giver[:LONGEST_NAME], level=task.level, area=task.area,
        lead=lead,
        product=task.product[:LONGEST_NAME], due=msgspec.to_builtins(task.due), given=task.given, entered_at=act.at,
        entered_by=act.who.name, key=task.key, tracked=task.tracked, parent_id=_number(task.parent),
        leader=task.leader[:LONGEST_NAME], officer=task.officer, recurs_id=_number(task.recurs),
    )  # fmt: skip
    add_sources(row, task.sources, first=1)
    supporting = [body for body in dict.fromkeys(map(body_name, task.supporting)) if body and body != lead]
    models.TaskHelper.objects.bulk_create(
        models.TaskHelper(task=row, place=place, body=body) for place, body in enumerate(supporting, start=1)
    )
    act.touched("task", row.id)
    return row


def body_name(given: str) -> str:
    """A body as it is kept: the id of the catalogue, or its name as an address can hold it."""
    return " ".join(given.replace("/", "-").split())[:LONGEST_BODY].strip()


def add_sources(row: models.Task, sources: Sequence[TaskSource], *, first: int) -> None:
    """Write sources of a task from a place on; papers of the registry are named by their addresses."""
    papers = _papers(each.document for each in sources)
    models.TaskSource.objects.bulk_create(
        models.TaskSource(
            task=row, place=place, kind=each.kind, paper_id=papers.get(each.document), number=each.number[:120],
            mention=bytes.fromhex(each.mention) if each.mention else None, day=each.day,
            giver=each.giver[:LONGEST_NAME], level=each.level, quote=each.quote,
            start=each.span.start if each.span is not None else None,
            end=each.span.end if each.span is not None else None,
        )
        for place, each in enumerate(sources, start=first)
    )  # fmt: skip


def happen(act: Act, number: int, deed: Deed, *, seen: int | None = None) -> models.TaskEvent:
    """Let something happen to a task; its spans are made by `follow`, once for all that happens in an action.

    Args:
        act: the action.
        number: of the task.
        deed: what is to happen.
        seen: how many events the person had before them; None where an action knows itself.

    Raises:
        UsageError: `task.none`; `task.meanwhile` where somebody else acted since; or what `camket.work` refuses.
    """
    found = held([number]).get(number)
    if found is None:
        raise UsageError("task.none", number=number)
    if seen is not None and seen != len(found.events):
        raise _meanwhile(found)
    actor = work_actor(act.who.account, act.who.name)
    event = _event(act, found, deed, actor)
    check(found.on(localdate(act.at)), found.events, event, actor)
    if deed.officer:
        demand_officer(deed.officer)
    row = models.TaskEvent.objects.create(
        task_id=number, number=event.number, kind=event.kind, day=event.day, at=event.at, who=event.who,
        body=event.body, role=event.role, due=msgspec.to_builtins(event.due) if event.due is not None else None,
        lead=event.lead, other_id=deed.other or None, percent=event.percent, leader=event.leader,
        officer=event.officer, key=event.key, words=event.words,
    )  # fmt: skip
    _add_papers(row, event)
    act.touched("task", number)
    return row


def follow(numbers: Sequence[int]) -> None:
    """Let what lists show follow what happened."""
    respan(numbers)


def today(act: Act) -> date:
    """The day of an action."""
    return localdate(act.at)


def demand_officer(name: str) -> None:
    """Refuse an officer who is none.

    Raises:
        UsageError: `task.no_officer`.
    """
    user = get_user_model().objects.filter(username=name, is_active=True).first()
    if user is None or not user.has_perm("registry.review"):
        raise UsageError("task.no_officer", name=name)


def _event(act: Act, found: Followed, deed: Deed, actor: Actor) -> TaskEvent:
    days = [each.day for each in deed.evidence if each.day is not None and each.kind == "paper"]
    paper_day = deed.paper.day if deed.paper is not None else None
    words = deed.words.strip()
    if len(words) > LONGEST:
        raise UsageError("task.long", most=LONGEST)
    return TaskEvent(
        task=found.task.id, number=len(found.events) + 1, kind=deed.kind,
        day=deed.day or max(days, default=paper_day or localdate(act.at)), at=act.at, who=act.who.name,
        body=actor.body, role=actor.role, paper=deed.paper, evidence=deed.evidence, due=deed.due,
        lead=body_name(deed.lead),
        other=str(deed.other or ""), percent=deed.percent, leader=deed.leader, officer=deed.officer, key=deed.key,
        words=words,
    )  # fmt: skip


def _add_papers(row: models.TaskEvent, event: TaskEvent) -> None:
    papers = _papers((event.paper.document if event.paper is not None else "", *(each.ref for each in event.evidence)))
    papers |= _papers_of_figures(each.ref for each in event.evidence if each.kind == "figure")
    made = []
    if event.paper is not None:
        made.append(
            models.TaskPaper(
                event=row, place=0, decides=True, kind=event.paper.kind, paper_id=papers.get(event.paper.document),
                number=event.paper.number[:120], day=event.paper.day, giver=event.paper.giver[:LONGEST_NAME],
                level=event.paper.level,
            )
        )  # fmt: skip
    made += [
        models.TaskPaper(
            event=row, place=place, kind=each.kind, paper_id=papers.get(each.ref), number=each.number[:120],
            ref="" if each.kind == "paper" else each.ref, day=each.day, name=each.name[:LONGEST_NAME],
        )
        for place, each in enumerate(event.evidence, start=1)
    ]  # fmt: skip
    models.TaskPaper.objects.bulk_create(made)


def _papers(slugs: Iterable[str]) -> dict[str, int]:
    rows = models.Document.objects.filter(slug__in=[each for each in slugs if each], withdrawn_on__isnull=True)
    return dict(rows.values_list("slug", "id"))


def _papers_of_figures(mentions: Iterable[str]) -> dict[str, int]:
    """The papers that say figures, by mention: their words go with the paper."""
    wanted = [bytes.fromhex(each) for each in mentions]
    rows = models.Fact.objects.filter(mention__in=wanted).order_by("id") if wanted else models.Fact.objects.none()
    return {bytes(mention).hex(): paper for mention, paper in rows.values_list("mention", "document")}


def _meanwhile(found: Followed) -> UsageError:
    last = found.events[-1] if found.events else None
    who, kind = (last.who, last.kind) if last is not None else (found.task.entered_by, "given")
    return UsageError("task.meanwhile", number=found.task.id, who=who, event=kind)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None

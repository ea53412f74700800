"""Forms in which tasks are given: prefilled by what a paper says, or empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import get_args

import msgspec

from camket.errors import UsageError
from camket.model.task import Due, DueKind, GiverLevel, SourceKind, Task, TaskSource
from camket.report.marked import shown
from camket.server.pages.naming import body_name
from camket.server.pages.work.filters import LEVELS, Choice
from camket.server.pages.work.forms import Offered, body_id, day_of, number_of, text_of
from camket.words import Language, term
from camket.work.drafts import Draft
from camket.work.due import from_its_paper

DUE_KINDS: tuple[DueKind, ...] = get_args(DueKind)
EVERY = ("P7D", "P14D", "P1M", "P2M", "P3M", "P6M", "P1Y")
_UNSET = datetime.min.replace(tzinfo=UTC)
"""The action sets it."""
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


class DraftForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form that gives one task; names of its fields begin with `before`.

    Attributes:
        before: parts the fields of several forms of a page.
        mention: the directive that it is of; empty by hand.
        quote, address: the sentence, and where it stands.
        values: what the fields hold.
        levels, dues, every, officers, kinds: what can be chosen.
        same: tasks that seem to be the same: number, text, address.
        wholes: tasks that this one seems to be a part of.
        findings: what must be looked at.
        chosen: whether the form is ticked.
    """

    before: str = ""
    mention: str = ""
    quote: str = ""
    address: str = ""
    values: Mapping[str, str]
    levels: tuple[Choice, ...]
    dues: tuple[Choice, ...]
    every: tuple[Choice, ...]
    officers: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    same: tuple[tuple[int, str, str], ...] = ()
    wholes: tuple[tuple[int, str, str], ...] = ()
    findings: tuple[str, ...] = ()
    chosen: bool = True


def draft_form(values: Mapping[str, str], offers: Offered, language: Language, *, before: str = "") -> DraftForm:
    """A form with some values."""

    def chosen(name: str, code: str, offered: tuple[str, ...], *, empty: str = "") -> tuple[Choice, ...]:
        asked = values.get(name, "")
        first = (Choice("", term(empty, language), not asked),) if empty else ()
        return first + tuple(Choice(each, term(f"{code}.{each}", language), each == asked) for each in offered)

    officer = values.get("officer", "")
    nobody = Choice("", term("tasks.nobody", language), not officer)
    return DraftForm(
        before=before,
        values=values,
        levels=chosen("level", "work.level", LEVELS, empty="work.level.unknown"),
        dues=chosen("due_kind", "tasks.due", DUE_KINDS),
        every=chosen("due_every", "tasks.every", EVERY),
        officers=(nobody, *(Choice(each, each, each == officer) for each in offers.officers)),
        kinds=chosen("source_kind", "tasks.source", SOURCE_KINDS),
    )


def of_draft(draft: Draft, offers: Offered, language: Language, before: str) -> DraftForm:
    """The form of a directive as it was read."""
    form = draft_form(_values(draft, language), offers, language, before=before)
    quote = draft.sources[0].quote if draft.sources else draft.text
    return msgspec.structs.replace(form, mention=draft.mention, quote=shown(quote))


def _values(draft: Draft, language: Language) -> dict[str, str]:
    """What the form holds at first.

    Those who are told where nobody leads are kept, so that the task can be split among them; what everybody is told is
    not tracked unless somebody asks for it.
    """
    due = draft.due
    helping = draft.supporting if draft.lead or draft.many else (*draft.supporting, *draft.addressees)
    tracked = draft.tracked and (bool(draft.lead) or not draft.many)
    text = draft.text[:1].upper() + draft.text[1:]
    return {
        "text": text, "lead": body_name(draft.lead, language), "product": draft.product,
        "giver": body_name(draft.giver, language),
        "supporting": "; ".join(body_name(each, language) for each in dict.fromkeys(helping)), "level": draft.level,
        "due_kind": due.kind, "due_day": due.day.isoformat() if due.day is not None else "",
        "due_days": str(due.days or ""), "due_working": "1" if due.working else "", "due_every": due.every,
        "due_event": due.event, "due_words": due.words, "tracked": "1" if tracked else "", "leader": draft.leader,
    }  # fmt: skip


def typed(sent: Mapping[str, str], before: str = "") -> dict[str, str]:
    """What a form holds, by the names of its fields without what they begin with."""
    return {name.removeprefix(before): value for name, value in sent.items() if name.startswith(before)}


def task_of(sent: Mapping[str, str], sources: tuple[TaskSource, ...], given: date | None, area: str = "") -> Task:
    """The task that a form gives.

    Raises:
        UsageError: a day or a number is none.
    """
    level = text_of(sent, "level")
    lead = body_id(text_of(sent, "lead"))
    supporting = (body_id(each) for each in text_of(sent, "supporting").replace("\n", ";").split(";"))
    return Task(
        id="", entered_at=_UNSET, text=text_of(sent, "text"), sources=sources, level=_level(level), area=area,
        giver=body_id(text_of(sent, "giver"))[:300], lead=lead, supporting=tuple(filter(None, supporting)),
        product=text_of(sent, "product")[:300], due=from_its_paper(due_of(sent), given), given=given,
        key=sent.get("key") == "1", tracked=sent.get("tracked") == "1", parent=str(number_of(sent, "parent") or ""),
        leader=text_of(sent, "leader")[:300], officer=text_of(sent, "officer"),
    )  # fmt: skip


def source_of(sent: Mapping[str, str], document: str = "") -> TaskSource:
    """The source that a form names by hand.

    Raises:
        UsageError: its day is none.
    """
    kind = text_of(sent, "source_kind")
    return TaskSource(
        kind=_source_kind(kind),
        document=document,
        number=text_of(sent, "source_number")[:120],
        day=day_of(sent, "source_day"),
        giver=body_id(text_of(sent, "giver"))[:300],
        level=_level(text_of(sent, "level")),
    )


def due_of(sent: Mapping[str, str]) -> Due:
    """The due that a form tells.

    Raises:
        UsageError: its day or its number of days is none; `task.no_due_day`: a fixed day without the day.
    """
    kind, day = text_of(sent, "due_kind"), day_of(sent, "due_day")
    if kind not in DUE_KINDS or (kind == "none" and day is not None):
        kind = "fixed" if day is not None else "none"
    if kind == "fixed" and day is None:
        raise UsageError("task.no_due_day")
    every = text_of(sent, "due_every")
    return Due(
        kind=kind,  # type: ignore[arg-type]  # one of them
        day=day,
        days=(number_of(sent, "due_days") or 0) if kind == "relative" else 0,
        working=kind == "relative" and sent.get("due_working") == "1",
        every=every if kind == "recurring" and every in EVERY else "",
        event=text_of(sent, "due_event")[:300] if kind in ("relative", "conditional") else "",
        words=text_of(sent, "due_words")[:300],
    )


def _source_kind(text: str) -> SourceKind:
    return next((each for each in SOURCE_KINDS if each == text), "oral")


def _level(text: str) -> GiverLevel:
    return text if text in LEVELS else ""  # type: ignore[return-value]  # one of the levels

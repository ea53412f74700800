"""Directives of a paper as drafts of tasks: who leads, who helps, what comes out, when it is due."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from camket.findings import Finding
from camket.model.extraction import Extraction
from camket.model.task import Due, GiverLevel, Task, TaskSource
from camket.work.rules import WorkRules


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A task that a paper gives, before a person takes it over.

    Attributes:
        mention: id of the directive.
        text: what is to be done.
        sources: where it is said, the basis paper first; several where papers say the same.
        giver, level: who gives it.
        area: slug.
        lead: id of the body that leads, or its name as written; empty where none is named.
        supporting: the bodies that help.
        addressees: all who are told, as written.
        product: what is to come out.
        due: when.
        given: the day of the paper.
        expected: whether it waits for its paper, as read in the news.
        tracked: False for what asks nothing that could be shown as done.
    """

    mention: str
    text: str
    sources: tuple[TaskSource, ...]
    giver: str = ""
    level: GiverLevel = ""
    area: str = ""
    lead: str = ""
    supporting: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    product: str = ""
    due: Due = Due()
    given: date | None = None
    expected: bool = False
    tracked: bool = True


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a paper that end tasks of an older one.

    Attributes:
        kind: replaced by this paper, or not to be gone on with.
        number: of the older paper, as printed.
        place: which point of it (`điểm b mục 3`); empty for all of it.
        quote: the words; start, end: where they stand.
    """

    kind: str
    number: str
    place: str = ""
    quote: str = ""
    start: int = 0
    end: int = 0


class Drafts(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper gives: drafts in its order, what it ends, and what a person must look at."""

    tasks: tuple[Draft, ...] = ()
    closings: tuple[Closing, ...] = ()
    findings: tuple[Finding, ...] = ()


def drafts(extraction: Extraction, rules: WorkRules | None = None) -> Drafts:
    """The tasks of a paper as drafts, and the findings about them."""
    document = extraction.document
    made = tuple(
        Draft(
            mention=each.id,
            text=each.quote,
            sources=(TaskSource(document=document.id, mention=each.id, quote=each.quote),),
            lead=each.recipient or "",
        )
        for each in extraction.directives
    )
    return Drafts(tasks=made)


def task_of(draft: Draft, id_: str, entered_at: datetime, entered_by: str = "") -> Task:
    """The task that a draft becomes when a person takes it over as it is."""
    return Task(
        id=id_,
        text=draft.text,
        sources=draft.sources,
        giver=draft.giver,
        level=draft.level,
        area=draft.area,
        lead=draft.lead,
        supporting=draft.supporting,
        product=draft.product,
        due=draft.due,
        given=draft.given,
        entered_at=entered_at,
        entered_by=entered_by,
        tracked=draft.tracked,
    )

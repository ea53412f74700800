"""Directives of a paper as drafts of tasks: who leads, who helps, what comes out, when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.findings import Finding
from camket.grammar.fold import Folded, fold
from camket.model.body import Body
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.fact import Directive
from camket.model.message import Message, message
from camket.model.span import Span
from camket.model.task import Due, GiverLevel, Task, TaskSource
from camket.resolve.areas import find_area
from camket.resolve.placing import paper_day
from camket.work.bodies import bodies_named, listed
from camket.work.days import written
from camket.work.decisions import Closing, closings
from camket.work.due import due_from_words, due_of, is_whole_due, runs_from_paper
from camket.work.givers import giver_of
from camket.work.leading import Passed, passed_on
from camket.work.marks import marks_over
from camket.work.rules import WorkRules, rules_on
from camket.work.told import Told, beside, is_key, product_of, told

_CELL = 120
"""A longer cell tells more than who helps or when."""
TOLD_TYPES, TOLD_KINDS = ("news",), ("press", "speech")
"""Types and kinds of source that tell of an instruction and do not give it: its task waits for a signed paper."""
_DONE = re.compile(r"(?:và |phải |cần )*(?:hoàn thành|hoàn tất|thực hiện|xong)(?: (?:xong|dứt điểm))*,? ?")
_SENTENCE_ENDS = re.compile(r"[.\n]")
_CARRIES_OUT = re.compile(r"(?:thực hiện|triển khai|tiếp theo|truyền đạt|cụ thể hóa)(?: \w+){0,6} ?$")
_WAITS = re.compile(r"[^\w]*(?:[\divxlc]{1,4}|[a-zđ])?[.)]?[^\w]*(?:ngay )?(?:sau|khi) ")
"""A sentence that begins with what its task waits for: `Sau khi Nghị định có hiệu lực, Sở Tư pháp ...`."""
_BEFORE = 60
_NO_LEAD, _MANY = "work.no_lead", "work.many_addressees"


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
        addressees: ids of all who are told where nobody leads; `many` of them where nobody can count them.
        product: what is to come out.
        due: when.
        given: the day of the paper.
        key: whether the paper calls it a key task.
        leader: the leader in charge, where the paper tells one to see to it.
        expected: whether it waits for its paper, as read in the news.
        tracked: False for a call to everybody, which asks nothing that could be shown as done.
        carries_out: numbers of the papers that its paper says it carries out.
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
    many: bool = False
    product: str = ""
    due: Due = Due()
    given: date | None = None
    key: bool = False
    leader: str = ""
    expected: bool = False
    tracked: bool = True
    carries_out: tuple[str, ...] = ()

    @property
    def blank(self) -> tuple[str, ...]:
        """What a task must say and this one does not: `lead`, `due`, `product`, `giver`."""
        asked = {
            "lead": self.lead,
            "due": self.due.kind != "none" or "",
            "product": self.product,
            "giver": self.giver,
        }
        return tuple(name for name, said in asked.items() if not said)


class Drafts(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper gives: drafts in its order, what it decides about older tasks, what a person must look at."""

    tasks: tuple[Draft, ...] = ()
    closings: tuple[Closing, ...] = ()
    findings: tuple[Finding, ...] = ()


class _Paper(NamedTuple):
    document: Document
    day: date | None
    area: str
    rules: WorkRules
    closings: tuple[Closing, ...]
    carries_out: tuple[str, ...]


def drafts(extraction: Extraction, rules: WorkRules | None = None) -> Drafts:
    """The tasks of a paper as drafts, and the findings about them.

    What a paper agrees to gives no task, nor does what it decides about older ones; a call to everybody gives one that
    is not tracked.

    Args:
        extraction: the paper with its facts.
        rules: of the province on the day of the paper; those in force where not given.
    """
    document = extraction.document
    day = paper_day(document.head)
    area = (find_area(document.head.area, None, day).slug if document.head.area else None) or ""
    rules = rules if rules is not None else rules_on(day or date.max, area)
    paper = _Paper(document, day, area, rules, closings(document, day, rules), _carried_out(extraction))
    tasks: list[Draft] = []
    findings: list[Finding] = []
    before: Directive | None = None
    for directive in extraction.directives:
        if directive.kind == "agree" or _decides(directive, paper):
            continue
        if tasks and before is not None and _dates(directive, before, document.text):
            tasks[-1] = _with_due(tasks[-1], _due(directive, paper))
            continue
        passed = passed_on(directive, paper.day)
        draft = _draft(passed, paper)
        tasks.append(draft)
        findings += _findings(draft, passed.directive, paper)
        before = directive
    return Drafts(tasks=tuple(tasks), closings=paper.closings, findings=tuple(findings))


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
        key=draft.key,
        leader=draft.leader,
        tracked=draft.tracked,
    )


def split(draft: Draft) -> tuple[Draft, ...]:
    """One of the two ways out of many addressees: a child for each body that is named, each of them its lead.

    Empty where nobody can count them (`các sở, ban, ngành`): then a person names the bodies, or takes the other way,
    a general instruction that is not tracked.
    """
    if draft.many:
        return ()
    return tuple(msgspec.structs.replace(draft, lead=body, addressees=()) for body in draft.addressees)


def _draft(passed: Passed, paper: _Paper) -> Draft:
    directive, document, day = passed.directive, paper.document, paper.day
    sentence = _line(document.text, directive)
    said = told(passed.text, day)
    in_cells = _helping_in_cells(document.text, directive, day)
    lead, helping, others, many = _who(directive, said, sentence, in_cells, day)
    giver, level = giver_of(directive, document.head)
    expected = document.head.type in TOLD_TYPES or document.head.source_kind in TOLD_KINDS
    source = TaskSource(
        kind="news" if expected else "paper",
        document=document.id,
        mention=directive.id,
        number=document.head.number or "",
        day=day,
        giver=giver,
        level=level,
        quote=directive.quote,
        span=Span(directive.start, directive.end),
        place=marks_over(document.text, directive.start),
    )
    return Draft(
        mention=directive.id,
        text=said.text,
        sources=(source,),
        giver=giver,
        level=level,
        area=paper.area,
        lead=lead,
        supporting=helping,
        addressees=others,
        many=many,
        product=product_of(said.text),
        due=_due(directive, paper),
        given=day,
        key=is_key(sentence),
        leader=passed.leader,
        expected=expected,
        tracked=directive.kind != "call",
        carries_out=paper.carries_out,
    )


def _dates(directive: Directive, before: Directive, text: str) -> bool:
    """Whether a directive only says until when the one before it is to be done: `...; hoàn thành trước ngày 30/6`."""
    done = _DONE.match(fold(directive.quote))
    if done is None or directive.start < before.end or _SENTENCE_ENDS.search(text[before.end : directive.start]):
        return False
    folded = Folded(directive.quote)
    rest = folded.quote(done.end(), len(folded.low))
    return rest.strip() != "" and is_whole_due(rest)


def _with_due(draft: Draft, due: Due) -> Draft:
    return msgspec.structs.replace(draft, due=due) if draft.due.kind == "none" else draft


def _carried_out(extraction: Extraction) -> tuple[str, ...]:
    """The papers that a paper says it carries out: `Thực hiện Kết luận số 45-KL/ĐU ngày ...`."""
    text = extraction.document.text
    return tuple(
        dict.fromkeys(
            each.number
            for each in extraction.references
            if each.number and _CARRIES_OUT.search(fold(text[max(0, each.start - _BEFORE) : each.start]))
        )
    )


def _who(
    directive: Directive, said: Told, sentence: str, in_cells: list[str], day: date | None
) -> tuple[str, tuple[str, ...], tuple[str, ...], bool]:
    """The lead, the bodies that help, and all who are told where nobody leads, with whether they can be counted."""
    recipient = directive.recipient or ""
    named = bodies_named(recipient, day)
    many = any(each.kind == "many" for each in named)
    helping = [each.id for each in (*said.supporting, *beside(sentence, directive.quote, day))] + in_cells
    if not recipient:
        return "", tuple(dict.fromkeys(helping)), (), False
    if not named and directive.kind != "call":
        return recipient, _unlike(recipient, helping), (), False
    if many or directive.kind == "call":
        return "", tuple(dict.fromkeys(helping)), (recipient,), True
    if len(named) > 1:
        return "", tuple(dict.fromkeys(helping)), tuple(dict.fromkeys(each.id for each in named)), False
    return named[0].id, _unlike(named[0].id, helping), (), False


def _unlike(lead: str, helping: list[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(helping) if each != lead)


def _due(directive: Directive, paper: _Paper) -> Due:
    due = due_of(directive, paper.day, paper.rules)
    if due.kind == "none":
        line = _line(paper.document.text, directive)
        around = due_of(directive, paper.day, paper.rules, sentence=line)
        waits = around.kind == "conditional" and _WAITS.match(fold(line)) is not None
        due = around if waits or around.kind in ("relative", "recurring") else due
    if due.kind != "none" and due.words:
        return due
    typed = (due_from_words(cell, paper.day, paper.rules) for cell in cells_behind(paper.document.text, directive))
    said = next((each for each in typed if each.kind != "none"), None)
    if said is None:
        return due
    return said if due.kind == "none" or said.day == due.day else due


def cells_behind(text: str, directive: Directive) -> tuple[str, ...]:
    """The cells of a row behind the task: a table tells who helps and when in columns of their own."""
    end = text.find("\n", directive.end)
    behind = text[directive.end : end if end >= 0 else len(text)]
    return tuple(cell.strip() for cell in behind.split("\t")[1:] if cell.strip() and len(cell) < _CELL)


def _helping_in_cells(text: str, directive: Directive, day: date | None) -> list[str]:
    """The bodies of cells that hold nothing else."""
    found: list[str] = []
    for cell in cells_behind(text, directive):
        bodies, end = listed(cell, day)
        if bodies and not fold(cell)[end:].strip(" .,;)"):
            found += [each.id for each in bodies]
    return found


def _line(text: str, directive: Directive) -> str:
    """The sentence around a directive: from the end of the one before to its own end."""
    begin = max(text.rfind("\n", 0, directive.start), text.rfind(". ", 0, directive.start), -1) + 1
    return text[begin : directive.end]


def _decides(directive: Directive, paper: _Paper) -> bool:
    return any(each.start < directive.end and directive.start < each.end for each in paper.closings)


def _findings(draft: Draft, directive: Directive, paper: _Paper) -> Iterator[Finding]:
    text = _short(draft.text)
    if draft.tracked and not draft.lead:
        code = _MANY if draft.addressees else _NO_LEAD
        yield _finding(message(code, text=text, bodies=directive.recipient or ""), directive)
    if runs_from_paper(draft.due) and draft.due.day is not None and paper.day is not None:
        said = message("work.due_from_paper", words=draft.due.words, day=written(paper.day), due=written(draft.due.day))
        yield Finding(message=said, level="info", start=directive.start, end=directive.end)
    for body in (draft.lead, *draft.supporting, *draft.addressees):
        known = _known(body)
        if known is not None and paper.day is not None and not known.stands_on(paper.day):
            after = ", ".join(catalogue.body(each).name for each in known.successors)
            yield _finding(
                message("work.body_gone", body=known.name, day=written(paper.day), successors=after or "?"),
                directive,
            )


def _known(id_: str) -> Body | None:
    return next((each for each in catalogue.load_bodies() if each.id == id_), None)


def _finding(said: Message, directive: Directive) -> Finding:
    return Finding(message=said, start=directive.start, end=directive.end)


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:87].rstrip()}…"

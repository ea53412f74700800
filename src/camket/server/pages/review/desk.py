"""The review page of a paper: its text with the facts marked, and the card of the one that is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
from django.http import HttpRequest
from django.urls import reverse

from camket.model.document import Document as Paper
from camket.model.extraction import FACT_KINDS
from camket.report.marked import Mark, Part, Ways, marked_text, part_of, parts, shown
from camket.server.pages.language import language_of
from camket.server.pages.naming import paper_name, paper_parts
from camket.server.pages.review.card import Card, card
from camket.server.pages.review.fields import ShownField, empty_forms, suggestions
from camket.server.pages.review.keymap import ShownKey, shown_keys
from camket.server.pages.review.together import together
from camket.server.registry.models import Document, Fact, Judgement, TaskSource
from camket.server.registry.models.fact import Kind
from camket.server.registry.reviewing import Key, Step, judgements_of, reviews, steps
from camket.server.registry.rows import paper as record_of
from camket.words import Language, term

FACT, KIND = "du-kien", "loai"
"""How an address names the fact that is looked at, and the kind that is walked over."""


class KindLink(msgspec.Struct, frozen=True):
    """A kind of fact with how many wait."""

    name: str
    address: str
    waits: int
    chosen: bool


class Table(msgspec.Struct, frozen=True):
    """The facts that can be confirmed with this one: what the form sends back, and how many."""

    items: str
    count: int


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """What the card and what is around it show.

    Attributes:
        slug: the paper.
        card: the fact that is looked at; None where the paper has none.
        address: of this card.
        place, count, waits: which of how many, and how many of these wait.
        before, after: addresses of the neighbours; empty at the ends.
        next_waiting: address of the next that waits; empty where none does.
        table: what can be confirmed in one act.
        undo: the last judgement of who looks that holds; 0 where there is none.
        task_address: of a directive, where a task is given from it, or the task that was; empty for other facts.
        task_number: of that task; 0 where none was given.
        marks: the states of all marks of the part, as `mention:state` parted by blanks.
        part: the part of the text that the fact stands in.
    """

    slug: str
    card: Card | None
    address: str = ""
    place: int = 0
    count: int = 0
    waits: int = 0
    before: str = ""
    after: str = ""
    next_waiting: str = ""
    table: Table | None = None
    undo: int = 0
    task_address: str = ""
    task_number: int = 0
    marks: str = ""
    part: int = 1


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows besides."""

    title: str
    about: str
    text: str
    parts: tuple[tuple[int, str, bool], ...]
    kinds: tuple[KindLink, ...]
    keys: tuple[ShownKey, ...]
    forms: tuple[tuple[str, str, tuple[ShownField, ...]], ...]
    suggestions: tuple[tuple[str, tuple[str, ...]], ...]


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of a paper as they are walked over, and what is known of them."""

    row: Document
    document: Paper
    all_steps: tuple[Step, ...]
    steps: tuple[Step, ...]
    judgements: Mapping[Key, Sequence[Judgement]]
    kind: str

    def at(self, mention: str) -> int:
        """Where a fact stands in the walk; where none is named the first that waits, else the first."""
        named = next((place for place, step in enumerate(self.steps) if step.mention.hex() == mention), None)
        if named is not None:
            return named
        return next((place for place, step in enumerate(self.steps) if step.waits), 0)

    def after(self, mention: str) -> str:
        """The mention of the next fact that waits, from the beginning again; the same one where none does."""
        place = self.at(mention)
        turned = (*self.steps[place + 1 :], *self.steps[: place + 1])
        return next((step.mention.hex() for step in turned if step.waits), mention)

    def address(self, mention: str) -> str:
        """The address of a fact's card."""
        kind = f"&{KIND}={self.kind}" if self.kind else ""
        return f"{reverse('review-paper', args=[self.row.slug])}?{FACT}={mention}{kind}"


def walk(row: Document, kind: str) -> Walk:
    """The facts of a paper, of one kind or all; `row` comes with `body`."""
    found = steps(row)
    number = FACT_KINDS.index(kind) if kind in FACT_KINDS else None
    return Walk(
        row=row,
        document=record_of(row),
        all_steps=tuple(found),
        steps=tuple(step for step in found if number is None or step.kind == number),
        judgements=judgements_of(row),
        kind=kind if number is not None else "",
    )


def desk(request: HttpRequest, way: Walk, mention: str) -> Desk:
    """The card of a fact, and what is around it."""
    if not way.steps:
        return Desk(slug=way.row.slug, card=None)
    place = way.at(mention)
    current = way.steps[place]
    fact = Fact.objects.get(id=current.id)
    text_parts = _parts(way)
    own = list(way.judgements.get((fact.kind, bytes(fact.mention)), ()))
    waits = sum(step.waits for step in way.steps)
    task = _task(request, way, current)
    return Desk(
        slug=way.row.slug,
        card=card(way.row, way.document, fact, own, language_of(request)),
        address=way.address(current.mention.hex()),
        place=place + 1,
        count=len(way.steps),
        waits=waits,
        before=way.address(way.steps[place - 1].mention.hex()) if place else "",
        after=way.address(way.steps[place + 1].mention.hex()) if place + 1 < len(way.steps) else "",
        next_waiting=way.address(way.after(current.mention.hex())) if waits else "",
        table=_table(way, current),
        undo=_undo(request, way),
        task_address=task.address,
        task_number=task.number,
        marks=_states(way),
        part=part_of(text_parts, current.start).number,
    )


class _Task(NamedTuple):
    """Where a task is given from a directive, or the one that was given."""

    address: str = ""
    number: int = 0


def _task(request: HttpRequest, way: Walk, current: Step) -> _Task:
    if current.kind != Kind.DIRECTIVES or not request.user.has_perm("registry.plan"):
        return _Task()
    made = TaskSource.objects.filter(paper=way.row, mention=current.mention).order_by("task").first()
    if made is not None:
        return _Task(reverse("task", args=[made.task_id]), made.task_id)
    return _Task(f"{reverse('paper-tasks', args=[way.row.slug])}?{FACT}={current.mention.hex()}")


def whole(request: HttpRequest, way: Walk, part: int) -> Whole:
    """The text of a part with its facts marked, and what stands around it."""
    language = language_of(request)
    found = _parts(way)
    shown_part = found[min(max(part, 1), len(found)) - 1]
    first = {each.number: _first_in(way, each) for each in found}
    known = {"area": way.row.area} if way.row.area else {}
    return Whole(
        title=shown(paper_name(way.row)),
        about=" · ".join(filter(None, paper_parts(way.row, language))),
        text=_text(way, shown_part, language),
        parts=tuple((each.number, first[each.number], each == shown_part) for each in found) if len(found) > 1 else (),
        kinds=_kinds(way, language),
        keys=shown_keys(language),
        forms=empty_forms(known, language),
        suggestions=suggestions(language),
    )


def _parts(way: Walk) -> tuple[Part, ...]:
    return parts(way.document.text, sorted(step.start for step in way.all_steps))


def _first_in(way: Walk, part: Part) -> str:
    steps_in = [step for step in way.steps if part.start <= step.start < part.end]
    wanted = next((step for step in steps_in if step.waits), steps_in[0] if steps_in else None)
    return way.address(wanted.mention.hex()) if wanted is not None else ""


def _text(way: Walk, part: Part, language: Language) -> str:
    states = {key: review.state for key, review in reviews(way.judgements).items()}
    marks = [
        Mark(step.start, step.end, FACT_KINDS[step.kind], step.mention.hex(), states.get(step[1:3], "machine"))
        for step in way.all_steps
        if step.start < part.end and step.end > part.start
    ]
    kind = f"{KIND}={way.kind}&amp;" if way.kind else ""
    ways = Ways(link=f"?{kind}{FACT}=", places=True)
    return marked_text(way.document.text, way.document.blocks, marks, part, term("paper.table", language), ways)


def _kinds(way: Walk, language: Language) -> tuple[KindLink, ...]:
    address = reverse("review-paper", args=[way.row.slug])
    counts = dict.fromkeys(FACT_KINDS, 0)
    held = {FACT_KINDS[step.kind] for step in way.all_steps}
    for step in way.all_steps:
        counts[FACT_KINDS[step.kind]] += step.waits
    every = KindLink(term("review.all_kinds", language), address, sum(counts.values()), not way.kind)
    kinds = (
        KindLink(term(f"fact.{kind}.many", language), f"{address}?{KIND}={kind}", count, kind == way.kind)
        for kind, count in counts.items()
        if kind in held
    )
    return (every, *kinds)


def _table(way: Walk, current: Step) -> Table | None:
    found = together(way.document.text, way.document.blocks, way.steps, current)
    if not found:
        return None
    seen = {key: rows[-1].id for key, rows in way.judgements.items()}
    items = " ".join(f"{step.id}:{seen.get((step.kind, step.mention), 0)}" for step in found)
    return Table(items, len(found))


def _undo(request: HttpRequest, way: Walk) -> int:
    name = request.user.get_username()
    own = [each.id for rows in way.judgements.values() for each in rows if each.who == name and each.undone_at is None]
    return max(own, default=0)


def _states(way: Walk) -> str:
    found = reviews(way.judgements)
    return " ".join(f"{mention.hex()}:{review.state}" for (_, mention), review in found.items())

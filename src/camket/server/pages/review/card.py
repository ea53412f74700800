"""The card of one fact: what was read, why, where, and what people said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec
from django.urls import reverse
from django.utils.timezone import localtime

from camket.exchange.fact_form import FIELDS, written
from camket.model.document import Document as Paper
from camket.model.extraction import FACT_KINDS
from camket.model.fact import Fact as FactRecord
from camket.model.fact import Figure
from camket.model.place import OnPage
from camket.read.places import at
from camket.registry.judging import PERSON
from camket.registry.policy import counted
from camket.registry.review import Review, review_of
from camket.report.dates import day
from camket.report.facts import describe
from camket.report.marked import shown
from camket.report.numbers import amount
from camket.report.reasons import reason
from camket.report.where import where
from camket.server.pages.names.of_card import CardName, names_of
from camket.server.pages.naming import who_did
from camket.server.pages.paper_view import UNSURE
from camket.server.pages.review.fields import ShownField, field_name, shown_fields, shown_value
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document, Fact, Judgement
from camket.server.registry.words import TYPES, record
from camket.words import Language, term

_AROUND = 200
TONES = {
    "machine": "quiet", "confirmed": "good", "corrected": "fair", "added": "fair", "rejected": "bad", "unsure": "warn",
}  # fmt: skip


class ShownChange(msgspec.Struct, frozen=True):
    """A field that a person changed."""

    name: str
    before: str
    after: str


class ShownJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as pages list it.

    Attributes:
        number: of its row.
        who, at: the person, and when in words.
        verdict, tone: what it says.
        changes: what it says otherwise than the reader.
        why: in the person's own words.
        counts: whether it is the one that counts.
        unseen: whether it was made without knowledge of another one.
        undone: when it was undone, in words; empty where it holds.
        orphan: whether its words are in the paper no more.
    """

    number: int
    who: str
    at: str
    verdict: str
    tone: str
    changes: tuple[ShownChange, ...]
    why: str
    counts: bool
    unseen: bool
    undone: str
    orphan: bool


class Sentence(msgspec.Struct, frozen=True):
    """The words of a fact within those around them."""

    before: str
    quote: str
    after: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with everything that decides on it.

    Attributes:
        fact: key of the reading that is shown.
        seen: the last judgement that is shown; comes back with the answer.
        mention, kind, name: which fact, of which kind, what that is called.
        said: what it says, on one line.
        state, tone: where its review stands.
        sure, doubtful: the reader's confidence in words (none of what people added), and whether it is low.
        again: whether it was judged and is read otherwise since.
        differing: whether people say different things of it.
        sentence: its words.
        place, picture: where it stands in the file, and the picture of that page.
        reasons: of the reader.
        fields: of the form.
        judgements: all, the latest first.
        names: those that the catalogue does not know.
    """

    fact: int
    seen: int
    mention: str
    kind: str
    name: str
    said: str
    state: str
    tone: str
    sure: str
    doubtful: bool
    again: bool
    differing: bool
    sentence: Sentence
    place: str
    picture: str
    reasons: tuple[str, ...]
    fields: tuple[ShownField, ...]
    judgements: tuple[ShownJudgement, ...]
    names: tuple[CardName, ...]


def card(row: Document, document: Paper, fact: Fact, judgements: Sequence[Judgement], language: Language) -> Card:
    """The card of a fact.

    Args:
        row: the paper, with `body`.
        document: its record.
        fact: the reading that counts.
        judgements: all of its mention, the earliest first.
        language: of the page.
    """
    read = unpack(fact.body, TYPES[fact.kind])
    review = review_of(record(each) for each in judgements)
    counts = counted(read, review.word) or read
    kind = FACT_KINDS[fact.kind]
    words = {read.indicator: read.indicator_text or ""} if isinstance(read, Figure) else {}
    place = next(iter(at(document, fact.start, fact.end)), None)
    held = [each for each in judgements if each.undone_at is None]
    return Card(
        fact=fact.id,
        seen=judgements[-1].id if judgements else 0,
        mention=bytes(fact.mention).hex(),
        kind=kind,
        name=term(f"fact.{kind}", language),
        said=shown(describe(counts, language)),
        state=term(f"review.state.{review.state}", language),
        tone=TONES[review.state],
        sure="" if read.rule == PERSON else amount(Decimal(round(read.confidence * 100)), "percent", language),
        doubtful=read.confidence < UNSURE and review.word is None,
        again=bool(held) and all(each.fact_id != fact.id for each in held),
        differing=review.differing,
        sentence=sentence_of(document.text, fact.start, fact.end),
        place=shown(where(place, language)) if place is not None else "",
        picture=_picture(row, place, fact),
        reasons=tuple(shown(reason(each, language, words)) for each in read.reasons),
        fields=shown_fields(counts, read if counts is not read else None, kind, language),
        judgements=shown_judgements(reversed(judgements), review, read, language),
        names=names_of(counts, bytes(fact.mention), language),
    )


def sentence_of(text: str, start: int, end: int) -> Sentence:
    """The words of a fact within those of its lines."""
    cut = text.find("\n", end)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[end : cut if cut >= 0 else len(text)]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return Sentence(shown(before), shown(text[start:end]), shown(after))


def shown_judgements(
    judgements: Iterable[Judgement], review: Review, read: FactRecord | None, language: Language
) -> tuple[ShownJudgement, ...]:
    """Judgements as pages list them, in the order given; `read` is what the reader gave, where it is known."""
    counting = review.word.number if review.word is not None else 0
    return tuple(shown_judgement(each, read, language, counts=each.id == counting) for each in judgements)


def shown_judgement(row: Judgement, read: FactRecord | None, language: Language, *, counts: bool) -> ShownJudgement:
    """One judgement."""
    said = unpack(row.body, TYPES[row.kind]) if row.body is not None else None
    return ShownJudgement(
        number=row.id,
        who=who_did(row.who, language),
        at=moment(row.at, language),
        verdict=term(f"review.verdict.{row.verdict}", language),
        tone=TONES[row.verdict],
        changes=changes(read, said, language) if said is not None and read is not None else (),
        why=row.why,
        counts=counts,
        unseen=row.unseen,
        undone=moment(row.undone_at, language) if row.undone_at is not None else "",
        orphan=row.orphan,
    )


def changes(before: FactRecord, after: FactRecord, language: Language) -> tuple[ShownChange, ...]:
    """The fields in which two readings of one place differ."""
    old, new = written(before, language), written(after, language)
    kind = next(kind for kind, type_ in zip(FACT_KINDS, TYPES, strict=True) if isinstance(after, type_))
    return tuple(
        ShownChange(
            field_name(field.name, language),
            shown_value(field.name, old[field.name], language) or term("review.empty", language),
            shown_value(field.name, new[field.name], language) or term("review.empty", language),
        )
        for field in FIELDS[kind]
        if old[field.name] != new[field.name]
    )


def moment(when: object, language: Language) -> str:
    """A moment as people write it: `14:05 26/11/2026`."""
    local = localtime(when)  # type: ignore[arg-type]  # a date with its time
    return f"{local:%H:%M} {day(local.date(), language)}"


def _picture(row: Document, place: object, fact: Fact) -> str:
    if not isinstance(place, OnPage) or not row.size:
        return ""
    return f"{reverse('paper-page', args=[row.slug, place.page])}?m={bytes(fact.mention).hex()}"
